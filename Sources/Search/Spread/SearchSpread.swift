/// How near the places of documents are looked at.
public enum SearchPlaceLevel: UInt8, Sendable, Hashable, CaseIterable {
    /// The very places that documents lie in.
    case place
    /// The regions that these are or lie in.
    case region
    /// The countries that these are or lie in.
    case country
}

/// Where the documents are that a query finds.
public struct SearchSpread: Sendable, Hashable {
    /// How many documents at a place.
    public struct PlaceCount: Sendable, Hashable {
        /// The place's ordinal.
        public let place: Int64
        /// The number of documents.
        public let count: Int
    }

    /// How many documents the query finds.
    public let total: Int
    /// How many of them are at any place.
    public let located: Int
    /// The places, those with most documents first, equal ones by ordinal.
    public let places: [PlaceCount]
}

extension SearchIndex {
    /// Where the documents are that a query finds; its order, page and facets don't matter.
    /// - Parameters:
    ///   - level: how near to look.
    ///   - placeKind: the kind of those documents that are places: each is at itself.
    public func spread(
        _ query: SearchQuery, over level: SearchPlaceLevel, placeKind: UInt8
    ) -> SearchSpread {
        let documents = SearchRun(query, storage).documents()
        var tally = SpreadTally(storage, level, placeKind: placeKind)
        for document in documents { tally.count(Int(document)) }
        return tally.finished(total: documents.count)
    }

    /// The ordinals of all documents that a query finds, in the order of names; its order, page
    /// and facets don't matter.
    public func ordinals(_ query: SearchQuery) -> [Int64] {
        SearchRun(query, storage).documents().map { storage.ordinals[Int($0)] }
    }

    /// The region or country that a place is or lies in, by ordinals; at the level of places the
    /// place itself. Nil when there is none.
    public func place(_ ordinal: Int64, at level: SearchPlaceLevel) -> Int64? {
        let tree = storage.facets.tree
        var found: UInt32?
        guard level != .place else { return ordinal }
        guard let number = tree.number(of: ordinal) else { return nil }
        if level == .region {
            tree.eachRegion(of: number) { found = found ?? $0 }
            return found.map { tree.regions[Int($0)] }
        }
        tree.eachCountry(of: number) { found = found ?? $0 }
        return found.map { tree.countries[Int($0)] }
    }
}
