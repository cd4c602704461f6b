import Exchange
import Testing

/// Sessions by a timetable, one after the other.
@Suite struct SectionTimetableTests {
    private static let hour: Int64 = 3_600_000

    /// Trading from 10 to 12 on weekdays, by a clock three hours ahead of UTC.
    private func timetable() throws -> Timetable {
        let ten = try #require(LocalTime("10:00"))
        let noon = try #require(LocalTime("12:00"))
        let plan = try SessionPlan(
            code: "DAY", name: "Day",
            phases: [PlannedPhase(.trading, at: ten), PlannedPhase(.closed, at: noon)])
        return try Timetable(
            zone: TimeZoneTable(name: "+3", initialOffset: 10_800), plans: [plan],
            entries: [TimetableEntry(plan: 0, weekdays: .workdays)])
    }

    /// What begins and ends, as kind and session.
    private func course(
        _ section: inout Section, _ moment: Int64, _ action: SectionAction = .advance
    ) -> [String] {
        var events = SectionEvents()
        section.apply(SectionCommand(time: Instant(moment), action: action), into: &events)
        return events.array().compactMap {
            switch $0.kind {
            case .sessionPlanned: "\($0.subject) at \(($0.remaining - Self.monday) / Self.hour)"
            case .phaseEntered: $0.quantity == 3 ? "\($0.subject) trades" : nil
            case .sessionClosed: "\($0.subject) closed"
            default: nil
            }
        }
    }

    /// 2026-11-23, a Monday, 00:00 UTC.
    private static let monday: Int64 = 20_780 * 86_400_000

    @Test func sessionsFollowEachOtherAndMissedOnesAreNotHeld() throws {
        var section = Section(SectionLimits(orders: 16, ordersPerBook: 16, instruments: 1))
        let (monday, hour) = (Self.monday, Self.hour)
        #expect(course(&section, monday, .setTimetable(try timetable())) == ["1 at 7"])
        #expect(course(&section, monday + 7 * hour) == ["1 trades"])
        #expect(course(&section, monday + 9 * hour) == ["1 closed", "2 at 31"])
        // A restart and a silence from Monday's close into Tuesday's session: it is on.
        section = try Section(section.limits, restoring: section.snapshot())
        #expect(course(&section, monday + 32 * hour) == ["2 trades"])
        // A silence over Tuesday's close into Wednesday's session: both happen.
        #expect(course(&section, monday + 56 * hour) == ["2 closed", "3 at 55", "3 trades"])
        // A silence over the weekend: Thursday's and Friday's sessions aren't held.
        #expect(course(&section, monday + 168 * hour) == ["3 closed", "4 at 175"])
        #expect(section.session?.number == 4)
        // The end of time comes at once.
        #expect(course(&section, .max).first == "4 trades")
    }
}
