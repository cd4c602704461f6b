import Charts
import Foundation
import Testing

/// Drawings small enough to read, kept as files. To renew one after a wanted change, delete it and
/// run the tests with `FONDACO_GOLDEN=write`.
struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden")

    private func compare(_ name: String, _ chart: any Chart, width: Double = 420) throws {
        let file = Self.folder.appending(path: "\(name).svg")
        let drawn = String(
            decoding: chart.draw(in: Frame(width: width)).svg(.inline), as: UTF8.self)
        if ProcessInfo.processInfo.environment["FONDACO_GOLDEN"] == "write" {
            try drawn.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        let (new, old) = (drawn.split(separator: "\n"), kept.split(separator: "\n"))
        let difference = new.difference(from: old).map { change in
            switch change {
            case .insert(let line, let text, _): "+\(line + 1) \(text)"
            case .remove(let line, let text, _): "-\(line + 1) \(text)"
            }
        }
        #expect(drawn == kept, "\(name):\n\(difference.joined(separator: "\n"))")
    }

    private func text(_ id: String, _ title: String, _ unit: String) -> ChartText {
        ChartText(id: id, title: title, description: "\(title), drawn.", unit: unit)
    }

    private func figure(_ value: Double?, _ certainty: Certainty = .exact) -> Figure {
        Figure(
            value: value, text: value.map { "\($0)" } ?? "no data", certainty: certainty,
            href: value.map { "/f/\(Int($0.magnitude))" })
    }

    private var turnover: [ChartSeries] {
        [
            ChartSeries(
                id: "kz", name: "Kazakhstan",
                points: [
                    .init(.year(2017), figure(597e6)), .init(.year(2018), figure(874e6)),
                    .init(.year(2020), figure(847.9e6)),
                    .init(.year(2021), figure(900e6, .planned)),
                    .init(.quarter(2021, 1, label: "Q1 2021"), figure(215e6)),
                ]),
            ChartSeries(
                id: "tj", name: "Tajikistan",
                points: [
                    .init(.year(2018), figure(46e6)), .init(.year(2019), figure(70e6, .about)),
                    .init(.year(2020), figure(111e6, .over)),
                ]),
        ]
    }

    @Test func lines() throws {
        try compare("lines", LineChart(text: text("l", "Turnover", "USD"), series: turnover))
    }

    @Test func bars() throws {
        try compare(
            "bars-stacked",
            BarChart(
                text: text("b", "Turnover", "USD"),
                through: turnover.map { one in
                    ChartSeries(id: one.id, name: one.name, points: Array(one.points.prefix(3)))
                }, arrangement: .stacked))
    }

    @Test func rankingBars() throws {
        try compare(
            "ranking-bars",
            RankingBars(
                text: text("r", "Growth", "%"),
                rows: [
                    .init(id: "am", label: "Armenia", figure: figure(150, .about)),
                    .init(id: "kb", label: "Kabardino-Balkaria", figure: figure(-25, .under)),
                    .init(id: "uz", label: "Uzbekistan", figure: figure(nil)),
                ]))
    }

    @Test func slopes() throws {
        try compare(
            "slopes",
            SlopeChart(
                text: text("s", "Residents", "companies"), fromLabel: "2015", toLabel: "2021",
                rows: [
                    .init(id: "a", name: "FEZ Brest", from: figure(81), to: figure(76)),
                    .init(id: "b", name: "Great Stone", from: figure(8), to: figure(85)),
                ]))
    }

    @Test func ranking() throws {
        try compare("ranking", RankingChart(text: text("k", "Ranks", "USD"), series: turnover))
    }

    @Test func multiples() throws {
        try compare(
            "multiples",
            SmallMultiples(
                text: text("m", "Turnover", "USD"),
                panels: turnover.map { .init(id: $0.id, title: $0.name, series: [$0]) }))
    }

    @Test func matrix() throws {
        try compare(
            "matrix",
            MatrixChart(
                text: text("x", "Agreements", "agreements"), columns: ["Minsk", "Brest"],
                rows: [
                    .init(id: "a", name: "Moscow", figures: [figure(12), figure(nil)]),
                    .init(id: "b", name: "Sughd Region", figures: [nil, figure(3)]),
                ]))
    }

    @Test func treemap() throws {
        try compare(
            "treemap",
            Treemap(
                text: text("t", "Exports", "USD"),
                groups: [
                    .init(
                        id: "f", name: "Food",
                        items: [
                            .init(id: "d", name: "Dairy products", figure: figure(2.4e9)),
                            .init(id: "m", name: "Meat", figure: figure(9e8)),
                        ]),
                    .init(
                        id: "c", name: "Chemicals",
                        items: [.init(id: "p", name: "Potash", figure: figure(2.9e9))]),
                ]))
    }
}
