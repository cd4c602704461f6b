/// A standing order as others see it: for snapshots, drop copies and checks.
public struct StandingRecord: Sendable, Equatable {
    /// Where it stands.
    public enum Place: UInt8, Sendable {
        /// On the book for all to see.
        case shown = 0
        /// A stop order that waits.
        case waiting = 1
        /// An all-or-none order, among the special terms.
        case terms = 2
    }

    /// Its id.
    public var id: UInt64
    /// Buy or sell.
    public var side: Side
    /// Where it stands.
    public var place: Place
    /// How long it may stand.
    public var validity: Validity
    /// Who sent it.
    public var participant: UInt32
    /// Its limit in ticks; nil for orders without a limit.
    public var price: Int64?
    /// What it shows, in lots.
    public var shown: Int64
    /// What it hides, in lots.
    public var hidden: Int64
    /// What an iceberg shows at a time, in lots; else 0.
    public var display: Int64
    /// A waiting stop's price in ticks; else 0.
    public var stop: Int64
    /// A waiting stop's protection in ticks; else 0.
    public var protection: Int64
    /// A waiting stop's minimum in lots; else 0.
    public var minimum: Int64
    /// The last date it is good for; 0 if it has none.
    public var date: UInt64
    /// Its group; 0 if it has none.
    public var group: UInt32
    /// What happens when it comes in and meets its group.
    public var selfTrade: SelfTradePolicy
    /// `stop` or `stopLimit` while it waits, `market` or `marketToLimit` while it has no limit, else
    /// `limit`.
    public var kind: OrderKind
    /// Whether it never takes.
    public var isPostOnly: Bool

    /// A record of given parts; what isn't said is plain.
    public init(
        id: UInt64, side: Side, place: Place = .shown, validity: Validity = .goodTillCancelled,
        participant: UInt32 = 0, price: Int64?, shown: Int64, hidden: Int64 = 0,
        display: Int64 = 0, stop: Int64 = 0, protection: Int64 = 0, minimum: Int64 = 0,
        date: UInt64 = 0, group: UInt32 = 0, selfTrade: SelfTradePolicy = .cancelNewest,
        kind: OrderKind = .limit, isPostOnly: Bool = false
    ) {
        self.id = id
        self.side = side
        self.place = place
        self.validity = validity
        self.participant = participant
        self.price = price
        self.shown = shown
        self.hidden = hidden
        self.display = display
        self.stop = stop
        self.protection = protection
        self.minimum = minimum
        self.date = date
        self.group = group
        self.selfTrade = selfTrade
        self.kind = kind
        self.isPostOnly = isPostOnly
    }
}

extension Book {
    /// All standing orders in the book's order: shown bids and offers, waiting buy and sell stops,
    /// bids and offers of special terms, each by priority.
    public func standingOrders() -> [StandingRecord] {
        var records: [StandingRecord] = []
        records.reserveCapacity(pool.count)
        forEachSlot { records.append(record(of: $0)) }
        return records
    }

    func forEachSlot(_ visit: (UInt32) -> Void) {
        for ladder in 0..<Ladders.count {
            var level = ladders.heads[ladder].best
            while level != 0 {
                var slot = ladders.levels[level].first
                while slot != 0 {
                    visit(slot)
                    slot = pool[slot].next
                }
                level = ladders.level(after: ladders.levels[level].key, ladder)
            }
        }
    }

    func record(of slot: UInt32) -> StandingRecord {
        let order = pool[slot]
        let marks = order.marks
        let details = marks.contains(.detailed) ? pool.details[slot] : .none
        let isWaiting = marks.contains(.waiting)
        let isUnpriced = marks.contains(.unpriced)
        let hasLimit = !isUnpriced && !(isWaiting && details.kind == .stop)
        var kind = OrderKind.limit
        if isWaiting { kind = details.kind }
        if isUnpriced { kind = marks.contains(.toLimit) ? .marketToLimit : .market }
        return StandingRecord(
            id: order.id, side: marks.side,
            place: isWaiting ? .waiting : marks.contains(.allOrNone) ? .terms : .shown,
            validity: marks.validity, participant: marks.participant,
            price: hasLimit ? limit(of: slot) : nil, shown: order.quantity,
            hidden: open(slot) - order.quantity, display: details.display, stop: details.stop,
            protection: details.protection, minimum: details.minimum, date: details.date,
            group: details.group, selfTrade: details.selfTrade, kind: kind,
            isPostOnly: marks.contains(.postOnly))
    }
}
