/// All of a book's state, from which an equal book can be made.
public struct BookSnapshot: Sendable, Equatable {
    /// What it does with orders.
    public var phase: BookPhase
    /// The last trade's price.
    public var lastPrice: Int64?
    /// The prices it lets through.
    public var bands: PriceBands
    /// The standing orders in the book's order.
    public var orders: [StandingRecord]

    /// A snapshot of given parts.
    public init(
        phase: BookPhase, lastPrice: Int64?, bands: PriceBands, orders: [StandingRecord]
    ) {
        self.phase = phase
        self.lastPrice = lastPrice
        self.bands = bands
        self.orders = orders
    }
}

/// Why a snapshot can't be made a book again.
public enum SnapshotError: Error, Sendable, Equatable {
    /// It holds more than the book can.
    case full(order: UInt64, position: Int)
    /// An id occurs twice.
    case duplicate(order: UInt64, position: Int)
    /// An order's numbers are out of range or contradict each other.
    case invalid(order: UInt64, position: Int)
}

extension Book {
    /// The book's state.
    public func snapshot() -> BookSnapshot {
        BookSnapshot(
            phase: phase, lastPrice: lastPrice, bands: bands, orders: standingOrders())
    }

    /// A book in the state of a snapshot: the same commands give the same events from here on, and
    /// `stateHash` is that of the book it was taken from.
    public init(_ limits: BookLimits, restoring snapshot: BookSnapshot) throws(SnapshotError) {
        self.init(limits)
        phase = snapshot.phase
        hasLast = snapshot.lastPrice != nil
        last = snapshot.lastPrice ?? 0
        bands = snapshot.bands
        for (position, record) in snapshot.orders.enumerated() {
            try restore(record, position)
        }
        refreshSpecial()
    }

    private mutating func restore(
        _ record: StandingRecord, _ position: Int
    ) throws(SnapshotError) {
        guard Self.isSound(record) else {
            throw .invalid(order: record.id, position: position)
        }
        guard table.slot(of: record.id, in: pool) == 0 else {
            throw .duplicate(order: record.id, position: position)
        }
        var marks = OrderMarks(
            side: record.side, validity: record.validity, participant: record.participant)
        if record.place == .waiting { marks.insert(.waiting) }
        if record.place == .terms { marks.insert(.allOrNone) }
        if record.isPostOnly { marks.insert(.postOnly) }
        if record.place == .shown && record.display > 0 { marks.insert(.iceberg) }
        if record.price == nil && record.place == .shown { marks.insert(.unpriced) }
        if record.kind == .marketToLimit { marks.insert(.toLimit) }
        var details = OrderDetails()
        details.reserve = record.hidden
        details.display = record.display
        details.stop = record.stop
        details.limit = record.place == .waiting ? record.price ?? 0 : 0
        details.protection = record.protection
        details.date = record.date
        details.minimum = record.minimum
        details.group = record.group
        details.selfTrade = record.selfTrade
        details.kind = record.place == .waiting ? record.kind : .limit
        if details != .none || record.place != .shown { marks.insert(.detailed) }
        let key =
            marks.contains(.unpriced)
            ? Ladders.unpriced
            : Ladders.key(
                record.place == .waiting ? record.stop : record.price ?? 0, marks.ladder)
        guard !pool.isFull && hasRoom(key, marks.ladder) else {
            throw .full(order: record.id, position: position)
        }
        let slot = pool.take()
        pool[slot] = StandingOrder(
            id: record.id, quantity: record.shown, previous: 0, next: 0, level: 0, marks: marks)
        if marks.contains(.detailed) { pool.setDetails(of: slot, details) }
        table.insert(record.id, slot: slot)
        enqueue(slot, quantity: record.shown, key: key, marks.ladder)
        ladders.reserves[pool[slot].level] += record.hidden
    }

    private static func isSound(_ record: StandingRecord) -> Bool {
        let quantities = 0...BookLimits.largestQuantity
        let prices = -BookLimits.largestPrice...BookLimits.largestPrice
        let isStop = record.kind == .stop || record.kind == .stopLimit
        return record.shown > 0
            && [record.shown, record.hidden, record.display, record.minimum, record.protection]
                .allSatisfy(quantities.contains)
            && canShow(record.shown + record.hidden, by: record.display)
            && (record.hidden == 0 || (record.display > 0 && record.place == .shown))
            && prices.contains(record.price ?? 0) && prices.contains(record.stop)
            && record.participant <= BookLimits.largestParticipant
            && isStop == (record.place == .waiting)
            && (record.price == nil)
                == (record.kind == .market || record.kind == .marketToLimit
                    || record.kind == .stop)
    }
}
