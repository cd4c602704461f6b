/// The documents that pass a filter, and the counts of facets over them and over those that fail
/// by one facet only.
struct FacetTally {
    /// The documents that pass, in the order in which they were given.
    let documents: [UInt32]
    /// The counts of the asked-for facets.
    let counts: [SearchFacet: [Int32]]

    /// - Parameter isAll: True if the documents are all there are, whose counts are known.
    init(
        _ documents: some RandomAccessCollection<UInt32>, _ plan: FilterPlan,
        facets: Set<SearchFacet>, columns: FacetColumns, isAll: Bool
    ) {
        let chosen = plan.chosenFacets
        if chosen.isEmpty, !plan.hasOthers {
            self.documents = Array(documents)
            counts =
                isAll
                ? columns.totals.filter { facets.contains($0.key) }
                : Self.counts(self.documents, facets, columns)
            return
        }
        let failings = plan.failings(
            of: documents, onlyPassing: facets.isDisjoint(with: chosen))
        self.documents = Self.select(documents, failings, 0)
        var counts = Self.counts(
            self.documents, facets.subtracting(chosen), columns)
        for facet in facets.intersection(chosen) {
            if isAll, chosen.count == 1, !plan.hasOthers {
                counts[facet] = columns.totals[facet]
                continue
            }
            var counter = FacetCounter(facet, columns: columns)
            counter.count(self.documents, columns)
            counter.count(
                Self.select(documents, failings, FilterPlan.bit(of: facet)), columns)
            counts[facet] = counter.finished()
        }
        self.counts = counts
    }

    private static func counts(
        _ documents: [UInt32], _ facets: Set<SearchFacet>, _ columns: FacetColumns
    ) -> [SearchFacet: [Int32]] {
        var counts: [SearchFacet: [Int32]] = [:]
        for facet in facets {
            var counter = FacetCounter(facet, columns: columns)
            counter.count(documents, columns)
            counts[facet] = counter.finished()
        }
        return counts
    }

    private static func select(
        _ documents: some RandomAccessCollection<UInt32>, _ failings: [UInt8], _ wanted: UInt8
    ) -> [UInt32] {
        var result: [UInt32] = []
        var place = 0
        for document in documents {
            if failings[place] == wanted { result.append(document) }
            place += 1
        }
        return result
    }
}
