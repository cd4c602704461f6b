/// Draws one item of a timeline at its place.
struct TimelinePen {
    private let placed: TimelineLayout.Placed
    private let scale: PeriodScale
    private let fill: String
    private let stroke: String

    init(_ placed: TimelineLayout.Placed, scale: PeriodScale) {
        self.placed = placed
        self.scale = scale
        fill = Palette.fill(placed.item.colour)
        stroke = Palette.stroke(placed.item.colour)
    }

    func draw(on canvas: inout Canvas) {
        let item = placed.item
        let figure = Figure(value: nil, text: "", detail: item.detail, href: item.href)
        switch item.mark {
        case .series(let editions): drawSeries(editions, on: &canvas)
        case .validity(let from, let to):
            canvas.mark(figure, at: from.label) { canvas in
                drawBar(from, to, on: &canvas)
                drawLabel(on: &canvas)
            }
        case .moment(let period):
            canvas.mark(figure, at: period.label) { canvas in
                drawUncertainty(period, on: &canvas)
                canvas.circle("place \(fill)", scale.position(period), placed.middle, radius: 5)
                drawLabel(on: &canvas)
            }
        case .deadline(let due, let isDone):
            canvas.mark(figure, at: due.label) { canvas in
                drawUncertainty(due, on: &canvas)
                drawDiamond(scale.position(due), isDone: isDone, on: &canvas)
                drawLabel(on: &canvas)
            }
        }
    }

    private var barBox: Box {
        let height = TimelineLayout.barHeight
        return Box(
            x: placed.start, y: placed.middle - height / 2, width: placed.end - placed.start,
            height: height)
    }

    private func drawBar(
        _ from: ChartPeriod, _ to: TimelineItem.End, on canvas: inout Canvas
    ) {
        let box = barBox
        // What is longer than a day at an end of the bar is uncertain.
        let sureFrom = from.first == from.last ? box.x : scale.position(Double(from.end))
        var sureTo = box.right
        if case .at(let last) = to, last.first != last.last {
            sureTo = scale.position(Double(last.first.number))
        }
        let solidFrom = min(max(box.x, sureFrom), box.right)
        let solidTo = max(solidFrom, min(box.right, sureTo))
        if to == .open {
            drawFading(from: solidFrom, box, on: &canvas)
        } else if solidTo - solidFrom > 0.2 {
            canvas.rectangle("span-bar \(fill)", part(box, solidFrom, solidTo))
        }
        if solidFrom - box.x > 0.5 { hatch(part(box, box.x, solidFrom), on: &canvas) }
        if box.right - solidTo > 0.5, to != .open {
            hatch(part(box, solidTo, box.right), on: &canvas)
        }
        // An end beyond what is shown is no end.
        if from.first.number >= scale.first {
            edge(box.x, box, isSure: from.first == from.last, on: &canvas)
        }
        if case .at(let last) = to, last.end <= scale.end {
            edge(box.right, box, isSure: last.first == last.last, on: &canvas)
        }
    }

    private func part(_ box: Box, _ from: Double, _ to: Double) -> Box {
        Box(x: from, y: box.y, width: max(0, to - from), height: box.height)
    }

    private func hatch(_ box: Box, on canvas: inout Canvas) {
        canvas.rectangle("fade3 \(fill)", box)
        canvas.rectangle("hatched", box, hatched: true)
    }

    /// A bar without an end loses colour over its last third, at most 90 pixels.
    private func drawFading(from start: Double, _ box: Box, on canvas: inout Canvas) {
        let length = min(90, (box.right - start) * 0.5)
        let begin = box.right - length
        if begin - start > 0.2 { canvas.rectangle("span-bar \(fill)", part(box, start, begin)) }
        for step in 0..<4 {
            let from = begin + length * Double(step) / 4
            let to = begin + length * Double(step + 1) / 4
            canvas.rectangle("fade\(step + 1) \(fill)", part(box, from, to))
        }
    }

    private func edge(_ x: Double, _ box: Box, isSure: Bool, on canvas: inout Canvas) {
        var path = PathWriter()
        path.move(x, box.y)
        path.line(x, box.bottom)
        canvas.path(isSure ? "edge-line \(stroke)" : "edge-line ahead \(stroke)", path)
    }

    /// The stretch in which the date lies, where it is longer than the mark.
    private func drawUncertainty(_ period: ChartPeriod, on canvas: inout Canvas) {
        let from = scale.position(Double(period.first.number))
        let to = scale.position(Double(period.end))
        guard to - from > 2 * TimelineLayout.reach else { return }
        hatch(Box(x: from, y: placed.middle - 3, width: to - from, height: 6), on: &canvas)
    }

    private func drawDiamond(_ x: Double, isDone: Bool, on canvas: inout Canvas) {
        let centre = PlanePoint(x: x, y: placed.middle)
        if isDone {
            canvas.path("hollow \(stroke)", Network.diamond(centre, 6.5))
            var tick = PathWriter()
            tick.move(x - 2.6, placed.middle + 0.2)
            tick.line(x - 0.6, placed.middle + 2.4)
            tick.line(x + 2.8, placed.middle - 2.4)
            canvas.path("edge-line \(stroke)", tick)
        } else if placed.isOverdue {
            canvas.path("place alert", Network.diamond(centre, 8))
            var sign = PathWriter()
            sign.move(x - 1, placed.middle - 4.4)
            sign.line(x + 1, placed.middle - 4.4)
            sign.line(x + 0.6, placed.middle + 1.2)
            sign.line(x - 0.6, placed.middle + 1.2)
            sign.close()
            sign.move(x - 0.9, placed.middle + 2.4)
            sign.line(x + 0.9, placed.middle + 2.4)
            sign.line(x + 0.9, placed.middle + 4.2)
            sign.line(x - 0.9, placed.middle + 4.2)
            sign.close()
            canvas.path("paper-fill", sign)
        } else {
            canvas.path("place \(fill)", Network.diamond(centre, 7))
        }
    }

    private func drawSeries(_ editions: [TimelineItem.Edition], on canvas: inout Canvas) {
        let middles = editions.map { scale.position($0.period) }
        if let first = middles.min(), let last = middles.max(), last > first {
            canvas.line("leader", first, placed.middle, last, placed.middle)
        }
        let order = editions.indices.sorted { a, b in
            middles[a] != middles[b] ? middles[a] < middles[b] : a < b
        }
        var free = -Double.infinity
        for index in order {
            let edition = editions[index]
            let figure = Figure(
                value: nil, text: "", detail: edition.detail, href: edition.href)
            canvas.mark(figure, at: edition.period.label) { canvas in
                let x = middles[index]
                let width = TextMeasure.width(edition.number, size: 11)
                let fits = !edition.number.isEmpty && width <= 14 && x - 8 >= free
                canvas.circle(
                    fits ? "hollow \(stroke)" : "place \(fill)", x, placed.middle,
                    radius: fits ? 8 : 4.5)
                if fits {
                    free = x + 8
                    canvas.text(
                        edition.number, x, Canvas.baseline(centredOn: placed.middle, size: 11),
                        size: 11, anchor: .middle, classes: "label")
                }
            }
        }
        let figure = Figure(
            value: nil, text: "", detail: placed.item.detail, href: placed.item.href)
        if !placed.label.isEmpty { canvas.mark(figure) { drawLabel(on: &$0) } }
    }

    private func drawLabel(on canvas: inout Canvas) {
        let baseline = Canvas.baseline(centredOn: placed.middle)
        switch placed.labelPlace {
        case .inside:
            canvas.text(
                placed.label, placed.insideStart, baseline,
                classes: placed.item.isBar ? "label" : "label halo")
        case .right: canvas.text(placed.label, placed.end + 6, baseline, classes: "label halo")
        case .left:
            canvas.text(
                placed.label, placed.start - 6, baseline, anchor: .end, classes: "label halo")
        case .none: break
        }
    }
}
