public import Records

extension ComputedSeries {
    /// Growth on the same period a year before, in percent. Plans and forecasts make a growth
    /// that is one.
    public static func growth(
        of series: Series, rounding: Rounding = .oneDecimal
    ) -> ComputedSeries {
        var maker = Maker()
        for point in series.points {
            let slot = PeriodSlot(length: series.key.length, ordinal: point.ordinal)
            guard let before = slot.yearBefore.flatMap({ series.point(ordinal: $0.ordinal) })
            else {
                maker.skip(point.period, .missingOperand)
                continue
            }
            guard before.value > .zero else {
                maker.skip(point.period, .baseNotPositive)
                continue
            }
            maker.add(
                point.period, rounding.growth(from: before.value, to: point.value),
                ratio(point, before),
                [point.drawn, before.drawn])
        }
        return maker.series(.growth, series.key, other: nil, unit: "%")
    }

    /// Values as a percentage of a base period's: the base is 100.
    /// - Throws: ``StatisticsError/noBase(_:)``.
    public static func index(
        of series: Series, base: Period, rounding: Rounding = .oneDecimal
    ) throws(StatisticsError) -> ComputedSeries {
        guard let anchor = series.point(at: base), anchor.value > .zero else {
            throw .noBase(base)
        }
        var maker = Maker()
        for point in series.points {
            // The base is 100 by definition, however inexactly it is stated.
            let isBase = point.ordinal == anchor.ordinal
            maker.add(
                point.period, rounding.percentage(point.value, of: anchor.value),
                isBase
                    ? Accuracy(.exact)
                    : ratio(point, anchor),
                isBase ? [point.drawn] : [point.drawn, anchor.drawn])
        }
        return maker.series(
            .index(base: anchor.period), series.key, other: nil, unit: "index")
    }

    /// A part's share of a whole, in percent.
    /// - Throws: when units or lengths differ.
    public static func share(
        of part: Series, in whole: Series, rounding: Rounding = .oneDecimal
    ) throws(StatisticsError) -> ComputedSeries {
        try comparable(part.key, whole.key)
        var maker = Maker()
        for point in part.points {
            guard let total = whole.point(ordinal: point.ordinal) else {
                maker.skip(point.period, .missingOperand)
                continue
            }
            guard total.value > .zero else {
                maker.skip(point.period, .baseNotPositive)
                continue
            }
            maker.add(
                point.period, rounding.percentage(point.value, of: total.value),
                ratio(point, total),
                [point.drawn, total.drawn])
        }
        return maker.series(.share, part.key, other: whole.key, unit: "%")
    }

    /// A larger base above zero makes a positive ratio smaller and a negative one larger.
    private static func ratio(_ value: Series.Point, _ base: Series.Point) -> Accuracy {
        let accuracy = (Accuracy(value.qualifier), Accuracy(base.qualifier))
        return value.value < .zero
            ? accuracy.0.adding(accuracy.1) : accuracy.0.subtracting(accuracy.1)
    }

    static func comparable(_ one: SeriesKey, _ other: SeriesKey) throws(StatisticsError) {
        guard one.unit == other.unit else { throw .unitsDiffer(one.unit, other.unit) }
        guard one.length == other.length else { throw .lengthsDiffer(one.length, other.length) }
    }
}

extension ComputedSeries {
    /// Collects points and gaps.
    struct Maker {
        private var points: [Point] = []
        private var gaps: [Gap] = []

        mutating func add(
            _ period: Period, _ value: ExactDecimal?, _ accuracy: Accuracy, _ figures: [Figure],
            leftOut: [Figure] = []
        ) {
            guard let value else { return skip(period, .outOfRange) }
            points.append(Point(period, value, accuracy.result, figures, leftOut: leftOut))
        }

        mutating func skip(_ period: Period, _ reason: Gap.Reason) {
            gaps.append(Gap(period: period, reason: reason))
        }

        func series(
            _ formula: Formula, _ key: SeriesKey, other: SeriesKey?, unit: String
        ) -> ComputedSeries {
            ComputedSeries(
                formula: formula, key: key, other: other, unit: unit, points: points, gaps: gaps)
        }
    }
}
