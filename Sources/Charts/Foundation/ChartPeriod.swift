/// A stretch of days with its name; a period is not a date, so it keeps both its ends.
public struct ChartPeriod: Sendable, Hashable {
    /// The first day.
    public let first: CalendarDay
    /// The last day, inclusive; the first again for a stock counted on a day.
    public let last: CalendarDay
    /// How people write it: "2021", "Jan–Sep 2021".
    public let label: String
    /// What makes two periods comparable: a day, or a number of months, or a number of days.
    let length: PeriodLength

    /// A period from its first to its last day; the ends are put in order.
    public init(first: CalendarDay, last: CalendarDay, label: String) {
        self.first = min(first, last)
        self.last = max(first, last)
        self.label = label
        length = Self.length(from: self.first, to: self.last)
    }

    /// A calendar year.
    public static func year(_ year: Int) -> ChartPeriod {
        ChartPeriod(
            first: CalendarDay(year: year), last: CalendarDay(year: year, month: 12, day: 31),
            label: String(year))
    }

    /// The months `first` to `last` (1 to 12) of a year.
    public static func months(_ year: Int, _ first: Int, _ last: Int, label: String)
        -> ChartPeriod
    {
        let next = CalendarDay(
            year: last >= 12 ? year + 1 : year, month: last >= 12 ? 1 : last + 1)
        return ChartPeriod(
            first: CalendarDay(year: year, month: first),
            last: CalendarDay(number: next.number - 1), label: label)
    }

    /// The quarter 1 to 4 of a year.
    public static func quarter(_ year: Int, _ quarter: Int, label: String) -> ChartPeriod {
        let quarter = min(max(quarter, 1), 4)
        return .months(year, quarter * 3 - 2, quarter * 3, label: label)
    }

    /// Where the period stands on a time axis: its middle, in days.
    var middle: Double { (Double(first.number) + Double(last.number) + 1) / 2 }

    /// The day after the last.
    var end: Int { last.number + 1 }

    private static func length(from first: CalendarDay, to last: CalendarDay) -> PeriodLength {
        if first == last { return .day }
        let from = first.parts
        let end = last.number + 1
        let to = CalendarDay(number: end).parts
        guard from.day == 1, to.day == 1 else { return .days(end - first.number) }
        return .months((to.year - from.year) * 12 + to.month - from.month)
    }

    /// Whether a line may lead from this period to `next`: both have the same length, and the
    /// next either follows at once or is the same stretch of the following year. Days, at which
    /// stocks are counted, may always be joined.
    func leads(to next: ChartPeriod) -> Bool {
        guard length == next.length else { return false }
        if length == .day || end == next.first.number { return true }
        let (a, b) = (first.parts, next.first.parts)
        return b.year == a.year + 1 && a.month == b.month && a.day == b.day
    }
}

/// A period's kind of length; figures of different lengths are never joined.
enum PeriodLength: Hashable, Sendable {
    case day
    case days(Int)
    case months(Int)
}
