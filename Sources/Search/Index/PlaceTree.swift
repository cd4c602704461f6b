/// The places and what lies in what.
///
/// The places are numbered in pre-order, so that all that lies inside a place are the numbers of
/// one interval. A ring of places that lie in each other is cut open at its smallest ordinal.
struct PlaceTree: Sendable {
    /// Ordinals of all places, ascending.
    private let ordinals: [Int64]
    /// Pre-order number of each place, in the order of `ordinals`.
    private let numbers: [UInt32]
    /// The ordinal of each place, by pre-order number.
    private let ordinalsByNumber: [Int64]
    /// For each pre-order number the last number inside that place.
    private let lastInside: [UInt32]
    /// Values of the facets, as ordinals.
    let countries: [Int64]
    let regions: [Int64]
    private let countryChain: PlaceChain
    private let regionChain: PlaceChain

    init(ordinals: [Int64], ranks: [SearchPlaceRank], parents: [Int64?]) {
        let lookup = SortedOrdinals(ordinals)
        var upward = parents.map { parent in parent.flatMap(lookup.place(of:)) ?? -1 }
        Self.cutRings(&upward)
        let walk = PreOrder(parents: upward)
        self.ordinals = ordinals
        numbers = walk.numbers
        var byNumber = [Int64](repeating: 0, count: ordinals.count)
        for (place, number) in walk.numbers.enumerated() { byNumber[Int(number)] = ordinals[place] }
        ordinalsByNumber = byNumber
        lastInside = walk.lastInside
        countries = zip(ordinals, ranks).filter { $1 == .country }.map(\.0)
        regions = zip(ordinals, ranks).filter { $1 == .region }.map(\.0)
        countryChain = PlaceChain(of: .country, ranks: ranks, parents: upward, walk: walk)
        regionChain = PlaceChain(of: .region, ranks: ranks, parents: upward, walk: walk)
    }

    /// How many places there are.
    var count: Int { ordinals.count }

    /// The ordinal of a place by its pre-order number.
    func ordinal(of number: Int) -> Int64 { ordinalsByNumber[number] }

    /// The pre-order number of a place, if it is known.
    func number(of ordinal: Int64) -> UInt32? {
        SortedOrdinals(ordinals).place(of: ordinal).map { numbers[$0] }
    }

    /// The numbers of a place and all that lies inside it.
    func interval(of number: UInt32) -> ClosedRange<UInt32> {
        number...max(number, lastInside[Int(number)])
    }

    /// Calls back with the place in `countries` of each country that the place is or lies in.
    func eachCountry(of number: UInt32, _ body: (UInt32) -> Void) {
        countryChain.each(from: number, body)
    }

    /// Calls back with the place in `regions` of each region that the place is or lies in.
    func eachRegion(of number: UInt32, _ body: (UInt32) -> Void) {
        regionChain.each(from: number, body)
    }

    private static func cutRings(_ parents: inout [Int]) {
        // 0: not seen, n: seen by the n-th walk.
        var seen = [Int](repeating: 0, count: parents.count)
        for start in parents.indices where seen[start] == 0 {
            var place = start
            while place >= 0, seen[place] == 0 {
                seen[place] = start + 1
                place = parents[place]
            }
            guard place >= 0, seen[place] == start + 1 else { continue }
            // A ring: the ordinals ascend, so its smallest place has the smallest ordinal.
            var smallest = place
            var next = parents[place]
            while next != place {
                smallest = min(smallest, next)
                next = parents[next]
            }
            parents[smallest] = -1
        }
    }
}
