/// Lines through time.
///
/// A line joins only figures of the same length of period that follow on each other; a missing
/// year is a gap. Names stand at the lines' ends where there is room for all, else in a legend.
public struct LineChart: Chart {
    /// How values become heights.
    public enum Scale: Sendable {
        /// Equal distances are equal differences; zero is shown where the values come near it.
        case linear
        /// As `linear`, always from zero.
        case fromZero
        /// Equal distances are equal ratios; figures that aren't positive can't be drawn.
        case logarithmic
    }

    /// A value that others are measured by, such as 100 of an index.
    public struct Reference: Sendable, Equatable {
        /// The value.
        public let value: Double
        /// What it is, in few words.
        public let label: String

        /// A reference line.
        public init(value: Double, label: String) {
            self.value = value
            self.label = label
        }
    }

    /// The chart's words.
    public let text: ChartText
    /// The lines, the most important first.
    public let series: [ChartSeries]
    /// How values become heights.
    public let scale: Scale
    /// A value that others are measured by.
    public let reference: Reference?

    /// A line chart.
    public init(
        text: ChartText, series: [ChartSeries], scale: Scale = .linear,
        reference: Reference? = nil
    ) {
        self.text = text
        self.series = series
        self.scale = scale
        self.reference = reference
    }

    /// The drawing for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let layout = LineLayout(self, frame)
        let points = series.reduce(0) { $0 + $1.points.count }
        var canvas = Canvas(id: text.id, capacity: 8192 + points * 240)
        let plot = layout.plot
        layout.legend.draw(on: &canvas, top: 0)
        layout.axis.draw(
            on: &canvas, left: plot.x, right: plot.right,
            unitAt: layout.legend.height + 11)
        TimeAxis(scale: layout.time).draw(
            on: &canvas, bottom: plot.bottom, width: frame.width, text: text)
        canvas.timeArea(plot, first: layout.time.first, end: layout.time.end)
        if let reference { draw(reference, layout, on: &canvas) }
        var pen = LinePen(
            time: layout.time, scale: layout.axis.scale, plot: plot,
            mainLength: layout.mainLength, isDense: layout.isDense)
        for drawsContext in [true, false] {
            for (index, one) in series.enumerated() where one.isContext == drawsContext {
                pen.draw(
                    one, index: index, shape: layout.hasLegend ? .of(index) : .circle,
                    on: &canvas)
            }
        }
        layout.ends.draw(on: &canvas)
        pen.drawSigns(on: &canvas, avoiding: canvas.labels)
        return Drawing(
            canvas, kind: "lines", text: text, width: frame.width, height: layout.height,
            table: ChartSeries.table(of: series, text: text))
    }

    private func draw(_ reference: Reference, _ layout: LineLayout, on canvas: inout Canvas) {
        guard reference.value.isFinite else { return }
        let plot = layout.plot
        let y = layout.axis.scale.position(reference.value)
        var path = PathWriter()
        path.move(plot.x, y)
        path.line(plot.right, y)
        canvas.path("axis ahead", path)
        let label = TextMeasure.fitted(reference.label, size: 11, within: plot.width - 8)
        let above = y - plot.y > 20
        canvas.text(
            label, plot.x + 4, above ? y - 5 : y + 14, size: 11, classes: "remark halo")
    }
}
