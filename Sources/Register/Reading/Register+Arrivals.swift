import GRDB
import Journal
public import Records

/// What is new in the register.
public struct ArrivalQuery: Sendable, Hashable {
    /// Kinds; empty for all.
    public var kinds: [Kind] = []
    /// Places: everything inside one of them, not the places themselves; empty for all.
    public var places: [RecordID] = []
    /// Only what came in before this journal entry: where an earlier page ended.
    public var before: UInt64?
    /// How many to give.
    public var limit = 50

    /// Everything.
    public init() {}
}

/// Some of what is new.
public struct Arrivals: Sendable {
    /// Records with their newest revisions, the newest first.
    public let items: [StoredRecord]
    /// The ``ArrivalQuery/before`` of the next page; nil on the last one.
    public let next: UInt64?
}

extension Register {
    /// The records by the journal entries that brought their newest revisions, the newest first.
    /// - Throws: ``QueryError`` when the query names a place that doesn't exist.
    public func arrivals(_ query: ArrivalQuery) throws -> Arrivals {
        try pool.view { database in
            let limit = max(0, query.limit)
            let found = try Self.arrivals(query, try members(query), limit + 1, database)
                .sorted { $0.sequence > $1.sequence }
            let page = found.prefix(limit)
            let records = try records(at: page.map(\.ordinal))
            return Arrivals(
                items: page.compactMap { records[$0.ordinal] },
                next: found.count > limit ? page.last.map { UInt64(clamping: $0.sequence) } : nil)
        }
    }

    /// The hash of the journal's first entry, in hexadecimal: it names the register wherever it is
    /// served from, and never changes. Nil for an empty register.
    public func identity() throws -> String? {
        try shelf.identity {
            try RegisterJournal.reading(directory).entry(at: 1)?.hash.description
        }
    }

    /// So few records are looked up one by one.
    private static let few = 2_000

    private struct Arrival {
        let ordinal: Int64
        let sequence: Int64
    }

    /// The register's numbers of what lies in the query's places; nil when it names none.
    private func members(_ query: ArrivalQuery) throws -> Set<Int64>? {
        guard !query.places.isEmpty else { return nil }
        var records = RecordQuery()
        records.kinds = query.kinds
        records.places = query.places
        return try ordinals(of: records)
    }

    /// The newest of each kind, or of a few members, up to a number; more than it in all.
    private static func arrivals(
        _ query: ArrivalQuery, _ members: Set<Int64>?, _ limit: Int, _ database: Database
    ) throws -> [Arrival] {
        let before = query.before.map { Int64(clamping: $0) } ?? .max
        if let members, members.count <= few {
            let statement = try database.cachedStatement(
                sql: "SELECT sequence FROM record WHERE ordinal = ? AND sequence < ?")
            return try members.compactMap { ordinal in
                try Int64.fetchOne(statement, arguments: [ordinal, before])
                    .map { Arrival(ordinal: ordinal, sequence: $0) }
            }
        }
        var found: [Arrival] = []
        for kind in query.kinds.isEmpty ? Kind.allCases : query.kinds {
            let rows = try Row.fetchCursor(
                database.cachedStatement(
                    sql: """
                        SELECT ordinal, sequence FROM record WHERE kind = ? AND sequence < ?
                        ORDER BY sequence DESC
                        """), arguments: [kind.rawValue, before])
            var count = 0
            while count < limit, let row = try rows.next() {
                let ordinal: Int64 = row[0]
                guard members?.contains(ordinal) ?? true else { continue }
                found.append(Arrival(ordinal: ordinal, sequence: row[1]))
                count += 1
            }
        }
        return found
    }
}
