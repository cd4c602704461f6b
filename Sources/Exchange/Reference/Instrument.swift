/// How an instrument is traded.
public enum TradingMode: UInt8, Sendable, CaseIterable {
    /// Continuous double auction.
    case continuous = 0
    /// Calls at one price only.
    case call = 1
    /// English auctions of lots.
    case english = 2
    /// A buyer's tender, bid down.
    case reverse = 3
    /// A falling clock.
    case dutch = 4
    /// Deals that both sides register.
    case negotiated = 5
}

/// Deposits and fees in hundredths of a percent of a deal's value.
public struct Rates: Sendable, Hashable {
    /// What stands behind an order and then its contract: 0 … 10,000.
    public var deposit: UInt32
    /// What each side owes the house for a deal: 0 … 10,000.
    public var fee: UInt32

    /// Rates in hundredths of a percent.
    public init(deposit: UInt32, fee: UInt32) {
        self.deposit = deposit
        self.fee = fee
    }
}

/// How much time each side has for its steps of a contract, in milliseconds.
public struct ContractTerms: Sendable, Hashable {
    /// From the deal until both have signed.
    public var signing: Int64
    /// From the signatures until the payment.
    public var payment: Int64
    /// From the payment until the goods are shipped.
    public var shipment: Int64
    /// From the shipment until the buyer has accepted.
    public var acceptance: Int64
    /// From acceptance until the contract closes by itself.
    public var claims: Int64

    /// Terms of given length, each 0 … 10 years.
    public init(
        signing: Int64, payment: Int64, shipment: Int64, acceptance: Int64, claims: Int64
    ) {
        self.signing = signing
        self.payment = payment
        self.shipment = shipment
        self.acceptance = acceptance
        self.claims = claims
    }
}

/// What an order may be at most.
public struct OrderLimits: Sendable, Hashable {
    /// Value at the price it blocks at, in minor units; 0 is no limit.
    public var value: Money
    /// New orders and replacements in one second of command time; 0 is no limit.
    public var perSecond: UInt32
    /// Orders that stand at a time; 0 is no limit.
    public var open: UInt32

    /// Limits; what isn't said isn't limited.
    public init(value: Money = 0, perSecond: UInt32 = 0, open: UInt32 = 0) {
        self.value = value
        self.perSecond = perSecond
        self.open = open
    }
}

/// A commodity in a standard quality, quantity and place of delivery: what one trades.
public struct Instrument: Sendable, Equatable {
    /// A short id, unique in the section: 1 … 16 of A–Z, 0–9, `-`, `.`, `_`.
    public var code: String
    /// The name in words.
    public var name: String
    /// The register's record of the commodity.
    public var commodity: RecordName
    /// The code of the Harmonised System: 2, 4, 6 or more digits; empty if there is none.
    public var harmonisedCode: String
    /// What the goods must be like.
    public var quality: [QualityAttribute]
    /// How much one lot is, in `unit`.
    public var lotSize: ExactDecimal
    /// The unit of the lot size, such as `t`.
    public var unit: String
    /// What one tick is worth for one lot, in minor units of the currency: 1 … 2³².
    public var tickValue: Int64
    /// What one tick is as a price per unit, for display.
    public var tickSize: ExactDecimal
    /// The currency of prices, deposits and fees.
    public var currency: CurrencyCode
    /// Terms of delivery.
    public var basis: Basis
    /// Terms of payment and delivery in words, for the contract.
    public var terms: String
    /// Deadlines of its contracts.
    public var deadlines: ContractTerms
    /// The prices that may be entered and traded.
    public var bands: PriceBands
    /// How it is traded.
    public var mode: TradingMode
    /// Which group of participants may trade it: 0 … 63.
    public var group: UInt8
    /// Rates of participants at home in the house's region.
    public var resident: Rates
    /// Rates of the others.
    public var nonResident: Rates
    /// The most that one order may be worth, in minor units; 0 is no limit.
    public var largestOrderValue: Money

    /// An instrument; what isn't said is empty, free, or without limit.
    public init(
        code: String, name: String, commodity: RecordName, harmonisedCode: String = "",
        quality: [QualityAttribute] = [], lotSize: ExactDecimal, unit: String, tickValue: Int64,
        tickSize: ExactDecimal, currency: CurrencyCode, basis: Basis, terms: String = "",
        deadlines: ContractTerms, bands: PriceBands = PriceBands(),
        mode: TradingMode = .continuous, group: UInt8 = 0,
        resident: Rates = Rates(deposit: 0, fee: 0),
        nonResident: Rates = Rates(deposit: 0, fee: 0), largestOrderValue: Money = 0
    ) {
        self.code = code
        self.name = name
        self.commodity = commodity
        self.harmonisedCode = harmonisedCode
        self.quality = quality
        self.lotSize = lotSize
        self.unit = unit
        self.tickValue = tickValue
        self.tickSize = tickSize
        self.currency = currency
        self.basis = basis
        self.terms = terms
        self.deadlines = deadlines
        self.bands = bands
        self.mode = mode
        self.group = group
        self.resident = resident
        self.nonResident = nonResident
        self.largestOrderValue = largestOrderValue
    }
}
