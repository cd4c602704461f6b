internal import BasicContainers

/// What a look for an order found, so that a new one is entered without a second look.
struct ClientOrderLook {
    /// The order's slot, or 0.
    let slot: UInt32
    /// Where the line of its number is, or an empty place where it would be.
    fileprivate let position: Int
}

/// Finds an order's slot by its sender and its sender's number.
///
/// Sixteen neighbouring numbers of a sender are a line. A hash table, keyed so that nobody can
/// choose numbers that collide, finds the line: linear probing, at most two thirds full, doubling.
/// A line with one order holds its slot; one with more names a block of sixteen slots, one cache
/// line. So numbers given in sequence cost a place for sixteen orders, which lies in the cache from
/// the one before, and the table stays small enough to be enlarged in the midst of trading; numbers
/// far from each other cost a place each. Nothing is ever taken out but all of it.
struct ClientOrderTable: ~Copyable, Sendable {
    private var lines: UniqueArray<ClientOrderLine>
    private var blocks = PagedArray<SIMD16<UInt32>>()
    private var mask: Int
    private var count = 0
    private let key: UInt64

    init(mixingKey: UInt64) {
        key = mixingKey
        lines = UniqueArray(repeating: .empty, count: 256)
        mask = 255
    }

    /// Looks for an order.
    @inline(__always)
    func look(for clientOrder: UInt64, from sender: ParticipantIndex) -> ClientOrderLook {
        var position = home(clientOrder, sender)
        while true {
            let line = lines[position]
            if line.reference == 0 { return ClientOrderLook(slot: 0, position: position) }
            let difference = line.number ^ clientOrder
            if difference < 16 && line.sender == sender {
                let slot: UInt32
                if line.reference & ClientOrderLine.isBlock != 0 {
                    slot =
                        blocks[Int(line.reference ^ ClientOrderLine.isBlock)][
                            Self.place(clientOrder)]
                } else {
                    slot = difference == 0 ? line.reference : 0
                }
                return ClientOrderLook(slot: slot, position: position)
            }
            position = (position &+ 1) & mask
        }
    }

    /// Enters an order where a look for it ended; nothing was entered since.
    @inline(__always)
    mutating func insert(
        _ slot: UInt32, _ clientOrder: UInt64, from sender: ParticipantIndex,
        at look: ClientOrderLook
    ) {
        let reference = lines[look.position].reference
        if reference & ClientOrderLine.isBlock != 0 {
            blocks[Int(reference ^ ClientOrderLine.isBlock)][Self.place(clientOrder)] = slot
        } else {
            insertRarely(slot, clientOrder, sender, look.position)
        }
    }

    /// The first or second order of a line.
    @inline(never)
    private mutating func insertRarely(
        _ slot: UInt32, _ clientOrder: UInt64, _ sender: ParticipantIndex, _ position: Int
    ) {
        let line = lines[position]
        if line.reference == 0 {
            lines[position] = ClientOrderLine(number: clientOrder, sender: sender, reference: slot)
            count += 1
            if count * 3 > lines.count * 2 { enlarge() }
            return
        }
        var block = SIMD16<UInt32>()
        block[Self.place(line.number)] = line.reference
        block[Self.place(clientOrder)] = slot
        lines[position].reference =
            UInt32(truncatingIfNeeded: blocks.count) | ClientOrderLine.isBlock
        blocks.append(block)
    }

    /// Enters all orders that there are anew, in as many places as they need.
    @inline(never)
    mutating func rebuild(from records: borrowing PagedArray<OrderRecord>) {
        self = ClientOrderTable(mixingKey: key)
        for slot in 1..<UInt32(max(1, records.count)) where records[slot].status != .none {
            let (number, sender) = (records[slot].clientOrder, records[slot].sender)
            insert(slot, number, from: sender, at: look(for: number, from: sender))
        }
    }

    @inline(never)
    private mutating func enlarge() {
        mask = mask * 2 + 1
        var old = UniqueArray<ClientOrderLine>(repeating: .empty, count: mask + 1)
        swap(&old, &lines)
        for place in 0..<old.count where old[place].reference != 0 {
            var position = home(old[place].number, old[place].sender)
            while lines[position].reference != 0 { position = (position &+ 1) & mask }
            lines[position] = old[place]
        }
    }

    /// A number's place in its block.
    @inline(__always)
    private static func place(_ clientOrder: UInt64) -> Int {
        Int(truncatingIfNeeded: clientOrder & 15)
    }

    /// The finaliser of SplitMix64 over the sender, multiplied by the key, and the number's upper
    /// bits: without the key nobody can tell which numbers of two senders meet.
    @inline(__always)
    private func home(_ clientOrder: UInt64, _ sender: ParticipantIndex) -> Int {
        var word = (clientOrder >> 4) ^ (UInt64(sender) &+ 1) &* (key | 1)
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: word ^ (word >> 31)) & mask
    }
}

/// A place of the table. (Not nested: the 6.3 compiler fails on a private type as the parameter of a
/// generic type from another file, in debug builds.)
struct ClientOrderLine: Sendable {
    /// An order's number; only of a line with one order its last four bits say anything.
    var number: UInt64
    var sender: ParticipantIndex
    /// A slot, or a block if `isBlock` is set; 0 in an empty place.
    var reference: UInt32

    static var isBlock: UInt32 { 1 << 31 }

    static let empty = ClientOrderLine(number: 0, sender: 0, reference: 0)
}
