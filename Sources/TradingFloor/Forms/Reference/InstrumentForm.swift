public import Exchange

/// An instrument: a commodity in a standard quality, quantity and place of delivery.
///
/// ```json
/// {"code": "MILK", "name": "whole milk powder", "lot": "20", "unit": "t", "tick": "0.50",
///  "currency": "BYN", "delivery": {"rule": "fca", "place": "Brest", "region": "place/by/brest"},
///  "deadlines": {"signing": "1 day", "payment": "5 days", "shipment": "10 days",
///                "acceptance": "10 days", "claims": "14 days"}}
/// ```
public struct InstrumentForm: CommandForm {
    /// Terms of delivery.
    public struct Delivery: Codable, Sendable, Equatable {
        /// The Incoterms 2020 rule: `exw`, `fca`, `cpt`, `cip`, `dap`, `dpu`, `ddp`, `fas`, `fob`,
        /// `cfr` or `cif`.
        public var rule: String
        /// The named place, as the contract prints it.
        public var place: String?
        /// The register's record of the place or its region.
        public var region: String?
    }

    /// How much time each side has for its steps of a contract.
    public struct Deadlines: Codable, Sendable, Equatable {
        /// From the deal until both have signed.
        public var signing: String
        /// From the signatures until the payment.
        public var payment: String
        /// From the payment until the goods are shipped.
        public var shipment: String
        /// From the shipment until the buyer has accepted.
        public var acceptance: String
        /// From acceptance until the contract closes by itself.
        public var claims: String
    }

    /// Prices from one to another, both included.
    public struct Span: Codable, Sendable, Equatable {
        /// The lowest.
        public var low: String
        /// The highest.
        public var high: String
    }

    /// The prices that are let through; what is left out isn't checked.
    public struct Bands: Codable, Sendable, Equatable {
        /// Limits of orders must be in here.
        public var entry: Span?
        /// Trades must be in here.
        public var fixed: Span?
        /// Trades must be within so much of the last price.
        public var dynamic: String?
    }

    /// Deposits and fees in percent of a deal's value.
    public struct Rates: Codable, Sendable, Equatable {
        /// What stands behind an order and then its contract.
        public var deposit: String
        /// What each side owes the house for a deal.
        public var fee: String

        static let none = Rates(deposit: "0", fee: "0")
    }

    /// A short id: 1 to 16 of A–Z, 0–9, `-`, `.`, `_`.
    public var code: String
    /// The name in words.
    public var name: String
    /// The register's record of the commodity.
    public var commodity: String?
    /// The code of the Harmonised System.
    public var harmonisedCode: String?
    /// What the goods must be like.
    public var quality: [QualityForm]?
    /// How much one lot is, in `unit`; `1` if left out. It can't be altered later.
    public var lot: String?
    /// The unit of goods, such as `t`.
    public var unit: String
    /// The price step, in the currency per unit.
    public var tick: String
    /// What a step is worth for a lot, in minor units of the currency. Only where that isn't
    /// step × lot, else it is left out.
    public var tickValue: Int64?
    /// The currency's three letters.
    public var currency: String
    /// Terms of delivery.
    public var delivery: Delivery
    /// Terms of payment and delivery in words, for the contract.
    public var terms: String?
    /// Deadlines of its contracts.
    public var deadlines: Deadlines
    /// The prices that are let through.
    public var bands: Bands?
    /// `continuous` (also if left out), `call`, `english`, `reverse`, `dutch` or `negotiated`.
    public var mode: String?
    /// Which group of participants may trade it, 0 (also if left out) to 63.
    public var group: UInt8?
    /// Rates of participants at home in the house's region; none if left out.
    public var resident: Rates?
    /// Rates of the others; none if left out.
    public var nonResident: Rates?
    /// The most that one order may be worth, in the currency; left out: no limit.
    public var largestOrder: String?

    /// Lists the instrument.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        .list(try instrument())
    }

    /// Alters an instrument into what the form says.
    public func alteration(
        of code: String, in directory: SectionDirectory
    ) throws(FormError) -> SectionAction {
        let (index, _) = try FormContext(directory).instrument(code, at: "code")
        return .alterInstrument(index, try instrument())
    }
}
