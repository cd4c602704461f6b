import Records
import Testing

@testable import SDMX

struct TimePeriodTests {
    @Test(arguments: [
        ("2021", "A", "2021"), ("2021-Q2", "Q", "2021-Q2"), ("2021-05", "M", "2021-05"),
        ("2021-10-01", "D", "2021-10-01"), ("2021-01/2021-09", "M9", "2021-01-01/P9M"),
        ("2021-01/2021-06", "S", "2021-S1"), ("2021-07/2021-12", "S", "2021-S2"),
        ("2021-02/2021-07", "M6", "2021-02-01/P6M"), ("2021-01/2021-03", "Q", "2021-Q1"),
        ("2021-02/2021-04", "M3", "2021-02-01/P3M"), ("2021-01/2021-12", "A", "2021"),
        ("2020-07/2021-06", "M12", "2020-07-01/P12M"), ("2016/2021", "A6", "2016-01-01/P6Y"),
        ("2011-10/2020", "M111", "2011-10-01/P111M"),
        ("2016-12-01/2016-12-02", "D2", "2016-12-01/P2D"),
        ("2020-02-28/2020-03-01", "D3", "2020-02-28/P3D"),
        ("2021-01-15/2021-02", "D45", "2021-01-15/P45D"),
        ("2020-02-01/2020-02-29", "M", "2020-02"),
    ])
    func notation(_ text: String, _ frequency: String, _ notation: String) throws {
        let period = TimePeriod(try #require(Period(text)))
        #expect(period.frequency == frequency)
        #expect(period.notation == notation)
        #expect(CodeNotation.isCode(frequency))
        #expect(!TimePeriod.name(ofFrequency: frequency).english.isEmpty)
    }

    @Test func equalSpansAreEqual() throws {
        let texts = ["2021", "2021-01/2021-12", "2021-01-01/2021-12-31"]
        let periods = try texts.map { TimePeriod(try #require(Period($0))) }
        #expect(Set(periods).count == 1)
    }

    @Test func frequenciesHaveAnOrder() {
        let sorted = ["M10", "D", "A6", "M", "M9", "Q", "A", "D2", "S"]
            .sorted { TimePeriod.precedes(frequency: $0, $1) }
        #expect(sorted == ["A", "A6", "S", "Q", "M", "M9", "M10", "D", "D2"])
    }

    @Test(arguments: [
        ("2021", 2021_01_01, 2021_12_31), ("2021-06", 2021_06_01, 2021_06_30),
        ("2021-06-29", 2021_06_29, 2021_06_29),
        ("2021-06-29T12:30:00Z", 2021_06_29, 2021_06_29),
        ("2021-A1", 2021_01_01, 2021_12_31), ("2021-S2", 2021_07_01, 2021_12_31),
        ("2021-T2", 2021_05_01, 2021_08_31), ("2020-Q1", 2020_01_01, 2020_03_31),
        ("2021-M02", 2021_02_01, 2021_02_28), ("2021-W01", 2021_01_04, 2021_01_10),
        ("2020-W01", 2019_12_30, 2020_01_05), ("2020-D366", 2020_12_31, 2020_12_31),
    ])
    func queryPeriods(_ text: String, _ first: Int, _ last: Int) throws {
        let period = try #require(QueryPeriod(text))
        #expect(Int(period.firstDay) == first)
        #expect(Int(period.lastDay) == last)
    }

    @Test(arguments: [
        "", "21", "0000", "2021-", "2021-13", "2021-00", "2021-02-30", "2021-Q5", "2021-Q0",
        "2021-S3", "2021-T4", "2021-M13", "2021-W54", "2021-D366", "2021-D1", "2021-X1", "2021-Q",
        "2021-01/2021-09", "2021-01-01/P9M", "2021-06-29T", "2021-06-29T1", "yyyy", "2021-A2",
        "2021-06-29T25:00:00", "99999", "2021-0x",
    ])
    func whatIsNoPeriod(_ text: String) { #expect(QueryPeriod(text) == nil) }

    @Test func daysOfTheCalendarAreCountedOneByOne() {
        var previous = CalendarDay(year: 1899, month: 12, day: 31)
        for ordinal in (previous.ordinal + 1)...(previous.ordinal + 80_000) {
            let day = CalendarDay(ordinal: ordinal)
            #expect(day.ordinal == ordinal)
            let isNext =
                previous.day == previous.daysInMonth
                ? day.day == 1 && (day.month == previous.month + 1 || day.month == 1)
                : day.day == previous.day + 1 && day.month == previous.month
            if !isNext { Issue.record("\(previous) is followed by \(day)") }
            previous = day
        }
    }

    @Test(arguments: [6, 7] as [UInt64])
    func anyPeriodEndsWhereItsNotationSays(_ seed: UInt64) throws {
        print("seed \(seed)")
        var dice = Dice(seed: seed)
        for _ in 0..<2_000 {
            let start = CalendarDay(ordinal: 730_000 + dice.roll(10_000))
            let end = CalendarDay(ordinal: start.ordinal + dice.roll(2_000))
            let text =
                dice.roll(2) == 0
                ? "\(start.text)/\(end.text)" : "\(start.text.prefix(7))/\(end.text.prefix(7))"
            let period = TimePeriod(try #require(Period(text)))
            #expect(period.lastDay == Self.end(of: period.notation), "\(text)")
        }
    }

    /// The last day of a notation, read by adding up months or days one at a time.
    private static func end(of notation: String) -> Int32? {
        guard let slash = notation.firstIndex(of: "/") else {
            return QueryPeriod(notation)?.lastDay
        }
        guard let start = QueryPeriod(String(notation[..<slash])),
            let count = Int(notation[slash...].dropFirst(2).dropLast())
        else { return nil }
        var day = CalendarDay(start.firstDay)
        switch notation.last {
        case "D": day = CalendarDay(ordinal: day.ordinal + count - 1)
        default:
            for _ in 0..<(notation.last == "Y" ? count * 12 : count) {
                day = CalendarDay(
                    year: day.month == 12 ? day.year + 1 : day.year, month: day.month % 12 + 1,
                    day: 1)
            }
            day = CalendarDay(ordinal: day.ordinal - 1)
        }
        return day.number
    }
}
