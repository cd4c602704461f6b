/// How an order's price is found.
public enum OrderKind: UInt8, Sendable, CaseIterable {
    /// Trades at its price or better; what is left stands at its price.
    case limit = 0
    /// Trades at the best opposite price and as far from it as its protection allows; what is left
    /// stands at the protected price. Between phases of a call it stands before every limit.
    case market = 1
    /// Trades at the best opposite price only; what is left stands at that price.
    case marketToLimit = 2
    /// Waits until a trade reaches its stop price, then acts as a market order.
    case stop = 3
    /// Waits until a trade reaches its stop price, then acts as a limit order.
    case stopLimit = 4
}

/// How long an order may stand.
public enum Validity: UInt8, Sendable, CaseIterable {
    /// Until it is cancelled.
    case goodTillCancelled = 0
    /// Until the day's end: leaves with `expire(.day)`.
    case day = 1
    /// Until the session's end: leaves with `expire(.session)`.
    case session = 2
    /// Up to and including its date: leaves with `expire(.through(date))`.
    case goodTillDate = 3
    /// Trades what it can at once; the rest is cancelled.
    case immediateOrCancel = 4
    /// Trades all of it at once or nothing.
    case fillOrKill = 5

    /// Whether such an order never stands on the book.
    public var isImmediate: Bool { rawValue >= Validity.immediateOrCancel.rawValue }
}

/// What happens when an order would trade with one of its own group.
public enum SelfTradePolicy: UInt8, Sendable, CaseIterable {
    /// What is left of the incoming order is cancelled.
    case cancelNewest = 0
    /// The standing order is cancelled and the incoming one goes on.
    case cancelOldest = 1
    /// Both are cancelled.
    case cancelBoth = 2
    /// Both lose the smaller of their quantities without a trade.
    case decrement = 3
}

/// Conditions that an order may carry besides its kind and validity.
public struct OrderConditions: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8

    /// Conditions from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Trades its whole quantity in one go or not at all, but may wait for that.
    public static let allOrNone = OrderConditions(rawValue: 1)
    /// Never trades on arrival: it is refused if it would.
    public static let postOnly = OrderConditions(rawValue: 2)
}

/// An order as it is sent to a book. Prices are in ticks, quantities in lots.
public struct NewOrder: Sendable, Equatable {
    /// The order's name; free again once the order is gone.
    public var id: UInt64
    /// Buy or sell.
    public var side: Side
    /// How its price is found.
    public var kind: OrderKind
    /// The limit in ticks, for `limit` and `stopLimit`.
    public var price: Int64
    /// The quantity in lots: 1 … `BookLimits.largestQuantity`.
    public var quantity: Int64
    /// How long it may stand.
    public var validity: Validity
    /// The last day or time it is good for, for `goodTillDate`; a number of the caller's calendar.
    public var date: UInt64
    /// The trade price in ticks that wakes a stop order.
    public var stop: Int64
    /// How many ticks beyond the best opposite price a market order may trade.
    public var protection: Int64
    /// The quantity an iceberg shows at a time; 0 shows everything.
    public var display: Int64
    /// The least quantity that must trade at once, or nothing does; 0 asks for none.
    public var minimum: Int64
    /// Further conditions.
    public var conditions: OrderConditions
    /// Who sends it: 0 … `BookLimits.largestParticipant`; 0 is nobody in particular.
    public var participant: UInt32
    /// Orders of one group (a firm, or a group of firms) don't trade with each other; 0 is no group.
    public var group: UInt32
    /// What happens if they would.
    public var selfTrade: SelfTradePolicy

    /// An order; what isn't said is plain.
    public init(
        id: UInt64, side: Side, kind: OrderKind = .limit, price: Int64 = 0, quantity: Int64,
        validity: Validity = .goodTillCancelled, date: UInt64 = 0, stop: Int64 = 0,
        protection: Int64 = 0, display: Int64 = 0, minimum: Int64 = 0,
        conditions: OrderConditions = [], participant: UInt32 = 0, group: UInt32 = 0,
        selfTrade: SelfTradePolicy = .cancelNewest
    ) {
        self.id = id
        self.side = side
        self.kind = kind
        self.price = price
        self.quantity = quantity
        self.validity = validity
        self.date = date
        self.stop = stop
        self.protection = protection
        self.display = display
        self.minimum = minimum
        self.conditions = conditions
        self.participant = participant
        self.group = group
        self.selfTrade = selfTrade
    }

    /// Whether it is a limit order without conditions, its group aside.
    @inline(__always) var isPlain: Bool {
        kind == .limit && conditions.isEmpty && display == 0 && minimum == 0
            && validity != .goodTillDate && validity != .fillOrKill
    }
}
