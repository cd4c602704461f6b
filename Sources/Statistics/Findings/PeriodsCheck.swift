import Records

/// The flow of a longer period against the flows of periods inside it: months and quarters, and
/// January to a later month as statistics publish it through the year, inside the year, the
/// quarter, or a longer range from January. Periods that fill the whole must make it.
struct PeriodsCheck {
    private let index: SeriesIndex

    init(_ index: SeriesIndex) {
        self.index = index
    }

    func run(_ ledger: inout FindingLedger) {
        let groups = index.groups { place, key in
            guard index.nature(key) == .flow, Span(index.series[place].key.length) != nil else {
                return nil
            }
            var key = key
            key.length = 0
            return key
        }
        for group in 0..<groups.count where groups[group].count > 1 {
            let all = groups[group].compactMap { place -> Line? in
                let series = index.series[Int(place)]
                return Span(series.key.length).map { Line(span: $0, series: series) }
            }
            for whole in all {
                for part in all where part.span.fits(in: whole.span) {
                    check(part, whole, &ledger)
                }
            }
        }
    }

    private struct Line {
        let span: Span
        let series: Series
    }

    private func check(_ part: Line, _ whole: Line, _ ledger: inout FindingLedger) {
        for point in whole.series.points where !point.drawn.isOutlook {
            let inside = part.span.ordinals(in: whole.span, at: point.ordinal)
            let figures = inside.compactMap { part.series.point(ordinal: $0)?.drawn }
                .filter { !$0.isOutlook }
            guard !figures.isEmpty else { continue }
            let isFull = figures.count * part.span.months == whole.span.months
            let comparison: Finding.Comparison = isFull ? .periodsMakeWhole : .periodsWithinWhole
            ledger.judge(comparison) { () throws(OutOfRange) in
                FindingLedger.Case(
                    comparison: comparison, relation: isFull ? .equal : .atMost,
                    stated: try Estimate.sum(of: figures), expected: try Estimate(point.drawn),
                    unit: whole.series.key.unit)
            } evidence: {
                figures.map { $0.as(.part) } + [point.drawn.as(.whole)]
            }
        }
    }
}

/// A length of a whole number of months that begins in January or repeats through the year;
/// there are fourteen of them, so that comparing each with each stays cheap.
private struct Span {
    let months: Int
    /// How many of them a year has one after the other: 12 months, 4 quarters, else 1.
    private let perYear: Int

    init?(_ length: PeriodLength) {
        switch length {
        case .year: self.init(months: 12, perYear: 1)
        case .quarter: self.init(months: 3, perYear: 4)
        case .month: self.init(months: 1, perYear: 12)
        case .months(1, let count) where count < 12: self.init(months: count, perYear: 1)
        default: return nil
        }
    }

    private init(months: Int, perYear: Int) {
        self.months = months
        self.perYear = perYear
    }

    func fits(in whole: Span) -> Bool {
        months < whole.months && (whole.perYear == 1 || months == 1)
    }

    /// The ordinals of these spans inside a whole's.
    func ordinals(in whole: Span, at ordinal: Int) -> Range<Int> {
        if perYear == 1 { return ordinal..<(ordinal + 1) }
        // A quarter's ordinal counts quarters, a year's and a range's count years.
        let first = ordinal * (perYear / whole.perYear)
        return first..<(first + whole.months / months)
    }
}
