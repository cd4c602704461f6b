/// An auction by open bidding: English (buyers bid up) or reverse (sellers bid down).
///
/// A pure state machine on one lot. A command's moment is first reached as by `advance(to:)`; an
/// earlier moment than the latest seen counts as the latest seen. A bid that is taken binds until it
/// is outbid or the auction is over.
public struct OpenAuction: Sendable, Equatable {
    /// Who leads.
    public struct Lead: Sendable, Equatable {
        /// The leader.
        public let participant: ParticipantIndex
        /// The price that is shown, in ticks.
        public let price: Ticks
        /// How far the leader would go, in ticks; where bids are no maximums, the price.
        public let limit: Ticks
    }

    /// What was announced.
    public let terms: OpenAuctionTerms
    /// Where it stands.
    public internal(set) var status = AuctionStatus.scheduled
    /// Who leads, and at what price; the limit is nobody else's business.
    public internal(set) var lead: Lead?
    /// When it opens, as moved by halts.
    public internal(set) var opens: Instant
    /// When it ends, as moved by late bids and halts.
    public internal(set) var ends: Instant
    /// Beyond this it isn't extended, as moved by halts.
    public internal(set) var latestEnd: Instant
    /// The latest moment seen.
    public internal(set) var now = Instant.distantPast
    /// When the halt began that is on.
    public internal(set) var haltedAt: Instant?
    /// Whether a bid was ever taken.
    public internal(set) var hadBid = false
    /// What came of it; nil before the end.
    public internal(set) var result: AuctionResult?

    /// An auction on checked terms.
    public init(_ terms: OpenAuctionTerms) throws(AuctionTermsError) {
        try terms.check()
        self.terms = terms
        opens = terms.opens
        ends = terms.ends
        latestEnd = terms.latestEnd ?? .distantFuture
    }

    /// Whether the leading price reaches the reserve.
    public var meetsReserve: Bool {
        guard let lead else { return false }
        guard let reserve = terms.reserve else { return true }
        return terms.key(lead.price) >= terms.key(reserve)
    }

    /// Whether the lot can be bought at once at `terms.buyNow`.
    public var offersBuyNow: Bool {
        guard terms.buyNow != nil, status == .open else { return false }
        return terms.reserve == nil ? !hadBid : !meetsReserve
    }

    /// The price, in ticks, that the next bid must name or better. Where nobody leads, the start.
    public var leastNext: Ticks {
        guard let lead else { return terms.start }
        return terms.direction == .ascending ? lead.price + terms.step : lead.price - terms.step
    }

    /// When something happens next by itself; nil if nothing does.
    public var nextDue: Instant? {
        switch status {
        case .scheduled: opens
        case .open: ends
        case .halted, .ended, .cancelled: nil
        }
    }

    /// What the leader is bound to: in an English auction its limit, in a reverse auction the price
    /// shown, as that is worth most.
    public var exposures: [Exposure] {
        guard let lead, status == .open || status == .halted else { return [] }
        let price = terms.direction == .ascending ? lead.limit : lead.price
        return [
            Exposure(participant: lead.participant, price: price, quantity: terms.quantity)
        ]
    }

    /// What a bid would bind to at most if it were taken, for the ledger to look at first. It tells
    /// nothing of the leader's limit.
    public func exposure(ifBid price: Ticks, by participant: ParticipantIndex) -> Exposure {
        let isPlain = terms.direction == .ascending || !terms.takesMaximums
        let own = lead?.participant == participant ? lead?.price : nil
        return Exposure(
            participant: participant, price: isPlain ? price : own ?? leastNext,
            quantity: terms.quantity)
    }

    /// Why a bid wouldn't be taken at the latest moment seen; nil if it would.
    public func refusal(ofBid price: Ticks, by participant: ParticipantIndex) -> AuctionReason? {
        if let reason = refusalOfTime { return reason }
        guard (1...BookLimits.largestParticipant).contains(participant) else {
            return .participantOutOfRange
        }
        if participant == terms.owner { return .ownLot }
        guard (-BookLimits.largestPrice...BookLimits.largestPrice).contains(price) else {
            return .priceOutOfRange
        }
        let key = terms.key(price)
        if let lead, lead.participant == participant {
            guard terms.takesMaximums else { return .alreadyLeading }
            return key > terms.key(lead.limit) ? nil : .notBetter
        }
        guard key >= terms.key(leastNext) else { return .notBetter }
        // Buying at once is no step.
        if offersBuyNow, let buyNow = terms.buyNow, key >= terms.key(buyNow) { return nil }
        if let largest = terms.largestStep {
            guard key <= terms.key(lead?.price ?? terms.start) + largest else {
                return .stepTooLarge
            }
        }
        return nil
    }

    /// Why nothing can be bid now; nil if it can.
    var refusalOfTime: AuctionReason? {
        switch status {
        case .scheduled: .notOpen
        case .open: nil
        case .halted: .halted
        case .ended, .cancelled: .over
        }
    }
}
