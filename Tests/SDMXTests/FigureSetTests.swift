import Records
import Testing

@testable import SDMX

struct FigureSetTests {
    private func lines(
        _ figures: [Figure], key: String = "all", _ items: [(String, String)] = []
    ) throws -> [String] {
        try Samples.message(figures, key: key, items, .csv).split(separator: "\r\n").dropFirst()
            .map(String.init)
    }

    @Test func figuresOfOneKeyAreNumberedByRank() throws {
        let figures = [
            try Samples.figure("c", value: "3"), try Samples.figure("a", value: "1"),
            try Samples.figure("b", value: "2"), try Samples.figure("d", period: "2021"),
            // The same span in another notation is the same period.
            try Samples.figure("e", period: "2020-01/2020-12", value: "5"),
        ]
        let contested = FigureSet.contested(figures, wording: Samples.wording)
        #expect(Set(contested.map(\.text)) == ["obs/a", "obs/b", "obs/c", "obs/e"])
        let ranks = try Dictionary(
            uniqueKeysWithValues: [("obs/b", 1), ("obs/c", 2), ("obs/a", 3)].map { id, rank in
                (try #require(RecordID(id)), Int64(rank))
            })
        let set = Samples.set(figures, ranks: ranks)
        let numbered = set.rows.map { "\($0.record) \(set.value(of: .statement, in: $0))" }
        #expect(numbered == ["obs/b 1", "obs/d 1", "obs/c 2", "obs/a 3", "obs/e 4"])
    }

    @Test func aStatementCanBeAskedFor() throws {
        let figures = [try Samples.figure("a", value: "1"), try Samples.figure("b", value: "2")]
        #expect(try lines(figures, key: "......2").count == 1)
        #expect(try lines(figures, key: "......2")[0].contains(",2,2020,2,A,"))
    }

    @Test func firstAndLastCountWithinASeries() throws {
        let figures = try (2011...2015).flatMap { year in
            [
                try Samples.figure("a\(year)", period: "\(year)"),
                try Samples.figure("b\(year)", "place/bb", period: "\(year)"),
            ]
        }
        func years(_ items: [(String, String)]) throws -> [String] {
            try lines(figures, items).map { String($0.split(separator: ",")[8]) }
        }
        let first = ("firstNObservations", "2")
        let last = ("lastNObservations", "1")
        #expect(try years([first]) == ["2011", "2012", "2011", "2012"])
        #expect(try years([last]) == ["2015", "2015"])
        #expect(try years([first, last]) == ["2011", "2012", "2015", "2011", "2012", "2015"])
        #expect(try years([("firstNObservations", "9"), last]).count == 10)
        #expect(
            try years([first, ("startPeriod", "2013"), ("endPeriod", "2015-06")])
                == ["2013", "2014", "2013", "2014"])
    }

    private func lines(_ figures: [Figure], _ items: [(String, String)]) throws -> [String] {
        try lines(figures, key: "all", items)
    }

    @Test func nothingFound() throws {
        #expect(throws: SDMXFault.noResults("no figure has such a key within these periods")) {
            try lines(try Samples.two(), key: "Q......")
        }
        #expect(throws: (any Error).self) { try lines([]) }
    }

    @Test func theOrderOfTheInputDoesNotMatter() throws {
        let figures = try Samples.two()
        for format in DataFormat.allCases {
            #expect(
                try Samples.message(figures, [], format)
                    == Samples.message(Array(figures.reversed()), [], format))
        }
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func everyFigureIsFoundUnderItsOwnKey(_ seed: UInt64) throws {
        print("seed \(seed)")
        var dice = Dice(seed: seed)
        let figures = try (0..<120).map { number in
            try Samples.figure(
                "f\(number)", dice.pick(["place/aa", "org/x-y", "place/aa/b"]),
                indicator: dice.pick(["goods-export", "investment"]),
                counterpart: dice.pick([nil, "place/bb"]),
                product: dice.pick([nil, "food", "a_b c", "Z"]),
                period: dice.pick(["2020", "2021-Q1", "2021-01/2021-05"]),
                value: "\(number)", unit: dice.pick(["%", "USD", "t/day"]))
        }
        let set = Samples.set(figures)
        #expect(Set(set.rows.map(\.key)).count == figures.count)
        for row in set.rows {
            let key = Dimension.ofSeries.map { set.value(of: $0, in: row) }.joined(separator: ".")
            let time = set.value(of: .time, in: row)
            let found = try lines(figures, key: key).filter { $0.contains(",\(time),") }
            #expect(found.count == 1, "\(key)")
            #expect(found.first?.contains(row.record.text) == true)
            #expect(found.first?.contains(",\(time),\(row.value),") == true)
        }
    }

    @Test(arguments: Dimension.allCases)
    func anyDimensionCanStandAtTheObservations(_ dimension: Dimension) throws {
        let figures = try Samples.two()
        let items = [("dimensionAtObservation", dimension.id)]
        for format in DataFormat.allCases {
            let message = try Samples.message(figures, items, format)
            for figure in figures {
                #expect(message.contains(figure.observation.value.description))
            }
        }
    }
}

extension Samples {
    static func message(
        _ figures: [Figure], _ items: [(String, String)], _ format: DataFormat
    ) throws -> String {
        try message(figures, key: "all", items, format)
    }
}
