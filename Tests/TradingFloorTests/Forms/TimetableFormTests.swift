import Exchange
import Testing

@testable import TradingFloor

struct TimetableFormTests {
    private static let weekly = #"""
        {"zone":{"name":"Europe/Rome","offset":"+01:00","transitions":[
           {"at":"2027-03-28T01:00Z","offset":"+02:00"}]},
         "plans":[{"code":"DAY","phases":[{"kind":"openingCall","at":"09:30"},
                     {"kind":"trading","at":"10:00","rules":{"allowed":["enterBuy","bid"],
                      "book":"continuous"}},{"kind":"closed","at":"12:00"}]},
                  {"code":"EVE","phases":[{"kind":"closed","at":"25:30"}],"places":["place/by"],
                   "carriesOver":false,"bandCall":"10 seconds","resumeCall":"0 seconds"}],
         "weekly":[{"plan":"DAY","days":["monday","sunday"],"from":"2026-11-23",
                    "through":"2027-11-23"}],
         "exceptions":[{"day":"2026-12-26","name":"Saturday","plans":["EVE"]},
                       {"day":"2026-12-25","name":"Christmas"}]}
        """#

    @Test func aFormBecomesATimetableAndBack() throws {
        let form = try FormJSON.read(TimetableForm.self, from: Array(Self.weekly.utf8))
        let timetable = try form.timetable()
        #expect(timetable.entries[0].weekdays == [WeekdaySet([.monday, .sunday])])
        #expect(timetable.exceptions.map(\.day.text) == ["2026-12-25", "2026-12-26"])
        #expect(timetable.plans[0].phases[1].rules.allowed == [.enterBuy, .bid])
        #expect(timetable.plans[0].bandCall == 300_000)
        #expect(timetable.zone.transitions[0].at == Instant(1_806_195_600_000))
        let again = TimetableForm(timetable)
        #expect(try again.timetable() == timetable)
        #expect(try form.action(in: Desk.directory) == .setTimetable(timetable))
    }

    @Test func whatIsWrongWithATimetable() {
        let refuse = { (old: String, new: String, path: String, words: String) in
            Desk.refuses(
                TimetableForm.self, Self.weekly.replacing(old, with: new), at: path, words)
        }
        refuse(#""offset":"+01:00","#, "", "zone.offset", "+03:00")
        refuse("+01:00", "01:00", "zone.offset", "+03:00")
        refuse("+02:00", "+19:00", "zone.transitions[0].offset", "18 hours")
        refuse("2027-03-28T01:00Z", "28.3.", "zone.transitions[0].at", "moment")
        refuse("\"09:30\"", "\"9:30\"", "plans[0].phases[0].at", "09:30")
        refuse("\"09:30\"", "\"10:00\"", "plans[0].phases[1].at", "later")
        refuse("openingCall", "lunch", "plans[0].phases[0].kind", "preOpening")
        refuse("\"bid\"", "\"eat\"", "plans[0].phases[1].rules.allowed[1]", "deal")
        refuse("10 seconds", "0 seconds", "plans[1].bandCall", "range")
        refuse("\"EVE\",\"phases", "\"DAY\",\"phases", "exceptions[0].plans[0]", "DAY")
        refuse("monday", "Monday", "weekly[0].days[0]", "monday")
        refuse("2026-12-26", "2026-12-25", "exceptions[1].day", "twice")
        refuse("2026-12-26", "2026-02-30", "exceptions[0].day", "2026-11-23")
        refuse("2027-11-23", "soon", "weekly[0].through", "2026-11-23")
    }

    @Test func aSessionByItself() throws {
        let json = #"""
            {"day":"2026-11-23","offset":"+03:00","plan":{"code":"EXTRA","name":"extra",
             "phases":[{"kind":"trading","at":"10:00"},{"kind":"closed","at":"12:00"}]}}
            """#
        guard case .openSession(let plan, let session) = try Desk.action(SessionForm.self, json)
        else {
            Issue.record("it isn't a session")
            return
        }
        #expect(plan.name == "extra")
        #expect(session.starts == [Instant(1_795_417_200_000), Instant(1_795_424_400_000)])
        #expect(session.isLastOfDay)
        Desk.refuses(
            SessionForm.self, json.replacing("+03:00", with: "Minsk"), at: "offset", "+03:00")
        Desk.refuses(
            SessionForm.self, json.replacing("closed", with: "trading"),
            at: "plan.phases[1].kind", "closed")
    }

    @Test func sessionOrders() throws {
        let action = { (json: String) in try Desk.action(SessionOrderForm.self, json) }
        #expect(
            try action(#"{"order":"extend","by":"10 minutes"}"#) == .session(.extend(600_000)))
        #expect(try action(#"{"order":"next","phase":"trading"}"#) == .session(.next(.trading)))
        #expect(try action(#"{"order":"halt"}"#) == .session(.halt))
        let refuse = { (json: String, path: String) in
            Desk.refuses(SessionOrderForm.self, json, at: path, "")
        }
        refuse(#"{"order":"extend"}"#, "by")
        refuse(#"{"order":"next"}"#, "phase")
        refuse(#"{"order":"halt","by":"1 day"}"#, "by")
        refuse(#"{"order":"stop"}"#, "order")
    }
}
