import Records

/// Exports, imports, turnover and balance of the same trade against each other. Any two of the
/// four give the other two, so every third one that is stated is a check.
struct TradeCheck {
    private let index: SeriesIndex

    init(_ index: SeriesIndex) {
        self.index = index
    }

    func run(_ ledger: inout FindingLedger) {
        for family in index.roles.families {
            let codes = [family.export, family.import, family.turnover, family.balance]
                .map { index.code($0) ?? -1 }
            guard codes.count(where: { $0 > 0 }) > 1 else { continue }
            let groups = index.groups { _, key in
                guard codes.contains(key.indicator) else { return nil }
                var key = key
                key.indicator = 0
                return key
            }
            for group in 0..<groups.count where groups[group].count > 1 {
                for figures in byPeriod(groups[group], codes) {
                    check(figures, &ledger)
                }
            }
        }
    }

    /// The figures of one trade in one period.
    private struct Figures {
        var export: Figure?
        var bought: Figure?
        var turnover: Figure?
        var balance: Figure?
    }

    /// Outcomes, and beside them plans and forecasts, which are only set against each other.
    private func byPeriod(_ group: ArraySlice<Int32>, _ codes: [Int32]) -> [Figures] {
        var rows: [(ordinal: Int, role: Int, figure: Figure)] = []
        for place in group {
            let role = codes.firstIndex(of: index.codes.keys[Int(place)].indicator) ?? 0
            for point in index.series[Int(place)].points {
                // Plans and forecasts stand apart, on the far side of zero.
                let ordinal = point.drawn.isOutlook ? -point.ordinal - 1 : point.ordinal
                rows.append((ordinal, role, point.drawn))
            }
        }
        rows.sort { ($0.ordinal, $0.role) < ($1.ordinal, $1.role) }
        var periods: [Figures] = []
        var last: Int?
        for row in rows {
            if row.ordinal != last { periods.append(Figures()) }
            last = row.ordinal
            switch row.role {
            case 0: periods[periods.count - 1].export = row.figure
            case 1: periods[periods.count - 1].bought = row.figure
            case 2: periods[periods.count - 1].turnover = row.figure
            default: periods[periods.count - 1].balance = row.figure
            }
        }
        return periods
    }

    private func check(_ all: Figures, _ ledger: inout FindingLedger) {
        switch (all.export, all.bought) {
        case (let export?, let bought?):
            let both = [export.as(.export), bought.as(.import)]
            if let turnover = all.turnover {
                equal(.turnoverFromFlows, turnover, both, &ledger) { () throws(OutOfRange) in
                    try Estimate(export).plus(Estimate(bought))
                }
            }
            if let balance = all.balance {
                equal(.balanceFromFlows, balance, both, &ledger) { () throws(OutOfRange) in
                    try Estimate(export).minus(Estimate(bought))
                }
            }
        case (let export?, nil):
            guard let turnover = all.turnover else { return }
            within(export, turnover, .flowWithinTurnover, &ledger)
            guard let balance = all.balance else { return }
            let both = [export.as(.export), turnover.as(.turnover)]
            equal(.balanceFromExport, balance, both, &ledger) { () throws(OutOfRange) in
                try Estimate(export).doubled().minus(Estimate(turnover))
            }
        case (nil, let bought?):
            guard let turnover = all.turnover else { return }
            within(bought, turnover, .flowWithinTurnover, &ledger)
            guard let balance = all.balance else { return }
            let both = [bought.as(.import), turnover.as(.turnover)]
            equal(.balanceFromImport, balance, both, &ledger) { () throws(OutOfRange) in
                try Estimate(turnover).minus(Estimate(bought).doubled())
            }
        case (nil, nil):
            guard let turnover = all.turnover, let balance = all.balance else { return }
            within(balance, turnover, .balanceWithinTurnover, &ledger)
        }
    }

    private func equal(
        _ comparison: Finding.Comparison, _ stated: Figure, _ others: [Finding.Evidence],
        _ ledger: inout FindingLedger, _ expected: () throws(OutOfRange) -> Estimate
    ) {
        ledger.judge(comparison) { () throws(OutOfRange) in
            FindingLedger.Case(
                comparison: comparison, stated: try Estimate(stated), expected: try expected(),
                unit: stated.observation.unit)
        } evidence: {
            [stated.as(.stated)] + others
        }
    }

    private func within(
        _ part: Figure, _ turnover: Figure,
        _ comparison: Finding.Comparison, _ ledger: inout FindingLedger
    ) {
        ledger.judge(comparison) { () throws(OutOfRange) in
            FindingLedger.Case(
                comparison: comparison, relation: .atMost,
                stated: try Estimate(part).magnitude, expected: try Estimate(turnover),
                unit: part.observation.unit)
        } evidence: {
            [part.as(.stated), turnover.as(.turnover)]
        }
    }
}
