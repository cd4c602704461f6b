/// A filter, made ready to be tested against columns.
///
/// A document's *failings* are a byte with a bit for each facet whose chosen values it doesn't
/// have, and one for all that isn't a facet. No bit: it passes. The bit of one facet alone: it
/// counts for that facet, which shows what other choices would give.
struct FilterPlan {
    private let columns: FacetColumns
    private let kinds: [Bool]?
    private let types: [Bool]?
    private let statuses: [Bool]?
    private let countries: [Bool]?
    private let regions: [Bool]?
    private let years: [Bool]?
    private let topics: [Bool]?
    private let places: [ClosedRange<UInt32>]?
    private let placeOrdinals: Set<Int64>
    private let from: Int32?
    private let to: Int32?
    private let ordinals: [Int64]

    init(_ filter: SearchFilter, _ index: IndexStorage) {
        let columns = index.facets
        self.columns = columns
        ordinals = index.ordinals
        kinds = Self.chosen(filter.kinds, 256) { Int($0) }
        types = Self.chosen(filter.types, columns.typeNames.count) {
            Self.place(of: $0, in: columns.typeNames)
        }
        statuses = Self.chosen(filter.statuses, columns.statusNames.count) {
            Self.place(of: $0, in: columns.statusNames)
        }
        topics = Self.chosen(filter.topics, columns.topicNames.count) {
            Self.place(of: $0, in: columns.topicNames)
        }
        countries = Self.chosen(filter.countries, columns.tree.countries.count) {
            SortedOrdinals(columns.tree.countries).place(of: $0)
        }
        regions = Self.chosen(filter.regions, columns.tree.regions.count) {
            SortedOrdinals(columns.tree.regions).place(of: $0)
        }
        years = Self.chosen(filter.years, columns.yearCount) {
            $0 > 0 && $0 <= 9_999 ? $0 - columns.firstYear : nil
        }
        places =
            filter.places.isEmpty
            ? nil
            : filter.places.compactMap { columns.tree.number(of: $0) }.map(columns.tree.interval)
        placeOrdinals = filter.places.count == 1 ? Set(filter.places) : []
        from = filter.from
        to = filter.to
    }

    /// The facets of which values are chosen.
    var chosenFacets: Set<SearchFacet> {
        var facets: Set<SearchFacet> = []
        for facet in SearchFacet.allCases where chosen(facet) != nil { facets.insert(facet) }
        return facets
    }

    /// Whether there is a condition that no facet shows.
    var hasOthers: Bool { places != nil || from != nil || to != nil }

    /// Whether a facet's value is chosen.
    func isChosen(_ value: Int, of facet: SearchFacet) -> Bool { chosen(facet)?[value] ?? false }

    static func bit(of facet: SearchFacet) -> UInt8 { 1 << facet.rawValue }
    private static let otherBit: UInt8 = 1 << 7

    /// The failings of each document of a list, column by column.
    /// - Parameter onlyPassing: whether it matters only which documents pass: then one failing of
    ///   a document is enough, and the columns that take longest are read for few.
    func failings(
        of documents: some RandomAccessCollection<UInt32>, onlyPassing: Bool
    ) -> [UInt8] {
        var failings = Failings(count: documents.count, onlyPassing: onlyPassing)
        let columns = columns
        if let kinds {
            fail(.kind, documents, &failings) { !kinds[Int(columns.kinds[$0])] }
        }
        if let types {
            fail(.type, documents, &failings) {
                let type = columns.types[$0]
                return type == MultiColumn.none || !types[Int(type)]
            }
        }
        if let statuses {
            fail(.status, documents, &failings) {
                let status = columns.statuses[$0]
                return status == MultiColumn.none || !statuses[Int(status)]
            }
        }
        if let countries {
            fail(.country, documents, &failings) {
                !columns.countries.contains($0) { countries[Int($0)] }
            }
        }
        if let regions {
            fail(.region, documents, &failings) {
                !columns.regions.contains($0) { regions[Int($0)] }
            }
        }
        if let topics {
            fail(.topic, documents, &failings) {
                !columns.topics.contains($0) { topics[Int($0)] }
            }
        }
        if let years {
            fail(.year, documents, &failings) { document in
                !(columns.years(of: document)?.contains { years[$0] } ?? false)
            }
        }
        addOthers(documents, &failings)
        return failings.bytes
    }

    private struct Failings {
        var bytes: [UInt8]
        let onlyPassing: Bool

        init(count: Int, onlyPassing: Bool) {
            bytes = [UInt8](repeating: 0, count: count)
            self.onlyPassing = onlyPassing
        }

        /// Whether anything more is to be known of a document.
        @inline(__always)
        func isOpen(_ place: Int) -> Bool { !onlyPassing || bytes[place] == 0 }
    }

    private func addOthers(
        _ documents: some RandomAccessCollection<UInt32>, _ failings: inout Failings
    ) {
        let columns = columns
        if let places {
            let ordinals = ordinals
            let own = placeOrdinals
            fail(Self.otherBit, documents, &failings) { document in
                let lies = columns.places.contains(document) { number in
                    places.contains { $0.contains(number) }
                }
                // In a ring of places a place may lie in itself; it isn't shown all the same.
                return !lies || own.contains(ordinals[document])
            }
        }
        if let from {
            fail(Self.otherBit, documents, &failings) {
                columns.lastDates[$0] < from || columns.lastDates[$0] == 0
            }
        }
        if let to {
            fail(Self.otherBit, documents, &failings) {
                columns.firstDates[$0] > to || columns.firstDates[$0] == 0
            }
        }
    }

    @inline(__always)
    private func fail(
        _ facet: SearchFacet, _ documents: some RandomAccessCollection<UInt32>,
        _ failings: inout Failings, where test: (Int) -> Bool
    ) {
        fail(Self.bit(of: facet), documents, &failings, where: test)
    }

    @inline(__always)
    private func fail(
        _ bit: UInt8, _ documents: some RandomAccessCollection<UInt32>,
        _ failings: inout Failings, where test: (Int) -> Bool
    ) {
        var place = 0
        for document in documents {
            if failings.isOpen(place), test(Int(document)) { failings.bytes[place] |= bit }
            place += 1
        }
    }

    private func chosen(_ facet: SearchFacet) -> [Bool]? {
        switch facet {
        case .kind: kinds
        case .type: types
        case .country: countries
        case .region: regions
        case .year: years
        case .topic: topics
        case .status: statuses
        }
    }

    private static func chosen<Value>(
        _ values: [Value], _ count: Int, _ number: (Value) -> Int?
    ) -> [Bool]? {
        guard !values.isEmpty else { return nil }
        var chosen = [Bool](repeating: false, count: count)
        for value in values {
            if let number = number(value), chosen.indices.contains(number) {
                chosen[number] = true
            }
        }
        return chosen
    }

    private static func place(of text: String, in texts: [String]) -> Int? {
        var low = 0
        var high = texts.count
        while low < high {
            let middle = (low + high) / 2
            if texts[middle] < text { low = middle + 1 } else { high = middle }
        }
        return low < texts.count && texts[low] == text ? low : nil
    }
}
