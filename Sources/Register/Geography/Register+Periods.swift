import GRDB
public import Records

/// A period and a unit of an indicator, and how many figures there are of them.
public struct PeriodCount: Sendable, Hashable {
    /// The period.
    public let period: Period
    /// The unit.
    public let unit: String
    /// How many figures.
    public let count: Int
}

/// An indicator and how many figures it has.
public struct IndicatorCount: Sendable, Hashable {
    /// The indicator.
    public let indicator: String
    /// How many figures.
    public let count: Int
}

/// What can be shown of figures on a map.
extension Register {
    /// The periods and units of an indicator, those with most figures first, then the newest. Kept
    /// until the register changes.
    /// - Parameter hasCounterpart: true: figures between two partners; false: figures of one
    ///   subject as a whole, not of a product.
    public func periods(of indicator: String, hasCounterpart: Bool) throws -> [PeriodCount] {
        let question = GeographyMemory.PeriodQuestion(
            indicator: indicator, hasCounterpart: hasCounterpart)
        return try geography.periods.answer(to: question, at: version()) {
            try pool.view { database in
                let rows = try Row.fetchCursor(
                    database.cachedStatement(
                        sql: """
                            SELECT period, unit, count(*) AS figures FROM observation
                            WHERE indicator = ? AND product IS NULL
                                AND (counterpart IS NOT NULL) = ?
                            GROUP BY period, unit
                            ORDER BY figures DESC, max(last_day) DESC, period, unit
                            """), arguments: [indicator, hasCounterpart])
                var periods: [PeriodCount] = []
                while let row = try rows.next() {
                    let text: String = row[0]
                    guard let period = Period(text) else { continue }
                    periods.append(PeriodCount(period: period, unit: row[1], count: row[2]))
                }
                return periods
            }
        }
    }

    /// The indicators that have figures between two partners, or figures of one subject as a
    /// whole; in alphabetical order. Kept until the register changes.
    public func indicators(hasCounterpart: Bool) throws -> [IndicatorCount] {
        try geography.indicators.answer(to: hasCounterpart, at: version()) {
            try pool.view { database in
                let rows = try Row.fetchCursor(
                    database.cachedStatement(
                        sql: """
                            SELECT indicator, count(*) FROM observation
                            WHERE product IS NULL AND (counterpart IS NOT NULL) = ?
                            GROUP BY indicator ORDER BY indicator
                            """), arguments: [hasCounterpart])
                var indicators: [IndicatorCount] = []
                while let row = try rows.next() {
                    indicators.append(IndicatorCount(indicator: row[0], count: row[1]))
                }
                return indicators
            }
        }
    }
}
