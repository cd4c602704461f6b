/// The names of lines beside their ends.
struct LineEnds {
    private struct End {
        let name: String
        let index: Int
        let isContext: Bool
        let x: Double
        let y: Double
        var middle: Double
    }

    /// Distance from the plot to the names.
    static let gap = 16.0
    private static let row = 14.0
    private let plot: Box
    private var ends: [End] = []
    /// Whether every name found a place.
    let hasRoom: Bool

    init(
        _ series: [ChartSeries], time: PeriodScale, scale: ValueAxis.Scale, plot: Box,
        right: Double
    ) {
        self.plot = plot
        var ends: [End] = []
        for (index, one) in series.enumerated() {
            guard let last = one.points.last(where: { $0.figure.drawn != nil }),
                let value = last.figure.drawn
            else { continue }
            let y = scale.position(value)
            ends.append(
                End(
                    name: one.name, index: index, isContext: one.isContext,
                    x: time.position(last.period), y: y, middle: y))
        }
        ends.sort { $0.y == $1.y ? $0.index < $1.index : $0.y < $1.y }
        let middles = LabelColumn.spread(
            ends.map(\.y), height: Self.row, top: plot.y - 7, bottom: plot.bottom + 7)
        hasRoom = middles != nil
        if let middles {
            for (index, middle) in middles.enumerated() { ends[index].middle = middle }
            self.ends = ends
        }
    }

    func draw(on canvas: inout Canvas) {
        let x = plot.right + Self.gap
        for end in ends {
            let colour = end.isContext ? "context" : Palette.stroke(end.index)
            var path = PathWriter()
            path.move(end.x + 5, end.y)
            if (end.middle - end.y).magnitude > 2 || end.x < plot.right - 40 {
                path.line(max(end.x + 5, plot.right), end.y)
                path.line(x - 3, end.middle)
                canvas.path("leader \(colour)", path)
            }
            canvas.text(
                end.name, x, Canvas.baseline(centredOn: end.middle),
                classes: end.isContext ? "remark" : Palette.text(end.index))
        }
    }
}
