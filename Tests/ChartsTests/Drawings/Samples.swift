@testable import Charts

/// Charts for the tests: random ones from a seed, and awkward ones.
enum Samples {
    static let strange: [Double?] = [
        nil, .nan, .infinity, -.infinity, 0, -0.0, 1e300, -1e300, 1.7e308, .leastNonzeroMagnitude,
        1, -1,
        847_900_000,
    ]
    private static let names = [
        "Гродненская область", "FEZ Gomel-Raton", "<Minsk> & \"Co\"", "Å", "",
        "Commonwealth of Independent States", "Emilia-Romagna", "a b c d e f g h i j k l m n o p",
    ]

    static func text(_ random: inout Seeded) -> ChartText {
        ChartText(
            id: "t", title: "Trade of <regions> & zones with their partners in all years",
            description: "Lines.",
            unit: ["USD", "", "%", "companies"].randomElement(using: &random) ?? "",
            sourceLine: "Sources: one, another & a third")
    }

    static func name(_ random: inout Seeded) -> String { names.randomElement(using: &random) ?? "" }

    static func figure(_ random: inout Seeded, strange share: Double) -> Figure {
        let value: Double? =
            random.number() < share
            ? strange.randomElement(using: &random) ?? nil
            : random.number(-0.3...1) * Decimal10.power(random.count(0...9))
        return Figure(
            value: value, text: "\(value ?? 0)", detail: "a figure & its \"source\" <x>",
            certainty: Certainty.allCases.randomElement(using: &random) ?? .exact,
            href: random.number() < 0.5 ? "/o?a=1&b=2" : nil)
    }

    static func period(_ random: inout Seeded) -> ChartPeriod {
        let year = random.count(1990...2023)
        switch random.count(0...5) {
        case 0: return .quarter(year, random.count(1...4), label: "Q \(year)")
        case 1: return .months(year, 1, random.count(2...11), label: "Jan– \(year)")
        case 2:
            let day = CalendarDay(year: year, month: random.count(1...12), day: 3)
            return ChartPeriod(first: day, last: day, label: "a day in \(year)")
        default: return .year(year)
        }
    }

    static func series(_ random: inout Seeded, strange: Double) -> [ChartSeries] {
        (0..<random.count(0...12)).map { number in
            ChartSeries(
                id: "s\(number)", name: name(&random),
                points: (0..<random.count(0...30)).map { _ in
                    .init(period(&random), figure(&random, strange: strange))
                }, isContext: random.number() < 0.2)
        }
    }

    /// One chart of each kind.
    static func charts(seed: UInt64) -> [any Chart] {
        var random = Seeded(seed)
        let share = [0, 0.2, 1][Int(seed % 3)]
        let text = text(&random)
        let series = series(&random, strange: share)
        var charts: [any Chart] = [
            LineChart(text: text, series: series),
            LineChart(
                text: text, series: series, scale: .logarithmic,
                reference: .init(value: random.number(0...1e6), label: "a reference")),
            BarChart(text: text, through: series),
            BarChart(text: text, through: series, arrangement: .stacked),
            RankingChart(text: text, series: series, places: random.count(1...20)),
            SmallMultiples(
                text: text,
                panels: series.map { .init(id: $0.id, title: $0.name, href: "/p", series: [$0]) }),
        ]
        let rows = (0..<random.count(0...14)).map { ("r\($0)", name(&random)) }
        let columns = (0..<random.count(0...14)).map { _ in name(&random) }
        charts.append(
            RankingBars(
                text: text,
                rows: rows.map {
                    .init(
                        id: $0.0, label: $0.1, figure: figure(&random, strange: share),
                        isChosen: random.number() < 0.2)
                }))
        charts.append(
            SlopeChart(
                text: text, fromLabel: "2015", toLabel: "Jan–Sep 2021",
                rows: rows.map {
                    .init(
                        id: $0.0, name: $0.1, from: figure(&random, strange: share),
                        to: figure(&random, strange: share), isChosen: random.number() < 0.2)
                }))
        for scale in [MatrixChart.Scale.linear, .logarithmic] {
            charts.append(
                MatrixChart(
                    text: text, columns: columns,
                    rows: rows.map { row in
                        .init(
                            id: row.0, name: row.1,
                            figures: columns.map { _ in
                                random.number() < 0.1 ? nil : figure(&random, strange: share)
                            })
                    }, scale: scale))
        }
        charts.append(
            Treemap(
                text: text,
                groups: (0..<random.count(0...5)).map { number in
                    .init(
                        id: "g\(number)", name: name(&random),
                        items: (0..<random.count(0...12)).map {
                            .init(
                                id: "i\($0)", name: name(&random),
                                figure: figure(&random, strange: share))
                        })
                }))
        return charts
    }
}
