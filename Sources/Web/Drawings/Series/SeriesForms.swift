import Records
import Statistics

/// Why figures can't be drawn in a form, or computed.
enum SeriesObstacle: Sendable, Hashable {
    case noFigures, oneSeries, onePeriod, notAdditive, overlapping, noMatrix, negative
    case noGrowth, noBalance, noShare, noIndex, noSum
}

extension SeriesReading {
    /// Why a form doesn't suit; nil when it does.
    func obstacle(to form: SeriesForm) -> SeriesObstacle? {
        guard !series.isEmpty else { return .noFigures }
        switch form {
        case .bars: return nil
        case .lines: return hasTime ? nil : .onePeriod
        case .multiples:
            if !hasTime { return .onePeriod }
            return pool(for: form).count > 1 ? nil : .oneSeries
        case .slope:
            guard let pair = slopePeriods else { return .onePeriod }
            let both = pool(for: .slope).filter {
                $0.point(at: pair.from) != nil && $0.point(at: pair.to) != nil
            }
            return both.count > 1 ? nil : .oneSeries
        case .ranking:
            guard let period else { return .noFigures }
            return picture(at: period).count > 1 ? nil : .oneSeries
        case .stacked:
            guard isAdditive else { return .notAdditive }
            return SeriesStack(self).isStack ? nil : series.count > 1 ? .overlapping : .oneSeries
        case .treemap:
            guard isAdditive else { return .notAdditive }
            guard let period else { return .noFigures }
            let (parts, leftOut) = disjointPicture(at: period)
            if parts.count < 2 { return leftOut.isEmpty ? .oneSeries : .overlapping }
            return parts.contains { $0.point.value < .zero } ? .negative : nil
        case .matrix:
            guard let period else { return .noFigures }
            let cells = picture(at: period).map(\.series.key)
            let rows = Set(cells.map(\.subject))
            let columns = Set(cells.compactMap(\.counterpart))
            return rows.count > 1 && columns.count > 1 ? nil : .noMatrix
        }
    }

    /// The series that a form draws: totals aren't drawn with the parts that they are made of.
    func pool(for form: SeriesForm) -> [DrawnSeries] {
        switch form {
        case .stacked: SeriesStack(self).parts
        case .treemap: period.map { disjointPicture(at: $0).parts.map(\.series) } ?? []
        case .ranking, .matrix: period.map { picture(at: $0).map(\.series) } ?? []
        case .lines, .bars, .multiples, .slope: isAdditive ? parted : series
        }
    }

    /// Whether its figures are of one measure that can be added up.
    private var isAdditive: Bool {
        Set(series.map(\.key.indicator)).count == 1
            && series.allSatisfy { one in
                (one.formula == nil || one.formula == .sum) && SeriesMaterial.isAdditive(one.key)
            }
    }

    /// Why figures can't be computed so; nil when they can.
    func obstacle(to reckoning: Reckoning) -> SeriesObstacle? {
        let found = material.series(choice.with { $0.reckoning = reckoning })
        guard found.isEmpty else { return nil }
        switch reckoning {
        case .stated: return .noFigures
        case .growth: return .noGrowth
        case .balance: return .noBalance
        case .share: return .noShare
        case .index: return .noIndex
        case .sum: return .noSum
        }
    }

    /// The form that suits the figures best.
    var usualForm: SeriesForm {
        let rows = period.map { picture(at: $0).count } ?? 0
        let pool = pool(for: .lines)
        let timed = pool.filter { one in
            Set(one.points.map { PeriodLength($0.period) }).count < one.points.count
        }.count
        if timed == 0 { return rows > 1 ? .ranking : .bars }
        if rows > 3, timed * 3 < pool.count { return .ranking }
        return pool.count > Self.mostLines ? .multiples : .lines
    }

    /// More lines than these can't be told apart.
    static let mostLines = 8

    /// The form asked for, where it suits, else the usual one.
    var form: SeriesForm {
        guard let asked = choice.form, obstacle(to: asked) == nil else { return usualForm }
        return asked
    }
}
