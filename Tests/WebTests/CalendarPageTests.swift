import Foundation
import Records
import Register
import Testing

@testable import Web

/// The calendar and its timeline on records made for it, on a day made for it.
struct CalendarPageTests {
    private static let cite = #""cite":[{"source":"src/a"}]}"#

    private static func measure(_ name: String, _ deadline: String, _ status: String?) -> String {
        let status = status.map { #""status":"\#($0)","# } ?? ""
        return #"{"kind":"measure","id":"measure/\#(name)","title":"Measure \#(name)","#
            + #""plan":"agreement/plan","deadline":"\#(deadline)",\#(status)\#(cite)"#
    }

    private static func event(_ name: String, _ start: String, _ more: String = "") -> String {
        #"{"kind":"event","id":"event/\#(name)","title":"Event \#(name)","type":"fair","#
            + #""start":"\#(start)","place":"place/a",\#(more)\#(cite)"#
    }

    private static let lines = [
        #"{"kind":"source","id":"src/a","title":"A","cite":[{"source":"src/a"}]}"#,
        #"{"kind":"place","id":"place/a","name":"Alpha","type":"country",\#(cite)"#,
        #"{"kind":"agreement","id":"agreement/plan","title":"The plan","type":"programme","#
            + #""parties":["place/a"],"valid_from":"2020","valid_to":"2025",\#(cite)"#,
        measure("late", "2021-03", "planned"), measure("met", "2021-04", "completed"),
        measure("open", "2022", nil),
        event("day", "2021-06-29"), event("month", "2021-06"), event("year", "2021"),
        event("eighth", "2021-07-01", #""series":"fairs","edition":8,"#),
        event("ninth", "2022-07", #""series":"fairs","edition":9,"#),
        #"{"kind":"event","id":"event/undated","title":"Undated","type":"fair",\#(cite)"#,
    ]

    private let site: PagesSite

    init() throws { site = try PagesSite(lines: Self.lines, clock: .fixed(20_210_615)) }

    @Test func opensAroundToday() throws {
        let html = try site.html("/calendar")
        let overdue = try #require(html.range(of: "id=\"overdue\""))
        let upcoming = try #require(html.range(of: "id=\"upcoming\""))
        let past = try #require(html.range(of: "id=\"past\""))
        let late = try #require(html.range(of: "measure/late"))
        #expect(overdue.lowerBound < late.lowerBound && late.lowerBound < upcoming.lowerBound)
        #expect(html[upcoming.upperBound..<past.lowerBound].contains("event/day"))
        #expect(html[past.upperBound...].contains("measure/met"))
        #expect(!html.contains("event/undated"))
    }

    @Test func whatIsOverdueDependsOnTheDay() throws {
        let before = try PagesSite(lines: Self.lines, clock: .fixed(20_210_331))
        #expect(try !before.html("/calendar").contains("class=\"overdue\""))
        let after = try PagesSite(lines: Self.lines, clock: .fixed(20_230_101))
        let html = try after.html("/calendar")
        #expect(html.components(separatedBy: "class=\"overdue\"").count == 3)
    }

    /// A date that isn't known to the day is never given as one.
    @Test func datesAreAsExactAsTheirSources() throws {
        let html = try site.html("/calendar?from=2021&to=2021&what=event")
        for exact in ["2021-06-29", "2021-06", "2021"] {
            #expect(html.contains("datetime=\"\(exact)\""))
        }
        #expect(html.contains(">in June 2021<") && html.contains(">in 2021<"))
        #expect(html.contains("In 2021, month not known"))
        #expect(!html.contains("datetime=\"2021-06-01\""))
        #expect(!html.contains("datetime=\"2021-01-01\""))
    }

    /// What a filter says that it would give is what it gives, entry by entry.
    @Test(arguments: ["from=2021&to=2021", "from=2000", "from=2019&to=2023&place=place/by"])
    func filtersSayWhatTheyGive(_ query: String) throws {
        let site = try PagesSite.atlas.get()
        let filters = try #require(
            try site.html("/calendar?" + query).components(separatedBy: "class=\"facets\"").last)
        var seen = 0
        for piece in filters.components(separatedBy: "</nav>")[0].components(separatedBy: "<a ") {
            guard let link = PagesSite.values(of: "href", in: " " + piece).first,
                link.hasPrefix("/calendar?"), !piece.contains("class=\"chosen\""),
                let count = piece.components(separatedBy: "class=\"count\">").dropFirst().first
            else { continue }
            let said = String(count.prefix { $0 != "<" }).replacingOccurrences(of: ",", with: "")
            let asked = link.replacingOccurrences(of: "&amp;", with: "&").dropFirst(10)
            let given = try site.html("/api/calendar?" + asked)
            #expect(given.hasPrefix("{\"total\":\(said),"), "\(link) says \(said)")
            seen += 1
        }
        #expect(seen > 10)
    }

    @Test func monthsLeadToTheirNeighbours() throws {
        let html = try site.html("/calendar?from=2021-12&to=2021-12&country=place/a")
        let links = PagesSite.links(in: html)
        #expect(links.contains("/calendar?country=place/a&from=2021-11&to=2021-11"))
        #expect(links.contains("/calendar?country=place/a&from=2022-01&to=2022-01"))
    }

    @Test(arguments: [
        ("series=fairs", ["event/eighth", "event/ninth"]), ("what=expiry", ["agreement/plan"]),
        ("from=2022&to=2022&what=event,deadline", ["event/ninth", "measure/open"]),
        ("q=eighth", ["event/eighth"]),
    ])
    func filtersNarrow(_ query: String, _ expected: [String]) throws {
        let html = try site.html("/calendar?from=2000&" + query)
        let main = html.components(separatedBy: "id=\"span\"").last ?? ""
        let list = main.components(separatedBy: "</section>")[0]
        let all = ["agreement/plan", "measure/late", "measure/open", "event/day"]
        let others = all + ["event/month", "event/eighth", "event/ninth"]
        for id in others {
            let isTitle = list.contains("entry-title\"><a href=\"/records/\(id)\"")
            #expect(isTitle == expected.contains(id), "\(query): \(id)")
        }
    }

    @Test(arguments: [
        "what=x", "on=2021-13", "from=June", "page=0", "country=org/x", "place=x",
        "country=place/nowhere",
    ])
    func wrongParametersAreRefused(_ query: String) throws {
        let answer = try site.answer("/calendar?" + query)
        #expect(answer.status == 400)
        let name = try #require(query.split(separator: "=").first)
        #expect(String(decoding: answer.bytes, as: UTF8.self).contains(name))
    }

    @Test func anEmptyTimeSaysWhy() throws {
        let html = try site.html("/calendar?from=1950&to=1950")
        #expect(html.contains("class=\"empty\"") && html.contains("from=2025&amp;to=2025"))
    }

    @Test func anEmptyRegisterHasACalendar() throws {
        let empty = try PagesSite(importing: [])
        #expect(try empty.answer("/calendar").status == 200)
    }

    @Test(arguments: Language.allCases)
    func speaksEveryLanguage(_ language: Language) throws {
        for address in ["/calendar", "/calendar?on=2021-06", "/calendar?from=2021&to=2022"] {
            #expect(try site.answer(address, language).status == 200)
        }
    }

    @Test func timelineShowsWhatIsTied() throws {
        let svg = try site.html("/drawings/timeline.svg?of=place/a")
        for id in ["agreement/plan", "measure/late", "event/day", "event/eighth"] {
            #expect(svg.contains("/records/" + id), "\(id)")
        }
        let plan = try site.html("/drawings/timeline.csv?of=agreement/plan&kind=measure")
        #expect(plan.contains("measure/open") && !plan.contains("event/"))
        #expect(try site.answer("/drawings/timeline.svg?of=src/a").status == 404)
        #expect(try site.answer("/drawings/timeline.svg?kind=place").status == 400)
    }

    @Test func timelineKeepsItsAddress() throws {
        let html = try site.html("/embed/timeline?to=2022&kind=event&series=fairs&from=2021")
        #expect(
            PagesSite.links(in: html).contains(
                "/drawings/timeline.csv?kind=event&series=fairs&from=2021&to=2022"))
    }

    @Test(arguments: [
        ("8th Forum of Regions", "Forum of Regions"),
        ("Fifth meeting of A and B", "meeting of A and B"),
        ("10th meeting of twin cities (Zhodino)", "meeting of twin cities"),
        ("Task Force on Districts, 26th session", "Task Force on Districts"),
        ("Fair", "Fair"), ("1st Fair", "1st Fair"), ("(x)", "(x)"),
    ])
    func seriesAreNamedAfterTheirEvents(_ title: String, _ name: String) {
        #expect(EventSeriesNames.common(of: title) == name)
    }

    @Test(arguments: [
        ("2021-12", 1, "2022-01"), ("2021-01", -1, "2020-12"), ("2021", 1, "2022"),
        ("2020-02-28", 1, "2020-02-29"), ("2021-03-01", -1, "2021-02-28"),
    ])
    func datesMove(_ from: String, _ count: Int, _ to: String) throws {
        let date = try #require(PartialDate(from))
        #expect(date.moved(by: count)?.description == to)
        #expect(date.moved(by: count)?.moved(by: -count) == date)
    }

    @Test func theEndsOfTimeAreNoPlaceToGo() throws {
        #expect(PartialDate("0001")?.moved(by: -1) == nil)
        #expect(PartialDate("0001-01")?.moved(by: -1) == nil)
        #expect(PartialDate("9999-12")?.moved(by: 1) == nil)
    }
}
