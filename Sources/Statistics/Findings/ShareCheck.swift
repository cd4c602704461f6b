import Records

/// A stated share against the one that the levels give, against a hundred, and, with the shares
/// of other disjoint parts of the same whole, against a hundred together.
struct ShareCheck {
    private let index: SeriesIndex
    private let containment: Containment

    init(_ index: SeriesIndex, _ containment: Containment) {
        self.index = index
        self.containment = containment
    }

    func run(_ ledger: inout FindingLedger) {
        for (place, own) in index.codes.keys.enumerated() where index.nature(own) == .share {
            let series = index.series[place]
            guard let of = index.roles.shareOf(series.key.indicator), series.key.unit == "%"
            else { continue }
            for point in series.points where !point.drawn.isOutlook {
                for figure in point.stated { hundred([figure], .shareWithinHundred, &ledger) }
            }
            if let level = index.roles.level(of: series.key.indicator),
                let code = index.code(level)
            {
                levels(place, series, of, code, &ledger)
            }
        }
        together(.counterpart, &ledger)
        together(.subjectTotal, &ledger)
    }

    private func hundred(
        _ figures: [Figure], _ comparison: Finding.Comparison, _ ledger: inout FindingLedger
    ) {
        ledger.judge(comparison) { () throws(OutOfRange) in
            FindingLedger.Case(
                comparison: comparison, relation: .atMost, stated: try Estimate.sum(of: figures),
                expected: Estimate(exactly: 100), unit: "%")
        } evidence: {
            figures.map { $0.as(figures.count > 1 ? .part : .stated) }
        }
    }

    private func levels(
        _ place: Int, _ series: Series, _ of: IndicatorRoles.ShareOf, _ level: Int32,
        _ ledger: inout FindingLedger
    ) {
        var part = index.codes.keys[place]
        guard part.counterpart > 0 else { return }
        part.indicator = level
        var whole = part
        whole.counterpart = 0
        if of == .counterpart {
            whole.subject = part.counterpart
            part.counterpart = 0
        }
        guard part != whole else { return }
        for level in index.inAllUnits(part) {
            guard
                let total = index.inAllUnits(whole).first(where: {
                    $0.key.unit == level.key.unit
                })
            else { continue }
            for point in series.points {
                guard let one = level.point(ordinal: point.ordinal)?.drawn,
                    let all = total.point(ordinal: point.ordinal)?.drawn,
                    one.observation.value >= .zero, all.observation.value > .zero,
                    one.isOutlook == point.drawn.isOutlook,
                    all.isOutlook == point.drawn.isOutlook
                else { continue }
                ledger.judge(.shareFromLevels) { () throws(OutOfRange) in
                    FindingLedger.Case(
                        comparison: .shareFromLevels, stated: try Estimate(point.drawn),
                        expected: try Estimate(one).percentage(of: Estimate(all)), unit: "%")
                } evidence: {
                    [point.drawn.as(.stated), one.as(.level), all.as(.whole)]
                }
            }
        }
    }

    /// Of nested parts the outer one is taken; organisations and groups may overlap and are
    /// left out.
    private func together(_ of: IndicatorRoles.ShareOf, _ ledger: inout FindingLedger) {
        let groups = index.groups { place, key in
            guard index.nature(key) == .share, key.counterpart > 0 else { return nil }
            let one = index.series[place].key
            guard index.roles.shareOf(one.indicator) == of, one.unit == "%" else { return nil }
            var key = key
            if of == .counterpart { key.subject = 0 } else { key.counterpart = 0 }
            return key
        }
        for group in 0..<groups.count where groups[group].count > 1 {
            for rows in index.outcomesByPeriod(groups[group]) {
                let figures = rows.map(\.figure)
                func part(_ figure: Figure) -> RecordID {
                    let one = figure.observation
                    return of == .counterpart ? one.subject : (one.counterpart ?? one.subject)
                }
                let all = Set(figures.map(part))
                let disjoint = figures.filter { figure in
                    let id = part(figure)
                    return containment.isDisjointPart(id) && !containment.isGroup(id)
                        && !containment.ancestors(of: id).contains {
                            all.contains($0) && containment.isDisjointPart($0)
                        }
                }
                if disjoint.count > 1 { hundred(disjoint, .sharesWithinHundred, &ledger) }
            }
        }
    }
}
