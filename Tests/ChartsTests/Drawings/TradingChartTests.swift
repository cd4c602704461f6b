import Charts
import Testing

/// Candles of prices, and the hours of a day.
struct TradingChartTests {
    private typealias Prices = (
        open: Double, high: Double, low: Double, close: Double, volume: Double
    )

    private static func candles(_ prices: [Prices]) -> CandleChart {
        CandleChart(
            text: ChartText(id: "prices", title: "Prices & lots", unit: "BYN/t"),
            volumeUnit: "lots",
            candles: prices.enumerated().map { place, price in
                CandleChart.Candle(
                    label: "10:\(10 + place)", open: price.open, high: price.high, low: price.low,
                    close: price.close, volume: price.volume,
                    detail: "No. \(place): \(price.close)", cells: ["\(place)", "\(price.close)"])
            }, columns: [ChartTable.Column("Time"), ChartTable.Column("Last", isNumeric: true)])
    }

    private static func svg(_ chart: any Chart, width: Double = 360) -> String {
        String(decoding: chart.draw(in: Frame(width: width)).svg(.inline), as: UTF8.self)
    }

    private static func count(_ text: String, in svg: String) -> Int {
        svg.split(separator: text, omittingEmptySubsequences: false).count - 1
    }

    /// What the marks say, in their order.
    private static func titles(_ svg: String) throws -> [String] {
        try svg.matches(of: Regex("\"><title>([^<]*)</title>", as: (Substring, Substring).self))
            .map { String($0.1) }
    }

    /// The heights of the rectangles of a class.
    private static func heights(_ classes: String, _ svg: String) throws -> [Double] {
        let number = "=\"[0-9.]+\""
        let pattern = "class=\"\(classes)\" x\(number) y\(number) width\(number) height=\"([^\"]+)"
        return try svg.matches(of: Regex(pattern, as: (Substring, Substring).self))
            .compactMap { Double($0.1) }
    }

    /// All texts and shapes are inside the drawing, and no text touches another.
    private static func checkRoom(_ drawing: Drawing, _ what: String) throws {
        let pattern = "<rect class=\"[^\"]+\" x=\"([^\"]+)\" y=\"[^\"]+\" width=\"([^\"]+)\""
        let regex = try Regex(pattern, as: (Substring, Substring, Substring).self)
        for match in String(decoding: drawing.svg(.inline), as: UTF8.self).matches(of: regex) {
            let (x, width) = (try #require(Double(match.1)), try #require(Double(match.2)))
            #expect(x >= 0 && x + width <= drawing.width + 0.05, "\(what): \(match.0)")
        }
        for (place, label) in drawing.labels.enumerated() {
            #expect(
                label.x >= 0 && label.x + label.width <= drawing.width && label.y >= 0
                    && label.y + label.height <= drawing.height, "\(what): \(label)")
            for other in drawing.labels[(place + 1)...] where label.overlaps(other) {
                Issue.record("\(what): \(label) and \(other)")
            }
        }
    }

    // MARK: Candles

    @Test func aCandleShowsWhatWasDealt() throws {
        let chart = Self.candles([
            (100, 122, 98, 120, 10), (120, 121, 109, 110, 20), (110, 110, 110, 110, 40),
        ])
        let svg = Self.svg(chart)
        #expect(svg.contains("<title id=\"prices-title\">Prices &amp; lots</title>"))
        #expect(try Self.titles(svg) == ["No. 0: 120.0", "No. 1: 110.0", "No. 2: 110.0"])
        #expect(Self.count("<g class=\"mark\" data-x=\"10:1", in: svg) == 3)
        // One rose by twice as much as the next fell; the last stood still.
        let (rise, fall) = (try Self.heights("hollow s1", svg), try Self.heights("c2", svg))
        try #require(rise.count == 1 && fall.count == 1)
        #expect((rise[0] - 2 * fall[0]).magnitude < 0.5 && fall[0] > 10)
        #expect(try Self.heights("c1", svg).count == 1)
        // From the lowest to the highest price, where they differ.
        #expect(Self.count("class=\"frame s1\"", in: svg) == 1)
        #expect(Self.count("class=\"frame s2\"", in: svg) == 1)
        let volumes = try Self.heights("context-fill", svg)
        try #require(volumes.count == 3)
        #expect((volumes[1] - 2 * volumes[0]).magnitude < 0.5 && volumes[0] > 5)
        #expect((volumes[2] - 4 * volumes[0]).magnitude < 0.5)
        let texts = chart.draw(in: Frame(width: 360)).labels.map(\.text)
        #expect(texts.contains("BYN/t") && texts.contains("lots"))
        #expect(texts.suffix(3) == ["10:10", "10:11", "10:12"])
    }

    @Test func theTableHasEachCandle() {
        let table = Self.candles([(1, 3, 1, 2, 5), (2, 4, 2, 4, 5)]).draw(in: Frame(width: 360))
            .table
        #expect(table.columns.map(\.title) == ["Time", "Last"])
        #expect(table.rows.map { $0.map(\.text) } == [["0", "2.0"], ["1", "4.0"]])
    }

    @Test func withoutDealsThereIsAnEmptyPlot() throws {
        let chart = Self.candles([])
        #expect(try Self.titles(Self.svg(chart)) == [])
        #expect(chart.draw(in: Frame(width: 360)).table.rows.isEmpty)
        let odd: [Prices] = [(.nan, 1, 1, 1, 1), (1, .infinity, 1, 1, 1), (4, 4, 4, 4, 4)]
        #expect(Self.candles(odd).candles.map(\.close) == [4])
    }

    @Test(arguments: [1, 2, 30])
    func wherePricesAreEqualThereAreDashes(count: Int) throws {
        let svg = Self.svg(Self.candles(Array(repeating: (250, 250, 250, 250, 0), count: count)))
        #expect(try Self.heights("c1", svg) == Array(repeating: 2, count: count))
        #expect(!svg.contains("class=\"hollow") && !svg.contains("class=\"c2\""))
        #expect(!svg.contains("class=\"frame"))
        // No volume still has a foot to be seen.
        #expect(try Self.heights("context-fill", svg).allSatisfy { $0 >= 0.4 })
        #expect(!svg.contains("nan") && !svg.contains("inf"))
    }

    @Test(arguments: [300.0, 360, 720, 1_600], [0, 1, 2, 9, 60, 300])
    func candlesFitTheFrame(width: Double, count: Int) throws {
        let prices = (0..<count).map { place -> Prices in
            let price = 1_900 + Double(place * 7 % 13)
            return (price, price + 2, price - 2, price + 1, Double(place * 10_000))
        }
        let drawing = Self.candles(prices).draw(in: Frame(width: width))
        try Self.checkRoom(drawing, "\(count) candles")
        let times = drawing.labels.filter { $0.text.hasPrefix("10:") }
        #expect(times.isEmpty == (count == 0))
    }

    // MARK: The hours of a day

    private static func day(
        _ rows: [ScheduleChart.Row], now: (minute: Double, name: String)? = nil
    ) -> ScheduleChart {
        ScheduleChart(
            text: ChartText(id: "day", title: "Day"), rows: rows,
            clocks: [
                ScheduleChart.Clock(name: "UTC", offset: 0),
                ScheduleChart.Clock(name: "Minsk", offset: 180),
            ], now: now, table: ChartTable(columns: [ChartTable.Column("Row")], rows: []))
    }

    private static func row(
        _ name: String, _ spans: [(String, Double, Double, ScheduleChart.Span.Tone)]
    ) -> ScheduleChart.Row {
        ScheduleChart.Row(
            name: name,
            spans: spans.map {
                ScheduleChart.Span(
                    name: $0.0, start: $0.1, end: $0.2, tone: $0.3, detail: "\($0.0) of \(name)")
            })
    }

    @Test func aDaySaysWhatIsOnByEachClock() throws {
        let chart = Self.day(
            [
                Self.row(
                    "Grain, morning",
                    [
                        ("orders", 1_270, 1_290, .light), ("trading", 1_290, 1_350, .strong),
                        ("over", 1_350, 1_380, .hollow),
                    ])
            ], now: (1_300, "now"))
        // From 21:00 to 23:00, which is past midnight in Minsk.
        #expect(
            chart.draw(in: Frame(width: 720)).labels.map(\.text) == [
                "21:00", "00:00", "22:00", "01:00", "23:00", "02:00", "UTC", "Minsk",
                "Grain, morning", "orders", "trading", "over", "now",
            ])
        let svg = Self.svg(chart, width: 720)
        #expect(
            try Self.titles(svg) == [
                "orders of Grain, morning", "trading of Grain, morning", "over of Grain, morning",
            ])
        for tone in ["c1", "t1", "hollow rule"] {
            #expect(try Self.heights(tone, svg) == [24], "\(tone)")
        }
    }

    @Test(arguments: [1_259.0, 1_381, nil])
    func aMomentOutsideTheDayIsNotShown(minute: Double?) {
        let chart = Self.day(
            [Self.row("Grain", [("trading", 1_260, 1_380, .strong)])],
            now: minute.map { ($0, "now") })
        #expect(!chart.draw(in: Frame(width: 720)).labels.contains { $0.text == "now" })
    }

    @Test func aDayWithoutAnythingHasItsHours() throws {
        let chart = Self.day([])
        let texts = chart.draw(in: Frame(width: 720)).labels.map(\.text)
        #expect(texts.contains("08:00") && texts.contains("18:00") && !texts.contains("07:00"))
        #expect(try Self.titles(Self.svg(chart)) == [])
    }

    @Test(arguments: [300.0, 360, 720, 1_600], [0.0, 430, 700, 1_440])
    func aDayFitsTheFrame(width: Double, now: Double) throws {
        for (start, end) in [(420.0, 540.0), (0, 1_440), (425, 430)] {
            let spans: [(String, Double, Double, ScheduleChart.Span.Tone)] = [
                ("trading", start, (start + end) / 2, .strong),
                ("deal making", (start + end) / 2, end, .light),
            ]
            let chart = Self.day(
                [
                    Self.row("Grain", spans),
                    Self.row(String(repeating: "long ", count: 30), spans),
                ], now: (now, "at present"))
            try Self.checkRoom(chart.draw(in: Frame(width: width)), "\(start) to \(end)")
        }
    }
}
