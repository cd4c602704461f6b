/// A sealed bid of a three-stage auction.
public struct SealedBid: Sendable, Equatable {
    /// Who bids.
    public let participant: ParticipantIndex
    /// In ticks.
    public let price: Ticks
    /// Its place in the order of arrival: of equal bids the earlier is better.
    public let order: UInt32
}

/// A Dutch auction: the price falls by the clock until someone takes the lot or part of it; in the
/// three-stage form the others may then better that price under seal, and the one who stopped the
/// clock may better the best of them.
///
/// A pure state machine on one lot. A command's moment is first reached as by `advance(to:)`; an
/// earlier moment than the latest seen counts as the latest seen.
public struct DutchAuction: Sendable, Equatable {
    /// An auction holds at most this many sealed bids.
    public static let mostSealedBids = 100_000

    /// What was announced.
    public let terms: DutchTerms
    /// Where it stands.
    public internal(set) var status = AuctionStatus.scheduled
    /// Which stage is on.
    public internal(set) var stage = DutchStage.clock
    /// When the stage began, or the clock last started, as moved by halts.
    public internal(set) var stageFrom: Instant
    /// What the clock showed then, in ticks.
    public internal(set) var clockTop: Ticks
    /// What the clock was last said to show; nil before it starts.
    public internal(set) var shown: Ticks?
    /// How many lots aren't sold yet.
    public internal(set) var left: Quantity
    /// The deals so far.
    public internal(set) var deals: [AuctionDeal] = []
    /// Who stopped the clock of a three-stage auction, and at what price.
    public internal(set) var clockWinner: Exposure?
    /// The sealed bids, one a participant, by participant; after they were opened only the best.
    public internal(set) var sealedBids: [SealedBid] = []
    /// How many sealed bids have come, replaced ones included.
    public internal(set) var sealedCount: UInt32 = 0
    /// The answer of the one who stopped the clock, in ticks.
    public internal(set) var answer: Ticks?
    /// The latest moment seen.
    public internal(set) var now = Instant.distantPast
    /// When the halt began that is on.
    public internal(set) var haltedAt: Instant?
    /// What came of it; nil before the end.
    public internal(set) var result: AuctionResult?

    /// An auction on checked terms.
    public init(_ terms: DutchTerms) throws(AuctionTermsError) {
        try terms.check()
        self.terms = terms
        stageFrom = terms.opens
        clockTop = terms.start
        left = terms.quantity
    }

    /// What the clock shows at the latest moment seen, in ticks; nil unless it runs.
    public var clockPrice: Ticks? {
        status == .open && stage == .clock ? clockPrice(at: now) : nil
    }

    /// When something happens next by itself (the clock's single steps left out); nil if nothing
    /// does.
    public var nextDue: Instant? {
        switch status {
        case .scheduled: stageFrom
        case .open: stageEnd
        case .halted, .ended, .cancelled: nil
        }
    }

    /// Who is bound now, by participant: who leads in the three-stage form, and while bids are
    /// sealed each who gave one.
    public var exposures: [Exposure] {
        guard status == .open || status == .halted, let clockWinner else { return [] }
        if let answer {
            return [exposure(clockWinner.participant, answer)]
        }
        var bound = sealedBids.map { exposure($0.participant, $0.price) }
        if stage == .clock || stage == .beforeSealed || stage == .sealed {
            let place = bound.firstIndex { $0.participant > clockWinner.participant }
            bound.insert(clockWinner, at: place ?? bound.count)
        }
        return bound
    }

    func exposure(_ participant: ParticipantIndex, _ price: Ticks) -> Exposure {
        Exposure(participant: participant, price: price, quantity: terms.quantity)
    }

    /// What the clock shows at a moment since it last started: one decrement less after each
    /// interval, the floor at last.
    func clockPrice(at moment: Instant) -> Ticks {
        let steps = max(0, stageFrom.milliseconds(to: moment)) / terms.interval
        guard steps < stepsToFloor else { return terms.floor }
        return clockTop - steps * terms.decrement
    }

    /// How many times the price falls until it is the floor; the last fall may be a smaller one.
    private var stepsToFloor: Int64 {
        (clockTop - terms.floor + terms.decrement - 1) / terms.decrement
    }

    /// When the stage that is on ends by itself.
    var stageEnd: Instant {
        let stages = terms.stages
        switch stage {
        case .clock:
            let (length, overflow) = (stepsToFloor + 1)
                .multipliedReportingOverflow(by: terms.interval)
            return overflow ? .distantFuture : stageFrom.advanced(by: length)
        case .beforeSealed: return stageFrom.advanced(by: stages?.beforeSealed ?? 0)
        case .sealed: return stageFrom.advanced(by: stages?.sealed ?? 0)
        case .beforeBest: return stageFrom.advanced(by: stages?.beforeBest ?? 0)
        case .best: return stageFrom.advanced(by: stages?.best ?? 0)
        }
    }

    /// The best sealed bid: the highest, of equal ones the earliest.
    var bestSealed: SealedBid? {
        sealedBids.max { ($0.price, $1.order) < ($1.price, $0.order) }
    }

    /// Why nothing can be done in a stage now; nil if it can.
    func refusal(in wanted: DutchStage) -> AuctionReason? {
        switch status {
        case .scheduled: .notOpen
        case .open: stage == wanted ? nil : .wrongStage
        case .halted: .halted
        case .ended, .cancelled: .over
        }
    }

    /// Why a participant can do nothing here; nil if it can.
    func refusal(of participant: ParticipantIndex) -> AuctionReason? {
        guard (1...BookLimits.largestParticipant).contains(participant) else {
            return .participantOutOfRange
        }
        return participant == terms.owner ? .ownLot : nil
    }
}
