import Records
import Statistics
import Testing

struct SeriesTests {
    @Test func gapsStayGapsAndLengthsStayApart() throws {
        let set = SeriesSet([
            try Sample.figure("a", "goods-export", "place/by", with: "place/kz", "2018", "10"),
            try Sample.figure("b", "goods-export", "place/by", with: "place/kz", "2021", "13"),
            try Sample.figure("c", "goods-export", "place/by", with: "place/kz", "2021-Q1", "3"),
            try Sample.figure(
                "d", "goods-export", "place/by", with: "place/kz", "2021-01/2021-09", "9"),
            try Sample.figure(
                "e", "goods-export", "place/by", with: "place/kz", "2020-01/2020-09", "8"),
            try Sample.figure(
                "f", "goods-export", "place/by", with: "place/kz", "2021-04/2021-12", "9"),
            try Sample.figure("g", "goods-export", "place/by", with: "place/kz", "2021-10-01", "9"),
        ])
        #expect(
            set.series.map(\.key.length) == [
                .year, .quarter, .months(first: 1, count: 9), .months(first: 4, count: 9), .day,
            ])
        let years = set.series[0]
        #expect(years.points.map(\.period.description) == ["2018", "2021"])
        #expect(years.grid.map(\.description) == ["2018", "2019", "2020", "2021"])
        #expect(
            PeriodGrid.cells(of: years, on: years.grid).map { $0?.value.description }
                == ["10", nil, nil, "13"])
        #expect(
            set.series[2].points.map(\.period.description)
                == ["2020-01/2020-09", "2021-01/2021-09"])
    }

    /// A quarter is a quarter, however a source writes it.
    @Test(arguments: [
        ("2021-01/2021-03", "2021-Q1"), ("2021-10/2021-12", "2021-Q4"),
        ("2021-01/2021-12", "2021"), ("2021-05/2021-05", "2021-05"),
        ("2021-01-01/2021-03-31", "2021-Q1"), ("2021-05-07/2021-05-07", "2021-05-07"),
        ("2019/2021", "2019/2021"), ("2021-01-01/2021-12-31", "2021"), ("2020/2020", "2020"),
        ("2021-02/2021-04", "2021-02/2021-04"), ("2016-12-01/2016-12-02", "2016-12-01/2016-12-02"),
        ("2011-10/2020", "2011-10/2020-12"), ("2020-07/2021-06", "2020-07/2021-06"),
        ("2020-12-31/2021-01-01", "2020-12-31/2021-01-01"),
    ])
    func periodsHaveOneForm(_ given: String, _ form: String) throws {
        let series = try onlySeries([
            try Sample.figure("a", "residents", "org/z", given, "1", "companies")
        ])
        #expect(series.points.first?.period.description == form)
        #expect(series.key.length == PeriodLength(try Sample.period(form)))
        #expect(series.point(at: try Sample.period(given))?.value == ExactDecimal(1))
    }

    /// Several statements of the same figure are all kept; which one is drawn follows the rule.
    @Test func theDrawnFigureIsChosenByRule() throws {
        func drawn(_ figures: [Figure]) throws -> [String] {
            try #require(try onlySeries(figures).points.first).stated.map { $0.id.text }
        }
        func figure(
            _ id: String, _ value: String, _ qualifier: String?, _ date: String? = nil
        ) throws -> Figure {
            try Sample.figure(
                id, "goods-export", "place/by", "2021", value, "USD", qualifier, statedOn: date)
        }
        #expect(
            try drawn([
                figure("forecast", "1", "forecast"), figure("about", "2", "about"),
                figure("planned", "3", "planned"), figure("over", "4", "over"),
                figure("plain", "5", nil),
            ]) == ["obs/plain", "obs/over", "obs/about", "obs/planned", "obs/forecast"])
        #expect(
            try drawn([
                figure("a", "5", nil, "2021-03"), figure("b", "6", nil, "2021-04"),
                figure("c", "7", nil),
            ]) == ["obs/b", "obs/a", "obs/c"])
        #expect(
            try drawn([figure("a", "700", nil), figure("b", "712", nil), figure("c", "712", nil)])
                == ["obs/b", "obs/c", "obs/a"])
        #expect(try drawn([figure("a", "5", nil), figure("a", "5", nil)]) == ["obs/a"])
    }

    @Test func seriesAreFoundByWhatTheySay() throws {
        let set = SeriesSet([
            try Sample.figure("a", "goods-export", "place/by", with: "place/kz", "2020", "1"),
            try Sample.figure("b", "goods-export", "place/by", "2020", "1"),
            try Sample.figure("c", "goods-import", "place/by", "2020", "1", "EUR"),
            try Sample.figure("d", "goods-export", "place/kz", "2020", "1", product: "grain"),
        ])
        let belarus = try Sample.id("place/by")
        #expect(set.matching(subjects: [belarus]).count == 3)
        #expect(set.matching(subjects: [belarus], counterparts: [nil]).count == 2)
        #expect(set.matching(indicators: ["goods-export"], units: ["USD"]).count == 3)
        #expect(set.matching(products: ["grain"]).map(\.key.subject.text) == ["place/kz"])
        #expect(set.matching(subjects: [try Sample.id("place/am")]).isEmpty)
        #expect(set.subjects.map(\.text) == ["place/by", "place/kz"])
        for series in set.series { #expect(set[series.key] == series) }
        #expect(set[set.series[0].key.with(indicator: "residents")] == nil)
        #expect(SeriesSet([]).series.isEmpty)
    }

    /// Every figure is in exactly one point, the order of the input doesn't matter, keys and
    /// points are in order, and a slow grouping by the key's texts gives the same.
    @Test(arguments: 1...20) func groupingMatchesTheSlowOne(_ seed: UInt64) throws {
        let figures = try RandomFigures.make(120, seed)
        let set = SeriesSet(figures)
        var random = SeededRandom(seed: seed)
        #expect(SeriesSet(figures.shuffled(using: &random)).series == set.series, "seed \(seed)")
        #expect(set.series.map(\.key) == set.series.map(\.key).sorted(), "seed \(seed)")
        var slow: [SeriesKey: [String: [RecordID]]] = [:]
        for figure in figures {
            let period = try #require(onlySeries([figure]).points.first).period.description
            slow[SeriesKey(figure.observation), default: [:]][period, default: []]
                .append(figure.id)
        }
        #expect(slow.count == set.series.count, "seed \(seed)")
        for series in set.series {
            #expect(slow[series.key]?.count == series.points.count, "seed \(seed)")
            for point in series.points {
                let ids = slow[series.key]?[point.period.description]
                #expect(ids?.sorted() == point.stated.map(\.id).sorted(), "seed \(seed)")
            }
            let days = series.points.map(\.period.firstDay)
            #expect(days == days.sorted(), "seed \(seed)")
            #expect(Set(series.grid).isSuperset(of: series.points.map(\.period)), "seed \(seed)")
        }
    }

    /// The first and the last year that a date can have, and ranges across them.
    @Test(arguments: ["0001", "9999", "0001/9999", "0001-01/9999-12", "0001-01", "9999-Q4"])
    func theEndsOfTheCalendarAreNoTrouble(_ period: String) throws {
        let series = try onlySeries([
            try Sample.figure("a", "goods-export", "place/by", period, "1")
        ])
        #expect(ComputedSeries.growth(of: series).points.isEmpty)
        #expect(series.grid.count == 1)
    }

    /// An axis never grows beyond what can be drawn.
    @Test func aVeryLongAxisHoldsOnlyWhatIsStated() throws {
        let series = try onlySeries([
            try Sample.figure("a", "goods-export", "place/by", "0001-01", "1"),
            try Sample.figure("b", "goods-export", "place/by", "9999-12", "1"),
        ])
        #expect(series.grid.map(\.description) == ["0001-01", "9999-12"])
    }
}
