/// Upright bars by category or through time, beside each other or stacked. Bars begin at zero.
public struct BarChart: Chart {
    /// A place on the horizontal axis.
    public struct Category: Sendable, Equatable {
        /// Key for the page's script.
        public let id: String
        /// The name below the bars.
        public let label: String

        /// A category.
        public init(id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    /// The bars of one colour, one figure a category.
    public struct Series: Sendable, Equatable {
        /// Key for the page's script.
        public let id: String
        /// Its name in the legend.
        public let name: String
        /// A figure for each category, in order; one without a value is a gap.
        public let figures: [Figure]

        /// A series of bars.
        public init(id: String, name: String, figures: [Figure]) {
            self.id = id
            self.name = name
            self.figures = figures
        }
    }

    /// How the bars of one category stand.
    public enum Arrangement: Sendable {
        /// Beside each other, to be compared one by one.
        case grouped
        /// On each other, to be compared by sum; negative figures hang below zero.
        case stacked
    }

    /// The chart's words.
    public let text: ChartText
    /// The places on the axis.
    public let categories: [Category]
    /// The colours.
    public let series: [Series]
    /// How the bars of one category stand.
    public let arrangement: Arrangement
    /// Whether the categories follow each other in time.
    private let isThroughTime: Bool

    /// Bars by category; series are brought to the number of categories.
    public init(
        text: ChartText, categories: [Category], series: [Series],
        arrangement: Arrangement = .grouped
    ) {
        self.init(text, categories, series, arrangement, isThroughTime: false)
    }

    /// Bars through time. A year that is missing between two others keeps its place, empty.
    public init(
        text: ChartText, through series: [ChartSeries], arrangement: Arrangement = .grouped
    ) {
        let periods = BarPeriods.complete(ChartSeries.periods(of: series))
        let missing = Figure(value: nil, text: text.words.noData)
        let bars = series.map { one in
            var figures: [ChartPeriod: Figure] = [:]
            for point in one.points { figures[point.period] = point.figure }
            return Series(
                id: one.id, name: one.name,
                figures: periods.map { period in
                    figures[period]
                        ?? Figure(
                            value: nil, text: missing.text,
                            detail: "\(one.name), \(period.label): \(missing.text)")
                })
        }
        self.init(
            text, periods.map { Category(id: $0.label, label: $0.label) }, bars, arrangement,
            isThroughTime: true)
    }

    private init(
        _ text: ChartText, _ categories: [Category], _ series: [Series],
        _ arrangement: Arrangement, isThroughTime: Bool
    ) {
        let missing = Figure(value: nil, text: text.words.noData)
        self.text = text
        self.categories = categories
        self.series = series.map { one in
            Series(
                id: one.id, name: one.name,
                figures: Array(one.figures.prefix(categories.count))
                    + Array(
                        repeating: missing, count: max(0, categories.count - one.figures.count)))
        }
        self.arrangement = arrangement
        self.isThroughTime = isThroughTime
    }

    /// The drawing for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let layout = BarLayout(self, frame, isThroughTime: isThroughTime)
        var canvas = Canvas(id: text.id, capacity: 4096 + categories.count * series.count * 300)
        layout.legend.draw(on: &canvas, top: 0)
        layout.axis.draw(
            on: &canvas, left: layout.plot.x, right: layout.plot.right,
            unitAt: layout.legend.height + 11)
        layout.names.draw(on: &canvas, bottom: layout.plot.bottom)
        var pen = BarPen(layout: layout, text: text)
        switch arrangement {
        case .grouped: pen.drawGroups(self, on: &canvas)
        case .stacked: pen.drawStacks(self, on: &canvas)
        }
        canvas.line(
            "axis", layout.plot.x, layout.axis.zero, layout.plot.right, layout.axis.zero)
        pen.drawValues(on: &canvas)
        return Drawing(
            canvas, kind: "bars", text: text, width: frame.width, height: layout.height,
            table: table)
    }

    private var table: ChartTable {
        let unit = text.unit.isEmpty ? "" : ", \(text.unit)"
        let head = isThroughTime ? text.words.period : text.words.category
        return ChartTable(
            columns: [ChartTable.Column(head)]
                + series.map { ChartTable.Column("\($0.name)\(unit)", isNumeric: true) },
            rows: categories.indices.map { index in
                [ChartTable.Cell(categories[index].label)]
                    + series.map { one in
                        let figure = one.figures[index]
                        let shown = figure.value == nil ? text.words.noData : figure.text
                        return ChartTable.Cell(shown, href: figure.href)
                    }
            })
    }
}

/// The places of bars through time.
enum BarPeriods {
    /// The periods with those missing in between, where all are years; so that an absent year
    /// is seen as absent.
    static func complete(_ periods: [ChartPeriod]) -> [ChartPeriod] {
        guard let first = periods.first, let last = periods.last,
            periods.allSatisfy({ $0.length == .months(12) && $0.first.parts.month == 1 })
        else { return periods }
        let (from, to) = (first.first.parts.year, last.first.parts.year)
        var present: [Int: ChartPeriod] = [:]
        for period in periods { present[period.first.parts.year] = period }
        guard present.count == periods.count, to - from < 3 * periods.count + 10 else {
            return periods
        }
        return (from...to).map { present[$0] ?? .year($0) }
    }
}
