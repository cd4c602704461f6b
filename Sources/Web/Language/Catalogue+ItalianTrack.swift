extension Italian {
    static func phrase(_ phrase: TrackPhrase) -> String {
        switch phrase {
        }
    }
}
