/// Prices of deals through a market's time, with how much was dealt below them.
///
/// Candles stand side by side in their order, without gaps for the hours in which there is no
/// trading. One that rose is hollow, one that fell is filled, so that it doesn't take colours to
/// tell them apart; where all deals had one price, there is a dash.
public struct CandleChart: Chart {
    /// The deals of one stretch of time.
    public struct Candle: Sendable, Equatable {
        /// When, as the axis says it.
        public let label: String
        /// The first price.
        public let open: Double
        /// The highest price.
        public let high: Double
        /// The lowest price.
        public let low: Double
        /// The last price.
        public let close: Double
        /// How much was dealt.
        public let volume: Double
        /// Everything about it in one line.
        public let detail: String
        /// Its row in the table.
        public let cells: [String]

        /// A candle; `cells` belong to the chart's columns.
        public init(
            label: String, open: Double, high: Double, low: Double, close: Double, volume: Double,
            detail: String, cells: [String]
        ) {
            self.label = label
            self.open = open
            self.high = high
            self.low = low
            self.close = close
            self.volume = volume
            self.detail = detail
            self.cells = cells
        }
    }

    /// The chart's words; its unit is that of prices.
    public let text: ChartText
    /// What volumes are counted in.
    public let volumeUnit: String
    /// The candles in the order of time.
    public let candles: [Candle]
    /// The heads of the table.
    public let columns: [ChartTable.Column]

    /// A chart; candles with prices that can't be drawn are left out.
    public init(
        text: ChartText, volumeUnit: String, candles: [Candle], columns: [ChartTable.Column]
    ) {
        self.text = text
        self.volumeUnit = volumeUnit
        self.candles = candles.filter { candle in
            [candle.open, candle.high, candle.low, candle.close, candle.volume].allSatisfy {
                $0.magnitude <= 1e300
            }
        }
        self.columns = columns
    }

    /// The drawing for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let layout = CandleLayout(self, frame)
        var canvas = Canvas(id: text.id, capacity: 4_096 + candles.count * 400)
        layout.prices.draw(
            on: &canvas, left: layout.plot.x, right: layout.plot.right, unitAt: 12)
        layout.volumes.draw(
            on: &canvas, left: layout.plot.x, right: layout.plot.right,
            unitAt: layout.volumeTop - 8)
        drawCloses(layout, on: &canvas)
        for (index, candle) in candles.enumerated() {
            draw(candle, index, layout, on: &canvas)
        }
        layout.names.draw(on: &canvas, bottom: layout.bottom)
        let table = ChartTable(
            columns: columns, rows: candles.map { $0.cells.map { ChartTable.Cell($0) } })
        return Drawing(
            canvas, kind: "candles", text: text, width: frame.width, height: layout.height,
            table: table)
    }

    /// A thin line from close to close leads the eye where candles are only dashes.
    private func drawCloses(_ layout: CandleLayout, on canvas: inout Canvas) {
        var path = PathWriter()
        for (index, candle) in candles.enumerated() {
            let x = layout.bands.middle(index)
            let y = layout.prices.scale.position(candle.close)
            if index == 0 { path.move(x, y) } else { path.line(x, y) }
        }
        canvas.path("line context", path)
    }

    private func draw(
        _ candle: Candle, _ index: Int, _ layout: CandleLayout, on canvas: inout Canvas
    ) {
        let scale = layout.prices.scale
        let middle = layout.bands.middle(index)
        let x = layout.bands.position(index)
        let (top, foot) = (scale.position(candle.high), scale.position(candle.low))
        let (from, to) = (scale.position(candle.open), scale.position(candle.close))
        let isRise = candle.close >= candle.open
        let volume = layout.volumes.scale.position(candle.volume)
        let figure = Figure(value: candle.close, text: candle.label, detail: candle.detail)
        canvas.mark(figure, at: candle.label) { canvas in
            canvas.rectangle(
                "target",
                Box(
                    x: x, y: layout.plot.y, width: layout.bands.band,
                    height: layout.bottom - layout.plot.y))
            if foot - top >= 0.5 {
                canvas.line(isRise ? "frame s1" : "frame s2", middle, top, middle, foot)
            }
            if (to - from).magnitude < 1.5 {
                let dash = Box(
                    x: x, y: (from + to) / 2 - 1, width: layout.bands.band, height: 2)
                canvas.rectangle("c1", dash)
            } else {
                let body = Box(
                    x: x, y: min(from, to), width: layout.bands.band,
                    height: (to - from).magnitude)
                canvas.rectangle(isRise ? "hollow s1" : "c2", body)
            }
            canvas.rectangle(
                "context-fill",
                Box(
                    x: x, y: min(volume, layout.bottom - 0.5), width: layout.bands.band,
                    height: max(0.5, layout.bottom - volume)))
        }
    }
}

/// Where the parts of a candle chart go in a frame.
private struct CandleLayout {
    let plot: Box
    let volumeTop: Double
    let bottom: Double
    let height: Double
    let prices: ValueAxis
    let volumes: ValueAxis
    let bands: BandScale
    let names: BandNames

    init(_ chart: CandleChart, _ frame: Frame) {
        let whole = frame.plotHeight(share: 0.42, atLeast: 250, atMost: 380)
        let top = 28.0
        let priceBottom = top + whole * 0.7
        volumeTop = priceBottom + 36
        bottom = volumeTop + whole * 0.2
        prices = .linear(
            chart.candles.flatMap { [$0.high, $0.low] }, fromZero: false, bottom: priceBottom,
            top: top, text: chart.text)
        let text = ChartText(id: chart.text.id, title: "", unit: chart.volumeUnit,
            words: chart.text.words)
        volumes = .linear(
            chart.candles.map(\.volume), fromZero: true, bottom: bottom, top: volumeTop,
            text: text, ticks: 3)
        let left = (max(prices.width, volumes.width) + 8).rounded(.up)
        plot = Box(
            x: left, y: top, width: max(40, frame.width - left - 2), height: priceBottom - top)
        let step = plot.width / Double(max(1, chart.candles.count))
        bands = BandScale(
            count: chart.candles.count, start: plot.x, end: plot.right,
            gap: max(0.3, 1 - 18 / step))
        names = BandNames(
            chart.candles.map(\.label), bands: bands, width: frame.width, skips: true)
        height = bottom + names.height
    }
}
