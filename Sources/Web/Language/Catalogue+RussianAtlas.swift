extension Russian {
    static func phrase(_ phrase: AtlasPhrase) -> String {
        switch phrase {
        }
    }
}
