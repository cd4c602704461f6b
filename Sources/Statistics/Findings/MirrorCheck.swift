import Records

/// What one partner reports against what the other does. The two rarely match: imports are
/// usually valued with freight and insurance (CIF) and exports without (FOB), see UN,
/// International Merchandise Trade Statistics: Concepts and Definitions 2010, chapter IV, and
/// goods count when they leave here and when they arrive there. So an import may be up to a
/// tenth above the export that it mirrors, the factor that the IMF's Direction of Trade
/// Statistics long used, and turnovers may differ by a tenth either way.
struct MirrorCheck {
    private let index: SeriesIndex

    init(_ index: SeriesIndex) {
        self.index = index
    }

    func run(_ ledger: inout FindingLedger) {
        for (place, own) in index.codes.keys.enumerated()
        where own.counterpart > 0 && index.nature(own) == .flow {
            let series = index.series[place]
            guard let counterpart = series.key.counterpart, counterpart != series.key.subject,
                let (family, role) = index.roles.role(of: series.key.indicator)
            else { continue }
            var key = own
            swap(&key.subject, &key.counterpart)
            switch role {
            case .import:
                guard let code = index.code(family.export) else { continue }
                key.indicator = code
                let usual = family.importsIncludeFreight ? 100...110 : 100...100
                compare(.importMirrorsExport, series, key, usual, 90...120, &ledger)
            case .turnover where series.key.subject < counterpart:
                compare(.turnoverMirrors, series, key, 90...110, 80...120, &ledger)
            default: continue
            }
        }
    }

    private func compare(
        _ comparison: Finding.Comparison, _ series: Series, _ key: SeriesIndex.Key,
        _ usual: ClosedRange<Int>, _ wide: ClosedRange<Int>, _ ledger: inout FindingLedger
    ) {
        guard let mirror = index.series(key) else { return }
        for point in series.points {
            guard let other = mirror.point(ordinal: point.ordinal),
                other.drawn.isOutlook == point.drawn.isOutlook
            else { continue }
            ledger.judge(comparison) { () throws(OutOfRange) in
                FindingLedger.Case(
                    comparison: comparison, stated: try Estimate(point.drawn),
                    expected: try Estimate(other.drawn).stretched(usual: usual, wide: wide),
                    unit: series.key.unit)
            } evidence: {
                [point.drawn.as(.stated), other.drawn.as(.mirror)]
            }
        }
    }
}
