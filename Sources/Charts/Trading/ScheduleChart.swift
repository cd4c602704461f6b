/// What is on when: the hours of a day from left to right, a row for each who holds something.
public struct ScheduleChart: Chart {
    /// A stretch of time in a row.
    public struct Span: Sendable, Equatable {
        /// How much it stands out.
        public enum Tone: Sendable {
            /// What matters most.
            case strong
            /// What leads up to it or follows.
            case light
            /// What is over or isn't open.
            case hollow
        }

        /// What it is, in a word or two.
        public let name: String
        /// Minutes after the day's midnight in UTC.
        public let start: Double
        /// Minutes after the day's midnight in UTC.
        public let end: Double
        /// How much it stands out.
        public let tone: Tone
        /// Everything about it in one line.
        public let detail: String

        /// A stretch of time.
        public init(name: String, start: Double, end: Double, tone: Tone, detail: String) {
            self.name = name
            self.start = start
            self.end = end
            self.tone = tone
            self.detail = detail
        }
    }

    /// A row.
    public struct Row: Sendable, Equatable {
        /// Whose it is.
        public let name: String
        /// Where the name leads.
        public let href: String?
        /// What is on, in the order of time.
        public let spans: [Span]

        /// A row.
        public init(name: String, href: String? = nil, spans: [Span]) {
            self.name = name
            self.href = href
            self.spans = spans
        }
    }

    /// A clock whose hours are written along the axis.
    public struct Clock: Sendable, Equatable {
        /// Its name.
        public let name: String
        /// How far it is before UTC, in minutes.
        public let offset: Int

        /// A clock.
        public init(name: String, offset: Int) {
            self.name = name
            self.offset = offset
        }
    }

    /// The chart's words.
    public let text: ChartText
    /// The rows.
    public let rows: [Row]
    /// The clocks, the first nearest to the axis.
    public let clocks: [Clock]
    /// The present moment in minutes after midnight UTC, with its name; nil on another day.
    public let now: (minute: Double, name: String)?
    /// The same in words.
    public let table: ChartTable

    /// A chart of the hours in which anything is on.
    public init(
        text: ChartText, rows: [Row], clocks: [Clock], now: (minute: Double, name: String)?,
        table: ChartTable
    ) {
        self.text = text
        self.rows = rows
        self.clocks = clocks
        self.now = now
        self.table = table
    }

    /// The drawing for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let layout = ScheduleLayout(self, frame)
        var canvas = Canvas(id: text.id)
        layout.drawHours(self, on: &canvas)
        for (index, row) in rows.enumerated() {
            let top = layout.top(index)
            canvas.text(
                TextMeasure.fitted(
                    row.name, size: 13,
                    within: frame.isNarrow ? frame.width : layout.plot.x - 12),
                0, layout.nameBaseline(top), size: 13)
            for span in row.spans { draw(span, top, layout, on: &canvas) }
        }
        if let now, layout.scale.low...layout.scale.high ~= now.minute {
            let x = layout.scale.position(now.minute)
            canvas.line("frame s2", x, layout.plot.y - 4, x, layout.plot.bottom)
            let isLate = x > layout.plot.right - 60
            canvas.text(
                now.name, x + (isLate ? -4 : 4), 11, size: 11, anchor: isLate ? .end : .start,
                classes: "label halo")
        }
        let table = table
        return Drawing(
            canvas, kind: "schedule", text: text, width: frame.width, height: layout.height,
            table: table)
    }

    private func draw(
        _ span: Span, _ top: Double, _ layout: ScheduleLayout, on canvas: inout Canvas
    ) {
        let (from, to) = (layout.scale.position(span.start), layout.scale.position(span.end))
        let box = Box(
            x: from, y: top + layout.barTop, width: max(1.5, to - from - 1),
            height: ScheduleLayout.bar)
        let figure = Figure(value: span.start, text: span.name, detail: span.detail)
        canvas.mark(figure) { canvas in
            switch span.tone {
            case .strong: canvas.rectangle("c1", box)
            case .light: canvas.rectangle("t1", box)
            case .hollow: canvas.rectangle("hollow rule", box)
            }
            guard TextMeasure.width(span.name, size: 11) <= box.width - 8 else { return }
            canvas.text(
                span.name, box.x + box.width / 2,
                Canvas.baseline(centredOn: box.y + box.height / 2, size: 11), size: 11,
                anchor: .middle, classes: span.tone == .strong ? "on-dark" : "label")
        }
    }
}

/// Where the parts of a schedule go in a frame.
private struct ScheduleLayout {
    static let bar = 24.0
    let plot: Box
    let height: Double
    let scale: LinearScale
    /// From the top of a row to its bars.
    let barTop: Double
    private let row: Double
    private let isNarrow: Bool

    init(_ chart: ScheduleChart, _ frame: Frame) {
        isNarrow = frame.isNarrow
        let spans = chart.rows.flatMap(\.spans)
        // Whole hours around what is on, and a little room for the hour's name at each end.
        let first = ((spans.map(\.start).min() ?? 480) / 60).rounded(.down) * 60
        let last = ((spans.map(\.end).max() ?? 1_080) / 60).rounded(.up) * 60
        let widest = chart.rows.map { TextMeasure.width($0.name, size: 13) }.max() ?? 0
        let names = frame.isNarrow ? 18 : min(300, widest * 1.08 + 24)
        row = frame.isNarrow ? 56 : 38
        barTop = frame.isNarrow ? 24 : 7
        plot = Box(
            x: names, y: 20, width: max(60, frame.width - names - 20),
            height: row * Double(chart.rows.count) + 4)
        scale = LinearScale(
            low: first, high: max(last, first + 60), start: plot.x, end: plot.right)
        height = plot.bottom + 20 * Double(chart.clocks.count) + 6
    }

    func top(_ index: Int) -> Double { plot.y + row * Double(index) }

    func nameBaseline(_ top: Double) -> Double {
        isNarrow ? top + 17 : Canvas.baseline(centredOn: top + barTop + Self.bar / 2, size: 13)
    }

    /// The hours as hairlines, named by each clock.
    func drawHours(_ chart: ScheduleChart, on canvas: inout Canvas) {
        let hours = (scale.high - scale.low) / 60
        let room = plot.width / max(1, hours)
        let widestClock = chart.clocks.map { TextMeasure.width($0.name, size: 11) }.max() ?? 0
        let step = [1, 2, 3, 4, 6, 12].first { Double($0) * room >= 44 } ?? 12
        for hour in stride(from: 0, through: Int(hours), by: step) {
            let minute = scale.low + Double(hour * 60)
            let x = scale.position(minute)
            canvas.line("hairline", x, plot.y, x, plot.bottom)
            for (line, clock) in chart.clocks.enumerated() {
                canvas.text(
                    Self.text(Int(minute) + clock.offset), x, plot.bottom + 15 + 20 * Double(line),
                    size: 11, anchor: .middle, classes: "tick")
            }
        }
        guard !isNarrow, widestClock + 30 < plot.x else { return }
        for (line, clock) in chart.clocks.enumerated() {
            canvas.text(
                clock.name, 0, plot.bottom + 15 + 20 * Double(line), size: 11, classes: "tick")
        }
    }

    private static func text(_ minutes: Int) -> String {
        let minute = ((minutes % 1_440) + 1_440) % 1_440
        let (hours, rest) = (minute / 60, minute % 60)
        return (hours < 10 ? "0" : "") + String(hours) + (rest < 10 ? ":0" : ":") + String(rest)
    }
}
