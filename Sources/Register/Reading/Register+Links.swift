import GRDB
public import Records

/// Reading what is tied to a record.
extension Register {
    /// A record's ties in both directions.
    public func links(
        of stored: StoredRecord, limit: Int, offset: Int = 0
    ) throws -> LinkPage {
        try pool.view { database in
            let ordinal = stored.ordinal
            let links = stored.record.content.links
            let incoming =
                try Int.fetchOne(
                    database.cachedStatement(sql: "SELECT count(*) FROM link WHERE target = ?"),
                    arguments: [ordinal]) ?? 0
            var items: [LinkedRecord] = []
            if offset < links.count {
                items = try Self.outgoing(Array(links[offset...].prefix(limit)), database)
            }
            if items.count < limit, incoming > 0 {
                items += try Self.incoming(
                    ordinal, database, limit: limit - items.count,
                    offset: max(0, offset - links.count))
            }
            return LinkPage(total: links.count + incoming, items: items)
        }
    }

    private static func outgoing(
        _ links: [Link], _ database: Database
    ) throws -> [LinkedRecord] {
        let statement = try database.cachedStatement(
            sql: "SELECT ordinal, id, name, name_it, name_ru FROM record WHERE id = ?")
        return try links.compactMap { link in
            try Row.fetchOne(statement, arguments: [link.target.text]).flatMap { row in
                summary(row).map {
                    LinkedRecord(role: link.role, direction: .outgoing, other: $0)
                }
            }
        }
    }

    private static func incoming(
        _ ordinal: Int64, _ database: Database, limit: Int, offset: Int
    ) throws -> [LinkedRecord] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT record.ordinal, id, name, name_it, name_ru, role
                    FROM link JOIN record USING (ordinal)
                    WHERE target = ? ORDER BY role, link.ordinal LIMIT ? OFFSET ?
                    """), arguments: [ordinal, limit, offset])
        var items: [LinkedRecord] = []
        while let row = try rows.next() {
            guard let role = Link.Role(rawValue: row[5]), let other = summary(row) else { continue }
            items.append(LinkedRecord(role: role, direction: .incoming, other: other))
        }
        return items
    }

    /// The records that name this one, with what they say.
    /// - Parameters:
    ///   - role: what this record is to them; nil for anything.
    ///   - kind: their kind; nil for any.
    public func linked(
        to id: RecordID, role: Link.Role? = nil, kind: Kind? = nil, limit: Int = 1_000
    ) throws -> [ListedRecord] {
        try pool.view { database in
            let rows = try Row.fetchCursor(
                database.cachedStatement(
                    sql: """
                        SELECT DISTINCT record.ordinal, id, name, name_it, name_ru, body
                        FROM link JOIN record USING (ordinal)
                        WHERE target = (SELECT ordinal FROM record WHERE id = ?)
                            AND role BETWEEN ? AND ? AND kind BETWEEN ? AND ?
                        ORDER BY name, id LIMIT ?
                        """),
                arguments: [
                    id.text, role?.rawValue ?? 0, role?.rawValue ?? 255, kind?.rawValue ?? 0,
                    kind?.rawValue ?? 255, limit,
                ])
            return try Self.listed(rows)
        }
    }

    /// The events of a series, in the order of their editions and dates.
    public func events(ofSeries series: String) throws -> [ListedRecord] {
        try pool.view { database in
            let rows = try Row.fetchCursor(
                database.cachedStatement(
                    sql: """
                        SELECT record.ordinal, id, name, name_it, name_ru, body
                        FROM record JOIN search USING (ordinal)
                        WHERE series = ? ORDER BY first_day, id
                        """), arguments: [series])
            return try Self.listed(rows).sorted { Self.edition($0) < Self.edition($1) }
        }
    }

    /// The edition; what has none keeps its place by date among the first.
    private static func edition(_ listed: ListedRecord) -> Int {
        if case .event(let event) = listed.record.body { event.edition ?? 0 } else { 0 }
    }

    private static func listed(_ rows: RowCursor) throws -> [ListedRecord] {
        var records: [ListedRecord] = []
        while let row = try rows.next() {
            guard let summary = summary(row) else { continue }
            records.append(ListedRecord(summary: summary, record: try decoded(row.bytes(5))))
        }
        return records
    }

    /// The facts that rest on a source, page by page.
    public func facts(
        restingOn source: RecordID, offset: Int, limit: Int
    ) throws -> CitedFacts {
        try pool.view { database in
            guard
                let ordinal = try Int64.fetchOne(
                    database.cachedStatement(sql: "SELECT ordinal FROM record WHERE id = ?"),
                    arguments: [source.text])
            else { return CitedFacts(total: 0, items: []) }
            let total =
                try Int.fetchOne(
                    database.cachedStatement(sql: "SELECT count(*) FROM citation WHERE source = ?"),
                    arguments: [ordinal]) ?? 0
            let rows = try Row.fetchCursor(
                database.cachedStatement(
                    sql: """
                        SELECT record.ordinal, id, name, name_it, name_ru, locator
                        FROM citation JOIN record USING (ordinal)
                        WHERE source = ? ORDER BY kind, name, id, position LIMIT ? OFFSET ?
                        """), arguments: [ordinal, limit, offset])
            var items: [CitedFact] = []
            while let row = try rows.next() {
                guard let summary = Self.summary(row) else { continue }
                items.append(CitedFact(record: summary, locator: row[5]))
            }
            return CitedFacts(total: total, items: items)
        }
    }

    /// How many facts rest on each of these sources; those without any are left out.
    public func factCounts(of sources: [RecordID]) throws -> [RecordID: Int] {
        try pool.view { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT count(*) FROM citation
                    WHERE source = (SELECT ordinal FROM record WHERE id = ?)
                    """)
            var counts: [RecordID: Int] = [:]
            for source in sources {
                let count = try Int.fetchOne(statement, arguments: [source.text]) ?? 0
                if count > 0 { counts[source] = count }
            }
            return counts
        }
    }
}
