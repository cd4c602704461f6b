/// Counts the values of one facet.
struct FacetCounter {
    private let facet: SearchFacet
    private var counts: [Int32]

    init(_ facet: SearchFacet, columns: FacetColumns) {
        self.facet = facet
        // Years are counted as differences: one more from the first on, one less behind the last.
        counts = Array(repeating: 0, count: columns.valueCount(of: facet) + 1)
    }

    /// Counts these documents.
    mutating func count(_ documents: some Sequence<UInt32>, _ columns: FacetColumns) {
        switch facet {
        case .kind:
            for document in documents { counts[Int(columns.kinds[Int(document)])] += 1 }
        case .type:
            for document in documents {
                let type = columns.types[Int(document)]
                if type != MultiColumn.none { counts[Int(type)] += 1 }
            }
        case .status:
            for document in documents {
                let status = columns.statuses[Int(document)]
                if status != MultiColumn.none { counts[Int(status)] += 1 }
            }
        case .country: count(documents, in: columns.countries)
        case .region: count(documents, in: columns.regions)
        case .topic: count(documents, in: columns.topics)
        case .year:
            for document in documents {
                guard let years = columns.years(of: Int(document)) else { continue }
                counts[years.lowerBound] += 1
                counts[years.upperBound + 1] -= 1
            }
        }
    }

    private mutating func count(_ documents: some Sequence<UInt32>, in column: MultiColumn) {
        for document in documents {
            column.forEach(Int(document)) { counts[Int($0)] += 1 }
        }
    }

    /// The number of documents by value.
    func finished() -> [Int32] {
        var result = counts
        if facet == .year {
            for year in 1..<result.count { result[year] += result[year - 1] }
        }
        result.removeLast()
        return result
    }
}
