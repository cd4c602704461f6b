internal import BasicContainers

/// What a look for an order found, so that a new one is entered without a second look.
struct ClientOrderLook {
    /// The order's slot, or 0.
    let slot: UInt32
    fileprivate let tag: UInt32
    /// Where the look ended: an empty place if there is no such order.
    fileprivate let position: Int
}

/// Finds an order's slot by its sender and its sender's number.
///
/// A keyed hash of the sender and the number without its last four bits says where a line of sixteen
/// places begins; the last four bits say which of them. So numbers given in sequence lie side by
/// side in one cache line, and numbers chosen to collide don't. A place is a slot (24 bits) with
/// eight bits of the hash, which spare most looks at orders that only lie on the way. Linear probing,
/// at most half full, doubling; nothing is ever taken out but all of it.
struct ClientOrderTable: ~Copyable, Sendable {
    private var places: UniqueArray<UInt32>
    private var mask: Int
    private var count = 0
    private let key: UInt64

    init(mixingKey: UInt64) {
        key = mixingKey
        places = UniqueArray(repeating: 0, count: 1_024)
        mask = 1_023
    }

    private static var slotMask: UInt32 { 0x00FF_FFFF }

    /// Looks for an order.
    @inline(__always)
    func look(
        for clientOrder: UInt64, from sender: ParticipantIndex,
        in records: borrowing Slab<OrderRecord>
    ) -> ClientOrderLook {
        let hash = mix(clientOrder, sender)
        let tag = Self.tag(hash)
        var position = home(hash, clientOrder)
        while true {
            let place = places[position]
            if place == 0 { return ClientOrderLook(slot: 0, tag: tag, position: position) }
            if place & ~Self.slotMask == tag {
                let slot = place & Self.slotMask
                if records[slot].clientOrder == clientOrder && records[slot].sender == sender {
                    return ClientOrderLook(slot: slot, tag: tag, position: position)
                }
            }
            position = (position &+ 1) & mask
        }
    }

    /// Enters an order where a look for it ended; the records hold it already, and nothing was
    /// entered since.
    @inline(__always)
    mutating func insert(
        _ slot: UInt32, at look: ClientOrderLook, in records: borrowing Slab<OrderRecord>
    ) {
        count &+= 1
        if count &* 2 > mask {
            enlarge(from: records)
        } else {
            places[look.position] = slot | look.tag
        }
    }

    @inline(__always)
    private mutating func enter(
        _ slot: UInt32, _ clientOrder: UInt64, _ sender: ParticipantIndex
    ) {
        let hash = mix(clientOrder, sender)
        var position = home(hash, clientOrder)
        while places[position] != 0 { position = (position &+ 1) & mask }
        places[position] = slot | Self.tag(hash)
    }

    /// Enters all orders that there are anew, in as many places as they need; by slot, so that the
    /// records are read in the order in which they lie.
    @inline(never)
    mutating func rebuild(from records: borrowing Slab<OrderRecord>) {
        count = 0
        for slot in 1..<UInt32(max(1, records.count)) where records[slot].status != .none {
            count += 1
        }
        enlarge(from: records)
    }

    /// The same when it is known how many there are.
    @inline(never)
    private mutating func enlarge(from records: borrowing Slab<OrderRecord>) {
        while count * 2 > mask { mask = mask * 2 + 1 }
        places = UniqueArray(repeating: 0, count: mask + 1)
        for slot in 1..<UInt32(max(1, records.count)) where records[slot].status != .none {
            enter(slot, records[slot].clientOrder, records[slot].sender)
        }
    }

    @inline(__always)
    private static func tag(_ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: hash >> 32) & ~slotMask
    }

    @inline(__always)
    private func home(_ hash: UInt64, _ clientOrder: UInt64) -> Int {
        let line = Int(truncatingIfNeeded: hash) & ~15
        return (line | Int(truncatingIfNeeded: clientOrder & 15)) & mask
    }

    /// The finaliser of SplitMix64 over the sender and the number's upper bits.
    @inline(__always)
    private func mix(_ clientOrder: UInt64, _ sender: ParticipantIndex) -> UInt64 {
        var word = (clientOrder >> 4) ^ UInt64(sender) << 42 ^ UInt64(sender) >> 2 ^ key
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
