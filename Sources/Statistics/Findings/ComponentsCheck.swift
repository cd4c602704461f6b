import Records

/// An indicator that counts a part of what another counts: each part against the whole, or,
/// where all parts of a complete set are stated, the whole against their sum.
struct ComponentsCheck {
    private let index: SeriesIndex

    init(_ index: SeriesIndex) {
        self.index = index
    }

    func run(_ ledger: inout FindingLedger) {
        var parts: [String: [IndicatorRoles.Component]] = [:]
        for component in index.roles.components {
            parts[component.whole, default: []].append(component)
        }
        let wholes = Set(parts.keys.compactMap { index.code($0) })
        for (place, own) in index.codes.keys.enumerated() where wholes.contains(own.indicator) {
            let series = index.series[place]
            guard let components = parts[series.key.indicator] else { continue }
            let found = components.compactMap { component -> Part? in
                guard let code = index.code(component.part) else { return nil }
                var key = own
                key.indicator = code
                return index.series(key).map { Part(component: component, series: $0) }
            }
            guard !found.isEmpty else { continue }
            for point in series.points where !point.drawn.isOutlook {
                check(point, found, components, &ledger)
            }
        }
    }

    private struct Part {
        let component: IndicatorRoles.Component
        let series: Series
    }

    private func check(
        _ whole: Series.Point, _ parts: [Part], _ components: [IndicatorRoles.Component],
        _ ledger: inout FindingLedger
    ) {
        var stated: [(component: IndicatorRoles.Component, figure: Figure)] = []
        for part in parts {
            if let point = part.series.point(ordinal: whole.ordinal), !point.drawn.isOutlook {
                stated.append((part.component, point.drawn))
            }
        }
        var done: [Int] = []
        for one in stated {
            guard let set = one.component.completeSet else {
                within(one.figure, whole.drawn, &ledger)
                continue
            }
            let all = stated.filter { $0.component.completeSet == set }
            guard all.count == components.count(where: { $0.completeSet == set }) else {
                within(one.figure, whole.drawn, &ledger)
                continue
            }
            if !done.contains(set) {
                done.append(set)
                make(all.map(\.figure), whole.drawn, &ledger)
            }
        }
    }

    private func within(_ part: Figure, _ whole: Figure, _ ledger: inout FindingLedger) {
        ledger.judge(.componentsWithinWhole) { () throws(OutOfRange) in
            FindingLedger.Case(
                comparison: .componentsWithinWhole, relation: .atMost,
                stated: try Estimate(part), expected: try Estimate(whole),
                unit: whole.observation.unit)
        } evidence: {
            [part.as(.part), whole.as(.whole)]
        }
    }

    private func make(_ parts: [Figure], _ whole: Figure, _ ledger: inout FindingLedger) {
        ledger.judge(.componentsMakeWhole) { () throws(OutOfRange) in
            FindingLedger.Case(
                comparison: .componentsMakeWhole, stated: try Estimate(whole),
                expected: try Estimate.sum(of: parts), unit: whole.observation.unit)
        } evidence: {
            [whole.as(.whole)] + parts.map { $0.as(.part) }
        }
    }
}
