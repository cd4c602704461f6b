internal import BasicContainers

/// All orders that a section remembers, by slot, with the table that finds them by their sender's
/// number. A slot is what the books know as the order's id; it isn't used again before `forget`.
struct OrderRecords: ~Copyable, Sendable {
    private var records = PagedArray<OrderRecord>()
    /// By slot, as far as one was needed.
    private var extras: Slab<OrderExtra>
    private var freeSlots: [UInt32] = []
    private var clients: ClientOrderTable
    private let capacity: Int

    init(capacity: Int, mixingKey: UInt64) {
        self.capacity = capacity
        clients = ClientOrderTable(mixingKey: mixingKey)
        extras = Slab(capacity: capacity + 1)
        records.append(.none)
    }

    /// Slots are below this; slot 0 holds nothing.
    @inline(__always) var end: Int { records.count }

    @inline(__always) var isFull: Bool { records.count > capacity && freeSlots.isEmpty }

    @inline(__always) subscript(slot: UInt32) -> OrderRecord {
        _read { yield records[Int(slot)] }
        _modify { yield &records[Int(slot)] }
    }

    /// The slot of an order by its sender's number, or 0.
    @inline(__always)
    func slot(of clientOrder: UInt64, from sender: ParticipantIndex) -> UInt32 {
        look(for: clientOrder, from: sender).slot
    }

    /// Looks for an order by its sender's number, so that it can be entered if it isn't there.
    @inline(__always)
    func look(for clientOrder: UInt64, from sender: ParticipantIndex) -> ClientOrderLook {
        clients.look(for: clientOrder, from: sender)
    }

    /// The slot of an order by the section's number, or 0.
    @inline(__always) func slot(of number: UInt64) -> UInt32 {
        let slot = UInt32(truncatingIfNeeded: number)
        let isThere = slot > 0 && Int(slot) < records.count
        return isThere && self.number(of: slot) == number ? slot : 0
    }

    /// An order's number: how often its slot was used before, then the slot (32 bits each).
    @inline(__always) func number(of slot: UInt32) -> UInt64 {
        UInt64(records[slot].generation) << 32 | UInt64(slot)
    }

    var sparePages: Int { records.spareCount }

    mutating func supply(_ page: consuming RigidArray<OrderRecord>) { records.supply(page) }

    /// What only some orders have.
    @inline(__always) func extra(of slot: UInt32) -> OrderExtra {
        Int(slot) < extras.count ? extras[slot] : OrderExtra()
    }

    mutating func setExtra(of slot: UInt32, _ extra: OrderExtra) {
        guard extra != self.extra(of: slot) else { return }
        while extras.count <= Int(slot) { extras.append(OrderExtra()) }
        extras[slot] = extra
    }

    /// The receipt behind an order, or 0.
    @inline(__always) func receipt(of slot: UInt32) -> UInt64 {
        records[slot].isCovered ? extra(of: slot).receipt : 0
    }

    mutating func setReason(of slot: UInt32, _ reason: SectionReason) {
        var extra = extra(of: slot)
        extra.reason = reason.rawValue
        setExtra(of: slot, extra)
    }

    /// Enters an order that a look just before didn't find; the records aren't full. Gives its slot,
    /// which is also in its number.
    @inline(__always)
    mutating func add(_ order: OrderRecord, at look: ClientOrderLook) -> UInt32 {
        var slot = UInt32(truncatingIfNeeded: records.count)
        if let free = freeSlots.popLast() {
            slot = free
            let uses = records[slot].generation &+ 1
            records[slot] = order
            records[slot].generation = uses
            setExtra(of: slot, OrderExtra())
        } else {
            records.append(order)
        }
        clients.insert(slot, order.clientOrder, from: order.sender, at: look)
        return slot
    }

    /// Forgets the orders that are gone; gives how many.
    mutating func forget() -> Int {
        var count = 0
        for slot in 1..<max(1, records.count)
        where records[slot].status == .gone || records[slot].status == .refused {
            let generation = records[slot].generation
            records[slot] = .none
            records[slot].generation = generation
            freeSlots.append(UInt32(truncatingIfNeeded: slot))
            count += 1
        }
        clients.rebuild(from: records)
        return count
    }
}

extension OrderRecords {
    func write(to writer: inout StateWriter) {
        writer.put(count: records.count - 1)
        for slot in 1..<max(1, records.count) {
            records[slot].write(to: &writer)
            let extra = extra(of: UInt32(truncatingIfNeeded: slot))
            writer.put(extra != OrderExtra())
            guard extra != OrderExtra() else { continue }
            writer.put(extra.lastRequest)
            writer.put(extra.receipt)
            writer.put(extra.reason)
        }
        writer.put(list: freeSlots) { $0.put($1) }
    }

    init(
        from reader: inout StateReader, capacity: Int, mixingKey: UInt64
    ) throws(StateError) {
        self.init(capacity: capacity, mixingKey: mixingKey)
        let begin = reader.offset
        let count = try reader.count(least: 50)
        guard count <= capacity else {
            throw .invalid(offset: begin, expected: "at most \(capacity) orders")
        }
        for slot in 1..<UInt32(count + 1) {
            records.append(try OrderRecord(from: &reader))
            guard try reader.bool() else { continue }
            setExtra(
                of: slot,
                OrderExtra(
                    lastRequest: try reader.uint64(), receipt: try reader.uint64(),
                    reason: try reader.uint16()))
        }
        let start = reader.offset
        freeSlots = try reader.list(least: 4) { reader throws(StateError) in
            try reader.uint32()
        }
        let free = Set(freeSlots)
        let unused = (1..<max(1, records.count)).filter { records[$0].status == .none }
        guard free.count == freeSlots.count, unused.count == freeSlots.count,
            unused.allSatisfy({ free.contains(UInt32($0)) })
        else {
            throw .invalid(offset: start, expected: "the unused slots, each once")
        }
        clients.rebuild(from: records)
    }
}

extension OrderRecord {
    func write(to writer: inout StateWriter) {
        writer.put(clientOrder)
        for number in [blocked, blockPrice, open] { writer.put(number) }
        for index in [owner, sender, generation] { writer.put(index) }
        writer.put(instrumentNumber)
        writer.put(status.rawValue)
        writer.put(side.rawValue)
        writer.put(isResident)
        writer.put(isCovered)
    }

    init(from reader: inout StateReader) throws(StateError) {
        let clientOrder = try reader.uint64()
        let (blocked, blockPrice, open) = (
            try reader.int64(), try reader.int64(), try reader.lots()
        )
        let (owner, sender, generation) = (
            try reader.uint32(), try reader.uint32(), try reader.uint32()
        )
        let instrument = try reader.uint16()
        let start = reader.offset
        guard let status = OrderStatus(rawValue: try reader.uint8()) else {
            throw .invalid(offset: start, expected: "the number of an order's status")
        }
        self.init(
            clientOrder: clientOrder, owner: owner, sender: sender,
            instrument: InstrumentIndex(instrument), status: status,
            side: try reader.choice(Side.self), isResident: try reader.bool(),
            isCovered: try reader.bool())
        self.blocked = blocked
        self.blockPrice = blockPrice
        self.open = open
        self.generation = generation
    }
}
