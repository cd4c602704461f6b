/// Where the parts of a line chart go in a frame.
struct LineLayout {
    let plot: Box
    let height: Double
    let axis: ValueAxis
    let time: PeriodScale
    let legend: Legend
    let ends: LineEnds
    /// The length of period that most figures have.
    let mainLength: PeriodLength
    /// Whether points stand so close that their marks show only on pointing.
    let isDense: Bool

    /// Whether there is room for the signs of figures that aren't exact.
    let hasSigns: Bool

    /// Whether the series are named in the legend, not at their ends.
    let hasLegend: Bool

    init(_ chart: LineChart, _ frame: Frame) {
        let drawn = chart.series.filter { !$0.points.isEmpty }
        let values = drawn.flatMap { $0.points.compactMap(\.figure.drawn) }
        let height = frame.plotHeight()
        let ahead = Self.aheadItem(chart)
        let wish = Self.widthForNames(chart.series, frame)
        let named = wish.flatMap { width -> (LineLayout, Double)? in
            let layout = LineLayout(
                chart, frame, values, height: height, right: width, names: false,
                legend: ahead)
            return layout.ends.hasRoom ? (layout, width) : nil
        }
        if let named {
            self = named.0
            return
        }
        let items =
            chart.series.count < 2
            ? []
            : chart.series.enumerated().map {
                Legend.Item(
                    name: $1.name, index: $0, sample: .line(.of($0)), isContext: $1.isContext)
            }
        self.init(
            chart, frame, values, height: height, right: 16, names: true,
            legend: items + ahead)
    }

    private init(
        _ chart: LineChart, _ frame: Frame, _ values: [Double], height: Double, right: Double,
        names isInLegend: Bool, legend items: [Legend.Item]
    ) {
        hasLegend = isInLegend && chart.series.count > 1
        legend = Legend(items, width: frame.width)
        let hasUnit = ValueAxis.mayNameUnit(
            values + (chart.reference.map { [$0.value] } ?? []), chart.text)
        let top = legend.height + (hasUnit ? 26 : 10)
        let bottom = top + height
        axis = Self.axis(chart, values, bottom: bottom, top: top)
        let left = (axis.width + 8).rounded(.up)
        plot = Box(x: left, y: top, width: max(40, frame.width - left - right), height: height)
        self.height = bottom + TimeAxis.height
        let periods = chart.series.flatMap { $0.points.map(\.period) }
        time = PeriodScale(holding: periods, from: plot.x, to: plot.right)
        mainLength = Self.mainLength(periods)
        let most = chart.series.map(\.points.count).max() ?? 0
        let spacing = plot.width / Double(max(1, most))
        isDense = spacing < 11 || Double(periods.count) > plot.width / 3
        hasSigns = spacing >= 22 && Double(periods.count) < plot.width / 7
        ends = LineEnds(
            !isInLegend && chart.series.count > 1 ? chart.series : [], time: time,
            scale: axis.scale, plot: plot, right: frame.width - 2)
    }

    /// What explains hollow points and dashed lines, where there are any.
    private static func aheadItem(_ chart: LineChart) -> [Legend.Item] {
        let hasAhead = chart.series.contains { one in
            one.points.contains { $0.figure.drawn != nil && $0.figure.certainty.isAhead }
        }
        let words = chart.text.words.planned
        return hasAhead ? [Legend.Item(name: words, index: 0, sample: .aheadLine)] : []
    }

    /// The width to leave at the right for the lines' names; `nil` where they don't fit.
    private static func widthForNames(_ series: [ChartSeries], _ frame: Frame) -> Double? {
        guard series.count > 1 else { return 16 }
        let widest = series.map { TextMeasure.width($0.name, size: 12) }.max() ?? 0
        let limit = frame.width * (frame.isNarrow ? 0.3 : 0.32)
        return widest + LineEnds.gap + 2 <= limit ? widest + LineEnds.gap + 2 : nil
    }

    private static func axis(
        _ chart: LineChart, _ values: [Double], bottom: Double, top: Double
    ) -> ValueAxis {
        var values = values
        if let value = chart.reference?.value, value.magnitude <= 1e300 { values.append(value) }
        if chart.scale == .logarithmic,
            let scale = LogScale(
                covering: values, start: bottom, end: top, ticks: Int((bottom - top) / 40) + 1)
        {
            return ValueAxis(.logarithmic(scale), text: chart.text)
        }
        let low = values.min() ?? 0
        let high = values.max() ?? 1
        // A range that fills less than three fifths of the way down to zero would waste the plot.
        let nearZero = low >= 0 && low <= high * 0.6
        return .linear(
            values, fromZero: chart.scale == .fromZero || nearZero, bottom: bottom, top: top,
            text: chart.text)
    }

    /// The length that most periods have; of equally common ones the one that comes first.
    static func mainLength(_ periods: [ChartPeriod]) -> PeriodLength {
        var counts: [PeriodLength: Int] = [:]
        var order: [PeriodLength] = []
        // Neighbours mostly have the same length: whole runs are counted at once.
        var run = 0
        for (index, period) in periods.enumerated() {
            run += 1
            guard index == periods.count - 1 || periods[index + 1].length != period.length else {
                continue
            }
            if counts[period.length] == nil { order.append(period.length) }
            counts[period.length, default: 0] += run
            run = 0
        }
        return order.reduce(.months(12)) {
            (counts[$1] ?? 0) > (counts[$0] ?? 0) ? $1 : $0
        }
    }
}
