/// One document of a result.
public struct SearchHit: Sendable, Hashable {
    /// The record's number, as given to the builder.
    public var ordinal: Int64
    /// How well it matches, 0…1; 1 is a whole name exactly. Without words 0.
    public var score: Double
    /// The document's folded words that the query's words met, to be marked in a snippet.
    public var matched: [String]
}
