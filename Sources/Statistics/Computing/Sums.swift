import Records

extension ComputedSeries {
    /// Exports less imports.
    /// - Throws: when unit, length, subject, partner or product differ.
    public static func balance(
        export: Series, import: Series
    ) throws(StatisticsError) -> ComputedSeries {
        try trade(.balance, export, `import`)
    }

    /// Exports and imports together.
    /// - Throws: when unit, length, subject, partner or product differ.
    public static func turnover(
        export: Series, import: Series
    ) throws(StatisticsError) -> ComputedSeries {
        try trade(.turnover, export, `import`)
    }

    private static func trade(
        _ formula: Formula, _ export: Series, _ bought: Series
    ) throws(StatisticsError) -> ComputedSeries {
        try comparable(export.key, bought.key)
        guard export.key == bought.key.with(indicator: export.key.indicator) else {
            throw .keysDiffer(export.key, bought.key)
        }
        var maker = Maker()
        for ordinal in ordinals([export, bought]) {
            let pair = (export.point(ordinal: ordinal), bought.point(ordinal: ordinal))
            guard let sold = pair.0, let got = pair.1 else {
                if let one = pair.0 ?? pair.1 { maker.skip(one.period, .missingOperand) }
                continue
            }
            let accuracy = (Accuracy(sold.qualifier), Accuracy(got.qualifier))
            let values = (WideDecimal(sold.value), WideDecimal(got.value))
            let isBalance = formula == .balance
            let value = try? isBalance ? values.0.minus(values.1) : values.0.plus(values.1)
            maker.add(
                sold.period, value?.unrounded,
                isBalance
                    ? accuracy.0.subtracting(accuracy.1) : accuracy.0.adding(accuracy.1),
                [sold.drawn, got.drawn])
        }
        return maker.series(formula, export.key, other: bought.key, unit: export.key.unit)
    }

    /// The sum of a subject's figures over its partners, for each period over those that are
    /// stated: a point's ``Point/figures`` says over how many. Of a single partner there is no
    /// sum, but a gap. A partner inside another partner is left out, and so are groups, which may overlap, when there's any other partner, as is
    /// the figure without a partner. Outcomes aren't added to plans and forecasts: these are left
    /// out where there's an outcome.
    /// - Parameters:
    ///   - partners: series that differ in nothing but the counterpart.
    ///   - containment: which partner lies in which.
    /// - Throws: when anything else differs.
    public static func sum(
        of partners: [Series], _ containment: Containment
    ) throws(StatisticsError) -> ComputedSeries {
        guard let first = partners.first else { throw .nothingToAdd }
        for other in partners.dropFirst() {
            try comparable(first.key, other.key)
            guard first.key.with(counterpart: nil) == other.key.with(counterpart: nil) else {
                throw .keysDiffer(first.key, other.key)
            }
        }
        let sorted = partners.sorted { $0.key < $1.key }
        var maker = Maker()
        for (_, points) in byPeriod(sorted) {
            let choice = PartnerChoice(points.map(\.drawn), containment)
            guard let one = points.first else { continue }
            // One partner's figure under the name of a sum would pass for that of all.
            guard choice.taken.count > 1 else {
                maker.skip(one.period, .onePartner)
                continue
            }
            let sum = ExactSum(
                choice.taken.map { ($0.observation.value, $0.observation.qualifier) })
            maker.add(
                one.period, sum.value, sum.accuracy, choice.taken, leftOut: choice.leftOut)
        }
        return maker.series(
            .sum, first.key.with(counterpart: nil), other: nil, unit: first.key.unit)
    }

    private static func ordinals(_ series: [Series]) -> [Int] {
        var all: [Int] = []
        for ordinal in series.flatMap({ $0.points.map(\.ordinal) }).sorted()
        where all.last != ordinal {
            all.append(ordinal)
        }
        return all
    }

    /// The points of several series by their period, in the order of time and of the series.
    private static func byPeriod(_ series: [Series]) -> [(ordinal: Int, points: [Series.Point])] {
        var rows: [(ordinal: Int, series: Int, point: Series.Point)] = []
        for (index, one) in series.enumerated() {
            for point in one.points { rows.append((point.ordinal, index, point)) }
        }
        rows.sort { ($0.ordinal, $0.series) < ($1.ordinal, $1.series) }
        var periods: [(ordinal: Int, points: [Series.Point])] = []
        for row in rows {
            if periods.last?.ordinal == row.ordinal {
                periods[periods.count - 1].points.append(row.point)
            } else {
                periods.append((row.ordinal, [row.point]))
            }
        }
        return periods
    }
}

/// Which partners' figures of one period can be added without counting anything twice.
struct PartnerChoice {
    private(set) var taken: [Figure] = []
    private(set) var leftOut: [Figure] = []

    init(_ figures: [Figure], _ containment: Containment) {
        let hasOutcome = figures.contains { !$0.isOutlook && $0.observation.counterpart != nil }
        var partners: Set<RecordID> = []
        var hasPlace = false
        func counts(_ figure: Figure) -> Bool { !(hasOutcome && figure.isOutlook) }
        for figure in figures where counts(figure) {
            guard let partner = figure.observation.counterpart else { continue }
            partners.insert(partner)
            hasPlace = hasPlace || !containment.isGroup(partner)
        }
        for figure in figures {
            guard let partner = figure.observation.counterpart, counts(figure) else {
                leftOut.append(figure)
                continue
            }
            let isOverlapping = containment.isGroup(partner) && (hasPlace || partners.count > 1)
            let isInside = containment.ancestors(of: partner).contains {
                partners.contains($0) && !containment.isGroup($0)
            }
            if isOverlapping || isInside { leftOut.append(figure) } else { taken.append(figure) }
        }
        // Only the figure without a partner is there, or groups that may overlap.
        if taken.isEmpty, figures.count == 1 {
            taken = figures
            leftOut = []
        }
    }
}

extension WideDecimal {
    /// The same number when it has 18 digits at most; nil when it would have to be rounded.
    var unrounded: ExactDecimal? {
        guard let exact, WideDecimal(exact) == self else { return nil }
        return exact
    }
}
