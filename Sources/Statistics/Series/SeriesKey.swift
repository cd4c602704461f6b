public import Records

/// What makes figures one series: everything but the period itself.
public struct SeriesKey: Hashable, Sendable {
    /// Whose figures they are.
    public let subject: RecordID
    /// With whom; nil when with nobody in particular.
    public let counterpart: RecordID?
    /// What is measured.
    public let indicator: String
    /// The good, or what else narrows the figures.
    public let product: String?
    /// How long each period is.
    public let length: PeriodLength
    /// The unit; never mixed.
    public let unit: String

    /// A key.
    public init(
        subject: RecordID, counterpart: RecordID? = nil, indicator: String,
        product: String? = nil, length: PeriodLength, unit: String
    ) {
        self.subject = subject
        self.counterpart = counterpart
        self.indicator = indicator
        self.product = product
        self.length = length
        self.unit = unit
    }

    /// The key of the series to which an observation belongs.
    public init(_ observation: Observation) {
        self.init(
            subject: observation.subject, counterpart: observation.counterpart,
            indicator: observation.indicator, product: observation.product,
            length: PeriodLength(observation.period), unit: observation.unit)
    }

    /// The same key with another indicator.
    public func with(indicator: String) -> SeriesKey {
        SeriesKey(
            subject: subject, counterpart: counterpart, indicator: indicator, product: product,
            length: length, unit: unit)
    }

    /// The same key with another counterpart.
    public func with(counterpart: RecordID?) -> SeriesKey {
        SeriesKey(
            subject: subject, counterpart: counterpart, indicator: indicator, product: product,
            length: length, unit: unit)
    }
}

extension SeriesKey: Comparable {
    /// By subject, indicator, counterpart, product, length and unit; what is missing first.
    public static func < (left: SeriesKey, right: SeriesKey) -> Bool {
        if left.subject != right.subject { return left.subject < right.subject }
        if left.indicator != right.indicator { return left.indicator < right.indicator }
        if left.counterpart != right.counterpart {
            return (left.counterpart?.text ?? "") < (right.counterpart?.text ?? "")
        }
        if left.product != right.product { return (left.product ?? "") < (right.product ?? "") }
        if left.length != right.length { return left.length < right.length }
        return left.unit < right.unit
    }
}
