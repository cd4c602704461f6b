/// A text of drawings, whatever they show.
enum DrawingPhrase: Sendable {
    // MARK: In a drawing
    case noData, total, category, planned, othersInTable

    // MARK: Around it
    case asTable, embed, embedHelp, openLarger, computed(String), notAuthoritative, linkHere
    case outlinesBy(String), countedRecords
    /// The years that a drawing really shows.
    case years(String, String), year(String)
}
