/// Where the cells and names of a matrix go.
struct MatrixLayout {
    let ramp: ColourRamp
    let nameWidth: Double
    let height: Double

    private let columns: [String]
    private let columnLines: [[String]]
    private let isUpwards: Bool
    private let left: Double
    private let top: Double
    private let cellWidth: Double
    private let cellHeight: Double

    init(_ chart: MatrixChart, _ frame: Frame) {
        let figures = chart.rows.flatMap { $0.figures.compactMap { $0 } }
        ramp = ColourRamp(figures, scale: chart.scale, style: chart.text.words.numbers)
        let widest = chart.rows.map { TextMeasure.width($0.name, size: 12) }.max() ?? 0
        nameWidth = min(widest, frame.width * 0.34)
        left = nameWidth + 8
        let count = Double(max(1, chart.columns.count))
        cellWidth = min((frame.width - left - 1) / count, 120)
        cellHeight = min(max(cellWidth * 0.6, 22), 30)
        let words = chart.columns.flatMap { $0.split(separator: " ") }
        let longest = words.map { TextMeasure.width(String($0), size: 12) }.max() ?? 0
        let room = cellWidth - 5
        isUpwards = longest > room
        columns = chart.columns.map {
            room >= 9 ? TextMeasure.fitted($0, size: 12, within: 120) : ""
        }
        columnLines =
            longest > room
            ? [] : chart.columns.map { TextMeasure.lines($0, size: 12, within: room, atMost: 3) }
        let upwards = columns.map { TextMeasure.width($0, size: 12) }.max() ?? 0
        let lines = Double(columnLines.map(\.count).max() ?? 1)
        top = ColourRamp.height + (longest > room ? upwards + 14 : lines * 14 + 12)
        height = top + Double(chart.rows.count) * cellHeight + 2
    }

    func middle(_ row: Int) -> Double { top + (Double(row) + 0.5) * cellHeight }

    /// A cell, with a hairline of paper left around it.
    func cell(_ row: Int, _ column: Int) -> Box {
        Box(
            x: left + Double(column) * cellWidth + 0.5, y: top + Double(row) * cellHeight + 0.5,
            width: max(0.5, cellWidth - 1), height: cellHeight - 1)
    }

    func shown(_ figure: Figure, _ value: Double, _ style: NumberStyle) -> String {
        figure.certainty.sign + style.text(value, significant: 3, in: ramp.magnitude)
    }

    func drawColumnNames(on canvas: inout Canvas) {
        for index in columns.indices {
            let x = left + (Double(index) + 0.5) * cellWidth
            if isUpwards {
                canvas.upwardText(columns[index], x + 4, top - 6)
                continue
            }
            let lines = columnLines[index]
            for (row, line) in lines.enumerated() {
                let y = top - 7 - 14 * Double(lines.count - 1 - row)
                canvas.text(line, x, y, anchor: .middle)
            }
        }
    }
}
