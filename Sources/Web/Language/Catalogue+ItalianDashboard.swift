extension Italian {
    static func phrase(_ phrase: DashboardPhrase) -> String {
        switch phrase {
        }
    }
}
