/// A few places for each of many records, without an array of its own for each.
struct PlaceLists {
    private struct Node {
        let place: Int64
        let next: Int32
    }

    /// Where a record's list begins in `nodes`; -1 for an empty one.
    private var heads: [Int32]
    private var nodes: [Node] = []

    /// More places than this are not kept for a record.
    private static let most = 2_000

    init(count: Int) { heads = Array(repeating: -1, count: count) }

    /// The places of a record.
    subscript(record: Int) -> [Int64] {
        var places: [Int64] = []
        var next = heads[record]
        while next >= 0 {
            places.append(nodes[Int(next)].place)
            next = nodes[Int(next)].next
        }
        return places
    }

    /// Adds a place that isn't in the list yet.
    mutating func add(_ place: Int64, to record: Int) {
        var length = 0
        var next = heads[record]
        while next >= 0 {
            if nodes[Int(next)].place == place { return }
            next = nodes[Int(next)].next
            length += 1
        }
        guard length < Self.most else { return }
        nodes.append(Node(place: place, next: heads[record]))
        heads[record] = Int32(nodes.count - 1)
    }
}

/// A folded name for each of many records, in one piece of memory.
struct NameArena {
    private var bytes: [UInt8] = []
    private var starts: [UInt32]
    private var lengths: [UInt16]

    init(count: Int) {
        starts = Array(repeating: 0, count: count)
        lengths = Array(repeating: 0, count: count)
    }

    /// A record's name; empty when it has none.
    subscript(record: Int) -> ArraySlice<UInt8> {
        let start = Int(starts[record])
        return bytes[start..<start + Int(lengths[record])]
    }

    /// Sets a record's name, once.
    mutating func set(_ name: ArraySlice<UInt8>, at record: Int) {
        starts[record] = UInt32(bytes.count)
        lengths[record] = UInt16(clamping: name.count)
        bytes += name.prefix(Int(lengths[record]))
    }
}
