import GRDB
import Journal
import Records

/// Bringing the projection up to the journal.
extension Register {
    /// Applies the journal's entries that the projection doesn't have yet.
    func catchUp() throws {
        let journal = try RegisterJournal.reading(directory)
        let head = journal.head()
        let known = try pool.view(Self.applied).sequence
        guard known <= head.sequence || known <= journal.head().sequence else {
            throw RegisterError.lostEntries(projection: known, journal: head.sequence)
        }
        try requireSameHistory(journal)
        guard known < head.sequence else { return }
        try pool.write { database in
            // Asked again under the write lock: an import may have been finishing.
            let applied = try Self.applied(database).sequence
            guard applied < head.sequence else { return }
            try Self.apply(journal, after: applied, to: database)
        }
    }

    /// A projection that was made from another journal must not be taken for this one's.
    private func requireSameHistory(_ journal: JournalView) throws {
        let applied = try pool.view(Self.applied)
        guard applied.sequence > 0, let entry = try journal.entry(at: applied.sequence),
            entry.hash.description != applied.hash
        else { return }
        throw RegisterError.projection(reason: "it was made from another journal")
    }

    /// Applies the entries behind a sequence number up to another, inside the caller's
    /// transaction.
    static func apply(
        _ journal: JournalView, after applied: UInt64, upTo end: UInt64 = .max,
        to database: Database,
        progress: (UInt64) -> Void = { _ in }
    ) throws {
        let projector = try Projector(database)
        var last: JournalEntry?
        var reader = journal.entries(from: applied + 1)
        while let entry = try reader.next(), entry.sequence <= end {
            try apply(entry, with: projector)
            last = entry
            if entry.sequence % 4_096 == 0 { progress(entry.sequence) }
        }
        try projector.finish()
        if let last {
            try setApplied(
                database, sequence: last.sequence, hash: last.hash.description, time: last.time,
                added: projector.added)
        }
    }

    private static func apply(_ entry: JournalEntry, with projector: Projector) throws {
        guard entry.kind == JournalKind.put else {
            throw RegisterError.entry(
                sequence: entry.sequence,
                reason: "its kind \(entry.kind) is not known; a newer Fondaco may have written it")
        }
        let record: Record
        do throws(RecordProblems) {
            record = try Record(json: entry.payload)
        } catch {
            throw RegisterError.entry(sequence: entry.sequence, reason: "\(error)")
        }
        _ = try projector.apply(
            ProjectedRecord(record),
            Provenance(sequence: entry.sequence, time: entry.time, actor: entry.actor))
    }

    /// Where the projection stands.
    static func applied(
        _ database: Database
    ) throws -> (sequence: UInt64, hash: String, time: Int64) {
        func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
            _ key: String, _: Value.Type
        ) throws -> Value? {
            try Value.fetchOne(
                database.cachedStatement(sql: "SELECT value FROM state WHERE key = ?"),
                arguments: [key])
        }
        return (
            UInt64(clamping: try value("sequence", Int64.self) ?? 0),
            try value("hash", String.self) ?? "", try value("time", Int64.self) ?? 0
        )
    }

    static func setApplied(
        _ database: Database, sequence: UInt64, hash: String, time: Int64, added: [Int]
    ) throws {
        for (key, value) in [
            ("sequence", Int64(clamping: sequence).databaseValue), ("hash", hash.databaseValue),
            ("time", time.databaseValue),
        ] {
            try database.execute(
                sql: "INSERT OR REPLACE INTO state VALUES (?, ?)", arguments: [key, value])
        }
        for (kind, count) in zip(Kind.allCases, added) where count > 0 {
            try database.execute(
                sql: """
                    INSERT INTO state VALUES (?, ?)
                    ON CONFLICT (key) DO UPDATE SET value = value + excluded.value
                    """, arguments: ["count-\(kind.name)", count])
        }
    }
}
