/// Draws the lines and points of series on a plot.
struct LinePen {
    let time: PeriodScale
    let scale: ValueAxis.Scale
    let plot: Box
    let mainLength: PeriodLength
    let isDense: Bool
    private var signs: [(sign: String, x: Double, y: Double)] = []
    private var points: [Box] = []

    init(
        time: PeriodScale, scale: ValueAxis.Scale, plot: Box, mainLength: PeriodLength,
        isDense: Bool
    ) {
        self.time = time
        self.scale = scale
        self.plot = plot
        self.mainLength = mainLength
        self.isDense = isDense
    }

    /// A figure's place on the plot; its words stay in the series, which spares copying them.
    private struct Place {
        let index: Int
        let period: ChartPeriod
        let isAhead: Bool
        let x: Double
        let y: Double
    }

    /// Draws one series: its lines, then its points.
    mutating func draw(
        _ series: ChartSeries, index: Int, shape: MarkShape, on canvas: inout Canvas
    ) {
        let stroke = series.isContext ? "context" : Palette.stroke(index)
        let fill = series.isContext ? "context-fill" : Palette.fill(index)
        canvas.open("series", series: series.id, label: series.name)
        var places: [Place?] = []
        places.reserveCapacity(series.points.count)
        for index in series.points.indices { places.append(place(index, in: series)) }
        drawLines(places, stroke, on: &canvas)
        let styles = PointStyles(stroke: stroke, fill: fill, isQuiet: isDense)
        for index in places.indices {
            guard let place = places[index] else { continue }
            drawPoint(
                place, series.points[index].figure, shape, styles,
                isAlone: isDense && isAlone(index, places), on: &canvas)
        }
        canvas.close()
    }

    /// A placer for texts on the plot that keeps clear of the points, the lines between them, and
    /// the labels given.
    func placer(avoiding labels: [LabelBox]) -> LabelPlacer {
        var placer = LabelPlacer(area: Box(x: plot.x, y: 0, width: plot.width, height: plot.bottom))
        for box in points { placer.block(box) }
        for label in labels {
            placer.block(Box(x: label.x, y: label.y, width: label.width, height: label.height))
        }
        return placer
    }

    /// Draws the signs of figures that aren't exact, where there is room beside the marks.
    func drawSigns(on canvas: inout Canvas, _ placer: inout LabelPlacer) {
        guard !isDense else { return }
        for sign in signs {
            let width = TextMeasure.width(sign.sign, size: 11)
            let tries = [(-width / 2, -16.0), (-width / 2, 6.0), (6.0, -14.0), (6.0, 4.0)].map {
                Box(x: sign.x + $0.0, y: sign.y + $0.1, width: width, height: 11)
            }
            guard let box = placer.place(firstOf: tries) else { continue }
            canvas.text(sign.sign, box.x, box.y + 11 * 0.78, size: 11, classes: "sign halo")
        }
    }

    private func place(_ index: Int, in series: ChartSeries) -> Place? {
        guard let value = series.points[index].figure.drawn else { return nil }
        if case .logarithmic = scale, value <= 0 { return nil }
        let period = series.points[index].period
        return Place(
            index: index, period: period,
            isAhead: series.points[index].figure.certainty.isAhead, x: time.position(period),
            y: scale.position(value))
    }

    /// One path for what is, one for what is planned, for each length of period; both end at
    /// every gap.
    private mutating func drawLines(_ places: [Place?], _ stroke: String, on canvas: inout Canvas) {
        var lengths: [PeriodLength] = []
        var last: PeriodLength?
        for place in places {
            guard let length = place?.period.length, length != last else { continue }
            last = length
            if !lengths.contains(length) { lengths.append(length) }
        }
        for length in lengths {
            var solid = PathWriter()
            var dashed = PathWriter()
            var previous: Int?
            for index in places.indices {
                guard let place = places[index] else {
                    // A gap that is stated ends every line across it.
                    previous = nil
                    continue
                }
                guard place.period.length == length else { continue }
                defer { previous = index }
                guard let before = previous, let from = places[before],
                    from.period.leads(to: place.period)
                else { continue }
                block(from, place)
                if place.isAhead {
                    dashed.segment(from: (from.x, from.y), to: (place.x, place.y))
                } else {
                    solid.segment(from: (from.x, from.y), to: (place.x, place.y))
                }
            }
            let thin = length == mainLength ? "" : "thin "
            canvas.path("line \(thin)\(stroke)", solid)
            canvas.path("line ahead \(thin)\(stroke)", dashed)
        }
    }

    /// Keeps names off a stretch of line by small boxes along it, at most eight.
    private mutating func block(_ from: Place, _ to: Place) {
        guard !isDense else { return }
        let reach = max((to.x - from.x).magnitude, (to.y - from.y).magnitude)
        let steps = min(8, max(1, (reach / 8).rounded()))
        for step in stride(from: 0.5, to: steps, by: 1) {
            let x = from.x + (to.x - from.x) * step / steps
            let y = from.y + (to.y - from.y) * step / steps
            points.append(Box(x: x - 2, y: y - 2, width: 4, height: 4))
        }
    }

    /// Whether no line touches the point, so that it needs a mark even where points are dense.
    private func isAlone(_ index: Int, _ places: [Place?]) -> Bool {
        guard let place = places[index] else { return false }
        let before = index > 0 ? places[index - 1] : nil
        let after = index + 1 < places.count ? places[index + 1] : nil
        let isJoined =
            (before.map { $0.period.leads(to: place.period) } ?? false)
            || (after.map { place.period.leads(to: $0.period) } ?? false)
        return !isJoined
    }

    private mutating func drawPoint(
        _ place: Place, _ figure: Figure, _ shape: MarkShape, _ styles: PointStyles,
        isAlone: Bool, on canvas: inout Canvas
    ) {
        let period = place.period
        let isShown = isAlone || !isDense
        if !isDense {
            points.append(Box(x: place.x - 4, y: place.y - 4, width: 8, height: 8))
            if !figure.certainty.sign.isEmpty {
                signs.append((figure.certainty.sign, place.x, place.y))
            }
        }
        canvas.mark(figure, at: period.label) { canvas in
            if period.length != mainLength, period.length != .day {
                var span = PathWriter()
                span.move(time.position(Double(period.first.number)), place.y)
                span.line(time.position(Double(period.end)), place.y)
                canvas.path(styles.span, span)
            }
            let classes = figure.certainty.isAhead ? styles.ahead : styles.full
            if isShown {
                shape.draw(on: &canvas, classes.shown, place.x, place.y, radius: 3.5)
            } else {
                canvas.circle(classes.quiet, place.x, place.y, radius: 4)
            }
        }
    }
}

/// The classes of a series' points, put together once.
private struct PointStyles {
    let full: (shown: String, quiet: String)
    let ahead: (shown: String, quiet: String)
    let span: String

    init(stroke: String, fill: String, isQuiet: Bool) {
        full = ("dot \(fill)", "dot quiet \(fill)")
        ahead = ("hollow \(stroke)", "hollow quiet \(stroke)")
        span = "span \(stroke)"
    }
}

extension PathWriter {
    /// A straight stretch; a new part begins only where the last one didn't end here.
    mutating func segment(from: (Double, Double), to: (Double, Double)) {
        if !isEmpty, isAt(from.0, from.1) {
            line(to.0, to.1)
        } else {
            move(from.0, from.1)
            line(to.0, to.1)
        }
    }
}
