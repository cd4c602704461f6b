internal import Exchange

/// The terms of an English or reverse auction. In a reverse one everything is mirrored: the start is
/// the ceiling, a better bid is a lower one.
public struct OpenTermsForm: Codable, Sendable, Equatable {
    /// The least first bid.
    public var start: String
    /// By how much at least a bid betters the one that leads.
    public var step: String
    /// By how much at most; left out: any.
    public var largestStep: String?
    /// The price that must be reached for a sale, known to the owner only.
    public var reserve: String?
    /// The price at which the lot is sold at once.
    public var buyNow: String?
    /// When it opens.
    public var opens: String
    /// When it ends, unless it is extended.
    public var ends: String
    /// A bid this short before the end extends it; left out: none does.
    public var window: String?
    /// So that so much is left from that bid on.
    public var prolongation: String?
    /// It isn't extended beyond this; left out: as often as bids come.
    public var latestEnd: String?
    /// Whether bids are maximums, and the house bids for each bidder; false if left out.
    public var takesMaximums: Bool?
    /// Whether the leader may retract its bid; false if left out.
    public var isRetractable: Bool?

    init(_ terms: OpenAuctionTerms, of instrument: Instrument) {
        let price = { (ticks: Ticks) in PriceText.text(ticks, in: instrument) }
        start = price(terms.start)
        step = price(terms.step)
        largestStep = terms.largestStep.map(price)
        reserve = terms.reserve.map(price)
        buyNow = terms.buyNow.map(price)
        opens = MomentText.text(terms.opens)
        ends = MomentText.text(terms.ends)
        window = terms.window == 0 ? nil : LengthText.text(terms.window)
        prolongation = terms.prolongation == 0 ? nil : LengthText.text(terms.prolongation)
        latestEnd = terms.latestEnd.map { MomentText.text($0) }
        takesMaximums = terms.takesMaximums ? true : nil
        isRetractable = terms.isRetractable ? true : nil
    }

    func terms(
        _ direction: BiddingDirection, _ lot: Lot, _ owner: ParticipantIndex,
        _ instrument: Instrument, at path: String
    ) throws(FormError) -> OpenAuctionTerms {
        var terms = OpenAuctionTerms(
            direction, quantity: lot.quantity,
            start: try PriceText.ticks(start, in: instrument, at: "\(path).start"),
            step: try PriceText.ticks(step, in: instrument, at: "\(path).step"),
            opens: try MomentText.moment(opens, at: "\(path).opens"),
            ends: try MomentText.moment(ends, at: "\(path).ends"))
        terms.owner = owner
        terms.largestStep = try PriceText.ticks(
            ifGiven: largestStep, in: instrument, at: "\(path).largestStep")
        terms.reserve = try PriceText.ticks(
            ifGiven: reserve, in: instrument, at: "\(path).reserve")
        terms.buyNow = try PriceText.ticks(
            ifGiven: buyNow, in: instrument, at: "\(path).buyNow")
        terms.window = try LengthText.milliseconds(ifGiven: window, at: "\(path).window")
        terms.prolongation = try LengthText.milliseconds(
            ifGiven: prolongation, at: "\(path).prolongation")
        terms.latestEnd = try MomentText.moment(ifGiven: latestEnd, at: "\(path).latestEnd")
        terms.takesMaximums = takesMaximums ?? false
        terms.isRetractable = isRetractable ?? false
        do throws(AuctionTermsError) { try terms.check() } catch {
            throw FormError(path, error.description, "")
        }
        return terms
    }
}

/// The terms of a Dutch auction: by the clock alone, or with `stages` in three stages.
public struct DutchTermsForm: Codable, Sendable, Equatable {
    /// The second and third stage.
    public struct Stages: Codable, Sendable, Equatable {
        /// The pause after the clock was stopped.
        public var beforeSealed: String
        /// How long sealed bids are taken.
        public var sealed: String
        /// The pause after the sealed bids were opened.
        public var beforeBest: String
        /// How long the one who stopped the clock may answer.
        public var best: String
        /// By how much at least a sealed bid is above the clock's last price; left out: a step.
        public var sealedStep: String?
        /// By how much at least the answer is above the best sealed bid; left out: a step.
        public var bestStep: String?
    }

    /// What the clock shows first.
    public var start: String
    /// By how much the price falls at a time.
    public var decrement: String
    /// How long each price is shown.
    public var interval: String
    /// The last price shown.
    public var floor: String
    /// When the clock starts.
    public var opens: String
    /// The least quantity taken, in units of goods; left out: a lot. Not with `stages`.
    public var least: String?
    /// From how much above the price taken the clock goes on; left out: it goes on from there. Not
    /// with `stages`.
    public var restart: String?
    /// The second and third stage; left out: by the clock alone.
    public var stages: Stages?

    init(_ terms: DutchTerms, of instrument: Instrument) {
        let price = { (ticks: Ticks) in PriceText.text(ticks, in: instrument) }
        start = price(terms.start)
        decrement = price(terms.decrement)
        interval = LengthText.text(terms.interval)
        floor = price(terms.floor)
        opens = MomentText.text(terms.opens)
        switch terms.form {
        case .clock(let lots, let ticks):
            least = LotText.text(lots, in: instrument)
            restart = ticks == 0 ? nil : price(ticks)
        case .threeStage(let terms):
            stages = Stages(
                beforeSealed: LengthText.text(terms.beforeSealed),
                sealed: LengthText.text(terms.sealed),
                beforeBest: LengthText.text(terms.beforeBest), best: LengthText.text(terms.best),
                sealedStep: price(terms.sealedStep), bestStep: price(terms.bestStep))
        }
    }

    func terms(
        _ lot: Lot, _ owner: ParticipantIndex, _ instrument: Instrument, at path: String
    ) throws(FormError) -> DutchTerms {
        var terms = DutchTerms(
            quantity: lot.quantity,
            start: try PriceText.ticks(start, in: instrument, at: "\(path).start"),
            decrement: try PriceText.ticks(decrement, in: instrument, at: "\(path).decrement"),
            interval: try LengthText.milliseconds(interval, at: "\(path).interval"),
            floor: try PriceText.ticks(floor, in: instrument, at: "\(path).floor"),
            opens: try MomentText.moment(opens, at: "\(path).opens"),
            form: try form(instrument, at: path))
        terms.owner = owner
        do throws(AuctionTermsError) { try terms.check() } catch {
            throw FormError(path, error.description, "")
        }
        return terms
    }

    private func form(_ instrument: Instrument, at path: String) throws(FormError) -> DutchForm {
        guard let stages else {
            return .clock(
                least: try LotText.lots(ifGiven: least, in: instrument, at: "\(path).least", or: 1),
                restart: try PriceText.ticks(
                    ifGiven: restart, in: instrument, at: "\(path).restart") ?? 0)
        }
        guard least == nil, restart == nil else {
            throw FormError(
                least == nil ? "\(path).restart" : "\(path).least",
                "a lot in three stages is taken whole", "leave it out")
        }
        return .threeStage(try stages.terms(instrument, at: "\(path).stages"))
    }
}

extension DutchTermsForm.Stages {
    func terms(_ instrument: Instrument, at path: String) throws(FormError) -> ThreeStageTerms {
        var terms = ThreeStageTerms(
            beforeSealed: try LengthText.milliseconds(beforeSealed, at: "\(path).beforeSealed"),
            sealed: try LengthText.milliseconds(sealed, at: "\(path).sealed"),
            beforeBest: try LengthText.milliseconds(beforeBest, at: "\(path).beforeBest"),
            best: try LengthText.milliseconds(best, at: "\(path).best"))
        terms.sealedStep =
            try PriceText.ticks(ifGiven: sealedStep, in: instrument, at: "\(path).sealedStep") ?? 1
        terms.bestStep =
            try PriceText.ticks(ifGiven: bestStep, in: instrument, at: "\(path).bestStep") ?? 1
        return terms
    }
}
