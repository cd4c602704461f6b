/// A day of the Gregorian calendar, counted from 1970-01-01; which place's day is said beside it.
public struct CivilDay: Sendable, Hashable, Comparable {
    /// The days that have a name: from year 1 to year 9999.
    public static let range: ClosedRange<Int32> = -719_162...2_932_896

    /// Days since 1970-01-01, negative before.
    public let rawValue: Int32

    /// The day so many days after 1970-01-01, held within `range`.
    public init(_ days: Int32) {
        rawValue = min(max(days, Self.range.lowerBound), Self.range.upperBound)
    }

    /// The day of a year (1…9999), month (1…12) and day of the month; nil if there is none.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        // Years begin in March here, so that the leap day is the last (H. Hinnant,
        // "chrono-Compatible Low-Level Date Algorithms").
        let shifted = month > 2 ? year : year - 1
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(Int32(shifted / 400 * 146_097 + dayOfEra - 719_468))
        guard self.month == month && self.day == day else { return nil }
    }

    /// The day that a text like `2026-11-21` (ISO 8601) names; nil if it names none.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = UInt16(parts[0]), let month = UInt16(parts[1]), let day = UInt16(parts[2])
        else { return nil }
        self.init(year: Int(year), month: Int(month), day: Int(day))
    }

    /// The year, 1…9999.
    public var year: Int { parts.year }
    /// The month, 1…12.
    public var month: Int { parts.month }
    /// The day of the month, 1…31.
    public var day: Int { parts.day }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let number = ((Int(rawValue) + 3) % 7 + 7) % 7 + 1
        return Weekday(rawValue: UInt8(number)) ?? .monday
    }

    /// The day so many days later, held within `range`.
    public func advanced(by days: Int32) -> CivilDay {
        let sum = Int64(rawValue) + Int64(days)
        return CivilDay(Int32(clamping: sum))
    }

    /// The day as ISO 8601 writes it, `2026-11-21`.
    public var text: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Whether the left day is earlier.
    public static func < (left: CivilDay, right: CivilDay) -> Bool {
        left.rawValue < right.rawValue
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(rawValue) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

/// A day of the week, numbered as ISO 8601 does.
public enum Weekday: UInt8, Sendable, CaseIterable {
    /// Monday.
    case monday = 1
    /// Tuesday.
    case tuesday = 2
    /// Wednesday.
    case wednesday = 3
    /// Thursday.
    case thursday = 4
    /// Friday.
    case friday = 5
    /// Saturday.
    case saturday = 6
    /// Sunday.
    case sunday = 7
}

/// A set of days of the week: bit 0 is Monday, bit 6 Sunday.
public struct WeekdaySet: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8

    /// A set from its bits; bit 7 means nothing.
    public init(rawValue: UInt8) { self.rawValue = rawValue & 0x7F }

    /// The set of some days.
    public init(_ days: [Weekday]) {
        self.init(rawValue: days.reduce(0) { $0 | 1 << ($1.rawValue - 1) })
    }

    /// Monday to Friday.
    public static let workdays = WeekdaySet(rawValue: 0x1F)
    /// All seven.
    public static let everyDay = WeekdaySet(rawValue: 0x7F)

    /// Whether a day of the week is in the set.
    public func contains(_ day: Weekday) -> Bool { rawValue >> (day.rawValue - 1) & 1 == 1 }
}
