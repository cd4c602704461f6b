import Records

/// Two statements of the same figure: each against the one that is drawn.
struct SourcesCheck {
    private let index: SeriesIndex

    init(_ index: SeriesIndex) {
        self.index = index
    }

    func run(_ ledger: inout FindingLedger) {
        for place in index.series.indices {
            for point in index.series[place].points where !point.others.isEmpty {
                let unit = index.series[place].key.unit
                for other in point.others where other.isOutlook == point.drawn.isOutlook {
                    ledger.judge(.sameFigure) { () throws(OutOfRange) in
                        FindingLedger.Case(
                            comparison: .sameFigure, stated: try Estimate(other),
                            expected: try Estimate(point.drawn), unit: unit)
                    } evidence: {
                        [other.as(.stated), point.drawn.as(.preferred)]
                    }
                }
            }
        }
    }
}
