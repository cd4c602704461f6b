/// Two moments side by side with a line for each subject: who rose, who fell, who overtook whom.
public struct SlopeChart: Chart {
    /// One line.
    public struct Row: Sendable, Equatable {
        /// Key for the page's script.
        public let id: String
        /// The subject's name.
        public let name: String
        /// The figure at the left.
        public let from: Figure
        /// The figure at the right.
        public let to: Figure
        /// Whether it is one the reader looks for; the others are grey. Where none is chosen,
        /// all are coloured.
        public let isChosen: Bool

        /// A line.
        public init(
            id: String, name: String, from: Figure, to: Figure, isChosen: Bool = false
        ) {
            self.id = id
            self.name = name
            self.from = from
            self.to = to
            self.isChosen = isChosen
        }
    }

    /// The chart's words.
    public let text: ChartText
    /// Name of the left moment.
    public let fromLabel: String
    /// Name of the right moment.
    public let toLabel: String
    /// The lines.
    public let rows: [Row]

    /// A slope chart.
    public init(text: ChartText, fromLabel: String, toLabel: String, rows: [Row]) {
        self.text = text
        self.fromLabel = fromLabel
        self.toLabel = toLabel
        self.rows = rows
    }

    /// The drawing for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let layout = SlopeLayout(self, frame)
        var canvas = Canvas(id: text.id, capacity: 4096 + rows.count * 900)
        let unit = TextMeasure.fitted(layout.unit, size: 12, within: frame.width)
        canvas.text(unit, 0, 11, classes: "unit")
        drawMoments(layout, frame, on: &canvas)
        let hasChosen = rows.contains(where: \.isChosen)
        let colours = Self.colours(rows)
        for drawsChosen in [false, true] {
            for (index, row) in rows.enumerated() where row.isChosen == drawsChosen {
                draw(
                    row, index, colour: hasChosen && !row.isChosen ? nil : colours[index], layout,
                    on: &canvas)
            }
        }
        return Drawing(
            canvas, kind: "slopes", text: text, width: frame.width, height: layout.height,
            table: table)
    }

    private func drawMoments(_ layout: SlopeLayout, _ frame: Frame, on canvas: inout Canvas) {
        canvas.line("rule", layout.left, layout.top - 8, layout.left, layout.bottom + 8)
        canvas.line("rule", layout.right, layout.top - 8, layout.right, layout.bottom + 8)
        let y = layout.top - 16
        let half = (layout.right - layout.left) / 2 - 4
        let from = TextMeasure.fitted(
            fromLabel, size: 12, face: .bold, within: layout.left - 2 + half)
        let to = TextMeasure.fitted(
            toLabel, size: 12, face: .bold, within: frame.width - layout.right - 2 + half)
        let start = max(0, layout.left - TextMeasure.width(from, size: 12, face: .bold))
        let end = min(
            frame.width, layout.right + TextMeasure.width(to, size: 12, face: .bold))
        canvas.text(from, start, y, classes: "label strong", face: .bold)
        canvas.text(to, end, y, anchor: .end, classes: "label strong", face: .bold)
    }

    private func draw(
        _ row: Row, _ index: Int, colour: Int?, _ layout: SlopeLayout, on canvas: inout Canvas
    ) {
        let stroke = colour.map(Palette.stroke) ?? "context"
        let fill = colour.map(Palette.fill) ?? "context-fill"
        canvas.open("series", series: row.id, label: row.name)
        if let from = row.from.drawn, let to = row.to.drawn {
            var path = PathWriter()
            path.move(layout.left, layout.scale.position(from))
            path.line(layout.right, layout.scale.position(to))
            let isAhead = row.to.certainty.isAhead || row.from.certainty.isAhead
            canvas.path("line \(isAhead ? "ahead " : "")\(stroke)", path)
        }
        for (figure, x, axis) in [
            (row.from, layout.left, fromLabel), (row.to, layout.right, toLabel),
        ] {
            guard let value = figure.drawn else { continue }
            canvas.mark(figure, at: axis) { canvas in
                let classes = figure.certainty.isAhead ? "hollow \(stroke)" : "dot \(fill)"
                canvas.circle(classes, x, layout.scale.position(value), radius: 4)
            }
        }
        let textClass = colour.map { Palette.text($0) } ?? "remark"
        for end in layout.ends where end.row == index {
            let x = end.isLeft ? layout.left - 9 : layout.right + 9
            canvas.text(
                end.text, x, Canvas.baseline(centredOn: end.middle),
                anchor: end.isLeft ? .end : .start, classes: textClass)
        }
        canvas.close()
    }

    /// The colours of the rows: counted among the chosen where there are any.
    private static func colours(_ rows: [Row]) -> [Int] {
        guard rows.contains(where: \.isChosen) else { return Array(rows.indices) }
        var next = 0
        return rows.map { row in
            defer { next += row.isChosen ? 1 : 0 }
            return next
        }
    }

    private var table: ChartTable {
        let unit = text.unit.isEmpty ? "" : ", \(text.unit)"
        return ChartTable(
            columns: [
                ChartTable.Column(text.words.category),
                ChartTable.Column(fromLabel + unit, isNumeric: true),
                ChartTable.Column(toLabel + unit, isNumeric: true),
            ],
            rows: rows.map { row in
                [ChartTable.Cell(row.name)]
                    + [row.from, row.to].map { figure in
                        ChartTable.Cell(
                            figure.value == nil ? text.words.noData : figure.text,
                            href: figure.href)
                    }
            })
    }
}
