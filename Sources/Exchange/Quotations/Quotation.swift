/// What a quotation is about: an instrument on a basis, delivered in a region.
public struct QuotationKey: Sendable, Hashable, Comparable {
    /// The instrument's number in the section.
    public let instrument: InstrumentIndex
    /// The Incoterms rule.
    public let rule: Incoterm
    /// The register's record of the place or region of the basis.
    public let region: RecordName

    /// A key of given parts.
    public init(instrument: InstrumentIndex, rule: Incoterm, region: RecordName) {
        self.instrument = instrument
        self.rule = rule
        self.region = region
    }

    /// By instrument, then rule, then region.
    public static func < (left: QuotationKey, right: QuotationKey) -> Bool {
        if left.instrument != right.instrument { return left.instrument < right.instrument }
        if left.rule != right.rule { return left.rule.rawValue < right.rule.rawValue }
        return left.region < right.region
    }
}

/// An average of prices weighted by their quantities, exact: `turnover` ÷ `volume`.
public struct WeightedAverage: Sendable, Equatable {
    /// The sum of price × quantity, in ticks × lots.
    public let turnover: Int128
    /// The sum of quantities, in lots; above 0.
    public let volume: Int128

    /// An average; nil without volume.
    public init?(turnover: Int128, volume: Int128) {
        guard volume > 0 else { return nil }
        self.turnover = turnover
        self.volume = volume
    }

    /// How many parts of a tick `rounded` counts in.
    public static let parts: Int128 = 10_000

    /// The average in ten-thousandths of a tick, rounded to the nearest; a half to the even one.
    public var rounded: Int64 {
        let (whole, fraction) = floorDivision
        return Int64(clamping: whole * Self.parts + roundedFraction(fraction))
    }

    /// What rounding took away: turnover × 10 000 = rounded × volume + remainder. Its amount is at
    /// most half of the volume.
    public var remainder: Int128 {
        let fraction = floorDivision.remainder
        return fraction * Self.parts - roundedFraction(fraction) * volume
    }

    /// The whole ticks below, and what is left of the turnover.
    private var floorDivision: (quotient: Int128, remainder: Int128) {
        let (quotient, remainder) = turnover.quotientAndRemainder(dividingBy: volume)
        return remainder < 0 ? (quotient - 1, remainder + volume) : (quotient, remainder)
    }

    private func roundedFraction(_ fraction: Int128) -> Int128 {
        let (below, left) = (fraction * Self.parts).quotientAndRemainder(dividingBy: volume)
        if left * 2 == volume { return below + (below & 1) }
        return left * 2 > volume ? below + 1 : below
    }
}

/// What deals of one kind came to.
public struct DealTotals: Sendable, Equatable {
    /// How many deals.
    public internal(set) var deals: Int64 = 0
    /// Their quantities, in lots.
    public internal(set) var volume: Int128 = 0
    /// Their values, in minor units of the instrument's currency.
    public internal(set) var value: Int128 = 0

    /// No deals.
    public init() {}

    mutating func add(quantity: Quantity, value: Money) {
        deals += 1
        volume += Int128(quantity)
        self.value += Int128(value)
    }
}

/// What a session came to in one instrument, basis and region: a row of the published results.
///
/// Prices are made by deals of books and auctions. Negotiated deals are counted apart: their prices
/// were agreed between two, so they don't move the quotation.
public struct Quotation: Sendable, Equatable {
    /// What it is about.
    public let key: QuotationKey
    /// The first deal's price, in ticks; nil if there was none, as in all prices.
    public internal(set) var open: Ticks?
    /// The highest price.
    public internal(set) var high: Ticks?
    /// The lowest price.
    public internal(set) var low: Ticks?
    /// The last deal's price.
    public internal(set) var last: Ticks?
    /// The sum of price × quantity of the deals that made prices, in ticks × lots.
    public internal(set) var turnover: Int128 = 0
    /// Deals that made prices.
    public internal(set) var market = DealTotals()
    /// Negotiated deals.
    public internal(set) var negotiated = DealTotals()
    /// Those of both kinds that are in transit: non-residents on both sides.
    public internal(set) var transit = DealTotals()
    /// The best price bid at the close.
    public internal(set) var bestBid: Ticks?
    /// The best price offered at the close.
    public internal(set) var bestOffer: Ticks?

    /// A row without deals.
    public init(_ key: QuotationKey) { self.key = key }

    /// The weighted average of the deals that made prices; nil without any.
    public var average: WeightedAverage? {
        WeightedAverage(turnover: turnover, volume: market.volume)
    }

    /// Whether there is anything to publish.
    public var isEmpty: Bool {
        market.deals == 0 && negotiated.deals == 0 && bestBid == nil && bestOffer == nil
    }
}
