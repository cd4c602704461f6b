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
        if let reference { drawLine(of: reference, layout, on: &canvas) }
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
        if reference != nil || layout.hasSigns {
            var placer = pen.placer(avoiding: canvas.labels)
            if let reference { drawName(of: reference, layout, &placer, on: &canvas) }
            if layout.hasSigns { pen.drawSigns(on: &canvas, &placer) }
        }
        return Drawing(
            canvas, kind: "lines", text: text, width: frame.width, height: layout.height,
            table: ChartSeries.table(of: series, text: text))
    }

    private func drawLine(
        of reference: Reference, _ layout: LineLayout, on canvas: inout Canvas
    ) {
        guard reference.value.isFinite else { return }
        let y = layout.axis.scale.position(reference.value)
        var path = PathWriter()
        path.move(layout.plot.x, y)
        path.line(layout.plot.right, y)
        canvas.path("axis ahead", path)
    }

    /// The reference line's name, along the line where no mark stands; none rather than a covered
    /// one.
    private func drawName(
        of reference: Reference, _ layout: LineLayout, _ placer: inout LabelPlacer,
        on canvas: inout Canvas
    ) {
        guard reference.value.isFinite else { return }
        let plot = layout.plot
        let y = layout.axis.scale.position(reference.value)
        let name = TextMeasure.fitted(reference.label, size: 11, within: plot.width - 8)
        let width = TextMeasure.width(name, size: 11)
        let room = plot.width - 8 - width
        let places = stride(from: 0.0, through: 1, by: 0.125).flatMap { share in
            [y - 15, y + 4].map {
                Box(x: plot.x + 4 + room * share, y: $0, width: width, height: 11)
            }
        }
        guard !name.isEmpty, let box = placer.place(firstOf: places) else { return }
        canvas.text(name, box.x, box.y + 11 * 0.78, size: 11, classes: "remark halo")
    }
}
