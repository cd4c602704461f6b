/// A day of the proleptic Gregorian calendar, as a count of days from 1970-01-01 (UTC).
///
/// The conversion follows H. Hinnant, "chrono-compatible low-level date algorithms" (2013).
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// Years that a chart can show.
    static let years = -9999...9999

    /// Days since 1970-01-01.
    public let number: Int

    /// The day with this count, brought into the years −9999 to 9999.
    public init(number: Int) {
        self.number = min(max(number, -4_371_953), 2_932_896)
    }

    /// The day of a year, a month (1 to 12) and a day (1 to 31); each part is brought into its
    /// range.
    public init(year: Int, month: Int = 1, day: Int = 1) {
        let month = min(max(month, 1), 12)
        let day = min(max(day, 1), 31)
        let year =
            min(max(year, Self.years.lowerBound), Self.years.upperBound) - (month <= 2 ? 1 : 0)
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(number: era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Earlier days are less.
    public static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }
}
