/// The same small line chart many times, one for each subject, all on the same scales, so that
/// both course and level can be compared (E. Tufte, "Envisioning Information", 1990, chapter 4).
public struct SmallMultiples: Chart {
    /// One panel.
    public struct Panel: Sendable, Equatable {
        /// Key for the page's script.
        public let id: String
        /// The name above the panel.
        public let title: String
        /// Where the name leads.
        public let href: String?
        /// The lines; usually one.
        public let series: [ChartSeries]

        /// A panel.
        public init(id: String, title: String, href: String? = nil, series: [ChartSeries]) {
            self.id = id
            self.title = title
            self.href = href
            self.series = series
        }
    }

    /// The chart's words.
    public let text: ChartText
    /// The panels, in reading order.
    public let panels: [Panel]

    /// Small multiples.
    public init(text: ChartText, panels: [Panel]) {
        self.text = text
        self.panels = panels
    }

    /// The drawing for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let layout = PanelGrid(self, frame)
        var canvas = Canvas(id: text.id, capacity: 4096 + panels.count * 4000)
        layout.legend.draw(on: &canvas, top: 0)
        let unit = TextMeasure.fitted(layout.axis(for: 0).unit, size: 12, within: frame.width)
        canvas.text(unit, 0, layout.legend.height + 11, classes: "unit")
        for (index, panel) in panels.enumerated() {
            draw(panel, layout, index: index, frame, on: &canvas)
        }
        return Drawing(
            canvas, kind: "multiples", text: text, width: frame.width, height: layout.height,
            table: table)
    }

    private func draw(
        _ panel: Panel, _ layout: PanelGrid, index: Int, _ frame: Frame, on canvas: inout Canvas
    ) {
        let plot = layout.plot(of: index)
        let axis = layout.axis(for: index)
        canvas.open("panel", series: panel.id, label: panel.title)
        let title = TextMeasure.fitted(panel.title, size: 12, face: .bold, within: plot.width)
        let heading = Figure(value: nil, text: panel.title, href: panel.href)
        canvas.mark(heading, classes: "panel-title") { canvas in
            canvas.text(title, plot.x, plot.y - 9, classes: "label strong", face: .bold)
        }
        for (tick, label) in zip(axis.scale.ticks, axis.texts) {
            let y = axis.scale.position(tick.value)
            canvas.line(tick.mantissa == 0 ? "axis" : "hairline", plot.x, y, plot.right, y)
            guard index.isMultiple(of: layout.columns) else { continue }
            canvas.text(
                label, plot.x - 6, Canvas.baseline(centredOn: y, size: 11), size: 11,
                anchor: .end, classes: "tick")
        }
        let time = layout.time(for: index)
        drawYears(time, plot, width: frame.width, on: &canvas)
        var pen = LinePen(
            time: time, scale: axis.scale, plot: plot, mainLength: layout.mainLength,
            isDense: layout.isDense)
        for (number, one) in panel.series.enumerated() {
            pen.draw(one, index: number, shape: .of(number), on: &canvas)
        }
        if panel.series.allSatisfy({ $0.points.allSatisfy { $0.figure.drawn == nil } }) {
            let none = TextMeasure.fitted(text.words.noData, size: 11, within: plot.width)
            canvas.text(
                none, plot.x + plot.width / 2, plot.y + plot.height / 2 + 4, size: 11,
                anchor: .middle, classes: "remark halo")
        }
        canvas.close()
    }

    /// The first and the last year; the last only where both fit.
    private func drawYears(_ time: PeriodScale, _ plot: Box, width: Double, on canvas: inout Canvas)
    {
        let first = CalendarDay(number: time.first).parts.year
        let last = CalendarDay(number: time.end - 1).parts.year
        let y = plot.bottom + 14
        canvas.text(String(first), plot.x, y, size: 11, classes: "tick")
        let both = TextMeasure.width("\(first) \(last)", size: 11) + 6
        if last != first, plot.width >= both {
            canvas.text(String(last), plot.right, y, size: 11, anchor: .end, classes: "tick")
        }
    }

    private var table: ChartTable {
        let all = panels.flatMap { panel in
            panel.series.map { one in
                ChartSeries(
                    id: one.id,
                    name: panel.series.count > 1 ? "\(panel.title): \(one.name)" : panel.title,
                    points: one.points)
            }
        }
        return ChartSeries.table(of: all, text: text)
    }
}
