/// The eleven rules of Incoterms 2020: who pays for and risks what on the way.
public enum Incoterm: UInt8, Sendable, CaseIterable {
    /// Ex works.
    case exw = 1
    /// Free carrier.
    case fca = 2
    /// Carriage paid to.
    case cpt = 3
    /// Carriage and insurance paid to.
    case cip = 4
    /// Delivered at place.
    case dap = 5
    /// Delivered at place unloaded.
    case dpu = 6
    /// Delivered duty paid.
    case ddp = 7
    /// Free alongside ship.
    case fas = 8
    /// Free on board.
    case fob = 9
    /// Cost and freight.
    case cfr = 10
    /// Cost, insurance and freight.
    case cif = 11
}

/// Where and on which terms goods change hands.
public struct Basis: Sendable, Hashable {
    /// The rule.
    public var rule: Incoterm
    /// The named place as the contract prints it, such as `Petrozavodsk, Neglinskaya 1`.
    public var place: String
    /// The register's record of the place or region.
    public var region: RecordName

    /// A basis of given parts.
    public init(rule: Incoterm, place: String, region: RecordName) {
        self.rule = rule
        self.place = place
        self.region = region
    }
}

/// An exact decimal number: `units` × 10^−`scale`.
public struct ExactDecimal: Sendable, Hashable {
    /// The digits.
    public var units: Int64
    /// How many of them stand behind the point: 0 … 9.
    public var scale: UInt8

    /// A number of given digits and places.
    public init(_ units: Int64, scale: UInt8 = 0) {
        self.units = units
        self.scale = scale
    }
}

/// A property of goods, such as `fat, 3.4 to 3.9 %` or `grade, 1`.
public struct QualityAttribute: Sendable, Hashable {
    /// What it measures.
    public var name: String
    /// The least value; nil if there is no lower end.
    public var from: ExactDecimal?
    /// The greatest value; nil if there is no upper end.
    public var to: ExactDecimal?
    /// The value in words where it isn't a number, else empty.
    public var text: String
    /// The unit of the numbers; empty if they have none.
    public var unit: String

    /// An attribute of given parts; what isn't said is open.
    public init(
        name: String, from: ExactDecimal? = nil, to: ExactDecimal? = nil, text: String = "",
        unit: String = ""
    ) {
        self.name = name
        self.from = from
        self.to = to
        self.text = text
        self.unit = unit
    }
}
