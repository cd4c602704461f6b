extension English {
    static func phrase(_ phrase: DashboardPhrase) -> String {
        switch phrase {
        }
    }
}
