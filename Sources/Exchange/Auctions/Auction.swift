/// Where an auction stands.
public enum AuctionStatus: UInt8, Sendable, CaseIterable {
    /// It hasn't opened.
    case scheduled = 0
    /// Bids are taken.
    case open = 1
    /// The operator stopped it; it may go on.
    case halted = 2
    /// It ended by its rules, sold or not.
    case ended = 3
    /// The operator ended it; what was sold before stays sold.
    case cancelled = 4
}

/// What an event of an auction says happened.
public enum AuctionEventKind: UInt8, Sendable, CaseIterable {
    /// Bids are taken from now on, `until`.
    case opened = 1
    /// A bid was taken; `price` is what was bid. Only for the bidder's eyes where bids are maximums.
    case bidTaken = 2
    /// The participant leads from now on, at `price`.
    case leading = 3
    /// The participant is no longer bound: its deposit is free again. `price` is what it had bid, if
    /// that was beaten, else the price that was shown.
    case outbid = 4
    /// The auction ends later, `until`.
    case extended = 5
    /// The clock shows `price`; what it showed between two commands is left out.
    case priceFell = 6
    /// The clock was stopped at `price`; sealed bids come next.
    case clockStopped = 7
    /// A stage of a three-stage auction began; it lasts `until`.
    case stageEntered = 8
    /// A sealed bid was taken. Only for the bidder's eyes.
    case sealed = 9
    /// A sealed bid was withdrawn. Only for the bidder's eyes.
    case sealWithdrawn = 10
    /// The sealed bids were opened: this is the best.
    case unsealed = 11
    /// The leader retracted: nobody leads, and bidding begins anew.
    case retracted = 12
    /// The operator stopped the auction.
    case halted = 13
    /// It goes on, `until`.
    case resumed = 14
    /// `quantity` is sold to the participant at `price`; `remaining` is left of the lot.
    case sold = 15
    /// It is over; the reason says why nothing more is sold.
    case ended = 16
    /// A command was not done.
    case refused = 17

    /// Whether only the participant may see it.
    public var isPrivate: Bool {
        self == .bidTaken || self == .sealed || self == .sealWithdrawn || self == .refused
    }
}

/// Why something was refused in an auction, or why one ended. The numbers are part of the face and
/// never change.
public enum AuctionReason: UInt8, Sendable, CaseIterable {
    /// No reason is needed; at the end: all was sold.
    case none = 0

    // What a command is refused for.

    /// The auction hasn't opened.
    case notOpen = 1
    /// It is halted.
    case halted = 2
    /// It is over.
    case over = 3
    /// The participant's number isn't 1 … `BookLimits.largestParticipant`.
    case participantOutOfRange = 4
    /// Nobody bids for what is their own.
    case ownLot = 5
    /// The price is beyond ±`BookLimits.largestPrice`.
    case priceOutOfRange = 6
    /// The bid is no better than the least next one.
    case notBetter = 7
    /// The bid is more than the largest step ahead.
    case stepTooLarge = 8
    /// The bidder leads already.
    case alreadyLeading = 9
    /// The bidder doesn't lead.
    case notLeading = 10
    /// These bids can't be retracted.
    case notRetractable = 11
    /// The price named is below what the clock shows.
    case belowClock = 12
    /// The quantity is more than is left, or less than the least that may be taken.
    case quantityOutOfRange = 13
    /// Only the whole lot can be taken.
    case wholeLotOnly = 14
    /// This command belongs to another stage.
    case wrongStage = 15
    /// Who stopped the clock gives no sealed bid.
    case isClockWinner = 16
    /// Only who stopped the clock may answer the best sealed bid.
    case notClockWinner = 17
    /// The participant has no sealed bid.
    case noSealedBid = 18
    /// It isn't halted.
    case notHalted = 19
    /// The auction holds as many sealed bids as it can.
    case tooManyBids = 20
    /// It has opened already.
    case alreadyOpen = 21

    // Why an auction ended with something unsold.

    /// Nobody bid.
    case noBids = 32
    /// The best bid didn't reach the reserve.
    case reserveNotMet = 33
    /// The clock reached its end.
    case clockEnded = 34
    /// The operator cancelled it.
    case cancelled = 35
}

/// One thing that happened in an auction, in the order in which it happened.
public struct AuctionEvent: Sendable, Equatable {
    /// What happened.
    public var kind: AuctionEventKind
    /// When.
    public var at: Instant
    /// Why, where that needs saying.
    public var reason: AuctionReason = .none
    /// The participant this is about; 0: none.
    public var participant: ParticipantIndex = 0
    /// In ticks.
    public var price: Ticks = 0
    /// In lots.
    public var quantity: Quantity = 0
    /// In lots; see `sold`.
    public var remaining: Quantity = 0
    /// Until when it lasts.
    public var until: Instant?
    /// The stage of a Dutch auction.
    public var stage: DutchStage?

    /// An event; what isn't said is nothing.
    public init(
        _ kind: AuctionEventKind, at: Instant, reason: AuctionReason = .none,
        participant: ParticipantIndex = 0, price: Ticks = 0, quantity: Quantity = 0,
        remaining: Quantity = 0, until: Instant? = nil, stage: DutchStage? = nil
    ) {
        self.kind = kind
        self.at = at
        self.reason = reason
        self.participant = participant
        self.price = price
        self.quantity = quantity
        self.remaining = remaining
        self.until = until
        self.stage = stage
    }
}

/// What a participant is bound to by its bid: the ledger blocks a deposit for this quantity at this
/// price, as long as the auction says so.
public struct Exposure: Sendable, Equatable {
    /// Who is bound.
    public let participant: ParticipantIndex
    /// The price, in ticks, at which the deal would be worth most.
    public let price: Ticks
    /// In lots.
    public let quantity: Quantity

    /// An exposure.
    public init(participant: ParticipantIndex, price: Ticks, quantity: Quantity) {
        self.participant = participant
        self.price = price
        self.quantity = quantity
    }
}

/// A deal that an auction made.
public struct AuctionDeal: Sendable, Equatable {
    /// The winner: the buyer, or in a reverse auction the seller.
    public let participant: ParticipantIndex
    /// In ticks.
    public let price: Ticks
    /// In lots.
    public let quantity: Quantity

    /// A deal.
    public init(participant: ParticipantIndex, price: Ticks, quantity: Quantity) {
        self.participant = participant
        self.price = price
        self.quantity = quantity
    }
}

/// What came of an auction.
public struct AuctionResult: Sendable, Equatable {
    /// The deals, in the order in which they were made.
    public let deals: [AuctionDeal]
    /// Why something stayed unsold; `none` if nothing did.
    public let reason: AuctionReason

    /// A result.
    public init(deals: [AuctionDeal], reason: AuctionReason) {
        self.deals = deals
        self.reason = reason
    }
}

/// Why an auction's terms can't be: which of them, and by its `description` what would be right.
public enum AuctionTermsError: Error, Sendable, Equatable {
    /// The quantity isn't 1 … `BookLimits.largestQuantity` lots, or a part isn't within it.
    case quantity(name: String, lots: Int64)
    /// A price, or a difference of prices, is out of range.
    case price(name: String, ticks: Int64)
    /// One of the terms doesn't stand to another as it must.
    case order(name: String, mustBe: String)
    /// A duration isn't within 0 … one week, or 1 … where none makes no sense.
    case duration(name: String, milliseconds: Int64)
    /// Two terms contradict each other.
    case conflict(String, String)
}

extension AuctionTermsError: CustomStringConvertible {
    /// The error in words.
    public var description: String {
        switch self {
        case .quantity(let name, let lots):
            "\(name) is \(lots) lots; it must be 1 to 2^40, and a part no more than the whole."
        case .price(let name, let ticks):
            "\(name) is \(ticks) ticks; prices are within ±2^40, steps 1 to 2^40."
        case .order(let name, let rule): "\(name) must be \(rule)."
        case .duration(let name, let milliseconds):
            "\(name) is \(milliseconds) ms; it must be within a week, and not negative."
        case .conflict(let one, let other): "\(one) and \(other) don't go together."
        }
    }
}

/// Checks that terms of all auctions share.
enum TermsCheck {
    /// No stage or window lasts longer than a week, in milliseconds.
    static let longest: Int64 = 604_800_000

    static func quantity(_ lots: Int64, _ name: String) throws(AuctionTermsError) {
        guard (1...BookLimits.largestQuantity).contains(lots) else {
            throw .quantity(name: name, lots: lots)
        }
    }

    static func price(_ ticks: Int64, _ name: String) throws(AuctionTermsError) {
        guard (-BookLimits.largestPrice...BookLimits.largestPrice).contains(ticks) else {
            throw .price(name: name, ticks: ticks)
        }
    }

    static func step(
        _ ticks: Int64, _ name: String, from least: Int64 = 1
    ) throws(AuctionTermsError) {
        guard (least...BookLimits.largestPrice).contains(ticks) else {
            throw .price(name: name, ticks: ticks)
        }
    }

    static func duration(
        _ milliseconds: Int64, _ name: String, from least: Int64 = 0
    ) throws(AuctionTermsError) {
        guard (least...longest).contains(milliseconds) else {
            throw .duration(name: name, milliseconds: milliseconds)
        }
    }
}
