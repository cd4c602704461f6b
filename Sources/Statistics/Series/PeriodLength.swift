public import Records

/// How long a period is and where in the year it stands. Only periods of one length make a
/// series: nine months are never joined with a year, nor January–June with July–December.
public enum PeriodLength: Hashable, Sendable {
    /// A calendar year.
    case year
    /// Several calendar years together, two or more.
    case years(Int)
    /// A quarter of a year.
    case quarter
    /// A calendar month.
    case month
    /// Several months from the same one of each year on, such as January–September: comparable
    /// year on year. Not three months that make a quarter nor twelve that make a year.
    case months(first: Int, count: Int)
    /// A day: the day on which a stock was counted.
    case day
    /// A range of days, from one day of the year (as month × 100 + day) to another, so many
    /// years later.
    case days(from: Int, through: Int, yearsLater: Int)

    /// The length of a period. `2021-01/2021-03` has the length of a quarter.
    public init(_ period: Period) { self = PeriodSlot(period).length }

    /// Whether two periods of this length follow each other without overlap.
    public var isStep: Bool {
        switch self {
        case .year, .quarter, .month, .months: true
        case .years, .day, .days: false
        }
    }

    private var order: (Int, Int, Int, Int) {
        switch self {
        case .year: (0, 0, 0, 0)
        case .years(let count): (1, count, 0, 0)
        case .quarter: (2, 0, 0, 0)
        case .month: (3, 0, 0, 0)
        case .months(let first, let count): (4, first, count, 0)
        case .day: (5, 0, 0, 0)
        case .days(let from, let through, let years): (6, from, through, years)
        }
    }
}

extension PeriodLength: Comparable {
    /// Years, quarters, months, ranges of months, days, ranges of days.
    public static func < (left: PeriodLength, right: PeriodLength) -> Bool {
        left.order < right.order
    }
}

extension PeriodLength: CustomStringConvertible {
    /// `year`, `7-years`, `quarter`, `month`, `months-01-09` (January, nine), `day` or
    /// `days-1201-1202`; with `+1` behind when the range ends a year later.
    public var description: String {
        switch self {
        case .year: "year"
        case .years(let count): "\(count)-years"
        case .quarter: "quarter"
        case .month: "month"
        case .months(let first, let count):
            "months-\(Self.padded(first, 2))-\(Self.padded(count, 2))"
        case .day: "day"
        case .days(let from, let through, let years):
            "days-\(Self.padded(from, 4))-\(Self.padded(through, 4))"
                + (years > 0 ? "+\(years)" : "")
        }
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
