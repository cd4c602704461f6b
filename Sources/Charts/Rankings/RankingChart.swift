/// Places through time: who stood first, second, third in each period.
///
/// The place is counted among the series given, by value, the greatest first; equal values share
/// their order. A period without a figure is a gap in the line, and its place goes to the next.
public struct RankingChart: Chart {
    /// The chart's words.
    public let text: ChartText
    /// The series that are ranked.
    public let series: [ChartSeries]
    /// How many places are shown.
    public let places: Int

    /// A ranking chart of the first `places` places (1 to 50).
    public init(text: ChartText, series: [ChartSeries], places: Int = 12) {
        self.text = text
        self.series = series
        self.places = min(max(places, 1), 50)
    }

    /// One series in one period.
    struct Standing: Equatable {
        let period: Int
        let rank: Int
        let figure: Figure
    }

    /// The standings of each series, and the periods in order.
    func standings() -> (periods: [ChartPeriod], standings: [[Standing]]) {
        let periods = ChartSeries.periods(of: series)
        var positions: [ChartPeriod: Int] = [:]
        for (index, period) in periods.enumerated() { positions[period] = index }
        var contenders = [[(series: Int, value: Double, figure: Figure)]](
            repeating: [], count: periods.count)
        for (index, one) in series.enumerated() {
            var seen: Set<Int> = []
            for point in one.points {
                guard let value = point.figure.drawn, let position = positions[point.period],
                    seen.insert(position).inserted
                else { continue }
                contenders[position].append((index, value, point.figure))
            }
        }
        var result = [[Standing]](repeating: [], count: series.count)
        for (position, entries) in contenders.enumerated() {
            let ordered = entries.sorted {
                $0.value == $1.value ? $0.series < $1.series : $0.value > $1.value
            }
            for (rank, entry) in ordered.prefix(places).enumerated() {
                result[entry.series].append(
                    Standing(period: position, rank: rank, figure: entry.figure))
            }
        }
        return (periods, result)
    }

    /// The drawing for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let (periods, standings) = standings()
        let layout = RankingLayout(self, periods, standings, frame)
        var canvas = Canvas(id: text.id, capacity: 4096 + standings.joined().count * 260)
        layout.drawPeriods(on: &canvas)
        for (index, one) in series.enumerated() where !standings[index].isEmpty {
            draw(one, index, standings[index], periods, layout, on: &canvas)
        }
        layout.drawNames(of: series, on: &canvas)
        return Drawing(
            canvas, kind: "ranking", text: text, width: frame.width, height: layout.height,
            table: ChartSeries.table(of: series, text: text))
    }

    private func draw(
        _ series: ChartSeries, _ index: Int, _ standings: [Standing], _ periods: [ChartPeriod],
        _ layout: RankingLayout, on canvas: inout Canvas
    ) {
        let stroke = series.isContext ? "context" : Palette.stroke(index)
        let fill = series.isContext ? "context-fill" : Palette.text(index)
        canvas.open("series", series: series.id, label: series.name)
        var path = PathWriter()
        for (a, b) in zip(standings, standings.dropFirst()) where b.period == a.period + 1 {
            let (x1, y1) = (layout.x(a.period), layout.y(a.rank))
            let (x2, y2) = (layout.x(b.period), layout.y(b.rank))
            let bend = (x2 - x1) / 2
            if path.isEmpty || !path.isAt(x1, y1) { path.move(x1, y1) }
            path.curve(x1 + bend, y1, x2 - bend, y2, x2, y2)
        }
        canvas.path("line \(stroke)", path)
        for standing in standings {
            let (x, y) = (layout.x(standing.period), layout.y(standing.rank))
            canvas.mark(standing.figure, at: periods[standing.period].label) { canvas in
                let isAhead = standing.figure.certainty.isAhead
                canvas.circle(
                    isAhead ? "hollow \(stroke)" : "dot \(fill)", x, y, radius: layout.radius)
                if layout.hasNumbers, !isAhead {
                    canvas.text(
                        String(standing.rank + 1), x,
                        Canvas.baseline(centredOn: y, size: 11), size: 11, anchor: .middle,
                        classes: "on-mark")
                }
            }
        }
        canvas.close()
    }
}
