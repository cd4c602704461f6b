import Exchange
import Testing

/// Days, clocks and timetables.
struct CalendarTests {
    /// Every day of four centuries beside a count by hand.
    @Test func daysBesideACount() {
        var (year, month, day) = (1900, 1, 1)
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var weekday = 1  // 1900-01-01 was a Monday.
        for number in -25_567..<120_530 as Range<Int32> {
            let civil = CivilDay(number)
            guard civil.year == year, civil.month == month, civil.day == day,
                civil.weekday.rawValue == UInt8(weekday),
                CivilDay(year: year, month: month, day: day) == civil
            else {
                Issue.record("day \(number) should be \(year)-\(month)-\(day)")
                return
            }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            day += 1
            weekday = weekday % 7 + 1
            if day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) {
                (month, day) = (month + 1, 1)
            }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test func daysInText() {
        #expect(CivilDay("2026-11-21")?.rawValue == 20_778)
        #expect(CivilDay("2026-11-21")?.weekday == .saturday)
        #expect(CivilDay(20_778).text == "2026-11-21")
        #expect(CivilDay("0001-01-01")?.rawValue == CivilDay.range.lowerBound)
        #expect(CivilDay("9999-12-31")?.rawValue == CivilDay.range.upperBound)
        #expect(CivilDay("2024-02-29") != nil)
        for text in [
            "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "0000-01-01",
            "2026-1-1", "2026-11-21-", "+026-11-21", "", "21.11.2026",
        ] { #expect(CivilDay(text) == nil, "\(text)") }
        #expect(CivilDay(.max).text == "9999-12-31")
        #expect(CivilDay(.min).advanced(by: .min).text == "0001-01-01")
    }

    @Test func timesInText() {
        #expect(LocalTime("09:30")?.seconds == 34_200)
        #expect(LocalTime("09:30:15")?.text == "09:30:15")
        #expect(LocalTime("25:00")?.text == "25:00")
        for text in [
            "48:00", "9:30", "09:60", "09:30:60", "09", "", "09:30:00:00", "-1:00", "+9:00",
        ] {
            #expect(LocalTime(text) == nil, "\(text)")
        }
        #expect(LocalTime(seconds: -1) == nil)
    }

    /// Rome in 2026: clocks go forward on 29 March at 01:00 UTC, back on 25 October at 01:00 UTC.
    static func rome() throws -> TimeZoneTable {
        func transition(_ day: String, _ offset: Int32) throws -> TimeZoneTable.Transition {
            let day = try #require(CivilDay(day))
            return TimeZoneTable.Transition(at: SessionTable.instant("01:00", day), offset: offset)
        }
        return try TimeZoneTable(
            name: "Europe/Rome", initialOffset: 3_600,
            transitions: [transition("2026-03-29", 7_200), transition("2026-10-25", 3_600)])
    }

    /// RFC 5545, 3.3.5: a time that doesn't come is read with the offset before the change, one
    /// that comes twice is the first.
    @Test func clocksForwardAndBack() throws {
        let rome = try Self.rome()
        for (day, time, utc) in [
            ("2026-03-28", "09:00", "08:00"), ("2026-03-29", "01:59", "00:59"),
            ("2026-03-29", "02:30", "01:30"), ("2026-03-29", "03:00", "01:00"),
            ("2026-03-29", "09:00", "07:00"), ("2026-10-25", "09:00", "08:00"),
            ("2026-10-25", "02:00", "00:00"), ("2026-10-25", "02:30", "00:30"),
            ("2026-10-25", "03:00", "02:00"), ("2026-10-24", "26:30", "24:30"),
        ] {
            let civil = try #require(CivilDay(day))
            let found = rome.instant(of: civil, at: try #require(LocalTime(time)))
            let wanted = SessionTable.instant(utc, civil)
            #expect(found == wanted, "\(day) \(time)")
        }
        #expect(rome.day(at: SessionTable.instant("22:59", CivilDay(20_500))) == CivilDay(20_500))
        #expect(rome.day(at: SessionTable.instant("23:00", CivilDay(20_500))) == CivilDay(20_501))
        #expect(rome.day(at: Instant(-3_600_001)) == CivilDay(-1))
        #expect(rome.day(at: Instant(-3_600_000)) == CivilDay(0))
        #expect(rome.day(at: .distantFuture).text == "9999-12-31")
    }

    /// The two examples of RFC 5545 itself, in New York in 2007.
    @Test func examplesOfTheStandard() throws {
        func moment(_ day: String, _ time: String) throws -> Instant {
            SessionTable.instant(time, try #require(CivilDay(day)))
        }
        let newYork = try TimeZoneTable(
            name: "America/New_York", initialOffset: -5 * 3_600,
            transitions: [
                .init(at: try moment("2007-03-11", "07:00"), offset: -4 * 3_600),
                .init(at: try moment("2007-11-04", "06:00"), offset: -5 * 3_600),
            ])
        let spring = try #require(CivilDay("2007-03-11"))
        let autumn = try #require(CivilDay("2007-11-04"))
        let clock = try #require(LocalTime("02:30"))
        let other = try #require(LocalTime("01:30"))
        #expect(newYork.instant(of: spring, at: clock) == (try moment("2007-03-11", "07:30")))
        #expect(newYork.instant(of: autumn, at: other) == (try moment("2007-11-04", "05:30")))
    }

    @Test func unsoundTablesAreRefusedByName() {
        let first = TimeZoneTable.Transition(at: Instant(5), offset: 0)
        #expect(throws: CalendarError.offsetOutOfRange(position: nil, seconds: 70_000)) {
            try TimeZoneTable(name: "", initialOffset: 70_000)
        }
        #expect(throws: CalendarError.transitionNotLater(position: 1)) {
            try TimeZoneTable(name: "", initialOffset: 0, transitions: [first, first])
        }
    }

    private func timetable() throws -> Timetable {
        let minsk = try TimeZoneTable(name: "Europe/Minsk", initialOffset: 10_800)
        let metal = try SessionTables.plan("trading 10:00 closed 12:00")
        let timber = try SessionTables.plan("trading 11:00 closed 13:00", code: "T1")
        let night = try SessionTables.plan("trading 23:30 closed 25:00", code: "N1")
        return try Timetable(
            zone: minsk, plans: [metal, timber, night],
            entries: [
                TimetableEntry(plan: 1, weekdays: WeekdaySet([.monday, .wednesday])),
                TimetableEntry(plan: 0, weekdays: .workdays),
                TimetableEntry(
                    plan: 2, weekdays: WeekdaySet([.friday]), first: CivilDay("2026-12-04"),
                    last: CivilDay("2026-12-18")),
            ],
            exceptions: [
                TimetableException(
                    try #require(CivilDay("2026-12-12")), name: "Working Saturday", plans: [1]),
                TimetableException(try #require(CivilDay("2026-12-25")), name: "Christmas"),
            ])
    }

    @Test func sessionsOfADay() throws {
        let timetable = try timetable()
        func text(_ day: String) throws -> String {
            timetable.sessions(on: try #require(CivilDay(day))).map {
                "\($0.plan)@\($0.starts[0].rawValue / 60_000 % 1_440)\($0.isLastOfDay ? " last" : "")"
            }.joined(separator: ", ")
        }
        #expect(try text("2026-11-23") == "0@420, 1@480 last")  // Monday, 07:00 and 08:00 UTC
        #expect(try text("2026-11-24") == "0@420 last")
        #expect(try text("2026-11-27") == "0@420 last")  // the night plan begins in December
        #expect(try text("2026-12-04") == "0@420, 2@1230 last")
        #expect(try text("2026-12-05") == "")
        #expect(try text("2026-12-18") == "0@420, 2@1230 last")  // through that day
        #expect(try text("2026-12-12") == "1@480 last")
        #expect(try text("2026-12-25") == "")
        #expect(timetable.exception(on: CivilDay(0)) == nil)
        try Coding.expectSame(timetable)
        Coding.expectNoTrap(timetable, seed: 3)
    }

    /// The next session beside a search through all days, from many moments.
    @Test func nextSessionBesideASearch() throws {
        let timetable = try timetable()
        let all = (20_700..<20_900 as Range<Int32>).flatMap {
            timetable.sessions(on: CivilDay($0))
        }
        var random = SeededRandom(seed: 11)
        for _ in 0..<300 {
            let times: [Int64] = [0, 25_199_999, 25_200_000, 73_800_000, 86_399_999]
            let moment = Instant(
                Int64.random(in: 20_710..<20_880, using: &random) * 86_400_000
                    + times[Int.random(in: 0..<times.count, using: &random)])
            let wanted = all.filter { $0.starts[0] > moment }
                .min { ($0.starts[0], $0.plan) < ($1.starts[0], $1.plan) }
            #expect(timetable.next(after: moment) == wanted, "seed 11: \(moment)")
        }
        let empty = try Timetable(zone: timetable.zone, plans: [], entries: [])
        #expect(empty.next(after: Instant(0)) == nil)
        #expect(timetable.next(after: .distantFuture) == nil)
        #expect(throws: CalendarError.planCodeTwice(position: 1, code: "M1")) {
            let plan = try SessionTables.plan("trading 10:00 closed 12:00")
            return try Timetable(zone: timetable.zone, plans: [plan, plan], entries: [])
        }
        #expect(throws: CalendarError.unknownPlan(position: 0, plan: 4)) {
            try Timetable(
                zone: timetable.zone, plans: [],
                entries: [TimetableEntry(plan: 4, weekdays: .everyDay)])
        }
    }

    /// A plan that begins after midnight belongs to the day before.
    @Test func afterMidnight() throws {
        let minsk = try TimeZoneTable(name: "Europe/Minsk", initialOffset: 10_800)
        let plan = try SessionTables.plan("trading 47:00 closed 47:30")
        let timetable = try Timetable(
            zone: minsk, plans: [plan],
            entries: [TimetableEntry(plan: 0, weekdays: WeekdaySet([.friday]))])
        let friday = try #require(CivilDay("2026-12-04"))
        let start = SessionTable.instant("44:00", friday)  // Saturday, 23:00 in Minsk
        for before in [1, 3_600_000, 80_000_000] as [Int64] {
            let next = timetable.next(after: start.advanced(by: -before))
            #expect(next?.day == friday)
            #expect(next?.starts.first == start)
        }
        #expect(timetable.next(after: start)?.day == friday.advanced(by: 7))
    }

    /// A plan whose phases fall into the hour that doesn't come still goes forward.
    @Test func phasesInTheHourThatIsMissing() throws {
        let plan = try SessionTables.plan(
            "openingCall 01:50 trading 02:30 dealMaking 03:10 closed 04:00")
        let timetable = try Timetable(
            zone: try Self.rome(), plans: [plan],
            entries: [TimetableEntry(plan: 0, weekdays: .everyDay)])
        let day = try #require(CivilDay("2026-03-29"))
        let session = try #require(timetable.sessions(on: day).first)
        let minutes = session.starts.map {
            ($0.rawValue - Int64(day.rawValue) * 86_400_000) / 60_000
        }
        #expect(minutes == [50, 90, 90, 120])
        var state = try #require(SessionState(number: 1, plan: plan, scheduled: session))
        var events: [SessionEvent] = []
        state.advance(to: .distantFuture, into: &events)
        #expect(state.status == .closed)
        #expect(events.filter { $0.kind == .phaseEntered }.count == 4)
    }
}
