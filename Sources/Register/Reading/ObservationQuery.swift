public import Records

/// Which figures are wanted.
public struct ObservationQuery: Sendable, Hashable {
    /// The indicators, one of which it must be; empty for any.
    public var indicators: [String] = []
    /// The subjects, one of which it must have; empty for any.
    public var subjects: [RecordID] = []
    /// The counterparts, one of which it must have; empty for any or none.
    public var counterparts: [RecordID] = []
    /// The product, exactly as it stands.
    public var product: String?
    /// The first day (yyyymmdd) that the period may end on.
    public var from: Int32?
    /// The last day (yyyymmdd) that the period may begin on.
    public var to: Int32?
    /// Exactly this period, in whatever way it is written.
    public var period: Period?
    /// Only figures of this unit.
    public var unit: String?
    /// Only figures with a counterpart, or only such without.
    public var hasCounterpart: Bool?
    /// Only figures of no product in particular.
    public var isOfAllProducts = false
    /// The order.
    public var sort = Sort.indicator
    /// How many to leave out at the start.
    public var offset = 0
    /// How many to give.
    public var limit = 100

    /// All figures.
    public init() {}

    /// Orders of figures; the others decide where the first leaves a tie.
    public enum Sort: String, Sendable, Hashable, CaseIterable {
        /// Indicator, subject, counterpart, product, period.
        case indicator
        /// Period, the newest first.
        case period
        /// Value, the largest first; figures of one unit together.
        case value
        /// Subject, indicator, period.
        case subject
    }
}

/// A figure with the names of its ends.
public struct ObservationRow: Sendable {
    /// The observation's id.
    public let id: RecordID
    /// Indicator, period, value, unit and the rest, as in its record.
    public let observation: Observation
    /// Whose figure it is.
    public let subject: RecordSummary
    /// With whom.
    public let counterpart: RecordSummary?
    /// Where it stands.
    public let citations: [Citation]
    /// The register's number of it.
    public let ordinal: Int64
}

/// Some figures.
public struct ObservationPage: Sendable {
    /// How many there are in all.
    public let total: Int
    /// This page of them.
    public let items: [ObservationRow]
}

/// What figures can be chosen by, with the number of figures for each choice under the other
/// choices of the query.
public struct ObservationChoices: Sendable {
    /// Indicators.
    public let indicators: [(value: String, count: Int)]
    /// Subjects.
    public let subjects: [(value: RecordSummary, count: Int)]
    /// Counterparts.
    public let counterparts: [(value: RecordSummary, count: Int)]
    /// Products.
    public let products: [(value: String, count: Int)]
    /// Years in which a period ends.
    public let years: [(value: Int, count: Int)]
}
