import Records

/// A stated growth against the one that the levels of its period and of its base period give.
struct GrowthCheck {
    private let index: SeriesIndex

    init(_ index: SeriesIndex) {
        self.index = index
    }

    func run(_ ledger: inout FindingLedger) {
        for (place, own) in index.codes.keys.enumerated() where index.nature(own) == .growth {
            let series = index.series[place]
            guard index.roles.isInCurrentPrices(series.key.indicator),
                let level = index.roles.level(of: series.key.indicator),
                let code = index.code(level)
            else { continue }
            var key = own
            key.indicator = code
            let levels = index.inAllUnits(key)
            guard !levels.isEmpty else { continue }
            for point in series.points {
                for growth in point.stated { check(growth, point.ordinal, levels, &ledger) }
            }
        }
    }

    private struct Candidate {
        let level: Figure
        let base: Figure
        let one: FindingLedger.Case
    }

    /// The levels may be stated in several currencies, in each of which growth is another; a
    /// source doesn't say which it means, so the currency that fits best is taken.
    private func check(
        _ growth: Figure, _ ordinal: Int, _ levels: [Series], _ ledger: inout FindingLedger
    ) {
        let pairs = levels.compactMap { pair(growth, ordinal, $0) }
        guard !pairs.isEmpty else { return }
        let candidates = pairs.compactMap { pair in
            (try? expectation(growth, pair.level, pair.base)).map {
                Candidate(level: pair.level, base: pair.base, one: $0)
            }
        }
        let best =
            candidates.first { $0.one.grade == .agreement }
            ?? candidates.first { $0.one.grade == .tension } ?? candidates.first
        ledger.judge(.growthFromLevels) { () throws(OutOfRange) in
            guard let best else { throw OutOfRange() }
            return best.one
        } evidence: {
            [growth.as(.stated)]
                + (best.map { [$0.level.as(.level), $0.base.as(.base)] } ?? [])
        }
    }

    private func pair(
        _ growth: Figure, _ ordinal: Int, _ series: Series
    ) -> (level: Figure, base: Figure)? {
        let slot = PeriodSlot(length: series.key.length, ordinal: ordinal)
        let base = growth.observation.basePeriod.map { PeriodSlot($0) } ?? slot.yearBefore
        guard let base, base.length == slot.length, base != slot,
            let level = series.point(ordinal: ordinal)?.drawn,
            let start = series.point(ordinal: base.ordinal)?.drawn,
            level.isOutlook == growth.isOutlook, growth.isOutlook || !start.isOutlook,
            level.observation.value >= .zero, start.observation.value > .zero
        else { return nil }
        return (level, start)
    }

    private func expectation(
        _ growth: Figure, _ level: Figure, _ base: Figure
    ) throws(OutOfRange) -> FindingLedger.Case {
        let ratio = try Estimate(level).percentage(of: Estimate(base))
        return FindingLedger.Case(
            comparison: .growthFromLevels, stated: try Estimate(growth),
            expected: try ratio.minus(Estimate(exactly: 100)),
            unit: growth.observation.unit, offset: 100)
    }
}
