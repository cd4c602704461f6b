/// What the marks of a standing order say; the participant's number is in the upper 20 bits.
struct OrderMarks: OptionSet {
    let rawValue: UInt32

    /// The side, as a number.
    static let sell = OrderMarks(rawValue: 1)
    /// Three bits of validity begin here.
    static let validityShift: UInt32 = 1
    /// A stop that hasn't been woken.
    static let waiting = OrderMarks(rawValue: 1 << 4)
    /// An all-or-none order, which stands in the ladder of special terms.
    static let allOrNone = OrderMarks(rawValue: 1 << 5)
    /// Shows only a part.
    static let iceberg = OrderMarks(rawValue: 1 << 6)
    /// Never takes.
    static let postOnly = OrderMarks(rawValue: 1 << 7)
    /// Has no limit: gathered for a call.
    static let unpriced = OrderMarks(rawValue: 1 << 8)
    /// Takes its limit from the first price it meets.
    static let toLimit = OrderMarks(rawValue: 1 << 9)
    /// There are details in the slot's second part.
    static let detailed = OrderMarks(rawValue: 1 << 10)
    static let participantShift: UInt32 = 12

    @inline(__always) init(rawValue: UInt32) { self.rawValue = rawValue }

    @inline(__always) init(side: Side, validity: Validity, participant: UInt32) {
        rawValue =
            UInt32(side.rawValue) | UInt32(validity.rawValue) << Self.validityShift
            | participant << Self.participantShift
    }

    @inline(__always) var side: Side { rawValue & 1 == 0 ? .buy : .sell }
    @inline(__always) var validity: Validity {
        Validity(rawValue: UInt8(truncatingIfNeeded: rawValue >> Self.validityShift & 7))
            ?? .goodTillCancelled
    }
    @inline(__always) var participant: UInt32 { rawValue >> Self.participantShift }

    /// The ladder such an order stands in.
    @inline(__always) var ladder: Int {
        let terms = rawValue >> 3 & 0b110
        return Int(rawValue & 1 | terms)
    }
}

/// What matching needs of a standing order: two of them fill a cache line.
struct StandingOrder {
    var id: UInt64
    /// What is left of it; of an iceberg, what is left of the shown part.
    var quantity: Int64
    /// The order before it at its price, or 0.
    var previous: UInt32
    /// The order after it at its price, or 0; in a free slot, the next free slot.
    var next: UInt32
    /// The price level it stands at; 0 in a free slot.
    var level: UInt32
    var marks: OrderMarks

    static let none = StandingOrder(
        id: 0, quantity: 0, previous: 0, next: 0, level: 0, marks: OrderMarks(rawValue: 0))
}

/// What only the rarer kinds of order need; valid if the order is marked `detailed`.
struct OrderDetails: Equatable {
    /// What an iceberg hasn't shown yet.
    var reserve: Int64 = 0
    /// How much an iceberg shows at a time; 0 for others.
    var display: Int64 = 0
    /// The limit of a waiting stop.
    var limit: Int64 = 0
    /// The stop price; 0 for others.
    var stop: Int64 = 0
    /// The protection of a waiting stop that will be a market order.
    var protection: Int64 = 0
    /// The last day or time it is good for.
    var date: UInt64 = 0
    /// A waiting stop's minimum.
    var minimum: Int64 = 0
    var group: UInt32 = 0
    var selfTrade = SelfTradePolicy.cancelNewest
    var kind = OrderKind.limit

    static let none = OrderDetails()
}
