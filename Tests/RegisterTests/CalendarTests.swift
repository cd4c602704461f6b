import Records
import Register
import Testing

struct CalendarTests {
    private static let plan =
        #"{"kind":"agreement","id":"agreement/p","title":"Plan","type":"programme","#
        + #""parties":["place/a"],"signed":"2020-05-04","valid_to":"2025","#
        + #""cite":[{"source":"src/a"}]}"#
    private static let event =
        #"{"kind":"event","id":"event/e","title":"Fair","type":"fair","series":"fair","#
        + #""start":"2021-06","place":"place/b","cite":[{"source":"src/a"}]}"#

    private static func measure(_ deadline: String, _ status: String) -> String {
        #"{"kind":"measure","id":"measure/m","title":"Build","plan":"agreement/p","#
            + #""deadline":"\#(deadline)","status":"\#(status)","cite":[{"source":"src/a"}]}"#
    }

    private func filled() throws -> ScratchRegister {
        let scratch = try ScratchRegister()
        try scratch.take(
            Sample.source, Sample.place("a"), Sample.place("b", parent: "a"), Self.plan,
            Self.measure("2022-03", "planned"), Self.event)
        return scratch
    }

    @Test func everyDateIsAMark() throws {
        let scratch = try filled()
        let marks = try scratch.register.calendar()
        #expect(marks.map(\.sort) == [.beginning, .event, .deadline, .expiry])
        #expect(marks.map(\.firstDay) == [20_200_504, 20_210_601, 20_220_301, 20_250_101])
        #expect(marks.map(\.lastDay) == [20_200_504, 20_210_630, 20_220_331, 20_251_231])
        #expect(marks[1].series == "fair" && marks[2].status == "planned" && !marks[2].isDone)
    }

    @Test(arguments: [1, 7, 40, 400]) func marksOfSomeRecordsAreThoseAmongAll(step: Int) throws {
        let scratch = try ScratchRegister(withAtlas: true)
        let all = try scratch.register.calendar()
        let some = Set(all.enumerated().filter { $0.offset % step == 0 }.map(\.element.ordinal))
        let found = try scratch.register.calendar(of: some.union([-1, .max]))
        #expect(found == all.filter { some.contains($0.ordinal) } && !found.isEmpty)
    }

    @Test func aNewRevisionMovesTheMark() throws {
        let scratch = try filled()
        _ = try scratch.register.calendar()
        try scratch.take(Self.measure("2019", "completed"))
        let first = try #require(try scratch.register.calendar().first)
        #expect(first.sort == .deadline && first.firstDay == 20_190_101 && first.isDone)
    }

    /// The built-in data set's calendar is what its records say, one by one.
    @Test func marksAreWhatRecordsSay() throws {
        let scratch = try ScratchRegister(withAtlas: true)
        var expected = 0
        var query = RecordQuery()
        query.kinds = [.agreement, .measure, .event]
        query.limit = 10_000
        try scratch.register.eachFound(query) { found in
            if found.record.content.days != nil { expected += 1 }
            if case .agreement(let agreement) = found.record.body, agreement.validTo != nil {
                expected += 1
            }
        }
        let marks = try scratch.register.calendar()
        #expect(marks.count == expected && expected > 150)
        #expect(
            zip(marks, marks.dropFirst()).allSatisfy { $0.firstDay <= $1.firstDay })
        let records = try scratch.register.records(at: marks.map(\.ordinal))
        for mark in marks {
            let record = try #require(records[mark.ordinal]?.record)
            guard mark.sort != .expiry else { continue }
            #expect(record.content.days == mark.firstDay...mark.lastDay)
        }
    }

    @Test func ordinalsAreThoseThatAreFound() throws {
        let scratch = try ScratchRegister(withAtlas: true)
        var query = RecordQuery()
        query.countries = [try #require(RecordID("place/it"))]
        query.kinds = [.agreement, .event]
        query.limit = 10_000
        let found = try scratch.register.find(query).items.map(\.summary.ordinal)
        #expect(try scratch.register.ordinals(of: query) == Set(found) && !found.isEmpty)
        query.text = "forum"
        let worded = try scratch.register.find(query).items.map(\.summary.ordinal)
        #expect(try scratch.register.ordinals(of: query) == Set(worded))
    }

    @Test func arrivalsAreTheNewestRevisionsFirst() throws {
        let scratch = try filled()
        try scratch.take(Sample.place("a", name: "Alpha"), actor: "editor")
        let all = try scratch.register.arrivals(ArrivalQuery())
        #expect(all.items.count == 6 && all.next == nil)
        #expect(all.items.first?.record.id.text == "place/a")
        #expect(all.items.first?.revision == 2 && all.items.first?.actor == "editor")
        let sequences = all.items.map(\.sequence)
        #expect(sequences == sequences.sorted(by: >))
        var query = ArrivalQuery()
        query.kinds = [.event, .measure]
        #expect(try scratch.register.arrivals(query).items.count == 2)
        query = ArrivalQuery()
        query.places = [try #require(RecordID("place/a"))]
        let inside = try scratch.register.arrivals(query).items.map(\.record.id.text)
        #expect(inside.contains("event/e") && !inside.contains("place/a"))
    }

    @Test func pagesOfArrivalsAddUp() throws {
        let scratch = try ScratchRegister(withAtlas: true)
        var query = ArrivalQuery()
        query.limit = 300
        var seen: [UInt64] = []
        repeat {
            let page = try scratch.register.arrivals(query)
            seen += page.items.map(\.sequence)
            query.before = page.next
        } while query.before != nil
        #expect(seen == seen.sorted(by: >))
        #expect(seen.count == (try scratch.register.state().total))
    }

    @Test func identityStays() throws {
        let scratch = try ScratchRegister()
        #expect(try scratch.register.identity() == nil)
        try scratch.take(Sample.source)
        let identity = try #require(try scratch.register.identity())
        try scratch.take(Sample.place("a"))
        try scratch.reopen()
        #expect(try scratch.register.identity() == identity)
    }
}
