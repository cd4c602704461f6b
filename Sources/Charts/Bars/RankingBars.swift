/// Horizontal bars, each with its name and its figure, from the greatest to the least.
public struct RankingBars: Chart {
    /// One bar.
    public struct Row: Sendable, Equatable {
        /// Key for the page's script.
        public let id: String
        /// The name beside the bar.
        public let label: String
        /// The figure.
        public let figure: Figure
        /// Whether it is the one the reader looks for: drawn in the second colour.
        public let isChosen: Bool

        /// A bar.
        public init(id: String, label: String, figure: Figure, isChosen: Bool = false) {
            self.id = id
            self.label = label
            self.figure = figure
            self.isChosen = isChosen
        }
    }

    /// The chart's words.
    public let text: ChartText
    /// The bars, ordered by value; those without a value last.
    public let rows: [Row]

    /// Ranking bars; equal values keep the order given.
    public init(text: ChartText, rows: [Row]) {
        self.text = text
        self.rows = rows.enumerated().sorted { a, b in
            switch (a.element.figure.drawn, b.element.figure.drawn) {
            case (let x?, let y?) where x != y: x > y
            case (_?, nil): true
            case (nil, _?): false
            default: a.offset < b.offset
            }
        }.map(\.element)
    }

    private struct Layout {
        /// Whether names stand above their bars instead of beside them.
        let isTwoLines: Bool
        let rowHeight: Double
        let nameWidth: Double
        let scale: LinearScale
        let magnitude: NumberStyle.Magnitude?
        let top: Double
    }

    /// The drawing for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let layout = layout(in: frame)
        var canvas = Canvas(id: text.id, capacity: 2048 + rows.count * 500)
        let unit = [layout.magnitude?.name ?? "", text.unit].filter { !$0.isEmpty }
            .joined(separator: " ")
        canvas.text(
            TextMeasure.fitted(unit, size: 12, within: frame.width), 0, 11, classes: "unit")
        let height = layout.top + Double(rows.count) * layout.rowHeight + 4
        for (index, row) in rows.enumerated() {
            draw(
                row, layout, top: layout.top + Double(index) * layout.rowHeight, frame, on: &canvas)
        }
        let zero = layout.scale.position(0)
        if !layout.isTwoLines { canvas.line("axis", zero, layout.top - 2, zero, height - 2) }
        return Drawing(
            canvas, kind: "ranking-bars", text: text, width: frame.width, height: height,
            table: table)
    }

    private func layout(in frame: Frame) -> Layout {
        let values = rows.compactMap(\.figure.drawn)
        let largest = values.map(\.magnitude).max() ?? 0
        let magnitude = text.words.numbers.magnitude(for: largest)
        let widest =
            rows.map {
                TextMeasure.width($0.label, size: 12, face: $0.isChosen ? .bold : .sans)
            }.max() ?? 0
        let isTwoLines = widest > frame.width * 0.36
        let nameWidth = isTwoLines ? 0 : widest + 8
        let figureWidth =
            rows.map { TextMeasure.width(shown($0.figure, magnitude), size: 12) }.max() ?? 0
        let low = min(0, values.min() ?? 0)
        let high = max(0, values.max() ?? 1)
        let room = frame.width - nameWidth - 2
        let figures = min(figureWidth + 7, room * 0.45)
        let scale = LinearScale(
            low: low, high: high, start: nameWidth + (low < 0 ? figures : 0),
            end: frame.width - 2 - (high > 0 || low == 0 ? figures : 0))
        return Layout(
            isTwoLines: isTwoLines, rowHeight: isTwoLines ? 36 : 23, nameWidth: nameWidth,
            scale: scale, magnitude: magnitude,
            top: text.unit.isEmpty && magnitude == nil ? 4 : 24)
    }

    private func shown(_ figure: Figure, _ magnitude: NumberStyle.Magnitude?) -> String {
        guard let value = figure.drawn else { return text.words.noData }
        return figure.certainty.sign
            + text.words.numbers.text(value, significant: 4, in: magnitude)
    }

    private func draw(
        _ row: Row, _ layout: Layout, top: Double, _ frame: Frame, on canvas: inout Canvas
    ) {
        let barTop = top + (layout.isTwoLines ? 17 : 3)
        let box = { (from: Double, to: Double) in
            Box(x: min(from, to), y: barTop, width: (to - from).magnitude, height: 15)
        }
        let face: TextMeasure.Face = row.isChosen ? .bold : .sans
        let name = TextMeasure.fitted(
            row.label, size: 12, face: face,
            within: layout.isTwoLines ? frame.width - 2 : layout.nameWidth - 7)
        let colour = row.isChosen ? 1 : 0
        let zero = layout.scale.position(0)
        // Where all bars point left, so does what stands for no figure.
        let noneWidth = 31 + TextMeasure.width(text.words.noData, size: 12)
        let nonePointsLeft = zero + noneWidth > frame.width && zero - noneWidth > layout.nameWidth
        let noneEnd = nonePointsLeft ? zero - 26 : min(zero + 26, frame.width)
        canvas.open("series", series: row.id)
        canvas.mark(row.figure) { canvas in
            canvas.text(
                name, layout.isTwoLines ? 0 : layout.nameWidth - 7,
                Canvas.baseline(centredOn: layout.isTwoLines ? top + 9 : barTop + 7.5),
                anchor: layout.isTwoLines ? .start : .end,
                classes: row.isChosen ? "label strong" : "label", face: face)
            let value = row.figure.drawn
            let end = layout.scale.position(value ?? 0)
            if value == nil {
                canvas.rectangle("blank", box(zero, noneEnd), hatched: true)
            } else if row.figure.certainty.isAhead {
                canvas.rectangle("hollow ahead \(Palette.stroke(colour))", box(zero, end))
            } else {
                canvas.rectangle(Palette.fill(colour), box(zero, end))
            }
            if layout.isTwoLines { canvas.line("axis", zero, barTop - 2, zero, barTop + 17) }
            let isLeft = value.map { $0 < 0 } ?? nonePointsLeft
            let mark = value == nil ? noneEnd : end
            let beside = isLeft ? mark - 5 : mark + 5
            let room = isLeft ? beside - layout.nameWidth : frame.width - beside
            let figure = TextMeasure.fitted(
                shown(row.figure, layout.magnitude), size: 12, within: room)
            canvas.text(
                figure, beside, Canvas.baseline(centredOn: barTop + 7.5),
                anchor: isLeft ? .end : .start, classes: value == nil ? "remark" : "value")
        }
        canvas.close()
    }

    private var table: ChartTable {
        ChartTable(
            columns: [
                ChartTable.Column(text.words.category),
                ChartTable.Column(
                    text.unit.isEmpty ? text.words.value : text.unit, isNumeric: true),
            ],
            rows: rows.map { row in
                let shown = row.figure.value == nil ? text.words.noData : row.figure.text
                return [
                    ChartTable.Cell(row.label, href: row.figure.href), ChartTable.Cell(shown),
                ]
            })
    }
}
