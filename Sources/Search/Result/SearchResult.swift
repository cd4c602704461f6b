/// An answer of the index.
public struct SearchResult: Sendable {
    /// How the words were taken.
    public var basis: SearchBasis
    /// How many documents match words and filter: exact.
    public var total: Int
    /// The asked-for page of them.
    public var hits: [SearchHit]
    /// For each asked-for facet its most frequent values, selected values always among them. A
    /// count tells how many documents there would be with this value chosen and all other facets
    /// as they are.
    public var facets: [SearchFacet: [SearchFacetCount]]
    /// Words of the query that stand nowhere as they are, with the words taken for them.
    public var corrections: [SearchCorrection]
    /// Where the next page begins; nil on the last one.
    public var next: SearchCursor?

    /// True if no document has all the words, and those with most of them are given.
    public var relaxed: Bool { basis == .someWords }
}
