/// A named row of figures through time.
public struct ChartSeries: Sendable, Equatable {
    /// One figure with its period.
    public struct Point: Sendable, Equatable {
        /// The period that the figure is of.
        public let period: ChartPeriod
        /// The figure; one without a value is a gap.
        public let figure: Figure

        /// A figure of a period.
        public init(_ period: ChartPeriod, _ figure: Figure) {
            self.period = period
            self.figure = figure
        }
    }

    /// Key of the series for the page's script; unique in a chart.
    public let id: String
    /// Its name, as short as a label should be.
    public let name: String
    /// The figures, in order of their periods.
    public let points: [Point]
    /// Drawn in grey behind the others, to compare with.
    public let isContext: Bool

    /// A series; points are put in order of time.
    public init(id: String, name: String, points: [Point], isContext: Bool = false) {
        self.id = id
        self.name = name
        self.points = points.enumerated().sorted { a, b in
            let (x, y) = (a.element.period, b.element.period)
            if x.first != y.first { return x.first < y.first }
            if x.last != y.last { return x.last < y.last }
            return a.offset < b.offset
        }.map(\.element)
        self.isContext = isContext
    }

    /// The periods of all series, each once, in order of time.
    static func periods(of series: [ChartSeries]) -> [ChartPeriod] {
        var seen: Set<ChartPeriod> = []
        var all: [ChartPeriod] = []
        for one in series {
            for point in one.points where seen.insert(point.period).inserted {
                all.append(point.period)
            }
        }
        return all.sorted { ($0.first, $0.last, $0.label) < ($1.first, $1.last, $1.label) }
    }

    /// A table with a row for each period and a column for each series.
    static func table(of series: [ChartSeries], text: ChartText) -> ChartTable {
        let periods = periods(of: series)
        var cells: [ChartPeriod: [ChartTable.Cell]] = [:]
        let empty = Array(repeating: ChartTable.Cell(""), count: series.count)
        for (index, one) in series.enumerated() {
            for point in one.points {
                let shown = point.figure.value == nil ? text.words.noData : point.figure.text
                cells[point.period, default: empty][index] = ChartTable.Cell(
                    shown, href: point.figure.href)
            }
        }
        let heads = series.map { one in
            let unit = text.unit.isEmpty ? "" : ", \(text.unit)"
            return ChartTable.Column("\(one.name)\(unit)", isNumeric: true)
        }
        return ChartTable(
            columns: [ChartTable.Column(text.words.period)] + heads,
            rows: periods.map { [ChartTable.Cell($0.label)] + (cells[$0] ?? empty) })
    }
}
