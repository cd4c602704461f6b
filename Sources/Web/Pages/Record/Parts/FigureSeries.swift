import Records
import Register

/// One indicator's figures, period by period; a growth stands beside the figure that it is the
/// growth of.
struct FigureSeries: Sendable {
    /// One line: a period, with whom or of whom, and the figures.
    struct Line: Sendable {
        let partner: RecordSummary?
        let product: String?
        let period: Period
        var level: ObservationRow?
        var growth: ObservationRow?

        /// The figures of the line.
        var figures: [ObservationRow] { [level, growth].compactMap(\.self) }

        /// Where the line's figures stand, each place once.
        var citations: [Citation] {
            var citations: [Citation] = []
            for citation in figures.flatMap(\.citations) where !citations.contains(citation) {
                citations.append(citation)
            }
            return citations
        }
    }

    /// The indicator, without `-growth`.
    let indicator: String
    let lines: [Line]

    /// The unit of all its figures, if they share one.
    var unit: String? { Self.shared(lines.compactMap { $0.level?.observation.unit }) }
    /// The unit of all its growths, if they share one.
    var growthUnit: String? { Self.shared(lines.compactMap { $0.growth?.observation.unit }) }
    var hasLevels: Bool { lines.contains { $0.level != nil } }
    var hasGrowths: Bool { lines.contains { $0.growth != nil } }
    var hasPartners: Bool { lines.contains { $0.partner != nil } }
    var hasProducts: Bool { lines.contains { $0.product != nil } }

    private static func shared(_ units: [String]) -> String? {
        guard let first = units.first, units.allSatisfy({ $0 == first }) else { return nil }
        return first
    }
}

extension FigureSeries {
    /// Whose names stand in the lines: the counterparts of one subject, or the subjects that have
    /// one counterpart.
    enum Partner: Sendable {
        case counterpart, subject
    }

    private static let growthEnding = "-growth"

    /// Puts figures into series: the indicators of `order` first, then those with most figures.
    /// Within a series the partners stand by name and each partner's periods newest first.
    static func series(
        of rows: [ObservationRow], by partner: Partner, order: [String] = [], language: Language
    ) -> [FigureSeries] {
        var lines: [String: [Line]] = [:]
        for row in rows { add(row, partner, to: &lines) }
        let ranks = Dictionary(
            order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return lines.map { indicator, lines in
            FigureSeries(indicator: indicator, lines: sorted(lines, language))
        }.sorted { left, right in
            let ranksOfBoth = (ranks[left.indicator] ?? .max, ranks[right.indicator] ?? .max)
            if ranksOfBoth.0 != ranksOfBoth.1 { return ranksOfBoth.0 < ranksOfBoth.1 }
            if left.lines.count != right.lines.count {
                return left.lines.count > right.lines.count
            }
            return left.indicator < right.indicator
        }
    }

    private static func add(
        _ row: ObservationRow, _ partner: Partner, to lines: inout [String: [Line]]
    ) {
        let figure = row.observation
        let isGrowth = figure.indicator.hasSuffix(growthEnding)
        let indicator =
            isGrowth ? String(figure.indicator.dropLast(growthEnding.count)) : figure.indicator
        let other = partner == .counterpart ? row.counterpart : row.subject
        let place = lines[indicator]?.firstIndex { line in
            line.partner?.id == other?.id && line.product == figure.product
                && line.period == figure.period && (isGrowth ? line.growth : line.level) == nil
        }
        var line = Line(partner: other, product: figure.product, period: figure.period)
        if let place, let known = lines[indicator]?[place] { line = known }
        if isGrowth { line.growth = row } else { line.level = row }
        if let place {
            lines[indicator]?[place] = line
        } else {
            lines[indicator, default: []].append(line)
        }
    }

    private static func sorted(_ lines: [Line], _ language: Language) -> [Line] {
        let keyed = lines.map { line in
            (line, line.partner?.name(in: language.rawValue) ?? "", line.product ?? "")
        }
        return keyed.sorted { left, right in
            if left.1 != right.1 { return left.1 < right.1 }
            if left.2 != right.2 { return left.2 < right.2 }
            if left.0.period.lastDay != right.0.period.lastDay {
                return left.0.period.lastDay > right.0.period.lastDay
            }
            return left.0.period.firstDay > right.0.period.firstDay
        }.map(\.0)
    }
}

extension [FigureSeries] {
    /// The series with at most so many lines in all; what is cut is cut at the end.
    func prefix(lines most: Int) -> [FigureSeries] {
        var left = most
        var kept: [FigureSeries] = []
        for series in self where left > 0 {
            let lines: [FigureSeries.Line] = Array<_>(series.lines.prefix(left))
            kept.append(FigureSeries(indicator: series.indicator, lines: lines))
            left -= series.lines.count
        }
        return kept
    }

    /// The figures of all lines.
    var figures: [ObservationRow] { flatMap { $0.lines.flatMap(\.figures) } }
}
