/// Where the panels of small multiples go, and the scales that they share.
struct PanelGrid {
    let columns: Int
    let height: Double
    let legend: Legend
    let mainLength: PeriodLength
    let isDense: Bool

    private let top: Double
    private let left: Double
    private let panelWidth: Double
    private let panelHeight: Double
    private let rowHeight: Double
    private let chart: SmallMultiples
    private let values: [Double]
    private let fromZero: Bool
    private let first: Int
    private let end: Int

    /// The same number of ticks at any height: the labels' width is needed before it is known.
    private static let ticks = 4
    private static let gap = 18.0
    private static let titleHeight = 26.0
    private static let yearsHeight = 24.0

    init(_ chart: SmallMultiples, _ frame: Frame) {
        self.chart = chart
        let series = chart.panels.flatMap(\.series)
        values = series.flatMap { $0.points.compactMap(\.figure.drawn) }
        let low = values.min() ?? 0
        fromZero = low >= 0 && low <= (values.max() ?? 0) * 0.6
        let periods = series.flatMap { $0.points.map(\.period) }
        mainLength = LineLayout.mainLength(periods)
        first = periods.map(\.first.number).min() ?? 0
        end = periods.map(\.end).max() ?? 365
        let most = chart.panels.max { $0.series.count < $1.series.count }?.series ?? []
        let items = most.enumerated().map {
            Legend.Item(name: $1.name, index: $0, sample: .line(.of($0)), isContext: $1.isContext)
        }
        legend = Legend(items.count > 1 ? items : [], width: frame.width)
        top = legend.height + 18
        let measuring = ValueAxis.linear(
            values, fromZero: fromZero, bottom: 100, top: 0, text: chart.text, ticks: Self.ticks)
        left = (measuring.width + 8).rounded(.up)
        let room = frame.width - left - 4
        let fitting = Int((room + Self.gap) / (frame.isNarrow ? 116 : 156))
        let widest = min(max(1, fitting), max(1, chart.panels.count))
        let rows = (max(1, chart.panels.count) + widest - 1) / widest
        // As few columns as these rows need, so that the last row isn't left nearly empty.
        columns = (max(1, chart.panels.count) + rows - 1) / rows
        panelWidth = max(30, (room + Self.gap) / Double(columns) - Self.gap)
        panelHeight = min(max(panelWidth * 0.6, 76), 170)
        rowHeight = Self.titleHeight + panelHeight + Self.yearsHeight
        height = top + Double(rows) * rowHeight
        isDense =
            panelWidth / Double(max(1, series.map(\.points.count).max() ?? 1)) < 14
    }

    /// The plot of a panel.
    func plot(of index: Int) -> Box {
        Box(
            x: left + Double(index % columns) * (panelWidth + Self.gap),
            y: top + Double(index / columns) * rowHeight + Self.titleHeight, width: panelWidth,
            height: panelHeight)
    }

    /// The shared axis of values, placed for a panel.
    func axis(for index: Int) -> ValueAxis {
        let plot = plot(of: index)
        return .linear(
            values, fromZero: fromZero, bottom: plot.bottom, top: plot.y, text: chart.text,
            ticks: Self.ticks)
    }

    /// The shared axis of time, placed for a panel.
    func time(for index: Int) -> PeriodScale {
        let plot = plot(of: index)
        return PeriodScale(first: first, end: end, from: plot.x, to: plot.right)
    }
}
