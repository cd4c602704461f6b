public import BasicContainers

/// What an event of a section says happened.
public enum SectionEventKind: UInt8, Sendable, CaseIterable {
    /// An order was taken: `price` it acts with, `quantity`, `amount` blocked for it.
    case accepted = 1
    /// An order wasn't taken.
    case refused = 2
    /// This client order was sent before: `order` is the old one's number, `reason` what it was
    /// refused for or 0, `remaining` what is open of it now. Nothing was done.
    case repeated = 3
    /// `order` of `participant` came in and traded with `counter` of `counterparty`, which stood:
    /// `remaining` is left of the latter; `amount` is the value and `subject` the contract.
    case dealt = 4
    /// As `dealt`, in a call: `order` is the buyer's, `counter` the seller's.
    case dealtInCall = 5
    /// An order is gone: `quantity` was open, `amount` released.
    case cancelled = 6
    /// A cancellation wasn't done.
    case cancelRefused = 7
    /// An order lost its place and acts with `price` and `quantity`; `amount` is blocked for it.
    case replaced = 8
    /// An order kept its place with `quantity` open; `amount` is blocked for it.
    case reduced = 9
    /// A replacement wasn't done.
    case replaceRefused = 10
    /// A stop woke; it acts with `price` and `quantity`.
    case triggered = 11
    /// A trade at `price` would have left the band; the book gathers orders now.
    case halted = 12
    /// A call ended: `price`, `quantity` traded, `remaining` surplus on `side`.
    case uncrossed = 13
    /// A book is in another phase: `quantity` is the phase's number.
    case bookEntered = 14

    /// An instrument was listed or altered.
    case instrumentSet = 20
    /// A participant was admitted or altered.
    case participantSet = 21
    /// A participant was suspended or let in again (`quantity` 1 or 0).
    case suspensionSet = 22
    /// The kill switch was turned on or off (`quantity` 1 or 0), for all if `participant` is 0.
    case killSwitchSet = 23
    /// A command about reference data, money, receipts, contracts, deals or phases wasn't done.
    case commandRefused = 24

    /// A deposit came in: `amount`; `remaining` of it went to fees owed, the rest is free.
    case paidIn = 30
    /// A deposit went out.
    case paidOut = 31
    /// A fee was charged: `remaining` of `amount` is owed.
    case feeCharged = 32

    /// A receipt was issued, or came of a split or transfer: `subject` its number, `quantity`.
    case receiptIssued = 40
    /// Lots left the warehouse.
    case receiptWithdrawn = 41
    /// Two receipts are one, `subject`.
    case receiptsMerged = 42

    /// One side registered a deal: `subject` its number, `amount` blocked.
    case dealRegistered = 50
    /// A registered deal was withdrawn or is over.
    case dealWithdrawn = 51
    /// Both sides registered the same deal: `participant` bought, `counterparty` sold, `amount`
    /// is the value, `subject` the contract.
    case dealMatched = 52

    /// A contract went on: `subject`, `quantity` its state's number, `side` who did the step.
    case contractStepped = 60
    /// A side offers to end a contract, or took the offer back (`quantity` 1 or 0).
    case endOffered = 61
    /// A side let a deadline pass.
    case contractOverdue = 62
    /// A contract was defaulted: `amount` went from `participant` to `counterparty`.
    case penaltyPaid = 63

    /// What is over was forgotten: `quantity` orders.
    case forgotten = 70

    /// A session will be held, or is on: `subject` its number, `remaining` when its first phase
    /// begins (milliseconds since 1970 UTC).
    case sessionPlanned = 80
    /// A phase began: `quantity` its number (`PhaseKind`), `remaining` when the next one will.
    case phaseEntered = 81
    /// The session was halted.
    case sessionHalted = 82
    /// It goes on until `remaining`.
    case sessionResumed = 83
    /// The phase ends at `remaining`.
    case sessionExtended = 84
    /// The session was cancelled.
    case sessionCancelled = 85
    /// The session is over; its quotations are final.
    case sessionClosed = 86
    /// A call lasts until `remaining`: of `instrument`, or (`quantity` 1) of all.
    case callStarted = 87

    /// A lot will be auctioned: `subject` its number, `quantity`, `amount` blocked by its owner.
    case auctionListed = 100
    /// Bids are taken; see `AuctionEventKind` for this and those below: `subject` is the auction,
    /// `remaining` a moment where there is one.
    case auctionOpened = 101
    /// A bid was taken; private.
    case bidTaken = 102
    /// The participant leads.
    case bidLeading = 103
    /// The participant is no longer bound.
    case outbid = 104
    /// The auction ends later.
    case auctionExtended = 105
    /// The clock shows `price`.
    case clockFell = 106
    /// The clock was stopped.
    case clockStopped = 107
    /// A stage began: `quantity` its number.
    case stageEntered = 108
    /// A sealed bid was taken; private.
    case bidSealed = 109
    /// A sealed bid was withdrawn; private.
    case sealWithdrawn = 110
    /// The best sealed bid.
    case bidUnsealed = 111
    /// The leader retracted.
    case bidRetracted = 112
    /// The auction was halted.
    case auctionHalted = 113
    /// It goes on.
    case auctionResumed = 114
    /// `participant` bought from `counterparty`: `subject` is the contract, `amount` the value,
    /// `order` the auction.
    case lotSold = 115
    /// It is over.
    case auctionEnded = 116
    /// A bid wasn't taken.
    case bidRefused = 117
}

/// One thing that happened in a section, in the order in which it happened.
public struct SectionEvent: Sendable, Equatable {
    /// What happened.
    public var kind: SectionEventKind
    /// The side of `order`, or of `participant` in a contract.
    public var side: Side
    /// Why, where that needs saying.
    public var reason: SectionReason
    /// Which instrument it is about.
    public var instrument: InstrumentIndex
    /// Whom it is about.
    public var participant: ParticipantIndex
    /// Who is across.
    public var counterparty: ParticipantIndex
    /// The order's number in the section.
    public var order: UInt64
    /// The other order of a deal; else the sender's own number of `order`.
    public var counter: UInt64
    /// In ticks.
    public var price: Ticks
    /// In lots, or as the kind says.
    public var quantity: Quantity
    /// In lots, or as the kind says.
    public var remaining: Int64
    /// In minor units of the instrument's currency.
    public var amount: Money
    /// The number of the contract, receipt, registered deal or auction.
    public var subject: UInt64

    /// An event; what isn't said is nothing.
    @inlinable
    public init(
        _ kind: SectionEventKind, reason: SectionReason = .none, side: Side = .buy,
        instrument: InstrumentIndex = 0, participant: ParticipantIndex = 0,
        counterparty: ParticipantIndex = 0, order: UInt64 = 0, counter: UInt64 = 0,
        price: Ticks = 0, quantity: Quantity = 0, remaining: Int64 = 0, amount: Money = 0,
        subject: UInt64 = 0
    ) {
        self.kind = kind
        self.reason = reason
        self.side = side
        self.instrument = instrument
        self.participant = participant
        self.counterparty = counterparty
        self.order = order
        self.counter = counter
        self.price = price
        self.quantity = quantity
        self.remaining = remaining
        self.amount = amount
        self.subject = subject
    }
}

/// Where a section writes its events; the caller owns it and empties it when they are consumed. Its
/// memory is kept.
public struct SectionEvents: ~Copyable, Sendable {
    @usableFromInline var storage: UniqueArray<SectionEvent>

    /// An empty buffer with room for `capacity` events before it has to grow.
    public init(capacity: Int = 4_096) {
        storage = UniqueArray(minimumCapacity: max(1, capacity))
    }

    /// How many events there are.
    @inlinable public var count: Int { storage.count }

    /// Whether there are none.
    @inlinable public var isEmpty: Bool { storage.count == 0 }

    /// The event at a position in 0 ..< `count`, oldest first.
    @inlinable public subscript(position: Int) -> SectionEvent { storage[position] }

    /// Forgets the events and keeps the memory.
    @inlinable public mutating func removeAll() { storage.removeAll(keepingCapacity: true) }

    /// A copy of the events, for tests and slow consumers.
    public func array() -> [SectionEvent] { (0..<count).map { storage[$0] } }

    @inline(__always) mutating func append(_ event: SectionEvent) { storage.append(event) }
}
