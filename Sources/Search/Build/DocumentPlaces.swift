/// Where one document lies: its places, and the countries and regions that follow from them.
struct DocumentPlaces {
    private(set) var places: [UInt32] = []
    private(set) var countries: [UInt32] = []
    private(set) var regions: [UInt32] = []

    mutating func reset() {
        places.removeAll(keepingCapacity: true)
        countries.removeAll(keepingCapacity: true)
        regions.removeAll(keepingCapacity: true)
    }

    /// The document lies in a place, and so in all that is around it.
    mutating func lies(in ordinal: Int64?, _ tree: PlaceTree) {
        guard let ordinal, let number = tree.number(of: ordinal) else { return }
        Self.insert(number, &places)
        belongs(number, tree)
    }

    /// The document counts for the countries and regions of a place, whether it lies in it or is
    /// that place itself.
    mutating func belongs(to ordinal: Int64, _ tree: PlaceTree) {
        if let number = tree.number(of: ordinal) { belongs(number, tree) }
    }

    private mutating func belongs(_ number: UInt32, _ tree: PlaceTree) {
        tree.eachCountry(of: number) { Self.insert($0, &countries) }
        tree.eachRegion(of: number) { Self.insert($0, &regions) }
    }

    private static func insert(_ value: UInt32, _ values: inout [UInt32]) {
        if !values.contains(value) { values.append(value) }
    }
}
