@testable import Search

/// What a filter should let pass and what facets should count, by looking at each record.
struct SlowFilter {
    let places: [Int64: SearchDocument]
    let filter: SearchFilter

    init(_ samples: [Sample], _ filter: SearchFilter) {
        var places: [Int64: SearchDocument] = [:]
        for sample in samples where sample.document.placeRank != .notAPlace {
            places[sample.document.ordinal] = sample.document
        }
        self.places = places
        self.filter = filter
    }

    func passes(_ document: SearchDocument, ignoring: SearchFacet? = nil) -> Bool {
        for facet in SearchFacet.allCases where facet != ignoring {
            let chosen = chosenValues(facet)
            if !chosen.isEmpty, chosen.isDisjoint(with: values(of: facet, document)) {
                return false
            }
        }
        if !filter.places.isEmpty {
            if filter.places == [document.ordinal] { return false }
            var around: Set<Int64> = []
            for place in location(of: document) { around.formUnion(ancestors(of: place)) }
            if around.isDisjoint(with: filter.places) { return false }
        }
        if let from = filter.from, document.firstDate == 0 || document.lastDate < from {
            return false
        }
        if let to = filter.to, document.firstDate == 0 || document.firstDate > to { return false }
        return true
    }

    func values(of facet: SearchFacet, _ document: SearchDocument) -> Set<SearchFacetValue> {
        switch facet {
        case .kind: return [.kind(document.kind)]
        case .type: return Set([document.type].compactMap { $0 }.map { .text($0) })
        case .status: return Set([document.status].compactMap { $0 }.map { .text($0) })
        case .topic: return Set(document.topics.map { .text($0) })
        case .country: return ancestors(document, .country)
        case .region: return ancestors(document, .region)
        case .year:
            guard document.firstDate > 0 else { return [] }
            let first = Int(document.firstDate / 10_000)
            let last = Int(document.lastDate / 10_000)
            return Set((first...min(last, first + 59)).map { .year($0) })
        }
    }

    private func chosenValues(_ facet: SearchFacet) -> Set<SearchFacetValue> {
        switch facet {
        case .kind: Set(filter.kinds.map { .kind($0) })
        case .type: Set(filter.types.map { .text($0) })
        case .country: Set(filter.countries.map { .place($0) })
        case .region: Set(filter.regions.map { .place($0) })
        case .year: Set(filter.years.map { .year($0) })
        case .status: Set(filter.statuses.map { .text($0) })
        case .topic: Set(filter.topics.map { .text($0) })
        }
    }

    private func location(of document: SearchDocument) -> [Int64] {
        let parent = document.placeRank == .notAPlace ? nil : document.parentPlace
        return document.places.filter { $0 != document.ordinal } + [parent].compactMap { $0 }
    }

    private func ancestors(
        _ document: SearchDocument, _ rank: SearchPlaceRank
    ) -> Set<SearchFacetValue> {
        var around: Set<Int64> = []
        for place in location(of: document) + [document.ordinal] {
            around.formUnion(ancestors(of: place))
        }
        return Set(around.filter { places[$0]?.placeRank == rank }.map { .place($0) })
    }

    private func ancestors(of place: Int64) -> Set<Int64> {
        var around: Set<Int64> = []
        var next: Int64? = place
        while let here = next, around.insert(here).inserted { next = parent(of: here) }
        return around
    }

    /// The place around a place; a ring is open at its smallest ordinal.
    private func parent(of place: Int64) -> Int64? {
        var ring: [Int64] = []
        var next = places[place]?.parentPlace
        while let here = next, here != place, !ring.contains(here) {
            ring.append(here)
            next = places[here]?.parentPlace
        }
        if next == place, (ring.min() ?? place) >= place { return nil }
        return places[place]?.parentPlace
    }
}
