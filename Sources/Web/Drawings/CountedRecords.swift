extension SourceNote {
    /// What drawings of counts rest on: the records themselves, each of which has its sources.
    static func counted(_ words: Catalogue) -> SourceNote {
        SourceNote(words(DrawingPhrase.countedRecords), address: SiteAddress.page(.overview))
    }
}
