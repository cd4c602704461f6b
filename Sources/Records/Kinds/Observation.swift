/// A figure: what was counted or measured, of whom, for which period.
public struct Observation: CodedBody {
    /// The kind.
    public static let kind = Kind.observation

    /// The kind's own fields in canonical order.
    public static let fields = [
        "indicator", "subject", "counterpart", "product", "period", "value", "unit",
        "qualifier", "base_period",
    ]

    /// What is measured: a slug such as `trade-turnover`.
    public let indicator: String
    /// Whose figure it is.
    public let subject: RecordID
    /// With whom: the trade partner, the owner of the capital.
    public let counterpart: RecordID?
    /// The good, or what else narrows the figure.
    public let product: String?
    /// The time that it speaks of.
    public let period: Period
    /// The figure.
    public let value: ExactDecimal
    /// Its unit.
    public let unit: String
    /// How exact the source is.
    public let qualifier: Qualifier?
    /// For a growth: the period that it is measured against; by default the same period a year
    /// before.
    public let basePeriod: Period?

    init?(_ reader: inout FieldReader) {
        let indicator = reader.required("indicator") { $0.slug($1) }
        let subject = reader.required("subject") { $0.reference($1) }
        counterpart = reader.reference("counterpart")
        product = reader.text("product")
        let period = reader.required("period") { $0.period($1) }
        let value = reader.required("value") { $0.decimal($1) }
        let unit = reader.required("unit") { $0.text($1) }
        qualifier = reader.choice("qualifier")
        basePeriod = reader.period("base_period")
        guard let indicator, let subject, let period, let value, let unit else { return nil }
        self.indicator = indicator
        self.subject = subject
        self.period = period
        self.value = value
        self.unit = unit
    }

    func write(_ writer: inout JSONWriter) {
        writer.member("indicator", indicator)
        writer.member("subject", subject.text)
        writer.member("counterpart", counterpart?.text)
        writer.member("product", product)
        writer.member("period", period.description)
        writer.member("value", value)
        writer.member("unit", unit)
        writer.member("qualifier", qualifier?.rawValue)
        writer.member("base_period", basePeriod?.description)
    }

    /// None of its own: the page composes one from the indicator and the names of the ends.
    public var title: String? { nil }

    /// The phrases by which it can be found besides its names.
    public var texts: [String] { [indicator] + [product, unit].compactMap(\.self) }

    /// Its type as it stands in the record.
    public var type: String? { indicator }

    /// The days that it speaks of, as yyyymmdd.
    public var days: ClosedRange<Int32>? { period.firstDay...period.lastDay }

    /// The records that it refers to.
    public var links: [Link] {
        [Link(role: .subject, target: subject)]
            + (counterpart.map { [Link(role: .counterpart, target: $0)] } ?? [])
    }
}
