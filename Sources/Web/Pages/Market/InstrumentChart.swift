import Charts
import Exchange
import Records
import TradingFloor

/// A chart of an instrument: its newest deals, or its quotations session by session.
struct InstrumentChart: Sendable {
    let chart: MarketChart
    let scene: SectionScene
    let index: InstrumentIndex
    let instrument: Instrument
    let words: Catalogue

    /// How many deals and sessions it looks back on.
    static let deals = 1_000
    static let sessions = 120
    /// Up to so many deals are drawn one by one; more are gathered by stretches of time.
    private static let single = 60
    private static let most = 90

    private var figures: MarketFigures { MarketFigures(words: words) }

    /// The chart that an address names.
    /// - Throws: ``PageFailure/notFound`` when there is no such section or instrument.
    init(_ chart: MarketChart, _ context: MarketContext) async throws {
        let section = try context.section()
        let index = try context.instrument(of: section)
        let scene = try await SectionScene(
            section, at: context.now, instrument: index,
            deals: chart == .prices ? Self.deals : 0,
            sessions: chart == .quotations ? Self.sessions : 0)
        try self.init(chart, scene, index, context.words)
    }

    init(
        _ chart: MarketChart, _ scene: SectionScene, _ index: InstrumentIndex, _ words: Catalogue
    ) throws {
        guard let instrument = scene.instrument(index) else { throw PageFailure.notFound }
        self.chart = chart
        self.scene = scene
        self.index = index
        self.instrument = instrument
        self.words = words
    }

    /// What is seen; nil without a price to draw.
    func content() -> PlateContent? {
        let stretches = chart == .prices ? ofDeals : ofSessions
        guard !stretches.isEmpty else { return nil }
        let title = words(
            chart == .prices
                ? .chartOfDeals(instrument.code) : .chartOfQuotations(instrument.code))
        let summary = words(chart == .prices ? .chartOfDealsHelp : .chartOfQuotationsHelp)
        let unit = figures.unit(of: instrument)
        let candles = stretches.map(candle)
        let columns = columns
        return PlateContent(
            title: title, summary: summary,
            chart: { [words] id in
                CandleChart(
                    text: words.chartText(
                        id: id, title: title, description: summary, unit: unit),
                    volumeUnit: words(.lots), candles: candles, columns: columns)
            },
            data: data(stretches))
    }

    /// The chart on a page; nil without a price to draw.
    func plate(id: String) -> Plate? {
        content().map { content in
            Plate(id: id, content: content, downloads: downloads, words: words)
        }
    }

    private var downloads: [Download] {
        DrawingFormat.allCases.filter { $0 != .png || PixelConverter.isInstalled }.map { format in
            let hasWords = format == .svg || format == .png
            return Download(
                name: format.rawValue.uppercased(),
                address: Address(
                    path: MarketPath.chart(chart, instrument.code, of: scene.name, format).text,
                    query: [
                        (LanguageChoice.parameter, hasWords ? words.language.rawValue : nil)
                    ]),
                mediaType: String(format.mediaType.prefix { $0 != ";" }))
        }
    }

    // MARK: Stretches of time

    /// What was dealt from a moment on.
    private struct Stretch: Sendable {
        var start: Instant
        var label: String
        var open: Ticks
        var high: Ticks
        var low: Ticks
        var close: Ticks
        var lots: Int128
        var deals: Int64

        init(_ deal: Trade, from start: Instant, label: String) {
            self.start = start
            self.label = label
            (open, high, low, close) = (deal.price, deal.price, deal.price, deal.price)
            (lots, deals) = (Int128(deal.quantity), 1)
        }

        init?(_ quotation: Quotation, of session: SessionRecord, label: String) {
            guard let open = quotation.open, let high = quotation.high, let low = quotation.low,
                let last = quotation.last
            else { return nil }
            start = session.opened
            self.label = label
            (self.open, self.high, self.low, close) = (open, high, low, last)
            (lots, deals) = (quotation.market.volume, quotation.market.deals)
        }

        mutating func add(_ deal: Trade) {
            (high, low) = (max(high, deal.price), min(low, deal.price))
            close = deal.price
            lots += Int128(deal.quantity)
            deals += 1
        }
    }

    /// Lengths of stretches, in milliseconds: a minute to a day.
    private static let lengths: [Int64] = [
        60_000, 300_000, 900_000, 1_800_000, 3_600_000, 14_400_000, 86_400_000,
    ]

    /// Negotiated deals make no price.
    private var ofDeals: [Stretch] {
        let deals = scene.deals.filter { $0.source != .negotiated && $0.instrument == index }
            .reversed()
        guard deals.count > Self.single else {
            return deals.map { Stretch($0, from: $0.time, label: clock($0.time)) }
        }
        for length in Self.lengths {
            let stretches = gathered(Array(deals), length)
            if stretches.count <= Self.most { return stretches }
        }
        return Array(gathered(Array(deals), 86_400_000).suffix(Self.most))
    }

    private func gathered(_ deals: [Trade], _ length: Int64) -> [Stretch] {
        var stretches: [Stretch] = []
        for deal in deals {
            let start = Instant(deal.time.rawValue - deal.time.rawValue % length)
            if stretches.last?.start == start {
                stretches[stretches.count - 1].add(deal)
            } else {
                let label =
                    length >= 86_400_000
                    ? words.date(MarketTime.day(start).text, .short) : MarketTime.clock(start)
                stretches.append(Stretch(deal, from: start, label: label))
            }
        }
        return stretches
    }

    private var ofSessions: [Stretch] {
        scene.sessions.reversed().compactMap { session in
            session.quotations.first { $0.key.instrument == index }.flatMap {
                Stretch(
                    $0, of: session,
                    label: words.date(MarketTime.day(session.opened).text, .short))
            }
        }
    }

    private func clock(_ moment: Instant) -> String { MarketTime.clock(moment, seconds: true) }

    // MARK: Words and numbers

    private func price(_ ticks: Ticks) -> String { figures.price(ticks, of: instrument) }

    private func candle(_ stretch: Stretch) -> CandleChart.Candle {
        let pixels = { (ticks: Ticks) in
            Double(MarketFigures.price(ticks, of: instrument)) ?? 0
        }
        let day = words.date(MarketTime.day(stretch.start).text)
        let moment =
            stretch.label.contains(":") ? day + ", " + stretch.label + " UTC" : stretch.label
        let amount = figures.lots(stretch.lots) + " " + words(.lots)
        let prices =
            stretch.high == stretch.low
            ? price(stretch.close)
            : [
                words(.openPrice) + " " + price(stretch.open), words(.high) + " " + price(stretch.high),
                words(.low) + " " + price(stretch.low),
                words(.lastPrice) + " " + price(stretch.close),
            ].joined(separator: ", ")
        return CandleChart.Candle(
            label: stretch.label, open: pixels(stretch.open), high: pixels(stretch.high),
            low: pixels(stretch.low), close: pixels(stretch.close),
            volume: Double(stretch.lots),
            detail: "\(moment): \(prices); \(amount)",
            cells: [
                moment, price(stretch.open), price(stretch.high), price(stretch.low),
                price(stretch.close), figures.lots(stretch.lots), words.number(Int(stretch.deals)),
            ])
    }

    private var columns: [ChartTable.Column] {
        [ChartTable.Column(words(.dealTime))]
            + [words(.openPrice), words(.high), words(.low), words(.lastPrice), words(.lots)].map {
                ChartTable.Column($0, isNumeric: true)
            }
            + [ChartTable.Column(words(.deals), isNumeric: true)]
    }

    private func data(_ stretches: [Stretch]) -> DrawingData {
        let number = { (text: String) -> DrawingData.Value in
            Records.ExactDecimal(text).map { .number($0) } ?? .none
        }
        let price = { (ticks: Ticks) in number(MarketFigures.price(ticks, of: instrument)) }
        return DrawingData(
            columns: ["time", "open", "high", "low", "last", "lots", "deals"],
            rows: stretches.map { stretch in
                [
                    .text(MarketTime.iso(stretch.start)), price(stretch.open), price(stretch.high),
                    price(stretch.low), price(stretch.close), number(String(stretch.lots)),
                    number(String(stretch.deals)),
                ]
            })
    }
}
