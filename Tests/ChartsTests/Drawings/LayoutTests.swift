import Testing

@testable import Charts

struct LayoutTests {
    @Test(arguments: 0..<100 as Range<UInt64>)
    func treemapTilesFillTheirArea(seed: UInt64) {
        var random = Seeded(seed)
        let weights = (0..<random.count(1...40)).map { _ in random.number(0.01...1) }
            .sorted(by: >).map { $0 * Decimal10.power(seed.isMultiple(of: 2) ? 290 : 0) }
        let area = Box(x: 0, y: 0, width: random.number(300...1600), height: 400)
        let boxes = Squarify.boxes(for: weights, in: area)
        let sizes = boxes.map { $0.width * $0.height }
        let whole = area.width * area.height
        #expect(abs(sizes.reduce(0, +) / whole - 1) < 1e-9, "seed \(seed)")
        for (index, box) in boxes.enumerated() {
            let share = weights[index] / (weights.map { $0 / weights[0] }.reduce(0, +) * weights[0])
            #expect(abs(sizes[index] / whole - share) < 1e-9, "seed \(seed)")
            for other in boxes[(index + 1)...] {
                #expect(!box.grown(by: -1e-6).overlaps(other.grown(by: -1e-6)), "seed \(seed)")
            }
        }
    }

    @Test func squarifiedAsInThePaper() {
        // Bruls, Huizing, van Wijk (2000), figure 2: 6 × 4 with areas 6, 6, 4, 3, 2, 2, 1.
        let boxes = Squarify.boxes(
            for: [6, 6, 4, 3, 2, 2, 1], in: Box(x: 0, y: 0, width: 6, height: 4))
        #expect(boxes[0] == Box(x: 0, y: 0, width: 3, height: 2))
        #expect(boxes[1] == Box(x: 0, y: 2, width: 3, height: 2))
        #expect(abs(boxes[2].width - 12.0 / 7) < 1e-9 && abs(boxes[2].height - 7.0 / 3) < 1e-9)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func barsSumToTheirStack(seed: UInt64) {
        var random = Seeded(seed)
        let series = (0..<4).map { number in
            BarChart.Series(
                id: "\(number)", name: "\(number)",
                figures: (0..<5).map { _ in
                    Figure(value: random.number(-50...100), text: "x")
                })
        }
        let chart = BarChart(
            text: ChartText(id: "s", title: "S"),
            categories: (0..<5).map { .init(id: "\($0)", label: "\($0)") }, series: series,
            arrangement: .stacked)
        let layout = BarLayout(chart, Frame(width: 600), isThroughTime: false)
        let svg = String(decoding: chart.draw(in: Frame(width: 600)).svg(.inline), as: UTF8.self)
        let heights = svg.matches(of: /class="c\d" x="([\d.]+)"[^>]*height="([\d.]+)"/)
        for category in 0..<5 {
            let x = layout.bands.position(category)
            let drawn = heights.filter { abs((Double($0.output.1) ?? -1) - x) < 0.1 }
                .compactMap { Double($0.output.2) }.reduce(0, +)
            let values = series.compactMap { $0.figures[category].value?.magnitude }
            let sum = values.reduce(0, +)
            let expected = layout.axis.zero - layout.axis.scale.position(0) + sum * pixels(layout)
            #expect(abs(drawn - expected) < 1.5, "seed \(seed)")
        }
    }

    private func pixels(_ layout: BarLayout) -> Double {
        layout.axis.scale.position(0) - layout.axis.scale.position(1)
    }

    @Test func ranksAreCountedInEachPeriod() {
        func series(_ id: String, _ values: [Double?]) -> ChartSeries {
            ChartSeries(
                id: id, name: id,
                points: values.enumerated().map {
                    .init(.year(2019 + $0), Figure(value: $1, text: ""))
                })
        }
        let chart = RankingChart(
            text: ChartText(id: "r", title: "R"),
            series: [
                series("a", [5, 1, 3]), series("b", [5, 2, nil]), series("c", [9, 3, .infinity]),
            ])
        let ranks = chart.standings().standings.map { $0.map(\.rank) }
        #expect(ranks == [[1, 2, 0], [2, 1], [0, 0]])
    }

    @Test func aMissingYearKeepsItsPlaceAndIsNotZero() {
        let figure = Figure(value: 4, text: "4")
        let series = ChartSeries(
            id: "a", name: "A", points: [.init(.year(2018), figure), .init(.year(2021), figure)])
        let chart = BarChart(text: ChartText(id: "b", title: "B"), through: [series])
        #expect(chart.categories.map(\.label) == ["2018", "2019", "2020", "2021"])
        let svg = String(decoding: chart.draw(in: Frame(width: 600)).svg(.inline), as: UTF8.self)
        #expect(svg.matches(of: /fill="url\(#b-hatch\)"/).count == 2)
        #expect(chart.draw(in: Frame(width: 600)).table.rows[1].last?.text == "no data")
    }

    @Test func periodsOfDifferentLengthAreNeverJoined() {
        let figure = Figure(value: 4, text: "4")
        let series = ChartSeries(
            id: "a", name: "A",
            points: [
                .init(.year(2019), figure), .init(.year(2020), figure),
                .init(.months(2021, 1, 9, label: "Jan–Sep 2021"), figure),
                .init(.year(2023), figure),
            ])
        let chart = LineChart(text: ChartText(id: "l", title: "L"), series: [series])
        let svg = String(decoding: chart.draw(in: Frame(width: 600)).svg(.inline), as: UTF8.self)
        let lines = svg.matches(of: /class="line s1" d="([^"]*)"/).map { String($0.output.1) }
        #expect(lines.count == 1)
        #expect(lines.first?.filter { "Ml".contains($0) } == "Ml")
    }

    @Test func colourStepsHaveRoundBounds() {
        let figures = [3, 17, 88, 140].map { Figure(value: $0, text: "") }
        let ramp = ColourRamp(figures, scale: .linear, style: NumberStyle())
        #expect(ramp.bounds.map(\.value) == [0, 20, 40, 60, 80, 100, 120, 140])
        #expect([0, 20, 139, 140].map(ramp.step) == [0, 1, 6, 6])
        let signs = ColourRamp(
            [-5, 20].map { Figure(value: $0, text: "") }, scale: .linear, style: NumberStyle())
        #expect(signs.isDiverging)
        #expect(signs.fill(0).hasPrefix("d") && signs.fill(0) != signs.fill(7))
    }
}
