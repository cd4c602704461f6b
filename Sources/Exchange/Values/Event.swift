/// What an event says happened.
public enum EventKind: UInt8, Sendable, CaseIterable {
    /// The book took a new order; `price` is the limit it acts with, `quantity` all of it.
    case accepted = 1
    /// `order` came in and traded with `counter`, which stood: `price` is the standing order's,
    /// `remaining` what is left of the standing order, hidden quantity included.
    case traded = 2
    /// `order` (the buyer) and `counter` (the seller) traded in a call at its one price;
    /// `remaining` is what is left of the seller.
    case crossed = 3
    /// The order is gone from the book without a trade; `quantity` was still open.
    case cancelled = 4
    /// The order lost its old place; it now acts with `price` and `quantity`.
    case replaced = 5
    /// The order has only `quantity` left and kept its place.
    case reduced = 6
    /// A trade woke a stop order; it now acts with `price` and `quantity`.
    case triggered = 7
    /// A new order was not taken.
    case refused = 8
    /// A cancellation was not done.
    case cancelRefused = 9
    /// A replacement was not done; the order, if there is one, stands as before.
    case replaceRefused = 10
    /// A trade of `order` at `price` would have left the band: nothing traded there, and the book
    /// gathers orders from now on.
    case halted = 11
    /// A call ended: `price`, `quantity` traded, `remaining` the surplus and `side` where it is.
    case uncrossed = 12
}

/// Why something was refused or cancelled. The numbers are part of the face and never change.
public enum Reason: UInt8, Sendable, CaseIterable {
    /// No reason is needed.
    case none = 0

    // What a new order or a replacement is refused for.

    /// An order of this id stands on the book.
    case duplicateIdentifier = 1
    /// The quantity is not 1 … `BookLimits.largestQuantity`.
    case quantityOutOfRange = 2
    /// A price is beyond ±`BookLimits.largestPrice`.
    case priceOutOfRange = 3
    /// The participant's number is above `BookLimits.largestParticipant`.
    case participantOutOfRange = 4
    /// The book holds as many orders as it can.
    case bookFull = 5
    /// The book holds as many prices as it can.
    case levelsFull = 6
    /// A post-only order would trade at once.
    case wouldTrade = 7
    /// A market order finds no price to go by.
    case noOppositePrice = 8
    /// The limit is outside the prices that may be entered.
    case outsideEntryBand = 9
    /// The displayed quantity is negative, above the quantity, or below its thousandth
    /// (`BookLimits.mostParts`).
    case displayOutOfRange = 10
    /// The minimum is negative or above the quantity.
    case minimumOutOfRange = 11
    /// The protection is negative or too large.
    case protectionOutOfRange = 12
    /// The conditions contradict each other.
    case conditionsConflict = 13
    /// The book is closed.
    case closed = 14
    /// This kind of order isn't taken while orders gather for a call.
    case notInCall = 15
    /// No order of this id stands on the book.
    case unknownOrder = 16
    /// This command belongs to another phase of the book.
    case wrongPhase = 17
    /// A call found no price: nothing crosses.
    case noCross = 18

    // What an order is cancelled for.

    /// Its owner asked.
    case requested = 32
    /// It was good for this moment only.
    case immediate = 33
    /// It couldn't be filled whole.
    case notFillable = 34
    /// Its minimum couldn't be traded.
    case belowMinimum = 35
    /// It would have traded within its own group.
    case selfTrade = 36
    /// Its time is over.
    case expired = 37
    /// A mass cancellation took it.
    case massCancel = 38
    /// A market order was left over when a call ended.
    case callEnded = 39
    /// The price at which it met the band.
    case band = 40

    // What a halt is for.

    /// The band around the fixed reference price.
    case staticBand = 48
    /// The band around the last price.
    case dynamicBand = 49

    /// What moved a price: the one price of a call.
    case callPrice = 50
}

/// One thing that happened in a book, in the order in which it happened.
public struct Event: Sendable, Equatable {
    /// What happened.
    public var kind: EventKind
    /// Why, where that needs saying.
    public var reason: Reason
    /// The side of `order`.
    public var side: Side
    /// The participant of the order this is about; of `counter` in trades.
    public var participant: UInt32
    /// The order this is about.
    public var order: UInt64
    /// The other order of a trade, else 0.
    public var counter: UInt64
    /// In ticks.
    public var price: Int64
    /// In lots.
    public var quantity: Int64
    /// In lots; see the kinds.
    public var remaining: Int64

    /// An event; what isn't said is nothing.
    @inlinable
    public init(
        _ kind: EventKind, reason: Reason = .none, side: Side = .buy, participant: UInt32 = 0,
        order: UInt64 = 0, counter: UInt64 = 0, price: Int64 = 0, quantity: Int64 = 0,
        remaining: Int64 = 0
    ) {
        self.kind = kind
        self.reason = reason
        self.side = side
        self.participant = participant
        self.order = order
        self.counter = counter
        self.price = price
        self.quantity = quantity
        self.remaining = remaining
    }
}
