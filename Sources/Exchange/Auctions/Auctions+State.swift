extension AuctionDeal: StateCoded {
    /// Writes participant, price and quantity.
    public func write(to writer: inout StateWriter) {
        writer.put(participant)
        writer.put(price)
        writer.put(quantity)
    }

    /// Reads a deal.
    public init(from reader: inout StateReader) throws(StateError) {
        self.init(
            participant: try reader.uint32(), price: try reader.int64(),
            quantity: try reader.int64())
    }
}

extension AuctionResult: StateCoded {
    /// Writes the deals and the reason.
    public func write(to writer: inout StateWriter) {
        writer.put(list: deals) { writer, deal in deal.write(to: &writer) }
        writer.put(reason.rawValue)
    }

    /// Reads a result.
    public init(from reader: inout StateReader) throws(StateError) {
        self.init(
            deals: try reader.list(least: 20, AuctionDeal.read),
            reason: try reader.choice(AuctionReason.self))
    }
}

extension AuctionDeal {
    fileprivate static func read(_ reader: inout StateReader) throws(StateError) -> AuctionDeal {
        try AuctionDeal(from: &reader)
    }
}

extension AuctionResult {
    fileprivate static func read(_ reader: inout StateReader) throws(StateError) -> Self {
        try Self(from: &reader)
    }
}

extension StateReader {
    /// Throws what would be right, unless a condition holds.
    fileprivate func require(
        _ condition: Bool, from start: Int, _ expected: String
    ) throws(StateError) {
        guard condition else { throw .invalid(offset: start, expected: expected) }
    }
}

extension OpenAuction: StateCoded {
    /// Writes the terms and all that has become of the auction.
    public func write(to writer: inout StateWriter) {
        terms.write(to: &writer)
        writer.put(status.rawValue)
        writer.put(optional: lead) { writer, lead in
            writer.put(lead.participant)
            writer.put(lead.price)
            writer.put(lead.limit)
        }
        for moment in [opens, ends, latestEnd, now] { writer.put(moment) }
        writer.put(optional: haltedAt) { writer, moment in writer.put(moment) }
        writer.put(hadBid)
        writer.put(optional: result) { writer, result in result.write(to: &writer) }
    }

    /// Reads an auction and checks that its parts agree.
    public init(from reader: inout StateReader) throws(StateError) {
        let start = reader.offset
        let terms = try OpenAuctionTerms(from: &reader)
        do throws(AuctionTermsError) { try self.init(terms) } catch {
            throw .invalid(offset: start, expected: error.description)
        }
        let rest = reader.offset
        status = try reader.choice(AuctionStatus.self)
        lead = try reader.optional {
            (reader: inout StateReader) throws(StateError) -> Lead in
            Lead(
                participant: try reader.uint32(), price: try reader.int64(),
                limit: try reader.int64())
        }
        opens = try reader.instant()
        ends = try reader.instant()
        latestEnd = try reader.instant()
        now = try reader.instant()
        haltedAt = try reader.moment()
        hadBid = try reader.bool()
        result = try reader.optional(AuctionResult.read)
        try reader.require(
            (status == .halted) == (haltedAt != nil), from: rest,
            "the halt's moment exactly if halted")
        let isOver = status == .ended || status == .cancelled
        try reader.require(isOver == (result != nil), from: rest, "a result exactly if over")
        if let lead {
            let range = -BookLimits.largestPrice...BookLimits.largestPrice
            let isSound =
                range.contains(lead.price) && range.contains(lead.limit)
                && terms.key(lead.price) <= terms.key(lead.limit) && hadBid
                && (1...BookLimits.largestParticipant).contains(lead.participant)
            try reader.require(isSound, from: rest, "a leader whose price is within its limit")
        }
    }
}

extension DutchAuction: StateCoded {
    /// Writes the terms and all that has become of the auction.
    public func write(to writer: inout StateWriter) {
        terms.write(to: &writer)
        writer.put(status.rawValue)
        writer.put(stage.rawValue)
        writer.put(stageFrom)
        writer.put(clockTop)
        writer.put(optional: shown) { writer, price in writer.put(price) }
        writer.put(left)
        writer.put(list: deals) { writer, deal in deal.write(to: &writer) }
        writer.put(optional: clockWinner) { writer, winner in
            writer.put(winner.participant)
            writer.put(winner.price)
        }
        writer.put(list: sealedBids) { writer, bid in
            writer.put(bid.participant)
            writer.put(bid.price)
            writer.put(bid.order)
        }
        writer.put(sealedCount)
        writer.put(optional: answer) { writer, price in writer.put(price) }
        writer.put(now)
        writer.put(optional: haltedAt) { writer, moment in writer.put(moment) }
        writer.put(optional: result) { writer, result in result.write(to: &writer) }
    }

    /// Reads an auction and checks that its parts agree.
    public init(from reader: inout StateReader) throws(StateError) {
        let start = reader.offset
        let terms = try DutchTerms(from: &reader)
        do throws(AuctionTermsError) { try self.init(terms) } catch {
            throw .invalid(offset: start, expected: error.description)
        }
        let rest = reader.offset
        status = try reader.choice(AuctionStatus.self)
        stage = try reader.choice(DutchStage.self)
        stageFrom = try reader.instant()
        clockTop = try reader.int64()
        shown = try reader.ticks()
        left = try reader.int64()
        deals = try reader.list(least: 20, AuctionDeal.read)
        clockWinner = try reader.optional {
            (reader: inout StateReader) throws(StateError) -> Exposure in
            Exposure(
                participant: try reader.uint32(), price: try reader.int64(),
                quantity: terms.quantity)
        }
        sealedBids = try reader.list(least: 16) {
            (reader: inout StateReader) throws(StateError) -> SealedBid in
            SealedBid(
                participant: try reader.uint32(), price: try reader.int64(),
                order: try reader.uint32())
        }
        sealedCount = try reader.uint32()
        answer = try reader.ticks()
        now = try reader.instant()
        haltedAt = try reader.moment()
        result = try reader.optional(AuctionResult.read)
        for (isSound, expected) in soundness {
            try reader.require(isSound, from: rest, expected)
        }
    }

    /// What must hold in any state, and how it is said.
    private var soundness: [(Bool, String)] {
        let isOver = status == .ended || status == .cancelled
        let range = terms.floor...terms.start
        let prices = -BookLimits.largestPrice...BookLimits.largestPrice
        let ordered = zip(sealedBids, sealedBids.dropFirst()).allSatisfy {
            $0.participant < $1.participant
        }
        return [
            ((status == .halted) == (haltedAt != nil), "the halt's moment exactly if halted"),
            (isOver == (result != nil), "a result exactly if over"),
            (range.contains(clockTop), "a clock between floor and start"),
            (range.contains(clockWinner?.price ?? terms.floor), "a stop between floor and start"),
            ((0...terms.quantity).contains(left), "a rest within the lot"),
            (terms.stages != nil || clockWinner == nil, "a clock winner only in three stages"),
            ((stage == .clock) == (clockWinner == nil), "a later stage once the clock stopped"),
            (ordered, "sealed bids by participant"),
            (
                stage.rawValue < DutchStage.beforeBest.rawValue || sealedBids.count == 1,
                "one best bid once the seals were opened"
            ),
            (
                sealedBids.allSatisfy {
                    prices.contains($0.price) && $0.order < sealedCount
                },
                "sealed bids within range"
            ),
            (prices.contains(answer ?? 0), "an answer within range"),
        ]
    }
}
