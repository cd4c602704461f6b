import Records
import Register
import Statistics

/// The series of a choice, of one unit, the most telling first.
struct SeriesReading: Sendable {
    let choice: SeriesChoice
    let context: PageContext
    /// The units that there are figures of, with how many, the most first.
    let units: [(unit: String, figures: Int)]
    /// The unit shown; empty when there is no figure.
    let unit: String
    /// The series of that unit: those with most periods first, then those with the largest values.
    let series: [DrawnSeries]
    /// How totals and their parts are told apart.
    let parts: SeriesParts
    /// The series without the totals of which others are parts.
    let parted: [DrawnSeries]
    let material: SeriesMaterial

    var words: Catalogue { context.words }

    init(_ choice: SeriesChoice, _ material: SeriesMaterial, _ context: PageContext) {
        self.choice = choice
        self.context = context
        self.material = material
        let all = material.series(choice)
        var counts: [String: Int] = [:]
        for one in all { counts[one.unit, default: 0] += one.points.count }
        units = counts.map { ($0.key, $0.value) }
            .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
        let unit = choice.unit ?? units.first?.unit ?? ""
        self.unit = unit
        series = all.filter { $0.unit == unit }.sorted(by: Self.isMoreTelling)
        parts = SeriesParts(series)
        parted = parts.parted(series)
    }

    private static func isMoreTelling(_ left: DrawnSeries, _ right: DrawnSeries) -> Bool {
        if left.points.count != right.points.count { return left.points.count > right.points.count }
        if left.largest != right.largest { return left.largest > right.largest }
        return left.key < right.key
    }

    /// All periods with a figure, in order of time.
    var periods: [Period] {
        Set(series.flatMap { $0.points.map(\.period) }).sorted {
            ($0.firstDay, $0.lastDay, $0.description) < ($1.firstDay, $1.lastDay, $1.description)
        }
    }

    /// The period that is asked for, else the one with most series, of several the newest.
    var period: Period? {
        if let asked = choice.period {
            return series.lazy.compactMap { $0.point(like: asked)?.period }.first ?? asked
        }
        var counts: [Period: Int] = [:]
        for one in parted { for point in one.points { counts[point.period, default: 0] += 1 } }
        return counts.max { left, right in
            (left.value, left.key.lastDay, right.key.firstDay, left.key.description)
                < (right.value, right.key.lastDay, left.key.firstDay, right.key.description)
        }?.key
    }

    /// The periods for which a picture of one period can be made, the newest first.
    var picturePeriods: [(period: Period, series: Int)] {
        var counts: [Period: Int] = [:]
        for one in parted { for point in one.points { counts[point.period, default: 0] += 1 } }
        return counts.map { ($0.key, $0.value) }.sorted {
            ($0.0.lastDay, $0.0.firstDay, $0.0.description)
                > ($1.0.lastDay, $1.0.firstDay, $1.0.description)
        }
    }

    /// The two periods of one length that most series share: the longest way between them first.
    var slopePeriods: (from: Period, to: Period)? {
        var counts: [Pair: Int] = [:]
        for one in series.prefix(200) {
            let points = one.points.suffix(40)
            for (index, from) in points.enumerated() {
                for to in points.dropFirst(index + 1)
                where PeriodLength(from.period) == PeriodLength(to.period) {
                    counts[Pair(from: from.period, to: to.period), default: 0] += 1
                }
            }
        }
        let best = counts.max { left, right in
            if left.value != right.value { return left.value < right.value }
            let spans = (left.key.span, right.key.span)
            return spans.0 != spans.1
                ? spans.0 < spans.1 : left.key.description > right.key.description
        }
        return best.map { ($0.key.from, $0.key.to) }
    }

    private struct Pair: Hashable {
        let from: Period
        let to: Period
        var span: Int32 { to.firstDay - from.firstDay }
        var description: String { from.description + to.description }
    }

    /// Whether some line has two figures that can be joined.
    var hasTime: Bool { slopePeriods != nil }

    /// What is drawn as a picture of one period, the largest first: each series with its point of
    /// that period, without totals of which parts are in the picture.
    func picture(at period: Period) -> [(series: DrawnSeries, point: DrawnSeries.Point)] {
        parts.parted(all(at: period)).compactMap { one in one.points.first.map { (one, $0) } }
    }

    /// All that is stated for a period, the largest first.
    func all(at period: Period) -> [DrawnSeries] {
        series.compactMap { one in one.point(like: period).flatMap { one.with(points: [$0]) } }
            .sorted { $0.largest != $1.largest ? $0.largest > $1.largest : $0.key < $1.key }
    }

    /// A picture without what overlaps with another part of it.
    func disjointPicture(
        at period: Period
    ) -> (
        parts: [(series: DrawnSeries, point: DrawnSeries.Point)], leftOut: [DrawnSeries]
    ) {
        let all = all(at: period)
        let choice = DisjointParts(
            of: all.map(\.key), prefersWholes: parts.prefersTotals, material.containment)
        return (
            choice.taken.compactMap { place in all[place].points.first.map { (all[place], $0) } },
            choice.leftOut.map { all[$0] }
        )
    }
}
