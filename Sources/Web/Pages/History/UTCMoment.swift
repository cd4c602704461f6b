/// A moment of UTC, written in the style of ISO 8601.
struct UTCMoment {
    /// Microseconds since 1970.
    let microseconds: Int64

    /// `2021-06-29T10:04:00Z`, to the second.
    var text: String {
        let seconds = Self.floor(microseconds, 1_000_000)
        let days = Self.floor(seconds, 86_400)
        let (year, month, day) = Self.date(days)
        let clock = seconds - days * 86_400
        return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2) + "T"
            + Self.padded(clock / 3_600, 2) + ":" + Self.padded(clock / 60 % 60, 2) + ":"
            + Self.padded(clock % 60, 2) + "Z"
    }

    /// The Gregorian date so many days after 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level
    /// Date Algorithms", civil_from_days).
    private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = floor(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func floor(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
