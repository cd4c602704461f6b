/// Where the places of a ranking chart go.
struct RankingLayout {
    let height: Double
    let radius: Double
    /// Whether the marks are large enough for the number of the place.
    let hasNumbers: Bool

    private let periods: [ChartPeriod]
    private let standings: [[RankingChart.Standing]]
    private let width: Double
    private let left: Double
    private let right: Double
    private let row: Double
    private let nameWidth: Double
    private static let top = 34.0

    init(
        _ chart: RankingChart, _ periods: [ChartPeriod], _ standings: [[RankingChart.Standing]],
        _ frame: Frame
    ) {
        self.periods = periods
        self.standings = standings
        width = frame.width
        let ranks = (standings.joined().map(\.rank).max() ?? 0) + 1
        row = min(max((frame.maximumHeight - 60) / Double(ranks), 18), 32)
        let named = zip(chart.series, standings).filter { !$1.isEmpty }
        let widest = named.map { TextMeasure.width($0.0.name, size: 12) }.max() ?? 0
        nameWidth = min(widest, frame.width * 0.36)
        left = 30
        right = max(left + 20, frame.width - nameWidth - 22)
        let step = (right - left) / Double(max(1, periods.count - 1))
        hasNumbers = step >= 30
        radius = hasNumbers ? 8.5 : min(4, max(1.5, step / 4))
        height = Self.top + Double(ranks) * row + 4
    }

    func x(_ period: Int) -> Double {
        guard periods.count > 1 else { return left }
        return left + (right - left) * Double(period) / Double(periods.count - 1)
    }

    func y(_ rank: Int) -> Double { Self.top + (Double(rank) + 0.5) * row }

    /// Draws the periods' names above their columns and a hairline down each.
    func drawPeriods(on canvas: inout Canvas) {
        var free = 0.0
        for (index, period) in periods.enumerated() {
            canvas.line("hairline", x(index), Self.top - 6, x(index), height - 4)
            let label = TextMeasure.fitted(period.label, size: 12, within: 90)
            let half = TextMeasure.width(label, size: 12) / 2
            let middle = min(max(x(index), half), width - half)
            guard middle - half >= free else { continue }
            free = middle + half + 8
            canvas.text(label, middle, Self.top - 14, anchor: .middle, classes: "tick")
        }
    }

    /// The names beside the last standings; a line that ends early has its name where its end
    /// leaves room. Numbers of places stand at the left where the marks carry none.
    func drawNames(of series: [ChartSeries], on canvas: inout Canvas) {
        var placer = LabelPlacer(
            area: Box(x: 0, y: Self.top, width: width, height: height - Self.top))
        for standing in standings.joined() {
            let (x, y) = (x(standing.period), y(standing.rank))
            placer.block(
                Box(x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius))
        }
        for (index, one) in series.enumerated() {
            guard let first = standings[index].first, let last = standings[index].last else {
                continue
            }
            if !hasNumbers, first.period == 0 {
                canvas.text(
                    String(first.rank + 1), left - 10, Canvas.baseline(centredOn: y(first.rank)),
                    anchor: .end, classes: "tick")
            }
            let isAtEnd = last.period == periods.count - 1
            let name = TextMeasure.fitted(one.name, size: 12, within: isAtEnd ? nameWidth : 140)
            let wide = TextMeasure.width(name, size: 12)
            let (x, y) = (x(last.period), y(last.rank))
            let beside = Box(x: x + radius + 6, y: y - 6, width: wide, height: 12)
            let above = Box(x: x - wide / 2, y: y - radius - 13, width: wide, height: 12)
            let below = Box(x: x - wide / 2, y: y + radius + 1, width: wide, height: 12)
            guard let box = placer.place(firstOf: isAtEnd ? [beside] : [beside, above, below])
            else { continue }
            canvas.text(
                name, box.x, box.y + 12 * 0.78 + 0.8,
                classes: "halo " + (one.isContext ? "remark" : Palette.text(index)))
        }
    }
}
