import Records
import Statistics

/// The comparisons that an examination has to make, found by looking at every pair of figures:
/// the reference for the checks of trade, mirrors, parts, components and periods. It knows
/// nothing of codes and groups.
struct SlowExamination {
    struct Row {
        let key: SeriesKey
        let period: Period
        let figure: Figure
    }

    let rows: [Row]
    let containment: Containment

    init(_ set: SeriesSet, _ containment: Containment) {
        rows = set.series.flatMap { series in
            series.points.map { Row(key: series.key, period: $0.period, figure: $0.drawn) }
        }
        self.containment = containment
    }

    /// The outcomes.
    private var outcomes: [Row] { rows.filter { !$0.figure.isOutlook } }

    /// A comparison's name and the ids of its figures, sorted.
    static func name(_ comparison: Finding.Comparison, _ figures: [Figure]) -> String {
        comparison.rawValue + " " + figures.map(\.id.text).sorted().joined(separator: ",")
    }

    var trade: [String] {
        var names: [String] = []
        let slugs = ["goods-export", "goods-import", "trade-turnover", "trade-balance"]
        for isOutlook in [false, true] {
            let all = rows.filter { $0.figure.isOutlook == isOutlook }
            var done: Set<String> = []
            for row in all where slugs.contains(row.key.indicator) {
                let found = slugs.map { slug in
                    all.first {
                        $0.key == row.key.with(indicator: slug) && $0.period == row.period
                    }?.figure
                }
                for name in Self.comparisons(found) where done.insert(name).inserted {
                    names.append(name)
                }
            }
        }
        return names.sorted()
    }

    private static func comparisons(_ all: [Figure?]) -> [String] {
        let rules: [(Finding.Comparison, [Int], without: [Int])] = [
            (.turnoverFromFlows, [0, 1, 2], []), (.balanceFromFlows, [0, 1, 3], []),
            (.balanceFromExport, [0, 2, 3], [1]), (.balanceFromImport, [1, 2, 3], [0]),
            (.flowWithinTurnover, [0, 2], [1]), (.flowWithinTurnover, [1, 2], [0]),
            (.balanceWithinTurnover, [2, 3], [0, 1]),
        ]
        return rules.compactMap { rule in
            let found = rule.1.compactMap { all[$0] }
            let isRuledOut = rule.without.contains { all[$0] != nil }
            return found.count == rule.1.count && !isRuledOut ? name(rule.0, found) : nil
        }
    }

    var mirrors: [String] {
        var names: [String] = []
        for one in rows {
            for other in rows where one.figure.isOutlook == other.figure.isOutlook {
                guard one.key.counterpart == other.key.subject,
                    other.key.counterpart == one.key.subject, one.key.subject != other.key.subject,
                    one.key.product == other.key.product, one.key.unit == other.key.unit,
                    one.period == other.period
                else { continue }
                switch (one.key.indicator, other.key.indicator) {
                case ("goods-import", "goods-export"):
                    names.append(Self.name(.importMirrorsExport, [one.figure, other.figure]))
                case ("trade-turnover", "trade-turnover") where one.key.subject < other.key.subject:
                    names.append(Self.name(.turnoverMirrors, [one.figure, other.figure]))
                default: continue
                }
            }
        }
        return names.sorted()
    }

    private static let additive = [
        "goods-export", "goods-import", "trade-turnover", "residents", "foreign-residents",
        "companies-with-capital-of", "foreign-companies-with-capital-of",
        "joint-ventures-with-capital-of",
    ]

    private func isGroup(_ id: RecordID) -> Bool { id.text == "org/union" }

    private func isInside(_ part: RecordID, _ whole: RecordID?) -> Bool {
        whole.map { containment.contains(part, in: $0) } ?? true
    }

    /// Parts by partner or by subject.
    func parts(bySubject: Bool) -> [String] {
        let comparison: Finding.Comparison =
            bySubject ? .subjectsWithinWhole : .partnersWithinWhole
        func end(_ row: Row) -> RecordID? { bySubject ? row.key.subject : row.key.counterpart }
        var names: [String] = []
        for whole in outcomes where Self.additive.contains(whole.key.indicator) {
            let same = outcomes.filter { row in
                row.period == whole.period && row.key.indicator == whole.key.indicator
                    && row.key.product == whole.key.product && row.key.unit == whole.key.unit
                    && (bySubject
                        ? row.key.counterpart == whole.key.counterpart
                        : row.key.subject == whole.key.subject)
            }
            var places: [Figure] = []
            for part in same {
                guard let id = end(part), end(part) != end(whole), isInside(id, end(whole)),
                    isComparable(whole, bySubject)
                else { continue }
                let between = same.filter { other in
                    guard let middle = end(other), !isGroup(middle), middle != id else {
                        return false
                    }
                    return isInside(id, middle)
                        && (end(whole).map { $0 != middle && (isGroup($0) || isInside(middle, $0)) }
                            ?? true)
                }
                let nested = end(whole).map { isGroup(id) && isGroup($0) } ?? false
                guard between.isEmpty, !nested else { continue }
                if id.kind == .place {
                    places.append(part.figure)
                } else {
                    names.append(Self.name(comparison, [part.figure, whole.figure]))
                }
            }
            if !places.isEmpty { names.append(Self.name(comparison, places + [whole.figure])) }
        }
        return names.sorted()
    }

    private func isComparable(_ whole: Row, _ bySubject: Bool) -> Bool {
        if !bySubject { return whole.key.subject != whole.key.counterpart }
        guard let partner = whole.key.counterpart else {
            return !isGroup(whole.key.subject)
                || !["goods-export", "goods-import", "trade-turnover"].contains(whole.key.indicator)
        }
        return partner != whole.key.subject && !isInside(partner, whole.key.subject)
    }

    /// Periods inside periods, by their days.
    var periods: [String] {
        var names: [String] = []
        let flows = outcomes.filter {
            ["goods-export", "goods-import", "trade-turnover"].contains($0.key.indicator)
        }
        for whole in flows {
            var byLength: [PeriodLength: [Row]] = [:]
            for part in flows
            where part.key != whole.key && part.period != whole.period
                && part.key.with(length: whole.key.length) == whole.key
                && part.period.firstDay >= whole.period.firstDay
                && part.period.lastDay <= whole.period.lastDay
                && Self.repeats(part.key.length) && Self.repeats(whole.key.length)
            {
                byLength[part.key.length, default: []].append(part)
            }
            for (_, parts) in byLength {
                let months = parts.map { Self.months($0.period) }.reduce(0, +)
                names.append(
                    Self.name(
                        months == Self.months(whole.period)
                            ? .periodsMakeWhole : .periodsWithinWhole,
                        parts.map(\.figure) + [whole.figure]))
            }
        }
        return names.sorted()
    }

    private static func repeats(_ length: PeriodLength) -> Bool {
        switch length {
        case .year, .quarter, .month, .months(first: 1, count: _): true
        default: false
        }
    }

    private static func months(_ period: Period) -> Int {
        Int(period.lastDay / 100 - period.firstDay / 100 + 1)
    }
}

extension SeriesKey {
    fileprivate func with(length: PeriodLength) -> SeriesKey {
        SeriesKey(
            subject: subject, counterpart: counterpart, indicator: indicator, product: product,
            length: length, unit: unit)
    }
}
