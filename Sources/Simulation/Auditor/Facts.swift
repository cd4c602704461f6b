internal import Exchange

/// What the auditor knows of an order, from its command and its events alone.
struct OrderFact {
    var number: UInt64
    var owner: ParticipantIndex
    var sender: ParticipantIndex
    var clientOrder: UInt64
    var instrument: InstrumentIndex
    var order: NewOrder
    var receipt: UInt64
    var open: Quantity
    /// The limit it acts with; nil if it has none, or none is known.
    var limit: Ticks?
    /// Whether it waits for its stop.
    var isWaiting: Bool
    /// Its place in the order of arrivals.
    var arrival: UInt64
    var isResident: Bool
    /// 0 if it trades with everybody.
    var group: UInt64
    var lastRequest: UInt64 = 0

    var side: Side { order.side }
    var isAllOrNone: Bool { order.conditions.contains(.allOrNone) }
    /// Whether its place in the queue follows from its limit and its arrival alone.
    var isPlain: Bool {
        order.kind == .limit && order.display == 0 && !isAllOrNone && !order.validity.isImmediate
    }
}

/// A client's own number of an order.
struct ClientKey: Hashable {
    var sender: ParticipantIndex
    var number: UInt64
}

/// Whose money in which currency.
struct Purse: Hashable {
    var owner: ParticipantIndex
    var currency: CurrencyCode
}

/// Whose goods.
struct Holding: Hashable {
    var owner: ParticipantIndex
    var instrument: InstrumentIndex
}

/// What the auditor knows of a contract.
struct ContractFact {
    var instrument: InstrumentIndex
    var buyer: ParticipantIndex
    var seller: ParticipantIndex
    var price: Ticks
    var quantity: Quantity
    var value: Money
    var receipt: UInt64
    var state = ContractState.concluded
    var buyerFee: Money
    var sellerFee: Money
    /// What may stand behind it at most.
    var buyerSecurity: Money
    var sellerSecurity: Money
}

/// A lot that is being auctioned.
struct AuctionFact {
    var owner: ParticipantIndex
    var instrument: InstrumentIndex
    var left: Quantity
    var receipt: UInt64
    var isReverse: Bool
}

/// A share of a value in hundredths of a percent.
enum Share {
    static func down(_ value: Money, _ rate: UInt32) -> Money {
        Money(clamping: Int128(value) * Int128(rate) / 10_000)
    }

    static func up(_ value: Money, _ rate: UInt32) -> Money {
        Money(clamping: (Int128(value) * Int128(rate) + 9_999) / 10_000)
    }
}
