/// For each place the nearest place of one rank that it is or lies in, and so on upwards.
struct PlaceChain: Sendable {
    /// By pre-order number: the value of the nearest such place, or `none`.
    private var nearest: [UInt32]
    /// By value: the value of the next such place above, or `none`.
    private var above: [UInt32]

    private static let none = UInt32.max
    /// Countries in countries in countries: more than this is an error in the data.
    private static let longest = 8

    /// A value is the place's position among the places of its rank, in the order of the nodes.
    init(of rank: SearchPlaceRank, ranks: [SearchPlaceRank], parents: [Int], walk: PreOrder) {
        var values = [UInt32](repeating: Self.none, count: ranks.count)
        var count: UInt32 = 0
        for node in ranks.indices where ranks[node] == rank {
            values[node] = count
            count += 1
        }
        nearest = Array(repeating: Self.none, count: ranks.count)
        above = Array(repeating: Self.none, count: Int(count))
        for (number, node) in walk.nodes.enumerated() {
            let parent = parents[node]
            let inherited = parent < 0 ? Self.none : nearest[Int(walk.numbers[parent])]
            if values[node] == Self.none {
                nearest[number] = inherited
            } else {
                nearest[number] = values[node]
                above[Int(values[node])] = inherited
            }
        }
    }

    func each(from number: UInt32, _ body: (UInt32) -> Void) {
        var value = nearest[Int(number)]
        for _ in 0..<Self.longest where value != Self.none {
            body(value)
            value = above[Int(value)]
        }
    }
}
