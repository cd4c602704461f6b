/// The time that a figure speaks of, in the style of ISO 8601: a year, a quarter, a month, a day
/// (for a stock counted on it), or a range of these with both ends included. A period isn't a
/// date: the year 2020 is its whole year.
public enum Period: Hashable, Sendable, CustomStringConvertible {
    /// A year, a month or a day.
    case date(PartialDate)
    /// A quarter (1…4) of a year.
    case quarter(year: Int, quarter: Int)
    /// From the beginning of the first to the end of the second.
    case range(from: PartialDate, through: PartialDate)

    /// Reads `2020`, `2021-Q1`, `2021-05`, `2021-10-01` or `2021-01/2021-09`. Nil when it is
    /// something else, or ends before it begins.
    public init?(_ text: some StringProtocol) {
        if let slash = text.firstIndex(of: "/") {
            guard let from = PartialDate(text[..<slash]),
                let through = PartialDate(text[text.index(after: slash)...]),
                from.firstDay <= through.lastDay, from.firstDay <= through.firstDay
            else { return nil }
            self = .range(from: from, through: through)
        } else if let date = PartialDate(text) {
            self = .date(date)
        } else {
            let bytes = Array(text.utf8)
            guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "Q"),
                let year = PartialDate.number(bytes[0..<4]), year > 0,
                let quarter = PartialDate.number(bytes[6..<7]), (1...4).contains(quarter)
            else { return nil }
            self = .quarter(year: year, quarter: quarter)
        }
    }

    /// The first day of the period, as the number yyyymmdd.
    public var firstDay: Int32 {
        switch self {
        case .date(let date): date.firstDay
        case .quarter(let year, let quarter): Int32(year * 10_000 + (quarter * 3 - 2) * 100 + 1)
        case .range(let from, _): from.firstDay
        }
    }

    /// The last day of the period, as the number yyyymmdd.
    public var lastDay: Int32 {
        switch self {
        case .date(let date):
            date.lastDay
        case .quarter(let year, let quarter):
            Int32(year * 10_000 + quarter * 300 + (quarter == 1 || quarter == 4 ? 31 : 30))
        case .range(_, let through):
            through.lastDay
        }
    }

    /// The notation that ``init(_:)`` reads.
    public var description: String {
        switch self {
        case .date(let date): date.description
        case .quarter(let year, let quarter):
            PartialDate(year: year).map { "\($0)-Q\(quarter)" } ?? ""
        case .range(let from, let through): "\(from)/\(through)"
        }
    }
}
