import Records
import Statistics

/// One line of a drawing: figures of one subject, counterpart, indicator, product and unit, stated
/// or computed. Its periods may differ in length; a drawing never joins such.
struct DrawnSeries: Sendable {
    /// A value of a period, with the figures that it is or rests on.
    struct Point: Sendable {
        let period: Period
        let value: ExactDecimal
        let qualifier: Qualifier?
        /// The figure itself; of a computed value those that it was computed from.
        let figures: [Statistics.Figure]
        /// How it was computed; nil for a stated figure. Parts of a series that differ in the
        /// length of their periods have index bases of their own.
        var formula: Formula?
        /// How many figures of its own period weren't added because they are inside others.
        var leftOut = 0

        /// Over how many partners a sum goes; nil for anything else.
        var partners: Int? { formula == .sum ? figures.count : nil }
    }

    /// What its figures have in common; the length is that of the first part.
    let key: SeriesKey
    let unit: String
    /// In order of time; never empty.
    let points: [Point]

    /// How it was computed, up to the base of an index; nil for stated figures.
    var formula: Formula? { points.first?.formula }

    /// The point of a period.
    func point(at period: Period) -> Point? { points.first { $0.period == period } }

    /// The point of a period, in whatever way it is written.
    func point(like period: Period) -> Point? {
        point(at: period)
            ?? points.first {
                $0.period.firstDay == period.firstDay && $0.period.lastDay == period.lastDay
            }
    }

    /// The largest value.
    var largest: ExactDecimal { points.map(\.value).max() ?? .zero }

    /// The same with only the points in a time.
    func between(_ from: PartialDate?, _ to: PartialDate?) -> DrawnSeries? {
        let kept = points.filter { point in
            (from.map { point.period.lastDay >= $0.firstDay } ?? true)
                && (to.map { point.period.firstDay <= $0.lastDay } ?? true)
        }
        return with(points: kept)
    }

    /// The same with other points; nil without any.
    func with(points: [Point]) -> DrawnSeries? {
        points.isEmpty ? nil : DrawnSeries(key: key, unit: unit, points: points)
    }

    /// Puts the parts that differ only in the length of their periods together.
    static func joined(_ parts: [DrawnSeries]) -> [DrawnSeries] {
        struct Key: Hashable {
            let key: SeriesKey
            let unit: String
        }
        var order: [Key] = []
        var groups: [Key: [DrawnSeries]] = [:]
        for part in parts {
            let one = part.key
            let common = SeriesKey(
                subject: one.subject, counterpart: one.counterpart, indicator: one.indicator,
                product: one.product, length: .year, unit: one.unit)
            let key = Key(key: common, unit: part.unit)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(part)
        }
        return order.compactMap { key in
            guard let parts = groups[key], let first = parts.first else { return nil }
            let points = parts.flatMap(\.points).sorted { left, right in
                (left.period.firstDay, left.period.lastDay)
                    < (right.period.firstDay, right.period.lastDay)
            }
            return first.with(points: points)
        }
    }
}

extension DrawnSeries {
    /// A series as sources state it.
    init(_ series: Series) {
        self.init(
            key: series.key, unit: series.key.unit,
            points: series.points.map { point in
                Point(
                    period: point.period, value: point.value, qualifier: point.qualifier,
                    figures: [point.drawn])
            })
    }

    /// A computed series.
    init(_ series: ComputedSeries) {
        self.init(
            key: series.key.named(by: series.formula), unit: series.unit,
            points: series.points.map { point in
                Point(
                    period: point.period, value: point.value, qualifier: point.qualifier,
                    figures: point.figures, formula: series.formula,
                    leftOut: point.leftOut.count)
            })
    }
}

extension SeriesKey {
    /// The key of what a formula makes of the figures: a balance is no longer an export.
    fileprivate func named(by formula: Formula) -> SeriesKey {
        guard let family = IndicatorRoles.standard.role(of: indicator)?.family else { return self }
        return switch formula {
        case .balance: with(indicator: family.balance)
        case .turnover: with(indicator: family.turnover)
        default: self
        }
    }
}
