import GRDB
import Records

/// Reading figures.
extension Register {
    /// A page of the figures that a query asks for, and how many there are.
    public func observations(_ query: ObservationQuery) throws -> ObservationPage {
        try pool.view { database in
            guard let filter = try ObservationFilter(query, database) else {
                return ObservationPage(total: 0, items: [])
            }
            let total =
                try Int.fetchOne(
                    database.cachedStatement(
                        sql: "SELECT count(*) FROM observation \(filter.condition)"),
                    arguments: filter.arguments) ?? 0
            var items: [ObservationRow] = []
            try Self.each(filter, query, database) { items.append($0) }
            return ObservationPage(total: total, items: items)
        }
    }

    /// Hands over the figures that a query asks for one by one, so that a long list needs no
    /// memory.
    public func eachObservation(
        _ query: ObservationQuery, _ body: (ObservationRow) throws -> Void
    ) throws {
        try pool.view { database in
            guard let filter = try ObservationFilter(query, database) else { return }
            try Self.each(filter, query, database, body)
        }
    }

    private static func each(
        _ filter: ObservationFilter, _ query: ObservationQuery, _ database: Database,
        _ body: (ObservationRow) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT figure.body,
                        subject.ordinal, subject.id, subject.name, subject.name_it, subject.name_ru,
                        other.ordinal, other.id, other.name, other.name_it, other.name_ru,
                        observation.ordinal
                    FROM (SELECT * FROM observation \(filter.condition)) AS observation
                    JOIN record AS figure USING (ordinal)
                    JOIN record AS subject ON subject.ordinal = observation.subject
                    LEFT JOIN record AS other ON other.ordinal = observation.counterpart
                    ORDER BY \(query.sort.terms) LIMIT ? OFFSET ?
                    """), arguments: filter.arguments + [query.limit, query.offset])
        while let row = try rows.next() {
            let record = try Self.decoded(row.bytes(0))
            guard case .observation(let observation) = record.body,
                let subject = summary(row, at: 1)
            else { continue }
            try body(
                ObservationRow(
                    id: record.id, observation: observation, subject: subject,
                    counterpart: row.hasNull(atIndex: 6) ? nil : summary(row, at: 6),
                    citations: record.citations, ordinal: row[11]))
        }
    }

    /// What the figures can be narrowed by. A list's counts ignore the query's own choice in it.
    public func choices(_ query: ObservationQuery) throws -> ObservationChoices {
        try pool.view { database in
            var open = query
            open.indicators = []
            let indicators = try Self.counts(of: "indicator", open, String.self, database)
            open = query
            open.subjects = []
            let subjects = try Self.places(of: "subject", open, database)
            open = query
            open.counterparts = []
            let counterparts = try Self.places(of: "counterpart", open, database)
            open = query
            open.product = nil
            let products = try Self.counts(of: "product", open, String.self, database)
            open = query
            open.from = nil
            open.to = nil
            let years = try Self.counts(of: "last_day / 10000", open, Int.self, database)
            return ObservationChoices(
                indicators: indicators, subjects: subjects, counterparts: counterparts,
                products: products, years: years.sorted { $0.value > $1.value })
        }
    }

    private static func counts<Value: DatabaseValueConvertible>(
        of column: String, _ query: ObservationQuery, _: Value.Type, _ database: Database
    ) throws -> [(value: Value, count: Int)] {
        guard let filter = try ObservationFilter(query, database) else { return [] }
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT \(column), count(*) FROM observation \(filter.condition)
                    GROUP BY 1 HAVING \(column) IS NOT NULL ORDER BY 2 DESC, 1 LIMIT 200
                    """), arguments: filter.arguments)
        var counts: [(value: Value, count: Int)] = []
        while let row = try rows.next() {
            if let value: Value = row[0] { counts.append((value, row[1])) }
        }
        return counts
    }

    private static func places(
        of column: String, _ query: ObservationQuery, _ database: Database
    ) throws -> [(value: RecordSummary, count: Int)] {
        let statement = try database.cachedStatement(
            sql: "SELECT ordinal, id, name, name_it, name_ru FROM record WHERE ordinal = ?")
        return try counts(of: column, query, Int64.self, database).compactMap { ordinal, count in
            try Row.fetchOne(statement, arguments: [ordinal]).flatMap { row in
                summary(row).map { ($0, count) }
            }
        }
    }
}

extension ObservationQuery.Sort {
    fileprivate var terms: String {
        let rest = "subject.name, other.name, product, first_day, last_day, figure.id"
        return switch self {
        case .indicator: "indicator, \(rest)"
        case .subject: "subject.name, indicator, other.name, product, first_day, figure.id"
        case .period: "last_day DESC, first_day DESC, indicator, \(rest)"
        case .value:
            "unit, CAST(coefficient AS REAL) / pow(10.0, scale) DESC, indicator, \(rest)"
        }
    }
}

/// The query's conditions as SQL.
private struct ObservationFilter {
    private(set) var condition = ""
    private(set) var arguments = StatementArguments()

    /// Nil when the query names only records that don't exist: nothing can match.
    init?(_ query: ObservationQuery, _ database: Database) throws {
        var terms: [String] = []
        if !query.indicators.isEmpty {
            let marks = query.indicators.map { _ in "?" }.joined(separator: ", ")
            terms.append("indicator IN (\(marks))")
            arguments += StatementArguments(query.indicators)
        }
        for (column, ids) in [("subject", query.subjects), ("counterpart", query.counterparts)] {
            guard !ids.isEmpty else { continue }
            let statement = try database.cachedStatement(
                sql: "SELECT ordinal FROM record WHERE id = ?")
            let ordinals = try ids.compactMap { id in
                try Int64.fetchOne(statement, arguments: [id.text])
            }
            guard !ordinals.isEmpty else { return nil }
            terms.append("\(column) IN (\(ordinals.map { _ in "?" }.joined(separator: ", ")))")
            arguments += StatementArguments(ordinals)
        }
        if let product = query.product {
            terms.append("product = ?")
            arguments += [product]
        }
        if let from = query.from {
            terms.append("last_day >= ?")
            arguments += [from]
        }
        if let to = query.to {
            terms.append("first_day <= ?")
            arguments += [to]
        }
        if let period = query.period {
            terms.append("first_day = ? AND last_day = ?")
            arguments += [period.firstDay, period.lastDay]
        }
        if let unit = query.unit {
            terms.append("unit = ?")
            arguments += [unit]
        }
        if let hasCounterpart = query.hasCounterpart {
            terms.append("(counterpart IS NOT NULL) = ?")
            arguments += [hasCounterpart]
        }
        if query.isOfAllProducts { terms.append("product IS NULL") }
        if !terms.isEmpty { condition = "WHERE " + terms.joined(separator: " AND ") }
    }
}
