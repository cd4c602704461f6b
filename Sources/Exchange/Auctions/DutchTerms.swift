/// The stages of a Dutch auction; one by the clock alone has only the first.
public enum DutchStage: UInt8, Sendable, CaseIterable {
    /// The price falls by the clock until someone stops it.
    case clock = 0
    /// A pause before the sealed bids.
    case beforeSealed = 1
    /// Everybody but the one who stopped the clock may give a sealed bid.
    case sealed = 2
    /// A pause before the best bid.
    case beforeBest = 3
    /// The one who stopped the clock may better the best sealed bid.
    case best = 4
}

/// What happens when someone stops the clock.
public enum DutchForm: Sendable, Equatable {
    /// The taker has the quantity that it names, at the clock's price. For what is left the clock
    /// goes on; with `restart` above 0 from so many ticks above the price taken, but not above the
    /// start. At least `least` lots are taken, or all that is left.
    case clock(least: Quantity, restart: Ticks)
    /// The whole lot goes through three stages.
    case threeStage(ThreeStageTerms)
}

/// The second and third stage of a three-stage auction: durations in milliseconds, steps in ticks.
public struct ThreeStageTerms: Sendable, Equatable {
    /// The pause after the clock was stopped.
    public var beforeSealed: Int64
    /// How long sealed bids are taken.
    public var sealed: Int64
    /// The pause after the sealed bids were opened.
    public var beforeBest: Int64
    /// How long the one who stopped the clock may answer.
    public var best: Int64
    /// By how much at least a sealed bid is above the clock's last price; 0: it may be equal.
    public var sealedStep: Ticks = 1
    /// By how much at least the answer is above the best sealed bid, and each further answer above
    /// the one before.
    public var bestStep: Ticks = 1

    /// Stages of given lengths.
    public init(beforeSealed: Int64, sealed: Int64, beforeBest: Int64, best: Int64) {
        self.beforeSealed = beforeSealed
        self.sealed = sealed
        self.beforeBest = beforeBest
        self.best = best
    }
}

/// The terms of a Dutch auction. Prices are in ticks a lot, quantities in lots, durations in
/// milliseconds.
public struct DutchTerms: Sendable, Equatable {
    /// How much is sold.
    public var quantity: Quantity
    /// Who sells and therefore may not take; 0: the house.
    public var owner: ParticipantIndex = 0
    /// What the clock shows first.
    public var start: Ticks
    /// By how much the price falls at a time.
    public var decrement: Ticks
    /// How long each price is shown.
    public var interval: Int64
    /// The last price shown; untaken after its interval, the lot (or its rest) stays unsold.
    public var floor: Ticks
    /// When the clock starts.
    public var opens: Instant
    /// What happens when someone stops the clock.
    public var form: DutchForm

    /// Terms.
    public init(
        quantity: Quantity, start: Ticks, decrement: Ticks, interval: Int64, floor: Ticks,
        opens: Instant, form: DutchForm = .clock(least: 1, restart: 0)
    ) {
        self.quantity = quantity
        self.start = start
        self.decrement = decrement
        self.interval = interval
        self.floor = floor
        self.opens = opens
        self.form = form
    }

    /// Throws what is wrong with the terms, if anything is.
    public func check() throws(AuctionTermsError) {
        try TermsCheck.quantity(quantity, "quantity")
        try TermsCheck.price(start, "start")
        try TermsCheck.price(floor, "floor")
        try TermsCheck.step(decrement, "decrement")
        try TermsCheck.duration(interval, "interval", from: 1)
        guard floor <= start else { throw .order(name: "floor", mustBe: "start or lower") }
        switch form {
        case .clock(let least, let restart):
            guard (1...quantity).contains(least) else {
                throw .quantity(name: "least", lots: least)
            }
            try TermsCheck.step(restart, "restart", from: 0)
        case .threeStage(let stages):
            try TermsCheck.duration(stages.beforeSealed, "beforeSealed")
            try TermsCheck.duration(stages.sealed, "sealed", from: 1)
            try TermsCheck.duration(stages.beforeBest, "beforeBest")
            try TermsCheck.duration(stages.best, "best", from: 1)
            try TermsCheck.step(stages.sealedStep, "sealedStep", from: 0)
            try TermsCheck.step(stages.bestStep, "bestStep")
        }
    }

    /// The three stages' terms; nil if the auction is by the clock alone.
    public var stages: ThreeStageTerms? {
        if case .threeStage(let stages) = form { stages } else { nil }
    }
}

extension DutchTerms: StateCoded {
    /// Writes the terms in the order of their declaration; the form as a byte 0 (clock: least,
    /// restart) or 1 (three stages: the durations, the steps).
    public func write(to writer: inout StateWriter) {
        writer.put(quantity)
        writer.put(owner)
        for number in [start, decrement, interval, floor] { writer.put(number) }
        writer.put(opens)
        switch form {
        case .clock(let least, let restart):
            writer.put(false)
            writer.put(least)
            writer.put(restart)
        case .threeStage(let stages):
            writer.put(true)
            for number in [
                stages.beforeSealed, stages.sealed, stages.beforeBest, stages.best,
                stages.sealedStep, stages.bestStep,
            ] { writer.put(number) }
        }
    }

    /// Reads terms and checks them.
    public init(from reader: inout StateReader) throws(StateError) {
        let place = reader.offset
        let quantity = try reader.int64()
        let owner = try reader.uint32()
        self.init(
            quantity: quantity, start: try reader.int64(), decrement: try reader.int64(),
            interval: try reader.int64(), floor: try reader.int64(), opens: try reader.instant())
        self.owner = owner
        if try reader.bool() {
            var stages = ThreeStageTerms(
                beforeSealed: try reader.int64(), sealed: try reader.int64(),
                beforeBest: try reader.int64(), best: try reader.int64())
            stages.sealedStep = try reader.int64()
            stages.bestStep = try reader.int64()
            form = .threeStage(stages)
        } else {
            form = .clock(least: try reader.int64(), restart: try reader.int64())
        }
        do throws(AuctionTermsError) { try check() } catch {
            throw .invalid(offset: place, expected: error.description)
        }
    }
}
