/// A grid of figures, one colour step each: who with whom, how much (a heat map).
///
/// Where all figures have one sign the colours run from pale to dark; where signs differ they part
/// at zero into two hues. Steps have round bounds, given in the legend. What has no figure is
/// hatched.
public struct MatrixChart: Chart {
    /// How figures are put into steps.
    public enum Scale: Sendable {
        /// Steps of equal difference.
        case linear
        /// Steps of equal ratio, for positive figures of very different sizes.
        case logarithmic
    }

    /// A row of the grid.
    public struct Row: Sendable, Equatable {
        /// Key for the page's script.
        public let id: String
        /// The name at the left.
        public let name: String
        /// A figure for each column, in order; `nil` where none is possible (a country with
        /// itself): left empty.
        public let figures: [Figure?]

        /// A row.
        public init(id: String, name: String, figures: [Figure?]) {
            self.id = id
            self.name = name
            self.figures = figures
        }
    }

    /// The chart's words.
    public let text: ChartText
    /// The names above the columns.
    public let columns: [String]
    /// The rows.
    public let rows: [Row]
    /// How figures are put into steps.
    public let scale: Scale

    /// A matrix; rows are brought to the number of columns.
    public init(text: ChartText, columns: [String], rows: [Row], scale: Scale = .linear) {
        self.text = text
        self.columns = columns
        self.rows = rows.map { row in
            Row(
                id: row.id, name: row.name,
                figures: Array(row.figures.prefix(columns.count))
                    + Array(repeating: nil, count: max(0, columns.count - row.figures.count)))
        }
        self.scale = scale
    }

    /// The drawing for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let layout = MatrixLayout(self, frame)
        var canvas = Canvas(id: text.id, capacity: 4096 + rows.count * columns.count * 260)
        layout.ramp.draw(on: &canvas, text: text, width: frame.width)
        layout.drawColumnNames(on: &canvas)
        for (index, row) in rows.enumerated() {
            canvas.open("series", series: row.id, label: row.name)
            let name = TextMeasure.fitted(row.name, size: 12, within: layout.nameWidth)
            canvas.text(
                name, layout.nameWidth, Canvas.baseline(centredOn: layout.middle(index)),
                anchor: .end)
            for (column, figure) in row.figures.enumerated() {
                guard let figure else { continue }
                draw(figure, layout.cell(index, column), layout, at: columns[column], on: &canvas)
            }
            canvas.close()
        }
        return Drawing(
            canvas, kind: "matrix", text: text, width: frame.width, height: layout.height,
            table: table)
    }

    private func draw(
        _ figure: Figure, _ box: Box, _ layout: MatrixLayout, at column: String,
        on canvas: inout Canvas
    ) {
        canvas.mark(figure, at: column) { canvas in
            guard let value = figure.drawn, let step = layout.ramp.step(of: value) else {
                canvas.rectangle("blank", box, hatched: true)
                return
            }
            canvas.rectangle(layout.ramp.fill(step), box)
            if figure.certainty.isAhead {
                let inner = Box(
                    x: box.x + 2, y: box.y + 2, width: max(0, box.width - 4),
                    height: max(0, box.height - 4))
                canvas.rectangle("frame ahead \(layout.ramp.frame(step))", inner)
            }
            let shown = layout.shown(figure, value, text.words.numbers)
            guard TextMeasure.width(shown, size: 11) <= box.width - 5 else { return }
            canvas.text(
                shown, box.x + box.width / 2,
                Canvas.baseline(centredOn: box.y + box.height / 2, size: 11), size: 11,
                anchor: .middle, classes: layout.ramp.textClass(step))
        }
    }

    private var table: ChartTable {
        let unit = text.unit.isEmpty ? "" : ", \(text.unit)"
        return ChartTable(
            columns: [ChartTable.Column(text.words.category)]
                + columns.map { ChartTable.Column($0 + unit, isNumeric: true) },
            rows: rows.map { row in
                [ChartTable.Cell(row.name)]
                    + row.figures.map { figure in
                        guard let figure else { return ChartTable.Cell("") }
                        return ChartTable.Cell(
                            figure.value == nil ? text.words.noData : figure.text,
                            href: figure.href)
                    }
            })
    }
}
