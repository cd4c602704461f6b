/// Moments as text (RFC 3339), UTC.
enum Timestamp {
    /// `2021-06-29T10:15:30.123456Z` of microseconds since 1970.
    static func text(microseconds: Int64) -> String {
        let day = 86_400_000_000 as Int64
        let days = microseconds >= 0 ? microseconds / day : (microseconds - day + 1) / day
        let rest = microseconds - days * day
        let (year, month, date) = civil(days)
        let seconds = rest / 1_000_000
        return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(date, 2) + "T"
            + pad(seconds / 3_600, 2) + ":" + pad(seconds / 60 % 60, 2) + ":" + pad(seconds % 60, 2)
            + "." + pad(rest % 1_000_000, 6) + "Z"
    }

    /// The date of a day counted from 1970-01-01: Howard Hinnant's `civil_from_days`
    /// (https://howardhinnant.github.io/date_algorithms.html), proleptic Gregorian.
    private static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func pad(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
