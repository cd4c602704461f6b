/// A date that is as exact as its source: a year, a month or a day of the Gregorian calendar.
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
    /// The year, 1…9999.
    public let year: Int
    /// The month, 1…12, when it is known.
    public let month: Int?
    /// The day of the month, when it is known.
    public let day: Int?

    /// A date of the calendar. Nil when there is no such date.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                guard (1...PartialDate.days(in: month, of: year)).contains(day) else { return nil }
            }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2021`, `2021-06` or `2021-06-29`. Nil when it is something else or no such day.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard [4, 7, 10].contains(bytes.count),
            let year = PartialDate.number(bytes[0..<4]),
            bytes.count < 7 || bytes[4] == UInt8(ascii: "-"),
            bytes.count < 10 || bytes[7] == UInt8(ascii: "-")
        else { return nil }
        var month: Int?
        var day: Int?
        if bytes.count >= 7 {
            guard let value = PartialDate.number(bytes[5..<7]) else { return nil }
            month = value
        }
        if bytes.count == 10 {
            guard let value = PartialDate.number(bytes[8..<10]) else { return nil }
            day = value
        }
        self.init(year: year, month: month, day: day)
    }

    /// The first day that the date can mean, as the number yyyymmdd.
    public var firstDay: Int32 { Int32(year * 10_000 + (month ?? 1) * 100 + (day ?? 1)) }

    /// The last day that the date can mean, as the number yyyymmdd.
    public var lastDay: Int32 {
        let month = month ?? 12
        let day = day ?? PartialDate.days(in: month, of: year)
        return Int32(year * 10_000 + month * 100 + day)
    }

    /// `2021`, `2021-06` or `2021-06-29`.
    public var description: String {
        var text = PartialDate.padded(year, 4)
        if let month { text += "-" + PartialDate.padded(month, 2) }
        if let day { text += "-" + PartialDate.padded(day, 2) }
        return text
    }

    static func number(_ digits: some Collection<UInt8>) -> Int? {
        var value = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
