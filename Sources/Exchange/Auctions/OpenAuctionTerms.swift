/// Which way open bidding goes.
public enum BiddingDirection: UInt8, Sendable, CaseIterable {
    /// An English auction: buyers bid up for a seller's lot.
    case ascending = 0
    /// A reverse auction: sellers bid down for a buyer's tender.
    case descending = 1
}

/// The terms of an auction by open bidding. Prices are in ticks a lot, quantities in lots,
/// durations in milliseconds. In a reverse auction everything is mirrored: the start is the ceiling,
/// a better bid is a lower one.
public struct OpenAuctionTerms: Sendable, Equatable {
    /// Which way the bidding goes.
    public var direction: BiddingDirection
    /// How much is sold (or bought), as a whole.
    public var quantity: Quantity
    /// Who sells (or, in a reverse auction, buys) and therefore may not bid; 0: the house.
    public var owner: ParticipantIndex = 0
    /// The least first bid.
    public var start: Ticks
    /// By how much at least a bid must better the one that leads.
    public var step: Ticks
    /// By how much at most; nil: any.
    public var largestStep: Ticks?
    /// The price that must be reached for a sale, known to the owner only; nil: none.
    public var reserve: Ticks?
    /// The price at which the lot is sold at once, as long as the offer stands: until the first bid,
    /// or, with a reserve, until a bid reaches it; nil: none.
    public var buyNow: Ticks?
    /// When it opens.
    public var opens: Instant
    /// When it ends, unless it is extended: a bid at this moment comes too late.
    public var ends: Instant
    /// A bid this short before the end extends it …
    public var window: Int64 = 0
    /// … so that so much is left from that bid on.
    public var prolongation: Int64 = 0
    /// It isn't extended beyond this; nil: as often as bids come.
    public var latestEnd: Instant?
    /// Whether bids are maximums: the house bids for each bidder no more than is needed to lead.
    public var takesMaximums = false
    /// Whether the leader may retract its bid.
    public var isRetractable = false

    /// Plain terms: no reserve, no offer to buy at once, no extension, bids as they are.
    public init(
        _ direction: BiddingDirection, quantity: Quantity, start: Ticks, step: Ticks,
        opens: Instant, ends: Instant
    ) {
        self.direction = direction
        self.quantity = quantity
        self.start = start
        self.step = step
        self.opens = opens
        self.ends = ends
    }

    /// Throws what is wrong with the terms, if anything is.
    public func check() throws(AuctionTermsError) {
        try TermsCheck.quantity(quantity, "quantity")
        try TermsCheck.price(start, "start")
        try TermsCheck.step(step, "step")
        if let largestStep {
            try TermsCheck.step(largestStep, "largestStep")
            guard largestStep >= step else {
                throw .order(name: "largestStep", mustBe: "step or more")
            }
            guard !takesMaximums else { throw .conflict("largestStep", "takesMaximums") }
        }
        if let reserve {
            try TermsCheck.price(reserve, "reserve")
            guard key(reserve) >= key(start) else {
                throw .order(name: "reserve", mustBe: "start or better")
            }
        }
        if let buyNow {
            try TermsCheck.price(buyNow, "buyNow")
            guard key(buyNow) >= key(reserve ?? start) else {
                throw .order(name: "buyNow", mustBe: "reserve and start or better")
            }
        }
        guard opens < ends else { throw .order(name: "ends", mustBe: "later than opens") }
        try TermsCheck.duration(window, "window")
        try TermsCheck.duration(prolongation, "prolongation")
        if let latestEnd, latestEnd < ends {
            throw .order(name: "latestEnd", mustBe: "ends or later")
        }
    }

    /// A price as a number that grows as bids get better.
    func key(_ price: Ticks) -> Int64 { direction == .ascending ? price : -price }
}

extension OpenAuctionTerms: StateCoded {
    /// Writes the terms in the order of their declaration.
    public func write(to writer: inout StateWriter) {
        writer.put(direction.rawValue)
        writer.put(quantity)
        writer.put(owner)
        writer.put(start)
        writer.put(step)
        for price in [largestStep, reserve, buyNow] {
            writer.put(optional: price) { writer, price in writer.put(price) }
        }
        writer.put(opens)
        writer.put(ends)
        writer.put(window)
        writer.put(prolongation)
        writer.put(optional: latestEnd) { writer, moment in writer.put(moment) }
        writer.put(takesMaximums)
        writer.put(isRetractable)
    }

    /// Reads terms and checks them.
    public init(from reader: inout StateReader) throws(StateError) {
        let place = reader.offset
        let direction = try reader.choice(BiddingDirection.self)
        let quantity = try reader.int64()
        let owner = try reader.uint32()
        let start = try reader.int64()
        let step = try reader.int64()
        let largestStep = try reader.ticks()
        let reserve = try reader.ticks()
        let buyNow = try reader.ticks()
        self.init(
            direction, quantity: quantity, start: start, step: step,
            opens: try reader.instant(), ends: try reader.instant())
        self.owner = owner
        self.largestStep = largestStep
        self.reserve = reserve
        self.buyNow = buyNow
        window = try reader.int64()
        prolongation = try reader.int64()
        latestEnd = try reader.moment()
        takesMaximums = try reader.bool()
        isRetractable = try reader.bool()
        do throws(AuctionTermsError) { try check() } catch {
            throw .invalid(offset: place, expected: error.description)
        }
    }
}

extension StateReader {
    /// Reads an optional number of ticks.
    mutating func ticks() throws(StateError) -> Ticks? {
        try optional { (reader: inout StateReader) throws(StateError) -> Ticks in
            try reader.int64()
        }
    }

    /// Reads an optional moment.
    mutating func moment() throws(StateError) -> Instant? {
        try optional { (reader: inout StateReader) throws(StateError) -> Instant in
            try reader.instant()
        }
    }
}
