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

    private struct Place {
        let point: ChartSeries.Point
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
        let places = series.points.map(place)
        drawLines(places, stroke, on: &canvas)
        let styles = PointStyles(stroke: stroke, fill: fill, isQuiet: isDense)
        let alone = places.indices.filter { isAlone($0, places) }
        var nextAlone = 0
        for (number, place) in places.enumerated() {
            let isAlone = nextAlone < alone.count && alone[nextAlone] == number
            if isAlone { nextAlone += 1 }
            guard let place else { continue }
            drawPoint(place, shape, styles, isAlone: isAlone, on: &canvas)
        }
        canvas.close()
    }

    /// Draws the signs of figures that aren't exact, where there is room beside the marks.
    mutating func drawSigns(on canvas: inout Canvas, avoiding labels: [LabelBox]) {
        guard !isDense, !signs.isEmpty else { return }
        var placer = LabelPlacer(area: Box(x: plot.x, y: 0, width: plot.width, height: plot.bottom))
        for box in points { placer.block(box) }
        for label in labels {
            placer.block(Box(x: label.x, y: label.y, width: label.width, height: label.height))
        }
        for sign in signs {
            let width = TextMeasure.width(sign.sign, size: 11)
            let tries = [(-width / 2, -16.0), (-width / 2, 6.0), (6.0, -14.0), (6.0, 4.0)].map {
                Box(x: sign.x + $0.0, y: sign.y + $0.1, width: width, height: 11)
            }
            guard let box = placer.place(firstOf: tries) else { continue }
            canvas.text(sign.sign, box.x, box.y + 11 * 0.78, size: 11, classes: "sign halo")
        }
    }

    private func place(_ point: ChartSeries.Point) -> Place? {
        guard let value = point.figure.drawn else { return nil }
        if case .logarithmic = scale, value <= 0 { return nil }
        return Place(point: point, x: time.position(point.period), y: scale.position(value))
    }

    /// One path for what is, one for what is planned; runs end at every gap.
    private func drawLines(_ places: [Place?], _ stroke: String, on canvas: inout Canvas) {
        var lengths: [PeriodLength] = []
        for case let place? in places where !lengths.contains(place.point.period.length) {
            lengths.append(place.point.period.length)
        }
        for length in lengths {
            var solid = PathWriter()
            var dashed = PathWriter()
            var previous: Place?
            for (place, isDashed) in runs(places, of: length) {
                defer { previous = place }
                guard let place, let from = previous else { continue }
                if isDashed {
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

    /// The places of one length in order; `nil` between two that no line may join.
    private func runs(_ places: [Place?], of length: PeriodLength) -> [(Place?, Bool)] {
        var result: [(Place?, Bool)] = []
        result.reserveCapacity(places.count)
        var last: Place?
        for place in places {
            guard let place else {
                // A gap that is stated ends the run, whatever its length.
                result.append((nil, false))
                last = nil
                continue
            }
            guard place.point.period.length == length else { continue }
            if let last, !last.point.period.leads(to: place.point.period) {
                result.append((nil, false))
            }
            result.append((place, place.point.figure.certainty.isAhead))
            last = place
        }
        return result
    }

    /// Whether no line touches the point, so that it needs a mark even where points are dense.
    private func isAlone(_ index: Int, _ places: [Place?]) -> Bool {
        guard let place = places[index] else { return false }
        let before = index > 0 ? places[index - 1] : nil
        let after = index + 1 < places.count ? places[index + 1] : nil
        let isJoined =
            (before.map { $0.point.period.leads(to: place.point.period) } ?? false)
            || (after.map { place.point.period.leads(to: $0.point.period) } ?? false)
        return !isJoined
    }

    private mutating func drawPoint(
        _ place: Place, _ shape: MarkShape, _ styles: PointStyles, isAlone: Bool,
        on canvas: inout Canvas
    ) {
        let figure = place.point.figure
        let period = place.point.period
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
