/// How many documents have a facet's value.
public struct SearchFacetCount: Sendable, Hashable {
    /// The value.
    public var value: SearchFacetValue
    /// The number of documents.
    public var count: Int
    /// True if the query's filter chooses this value.
    public var selected: Bool
}
