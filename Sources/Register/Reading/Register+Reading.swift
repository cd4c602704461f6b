import GRDB
public import Records

/// Reading single records and their ties.
extension Register {
    /// Where the register stands.
    public func state() throws -> RegisterState {
        try pool.view { database in
            let applied = try Self.applied(database)
            var counts: [Kind: Int] = [:]
            let count = try database.cachedStatement(sql: "SELECT value FROM state WHERE key = ?")
            for kind in Kind.allCases {
                counts[kind] = try Int.fetchOne(count, arguments: ["count-\(kind.name)"])
            }
            return RegisterState(
                sequence: applied.sequence, hash: applied.hash, time: applied.time,
                counts: counts)
        }
    }

    /// The journal entry up to which the projection holds everything: changes with every change.
    public func sequence() throws -> UInt64 {
        try pool.view { try Self.applied($0).sequence }
    }

    /// A number that changes whenever something that is shown can have changed: the projection,
    /// or the search index, which follows it a moment later.
    public func version() throws -> UInt64 {
        let sequence = try sequence()
        let lag = sequence - min(sequence, finder.sequence ?? sequence)
        return sequence << 24 | min(lag, 0xFF_FFFF)
    }

    /// A record's newest revision; nil when there is no such record.
    public func record(_ id: RecordID) throws -> StoredRecord? {
        try pool.view { database in
            try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT ordinal, revision, sequence, time, actor, body FROM record WHERE id = ?
                        """),
                arguments: [id.text]
            ).map(Self.stored)
        }
    }

    /// A record's name; nil when there is no such record.
    public func summary(_ id: RecordID) throws -> RecordSummary? {
        try summaries([id])[id]
    }

    /// Names of records; unknown ids are left out.
    public func summaries(_ ids: [RecordID]) throws -> [RecordID: RecordSummary] {
        try pool.view { database in
            let statement = try database.cachedStatement(
                sql: "SELECT ordinal, id, name, name_it, name_ru FROM record WHERE id = ?")
            var summaries: [RecordID: RecordSummary] = [:]
            for id in ids where summaries[id] == nil {
                summaries[id] = try Row.fetchOne(statement, arguments: [id.text])
                    .flatMap { Self.summary($0) }
            }
            return summaries
        }
    }

    /// Records by their ids; unknown ids are left out.
    public func records(_ ids: [RecordID]) throws -> [RecordID: Records.Record] {
        try pool.view { database in
            let statement = try database.cachedStatement(
                sql: "SELECT body FROM record WHERE id = ?")
            var records: [RecordID: Record] = [:]
            for id in ids where records[id] == nil {
                guard let row = try Row.fetchOne(statement, arguments: [id.text]) else { continue }
                records[id] = try Self.decoded(row.bytes(0))
            }
            return records
        }
    }

    /// The places in which a place lies, the outermost first, and the place itself as the last.
    public func path(of place: RecordID) throws -> [RecordSummary] {
        var path: [RecordSummary] = []
        var next: RecordID? = place
        while let id = next, path.count < 16, let stored = try record(id),
            case .place(let body) = stored.record.body, let summary = try summary(id)
        {
            path.append(summary)
            next = body.parent
        }
        return path.reversed()
    }

    /// A record's revisions, the newest first; none when there is no such record.
    public func history(of id: RecordID) throws -> [StoredRecord] {
        try pool.view { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT ordinal, revision, sequence, time, actor, body FROM record WHERE id = :id
                    UNION ALL
                    SELECT ordinal, revision, sequence, time, actor, body FROM revision
                    WHERE ordinal = (SELECT ordinal FROM record WHERE id = :id)
                    ORDER BY revision DESC
                    """, arguments: ["id": id.text])
            return try rows.map(Self.stored)
        }
    }

    static func stored(_ row: Row) throws -> StoredRecord {
        let body = row.bytes(5)
        let sequence: Int64 = row[2]
        return StoredRecord(
            ordinal: row[0], record: try decoded(body), revision: row[1],
            sequence: UInt64(clamping: sequence), time: row[3], actor: row[4], body: body)
    }

    static func decoded(_ body: [UInt8]) throws -> Record {
        do throws(RecordProblems) {
            return try Record(json: body)
        } catch {
            throw RegisterError.projection(reason: "a record can't be read: \(error)")
        }
    }

    /// A summary from the columns ordinal, id, name, name_it, name_ru, the first at `start`.
    static func summary(_ row: Row, at start: Int = 0) -> RecordSummary? {
        guard let text: String = row[start + 1], let id = RecordID(text) else { return nil }
        return RecordSummary(
            ordinal: row[start], id: id, name: row[start + 2], italian: row[start + 3],
            russian: row[start + 4])
    }
}
