extension Italian {
    static func phrase(_ phrase: CalendarPhrase) -> String {
        switch phrase {
        }
    }
}
