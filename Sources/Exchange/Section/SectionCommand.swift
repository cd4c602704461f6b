/// One command to a section, with the moment at which the gate took it.
public struct SectionCommand: Sendable, Equatable {
    /// When; a moment before the latest that the section has seen counts as the latest.
    public var time: Instant
    /// What.
    public var action: SectionAction

    /// A command of given parts.
    public init(time: Instant, action: SectionAction) {
        self.time = time
        self.action = action
    }
}

/// What a section can be told to do. Whether the sender may say so is the gate's business.
public enum SectionAction: Sendable, Equatable {
    // Orders.

    /// A new order.
    case enter(OrderEntry)
    /// Cancels an order.
    case cancel(OrderName)
    /// Gives an order another price and open quantity.
    case replace(OrderReplacement)
    /// Cancels all orders that fit.
    case massCancel(MassCancel)
    /// A connection is gone: cancels the orders that `participant` sent, if it wants that.
    case disconnect(ParticipantIndex)
    /// The operator's kill switch, for a participant or (0) for all: on cancels and bars.
    case kill(ParticipantIndex, on: Bool)

    // Reference data.

    /// Lists an instrument; its number is the next one.
    indirect case list(Instrument)
    /// Alters an instrument; what orders go by only while none stand.
    indirect case alterInstrument(InstrumentIndex, Instrument)
    /// Admits a participant; its number is the next one.
    indirect case admit(Participant)
    /// Alters a participant.
    indirect case alterParticipant(ParticipantIndex, Participant)
    /// Suspends a participant (its orders stay) or lets it in again.
    case suspend(ParticipantIndex, on: Bool)

    // Money.

    /// A deposit came in at the bank.
    case payIn(Payment)
    /// A free deposit goes out.
    case payOut(Payment)
    /// The house charges a fee.
    case chargeFee(Payment)

    // Warehouse receipts.

    /// A warehouse's paper is entered.
    case issueReceipt(ReceiptIssue)
    /// Free lots become a receipt of their own, of the same owner (`receiver` 0) or another.
    case moveReceipt(ReceiptMove)
    /// The free lots of the second receipt join the first.
    case mergeReceipts(owner: ParticipantIndex, first: UInt64, second: UInt64)
    /// Free lots leave the warehouse.
    case withdrawReceipt(owner: ParticipantIndex, receipt: UInt64, quantity: Quantity)

    // Negotiated deals and contracts.

    /// One side registers a deal; it is made when the other registers the same.
    case registerDeal(DealProposal)
    /// A side withdraws what it registered.
    case withdrawDeal(ParticipantIndex, UInt64)
    /// A step of a contract by a party, or by the house (participant 0).
    case step(contract: UInt64, ContractStep, by: ParticipantIndex)

    // Auctions.

    /// Lists a lot for an auction; its number is the next one.
    indirect case listAuction(AuctionListing)
    /// Something is done in an auction: by a participant (for `client`, if for somebody else), or
    /// by the house (0).
    case auction(UInt64, AuctionAct, by: ParticipantIndex, client: ParticipantIndex)

    // Sessions.

    /// From now on sessions are held by a timetable; the one that is on ends as planned.
    indirect case setTimetable(Timetable)
    /// A session is held beside the timetable; its phases begin at the given moments.
    indirect case openSession(SessionPlan, ScheduledSession)
    /// The operator changes the course of the session.
    case session(SessionOrder)

    // Time and phases without a timetable.

    /// Nothing but time.
    case advance
    /// The operator puts a book, or all books, into a phase.
    case enterPhase(InstrumentIndex?, BookPhase)
    /// The operator ends the call of a book, or of all books.
    case uncross(InstrumentIndex?, reference: Ticks?, then: BookPhase)
    /// The operator ends the validity of orders.
    case expire(Validity)
    /// Forgets orders that are gone and contracts that are over.
    case forget
}

/// A new order as a participant sends it.
public struct OrderEntry: Sendable, Equatable {
    /// Who sends it: a firm for itself, or a broker.
    public var sender: ParticipantIndex
    /// For whom, if for somebody else; else 0.
    public var client: ParticipantIndex
    /// The sender's own number, above 0: the same number again is the same order.
    public var clientOrder: UInt64
    /// What is to be traded.
    public var instrument: InstrumentIndex
    /// The receipt the goods come from; 0 puts a deposit behind the order.
    public var receipt: UInt64
    /// The order itself; its `id`, `participant`, `group` and `selfTrade` are set by the section.
    /// `date` of good-till-date is its last moment, in milliseconds since 1970 UTC.
    public var order: NewOrder

    /// An order entry of given parts.
    public init(
        sender: ParticipantIndex, client: ParticipantIndex = 0, clientOrder: UInt64,
        instrument: InstrumentIndex, receipt: UInt64 = 0, order: NewOrder
    ) {
        self.sender = sender
        self.client = client
        self.clientOrder = clientOrder
        self.instrument = instrument
        self.receipt = receipt
        self.order = order
    }
}

/// How a command names an order.
public struct OrderName: Sendable, Equatable {
    /// Who sent the order; 0 is the house, which may name any order by its number.
    public var sender: ParticipantIndex
    /// The sender's own number; 0 names it by `order`.
    public var clientOrder: UInt64
    /// The number that the section gave it.
    public var order: UInt64

    /// An order by its sender's own number.
    public init(sender: ParticipantIndex, clientOrder: UInt64) {
        self.sender = sender
        self.clientOrder = clientOrder
        order = 0
    }

    /// An order by the section's number.
    public init(sender: ParticipantIndex, order: UInt64) {
        self.sender = sender
        clientOrder = 0
        self.order = order
    }
}

/// A new price and open quantity for an order.
public struct OrderReplacement: Sendable, Equatable {
    /// Which order.
    public var name: OrderName
    /// The sender's own number of this request: the same as that of the order's last replacement is
    /// the same request, which isn't done again. 0 is never the same.
    public var request: UInt64
    /// In ticks.
    public var price: Ticks
    /// What is to be open from now on, in lots.
    public var quantity: Quantity

    /// A replacement of given parts.
    public init(name: OrderName, request: UInt64 = 0, price: Ticks, quantity: Quantity) {
        self.name = name
        self.request = request
        self.price = price
        self.quantity = quantity
    }
}

/// Which orders are cancelled together; nil fits all.
public struct MassCancel: Sendable, Equatable {
    /// Orders that this participant sent or that are for it; 0 fits all.
    public var participant: ParticipantIndex
    /// Orders in this instrument.
    public var instrument: InstrumentIndex?
    /// Orders of this side.
    public var side: Side?

    /// What fits; what isn't said fits all.
    public init(
        participant: ParticipantIndex, instrument: InstrumentIndex? = nil, side: Side? = nil
    ) {
        self.participant = participant
        self.instrument = instrument
        self.side = side
    }
}

/// An amount that comes in, goes out, or is charged.
public struct Payment: Sendable, Equatable {
    /// The number of the voucher: above that of every payment before, so that none is booked twice;
    /// 0 isn't looked at.
    public var voucher: UInt64
    /// Whose.
    public var participant: ParticipantIndex
    /// In which currency.
    public var currency: CurrencyCode
    /// In minor units, above 0.
    public var amount: Money

    /// A payment of given parts.
    public init(
        voucher: UInt64, participant: ParticipantIndex, currency: CurrencyCode, amount: Money
    ) {
        self.voucher = voucher
        self.participant = participant
        self.currency = currency
        self.amount = amount
    }
}

/// A warehouse's paper as it is entered.
public struct ReceiptIssue: Sendable, Equatable {
    /// Whose goods.
    public var owner: ParticipantIndex
    /// Which goods.
    public var instrument: InstrumentIndex
    /// How many lots.
    public var quantity: Quantity
    /// The number on the paper.
    public var voucher: UInt64
    /// From when the goods may no longer be sold on it.
    public var validTo: Instant

    /// A paper of given parts.
    public init(
        owner: ParticipantIndex, instrument: InstrumentIndex, quantity: Quantity,
        voucher: UInt64, validTo: Instant = .distantFuture
    ) {
        self.owner = owner
        self.instrument = instrument
        self.quantity = quantity
        self.voucher = voucher
        self.validTo = validTo
    }
}

/// Lots on their way from one receipt to a new one.
public struct ReceiptMove: Sendable, Equatable {
    /// Whose receipt it is.
    public var owner: ParticipantIndex
    /// Which receipt.
    public var receipt: UInt64
    /// How many lots.
    public var quantity: Quantity
    /// Who gets them; 0 is the owner.
    public var receiver: ParticipantIndex

    /// A move of given parts.
    public init(
        owner: ParticipantIndex, receipt: UInt64, quantity: Quantity,
        receiver: ParticipantIndex = 0
    ) {
        self.owner = owner
        self.receipt = receipt
        self.quantity = quantity
        self.receiver = receiver
    }
}

/// One side's word that it made a deal.
public struct DealProposal: Sendable, Equatable {
    /// Who says so: the firm itself or its broker.
    public var sender: ParticipantIndex
    /// For whom, if for somebody else; else 0.
    public var client: ParticipantIndex
    /// Whether it buys or sells.
    public var side: Side
    /// With whom.
    public var counterparty: ParticipantIndex
    /// What.
    public var instrument: InstrumentIndex
    /// In ticks.
    public var price: Ticks
    /// In lots.
    public var quantity: Quantity
    /// The seller's receipt, or 0.
    public var receipt: UInt64

    /// A proposal of given parts.
    public init(
        sender: ParticipantIndex, client: ParticipantIndex = 0, side: Side,
        counterparty: ParticipantIndex, instrument: InstrumentIndex, price: Ticks,
        quantity: Quantity, receipt: UInt64 = 0
    ) {
        self.sender = sender
        self.client = client
        self.side = side
        self.counterparty = counterparty
        self.instrument = instrument
        self.price = price
        self.quantity = quantity
        self.receipt = receipt
    }
}

/// A lot that is to be auctioned.
public struct AuctionListing: Sendable, Equatable {
    /// What is sold, or in a reverse auction bought.
    public var lot: Lot
    /// Who sells it, or in a reverse auction buys.
    public var owner: ParticipantIndex
    /// The receipt that a seller's lot comes from; 0 puts a deposit behind it.
    public var receipt: UInt64
    /// How it is auctioned.
    public var terms: AuctionTerms

    /// A listing of given parts.
    public init(
        lot: Lot, owner: ParticipantIndex, receipt: UInt64 = 0, terms: AuctionTerms
    ) {
        self.lot = lot
        self.owner = owner
        self.receipt = receipt
        self.terms = terms
    }
}

/// The terms of an auction of any form; owner and quantity are those of the lot.
public enum AuctionTerms: Sendable, Equatable {
    /// English or reverse.
    case open(OpenAuctionTerms)
    /// Dutch.
    case dutch(DutchTerms)
}

/// What is done in an auction. Prices are in ticks.
public enum AuctionAct: Sendable, Equatable {
    /// Bids in an English or reverse auction.
    case bid(Ticks)
    /// Takes the leading bid back, where the terms allow it.
    case retract
    /// Stops the clock of a Dutch auction for lots, paying at most this.
    case take(Ticks, Quantity)
    /// Gives a sealed bid.
    case seal(Ticks)
    /// Withdraws a sealed bid.
    case withdraw
    /// Answers the best sealed bid.
    case improve(Ticks)
    /// The house opens it before its time.
    case open
    /// The house stops it.
    case halt
    /// The house lets it go on.
    case resume
    /// The house ends it.
    case cancel
}

/// How the operator changes the course of a session.
public enum SessionOrder: Sendable, Equatable {
    /// The phase that is on, or the wait before the first, ends so many milliseconds later.
    case extend(Int64)
    /// Only cancellations are taken.
    case halt
    /// It goes on.
    case resume
    /// It is over.
    case cancel
    /// The next phase, which is named, begins now.
    case next(PhaseKind)
}
