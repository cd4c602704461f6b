import Records
import Register
import Testing

struct ImportTests {
    @Test func referencesMayPointForwards() throws {
        let scratch = try ScratchRegister()
        let report = try scratch.take(
            Sample.place("b", parent: "a"), Sample.place("a"), Sample.source)
        #expect(report.added == 3)
        let id = try #require(RecordID("place/a"))
        let stored = try #require(try scratch.register.record(id))
        let links = try scratch.register.links(of: stored, limit: 10)
        #expect(links.items.map(\.other.id.text) == ["place/b"])
        #expect(links.items.map(\.direction) == [.incoming])
    }

    @Test func sameAgainChangesNothing() throws {
        let scratch = try ScratchRegister()
        try scratch.take(Sample.source, Sample.place("a"))
        let before = try scratch.register.state()
        let report = try scratch.take(Sample.place("a"), Sample.source)
        #expect(report.added == 0 && report.changed == 0 && report.unchanged == 2)
        #expect(try scratch.register.state() == before)
    }

    @Test func everyMistakeIsNamedAndNothingIsTaken() throws {
        let scratch = try ScratchRegister()
        try scratch.take(Sample.source)
        let before = try scratch.register.state()
        let problems = try scratch.problems(
            Sample.place("a"), "{", Sample.place("a"), Sample.place("b", parent: "nowhere"),
            Sample.place("c").replacing("src/a", with: "src/none"),
            Sample.place("d").replacing("city", with: "town"), Sample.place("e", parent: "d"))
        #expect(problems.count == 5, "\(problems)")
        for (problem, beginning) in zip(
            problems,
            ["2: column 2:", "3: id: place/a", "4: parent:", "5: cite[0].source:", "6: type:"])
        {
            #expect(problem.hasPrefix(beginning), "\(problem)")
            #expect(problem.contains("; "))
        }
        #expect(try scratch.register.state() == before)
        #expect(try scratch.register.record(#require(RecordID("place/a"))) == nil)
    }

    @Test func ringsAreRefused() throws {
        let scratch = try ScratchRegister()
        try scratch.take(Sample.source, Sample.place("a"), Sample.place("b", parent: "a"))
        let problems = try scratch.problems(Sample.place("a", parent: "b"))
        #expect(problems.count == 1 && problems[0].hasPrefix("1: parent: leads back"))
        #expect(try scratch.problems(Sample.place("c", parent: "c")).count == 1)
        #expect(
            try scratch.problems(
                Sample.place("d", parent: "f"), Sample.place("e", parent: "d"),
                Sample.place("f", parent: "e")
            ).count == 3)
    }

    @Test func onlyTheFirstThousandAreListed() throws {
        let scratch = try ScratchRegister()
        let path = try scratch.file(Array(repeating: "[]", count: 1_700))
        do {
            try scratch.register.importRecords(from: [path], actor: "test")
            Issue.record("taken")
        } catch RegisterError.invalidImport(let report) {
            #expect(report.problems.count == 1_000)
            #expect(report.problemCount == 1_700)
            #expect(report.problems.map(\.place.line) == Array(1...1_000))
        }
    }

    @Test func changesBecomeRevisions() throws {
        let scratch = try ScratchRegister()
        try scratch.take(Sample.source, Sample.place("a"), Sample.place("b", parent: "a"))
        try scratch.take(Sample.place("b", name: "Beta"), actor: "desk")
        let id = try #require(RecordID("place/b"))
        let history = try scratch.register.history(of: id)
        #expect(history.map(\.revision) == [2, 1])
        #expect(history.map(\.actor) == ["desk", "test"])
        #expect(history.map(\.record.name) == ["Beta", "b"])
        let parent = try #require(RecordID("place/a"))
        let other = try #require(try scratch.register.record(parent))
        #expect(try scratch.register.links(of: other, limit: 9).total == 0)
    }

    @Test func atlasRoundTrip() throws {
        let scratch = try ScratchRegister(withAtlas: true)
        #expect(try scratch.register.state().total == 1_736)
        let first = try scratch.exported()
        let path = try scratch.file([String(decoding: first, as: UTF8.self)], "export.jsonl")
        let second = try ScratchRegister()
        try second.register.importRecords(from: [path], actor: "test")
        #expect(try second.exported() == first)
        #expect(
            try scratch.register.importRecords(from: [path], actor: "test").unchanged == 1_736)
    }
}
