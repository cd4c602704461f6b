/// What the documents are, by document, and how many have each value.
struct FacetColumns: Sendable {
    let typeNames: [String]
    let statusNames: [String]
    let topicNames: [String]
    let tree: PlaceTree
    let kinds: [UInt8]
    let types: [UInt32]
    let statuses: [UInt32]
    let firstDates: [Int32]
    let lastDates: [Int32]
    let ranks: [UInt32]
    /// Pre-order numbers of the places that a document lies in, without what is around them.
    private(set) var places = MultiColumn()
    private(set) var countries = MultiColumn()
    private(set) var regions = MultiColumn()
    private(set) var topics = MultiColumn()
    /// The year with number 0, and how many years there are.
    let firstYear: Int
    let yearCount: Int
    /// For each facet the counts over all documents.
    private(set) var totals: [SearchFacet: [Int32]] = [:]

    /// A period longer than this counts for its first years only.
    static let mostYears = 60

    init(
        typeNames: [String], statusNames: [String], topicNames: [String], tree: PlaceTree,
        kinds: [UInt8],
        types: [UInt32], statuses: [UInt32], firstDates: [Int32], lastDates: [Int32],
        ranks: [UInt32]
    ) {
        self.typeNames = typeNames
        self.statusNames = statusNames
        self.topicNames = topicNames
        self.tree = tree
        self.kinds = kinds
        self.types = types
        self.statuses = statuses
        self.firstDates = firstDates
        self.lastDates = lastDates
        self.ranks = ranks
        let first = firstDates.lazy.filter { $0 > 0 }.min() ?? 0
        firstYear = Int(SearchPeriod.year(of: first))
        yearCount = Int(SearchPeriod.year(of: lastDates.max() ?? 0)) - firstYear + 1
    }

    mutating func reserve(_ count: Int) {
        places.reserve(count)
        countries.reserve(count)
        regions.reserve(count)
        topics.reserve(count)
    }

    mutating func append(_ spot: DocumentPlaces, topics values: [UInt32]) {
        places.append(spot.places)
        countries.append(spot.countries)
        regions.append(spot.regions)
        topics.append(values)
    }

    mutating func countAll() {
        for facet in SearchFacet.allCases {
            var counter = FacetCounter(facet, columns: self)
            counter.count(kinds.indices.lazy.map { UInt32($0) }, self)
            totals[facet] = counter.finished()
        }
    }

    /// How many values a facet has; values are numbered from 0.
    func valueCount(of facet: SearchFacet) -> Int {
        switch facet {
        case .kind: 256
        case .type: typeNames.count
        case .country: tree.countries.count
        case .region: tree.regions.count
        case .year: yearCount
        case .topic: topicNames.count
        case .status: statusNames.count
        }
    }

    /// What a value's number means.
    func value(_ number: Int, of facet: SearchFacet) -> SearchFacetValue {
        switch facet {
        case .kind: .kind(UInt8(truncatingIfNeeded: number))
        case .type: .text(typeNames[number])
        case .country: .place(tree.countries[number])
        case .region: .place(tree.regions[number])
        case .year: .year(firstYear + number)
        case .topic: .text(topicNames[number])
        case .status: .text(statusNames[number])
        }
    }

    /// The numbers of the years that count for a document; nil if it has no date.
    @inline(__always)
    func years(of document: Int) -> ClosedRange<Int>? {
        guard firstDates[document] > 0 else { return nil }
        let first = Int(SearchPeriod.year(of: firstDates[document])) - firstYear
        let last = Int(SearchPeriod.year(of: lastDates[document])) - firstYear
        return first...max(first, min(last, first + Self.mostYears - 1))
    }
}
