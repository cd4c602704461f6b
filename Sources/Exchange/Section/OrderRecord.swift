/// What became of an order.
enum OrderStatus: UInt8, Sendable {
    /// The slot holds no order.
    case none = 0
    /// It stands on its book.
    case open = 1
    /// It is filled or cancelled.
    case gone = 2
    /// It was never taken.
    case refused = 3
}

/// What the section looks at for every command about an order: 48 bytes, so that a million of them
/// are few pages. What only some orders need is in `OrderExtra`.
struct OrderRecord: Sendable {
    /// The sender's own number.
    var clientOrder: UInt64
    /// What of the owner's deposit stands behind it.
    var blocked: Money
    /// The price at which it blocks.
    var blockPrice: Ticks
    /// What is open of it, hidden quantity included.
    var open: Quantity
    var owner: ParticipantIndex
    var sender: ParticipantIndex
    /// How often its slot was used before.
    var generation: UInt32
    /// The instrument, of which a section has at most 2¹⁶.
    var instrumentNumber: UInt16
    /// Status in bits 0 and 1; then bits for a sale, a resident, a receipt.
    private var marks: UInt8

    @inline(__always)
    init(
        clientOrder: UInt64, owner: ParticipantIndex, sender: ParticipantIndex,
        instrument: InstrumentIndex, status: OrderStatus, side: Side, isResident: Bool,
        isCovered: Bool
    ) {
        self.clientOrder = clientOrder
        blocked = 0
        blockPrice = 0
        open = 0
        self.owner = owner
        self.sender = sender
        generation = 0
        instrumentNumber = UInt16(truncatingIfNeeded: instrument)
        marks =
            status.rawValue | side.rawValue << 2 | (isResident ? 8 : 0) | (isCovered ? 16 : 0)
    }

    @inline(__always) var instrument: InstrumentIndex { InstrumentIndex(instrumentNumber) }

    @inline(__always) var side: Side { marks & 4 == 0 ? .buy : .sell }

    /// Whether the owner was a resident when it came in.
    @inline(__always) var isResident: Bool { marks & 8 != 0 }

    /// Whether a receipt stands behind it.
    @inline(__always) var isCovered: Bool { marks & 16 != 0 }

    @inline(__always) var status: OrderStatus {
        get { OrderStatus(rawValue: marks & 3) ?? .none }
        set { marks = marks & ~3 | newValue.rawValue }
    }

    static let none = OrderRecord(
        clientOrder: 0, owner: 0, sender: 0, instrument: 0, status: .none, side: .buy,
        isResident: true, isCovered: false)
}

/// What only some orders need.
struct OrderExtra: Sendable, Equatable {
    /// The sender's number of the last replacement.
    var lastRequest: UInt64 = 0
    /// The receipt behind it, or 0.
    var receipt: UInt64 = 0
    /// Why it was refused, or the last replacement was.
    var reason: UInt16 = 0
}
