/// A search index over records: it never changes once built, and any number of threads may search
/// it at the same time.
///
/// Its structure and algorithms are described in `Documentation/search.md`.
public struct SearchIndex: Sendable {
    let storage: IndexStorage

    init(_ storage: IndexStorage) {
        self.storage = storage
    }

    /// How many documents there are.
    public var count: Int { storage.ordinals.count }

    /// How many different words there are.
    public var wordCount: Int { storage.vocabulary.count }

    /// Answers a query. No query is an error: what is unknown matches nothing, what is too long is
    /// cut, negative numbers count as 0.
    public func search(_ query: SearchQuery) -> SearchResult {
        SearchRun(query, storage).result()
    }

    /// The ordinals of all documents that fit a query, in no particular order; its facets, order and
    /// bounds don't matter.
    public func matching(_ query: SearchQuery) -> [Int64] { SearchRun(query, storage).matching() }

    /// The counts for a query's facets among some documents alone, each counted as often as it is
    /// named.
    public func facets(
        of query: SearchQuery, among ordinals: [Int64]
    ) -> [SearchFacet: [SearchFacetCount]] {
        SearchRun(query, storage).facets(among: ordinals)
    }

    /// Documents whose names have all the words, the last of which may be half typed; best first.
    /// - Parameters:
    ///   - prefix: What was typed so far; if empty, the documents of the largest rank.
    ///   - kinds: The kinds to choose from; all if empty.
    ///   - limit: How many to give at most.
    public func suggest(prefix: String, kinds: [UInt8] = [], limit: Int = 10) -> [SearchHit] {
        search(
            SearchQuery(
                text: prefix, scope: .names, filter: SearchFilter(kinds: kinds), limit: limit)
        ).hits
    }
}
