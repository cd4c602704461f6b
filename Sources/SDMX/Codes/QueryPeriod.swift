/// A period that a query names as its start or end: `StandardTimePeriodType` of SDMX 2.1. That
/// is a year, month or day, a point in time, or a reporting period: `2021-A1`, `-S2`, `-T3`
/// (four months), `-Q4`, `-M12`, `-W53` (ISO 8601 weeks), `-D366`; reporting years begin on
/// 1 January.
struct QueryPeriod: Hashable, Sendable {
    /// The first day, yyyymmdd.
    let firstDay: Int32
    /// The last day, yyyymmdd.
    let lastDay: Int32

    /// Reads one; nil when it is none.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 4, let year = Self.number(bytes[0..<4]), year > 0 else { return nil }
        let rest = bytes[4...]
        if rest.isEmpty {
            self.init(months: 1...12, of: year)
        } else if rest.count >= 3, rest[4] == 0x2D, !(0x30...0x39).contains(rest[5]) {
            guard let number = Self.number(rest[6...]) else { return nil }
            self.init(year, unit: rest[5], number, digits: rest.count - 2)
        } else {
            self.init(calendar: bytes, year)
        }
    }

    private init(first: CalendarDay, last: CalendarDay) {
        firstDay = first.number
        lastDay = last.number
    }

    private init(months: ClosedRange<Int>, of year: Int) {
        self.init(
            first: CalendarDay(year: year, month: months.lowerBound, day: 1),
            last: CalendarDay(
                year: year, month: months.upperBound,
                day: CalendarDay.daysInMonth(months.upperBound, of: year)))
    }

    /// `2021-06`, `2021-06-29` or `2021-06-29T12:00:00`, of which only the day counts.
    private init?(calendar bytes: [UInt8], _ year: Int) {
        guard bytes.count >= 7, bytes[4] == 0x2D, let month = Self.number(bytes[5..<7]),
            (1...12).contains(month)
        else { return nil }
        guard bytes.count > 7 else {
            self.init(months: month...month, of: year)
            return
        }
        guard bytes.count >= 10, bytes[7] == 0x2D, let day = Self.number(bytes[8..<10]),
            (1...CalendarDay.daysInMonth(month, of: year)).contains(day),
            bytes.count == 10 || Self.isTime(bytes[10...])
        else { return nil }
        let date = CalendarDay(year: year, month: month, day: day)
        self.init(first: date, last: date)
    }

    private init?(_ year: Int, unit: UInt8, _ number: Int, digits: Int) {
        let months: Int
        switch (unit, digits) {
        case (UInt8(ascii: "A"), 1): months = 12
        case (UInt8(ascii: "S"), 1): months = 6
        case (UInt8(ascii: "T"), 1): months = 4
        case (UInt8(ascii: "Q"), 1): months = 3
        case (UInt8(ascii: "M"), 2): months = 1
        case (UInt8(ascii: "W"), 2):
            guard (1...53).contains(number) else { return nil }
            // Week 1 is the one with 4 January; 0000-03-01 was a Wednesday.
            let fourth = CalendarDay(year: year, month: 1, day: 4).ordinal
            let monday = fourth - (fourth + 2) % 7 + (number - 1) * 7
            self.init(
                first: CalendarDay(ordinal: monday), last: CalendarDay(ordinal: monday + 6))
            return
        case (UInt8(ascii: "D"), 3):
            guard (1...366).contains(number) else { return nil }
            let day = CalendarDay(
                ordinal: CalendarDay(year: year, month: 1, day: 1).ordinal + number - 1)
            guard day.year == year else { return nil }
            self.init(first: day, last: day)
            return
        default:
            return nil
        }
        guard (1...(12 / months)).contains(number) else { return nil }
        self.init(months: ((number - 1) * months + 1)...(number * months), of: year)
    }

    /// `T12:00:00`, with fractions and a zone if need be.
    private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
        let time = Array(bytes)
        guard time.count >= 9, time[0] == UInt8(ascii: "T"), time[3] == 0x3A, time[6] == 0x3A,
            let hour = number(time[1..<3]), let minute = number(time[4..<6]),
            let second = number(time[7..<9])
        else { return false }
        let known: [UInt8] = Array("0123456789.:+-Z".utf8)
        return hour <= 24 && minute < 60 && second < 60 && time.count <= 32
            && time.dropFirst(9).allSatisfy(known.contains)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 4 else { return nil }
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}
