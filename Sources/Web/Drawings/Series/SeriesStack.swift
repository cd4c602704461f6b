import Charts
import Records
import Statistics

/// Series as stacks: in each period only parts that don't overlap, and all of those.
struct SeriesStack {
    typealias Cell = (series: DrawnSeries, point: DrawnSeries.Point)

    /// What stands in the stacks, only with the points that do: the largest first.
    let parts: [DrawnSeries]
    /// What has a figure that is part of another in the same stack.
    let leftOut: [DrawnSeries]
    /// Whether some stack has at least two parts.
    let isStack: Bool

    /// More colours can't be told apart; the last of them is for the rest.
    private static let mostColours = 8

    init(_ reading: SeriesReading) {
        var points: [Int: [DrawnSeries.Point]] = [:]
        var leftOut: Set<Int> = []
        var isStack = false
        for cells in Self.periods(reading.series) {
            let choice = DisjointParts(
                of: cells.map { reading.series[$0.series].key },
                prefersWholes: reading.parts.prefersTotals, reading.material.containment)
            isStack = isStack || choice.taken.count > 1
            for place in choice.taken {
                points[cells[place].series, default: []].append(cells[place].point)
            }
            leftOut.formUnion(choice.leftOut.map { cells[$0].series })
        }
        parts = points.keys.sorted().compactMap { index in
            reading.series[index].with(points: points[index] ?? [])
        }.sorted { $0.largest != $1.largest ? $0.largest > $1.largest : $0.key < $1.key }
        self.leftOut = leftOut.sorted().map { reading.series[$0] }
        self.isStack = isStack
    }

    /// The points of each period, in order of time, the largest first.
    private static func periods(
        _ series: [DrawnSeries]
    ) -> [[(series: Int, point: DrawnSeries.Point)]] {
        var periods: [Days: [(series: Int, point: DrawnSeries.Point)]] = [:]
        for (index, one) in series.enumerated() {
            for point in one.points {
                periods[Days(point.period), default: []].append((index, point))
            }
        }
        let order = periods.keys.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
        return order.map { days in
            (periods[days] ?? []).sorted {
                $0.point.value != $1.point.value
                    ? $0.point.value > $1.point.value : $0.series < $1.series
            }
        }
    }

    /// Those with a colour of their own.
    var shown: [DrawnSeries] {
        parts.count > Self.mostColours ? Array(parts.prefix(Self.mostColours - 1)) : parts
    }

    /// Those that share the last colour.
    var rest: [DrawnSeries] { Array(parts.dropFirst(shown.count)) }

    /// The figures of the rest, by period.
    var restByPeriod: [[Cell]] {
        Self.periods(rest).map { cells in cells.map { (rest[$0.series], $0.point) } }
    }
}
