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

    /// The series without the totals of which others are parts.
    var parted: [DrawnSeries] {
        // Partners are compared by their totals; products only where they are all there is.
        let totals = series.filter { $0.key.product == nil }
        let products = series.filter { $0.key.product != nil }
        let arePartners = Set(totals.map { WholeKey($0.key, product: false) }).count > 1
        let kept = arePartners || products.isEmpty ? totals : products
        let hasPartners = Set(
            kept.filter { $0.key.counterpart != nil }.map { WholeKey($0.key, product: true) })
        return kept.filter { one in
            one.key.counterpart != nil || !hasPartners.contains(WholeKey(one.key, product: true))
        }
    }

    private struct WholeKey: Hashable {
        let subject: RecordID
        let indicator: String
        let other: String?

        init(_ key: SeriesKey, product: Bool) {
            subject = key.subject
            indicator = key.indicator
            other = product ? key.product : key.counterpart?.text
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

    /// How many series are drawn as a picture of one period.
    func picture(at period: Period) -> [(series: DrawnSeries, point: DrawnSeries.Point)] {
        parted.compactMap { one in one.point(like: period).map { (one, $0) } }
            .sorted {
                $0.point.value != $1.point.value
                    ? $0.point.value > $1.point.value : $0.series.key < $1.series.key
            }
    }

    /// A picture without what is inside another part of it.
    func disjointPicture(
        at period: Period
    ) -> (
        parts: [(series: DrawnSeries, point: DrawnSeries.Point)], leftOut: [DrawnSeries]
    ) {
        let all = picture(at: period)
        let partners = Set(all.compactMap(\.series.key.counterpart))
        let subjects = Set(all.map(\.series.key.subject))
        let isInside = { (id: RecordID, others: Set<RecordID>) in
            others.contains { material.containment.contains(id, in: $0) }
        }
        // Unions of countries overlap with the countries in them.
        let hasPlaces = partners.contains { $0.kind == .place }
        let partnersOut = partners.filter {
            isInside($0, partners) || (hasPlaces && $0.kind == .organisation)
        }
        let subjectsOut = subjects.filter { isInside($0, subjects) }
        let isOut = { (key: SeriesKey) in
            subjectsOut.contains(key.subject)
                || (key.counterpart.map { partnersOut.contains($0) } ?? false)
        }
        return (
            all.filter { !isOut($0.series.key) }, all.map(\.series).filter { isOut($0.key) }
        )
    }
}
