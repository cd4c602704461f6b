/// Counts documents by place.
struct SpreadTally {
    private let index: IndexStorage
    private let level: SearchPlaceLevel
    private let placeKind: UInt8
    /// By the number that the level gives a place.
    private var counts: [Int32]
    private var located = 0
    private var spot: [UInt32] = []

    init(_ index: IndexStorage, _ level: SearchPlaceLevel, placeKind: UInt8) {
        self.index = index
        self.level = level
        self.placeKind = placeKind
        let tree = index.facets.tree
        let size =
            switch level {
            case .place: tree.count
            case .region: tree.regions.count
            case .country: tree.countries.count
            }
        counts = [Int32](repeating: 0, count: size)
    }

    mutating func count(_ document: Int) {
        find(document)
        guard !spot.isEmpty else { return }
        located += 1
        for number in spot { counts[Int(number)] += 1 }
    }

    /// Gathers the numbers of the places of a document, each once.
    private mutating func find(_ document: Int) {
        spot.removeAll(keepingCapacity: true)
        let columns = index.facets
        if level == .place, columns.kinds[document] == placeKind {
            if let number = columns.tree.number(of: index.ordinals[document]) {
                spot.append(number)
            }
            return
        }
        let column =
            switch level {
            case .place: columns.places
            case .region: columns.regions
            case .country: columns.countries
            }
        column.forEach(document) { if $0 != MultiColumn.none { spot.append($0) } }
    }

    func finished(total: Int) -> SearchSpread {
        let places = counts.enumerated().filter { $0.element > 0 }
            .map { SearchSpread.PlaceCount(place: ordinal($0.offset), count: Int($0.element)) }
            .sorted { $0.count != $1.count ? $0.count > $1.count : $0.place < $1.place }
        return SearchSpread(total: total, located: located, places: places)
    }

    private func ordinal(_ number: Int) -> Int64 {
        let tree = index.facets.tree
        return switch level {
        case .place: tree.ordinal(of: number)
        case .region: tree.regions[number]
        case .country: tree.countries[number]
        }
    }
}
