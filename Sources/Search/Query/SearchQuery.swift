/// A question to the index.
public struct SearchQuery: Sendable {
    /// The words to look for, in any script; empty or blank asks for all documents.
    public var text: String
    /// Where the words may stand.
    public var scope: SearchScope
    /// What a document must be, besides having the words.
    public var filter: SearchFilter
    /// The facets to count.
    public var facets: Set<SearchFacet>
    /// How many values of a facet to give at most, the most frequent ones.
    public var facetLimit: Int
    /// In what order the hits come.
    public var order: SearchOrder
    /// How many hits to leave out at the start; on top of `after`.
    public var offset: Int
    /// How many hits to give.
    public var limit: Int
    /// The place to go on from, as an earlier result gave it. A cursor of another order is ignored.
    public var after: SearchCursor?

    /// A query; by default the twenty best documents without facets.
    public init(
        text: String = "", scope: SearchScope = .everything, filter: SearchFilter = SearchFilter(),
        facets: Set<SearchFacet> = [], facetLimit: Int = 100, order: SearchOrder = .relevance,
        offset: Int = 0, limit: Int = 20, after: SearchCursor? = nil
    ) {
        self.text = text
        self.scope = scope
        self.filter = filter
        self.facets = facets
        self.facetLimit = facetLimit
        self.order = order
        self.offset = offset
        self.limit = limit
        self.after = after
    }
}
