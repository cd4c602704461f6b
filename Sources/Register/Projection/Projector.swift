import GRDB
import Names
import Records

/// When and by whom a revision came into the register.
struct Provenance {
    let sequence: UInt64
    let time: Int64
    let actor: String
}

/// Applies records to the projection inside one transaction. The same code serves imports and
/// rebuilding, so both give the same tables.
final class Projector {
    /// What is known of an id in this transaction.
    struct Slot {
        let ordinal: Int64
        /// Whether the record itself is there, or was only referred to so far.
        var isDefined: Bool
        /// Whether this transaction wrote the record.
        var isWritten = false
        /// Where the import that is under way gives the record.
        var origin: ImportPlace?
    }

    /// What became of a record.
    enum Outcome {
        case added
        case changed
        case unchanged
    }

    private let database: Database
    private let statements: Statements
    private var slots: [RecordID: Slot] = [:]
    private var nextOrdinal: Int64
    /// How many records of each kind this transaction added.
    private(set) var added = [Int](repeating: 0, count: Kind.allCases.count)
    /// With nothing in the tables at the start, looking there for an id is in vain.
    private let wasEmpty: Bool

    init(_ database: Database) throws {
        self.database = database
        statements = try Statements(database)
        let last = try Int64.fetchOne(database, sql: "SELECT max(ordinal) FROM record") ?? 0
        nextOrdinal = last + 1
        wasEmpty = last == 0
        if wasEmpty {
            for index in Schema.orders {
                try database.execute(sql: "DROP INDEX IF EXISTS \(index.name)")
            }
        }
    }

    /// Makes the tables' orders when they were put off: sorting once is quicker than placing a
    /// million rows one by one. To be called when all records are applied.
    func finish() throws {
        guard wasEmpty else { return }
        for index in Schema.orders { try database.execute(sql: index.sql) }
    }

    /// The place of an id: known in this transaction, in the tables, or newly given.
    func slot(of id: RecordID) throws -> Slot {
        if let slot = slots[id] { return slot }
        if let ordinal = try existingOrdinal(of: id) {
            let slot = Slot(ordinal: ordinal, isDefined: true)
            slots[id] = slot
            return slot
        }
        let slot = Slot(ordinal: nextOrdinal, isDefined: false)
        nextOrdinal += 1
        slots[id] = slot
        return slot
    }

    /// Notes where an import gives a record.
    /// - Returns: where it gave it before, when it did.
    func claim(_ id: RecordID, at place: ImportPlace) throws -> ImportPlace? {
        var slot = try slot(of: id)
        if let earlier = slot.origin { return earlier }
        slot.origin = place
        slot.isDefined = true
        slots[id] = slot
        return nil
    }

    /// The record's newest revision, from the tables.
    func stored(_ id: RecordID) throws -> Record? {
        try current(of: id).flatMap { try? Record(json: $0.body) }
    }

    /// Whether the register already holds just this.
    func holds(_ projected: ProjectedRecord) throws -> Bool {
        try current(of: projected.record.id)?.body == projected.body
    }

    /// Makes this the newest revision of its record.
    func apply(_ projected: ProjectedRecord, _ provenance: Provenance) throws -> Outcome {
        let id = projected.record.id
        var revision: Int64 = 1
        let ordinal: Int64
        if let current = try current(of: id) {
            if current.body == projected.body { return .unchanged }
            ordinal = current.ordinal
            revision = current.revision + 1
            try retire(current)
        } else {
            ordinal = try slot(of: id).ordinal
        }
        slots[id, default: Slot(ordinal: ordinal, isDefined: true)].isDefined = true
        slots[id]?.isWritten = true
        try statements.insertRecord(projected, ordinal, revision, provenance)
        try statements.insertSearch(projected, ordinal)
        for link in projected.links {
            try statements.insertLink(
                target: try slot(of: link.target).ordinal, link.role, ordinal)
        }
        for (position, citation) in projected.record.citations.enumerated() {
            let source = try slot(of: citation.source).ordinal
            try statements.insertCitation(
                source: source, ordinal, position, citation.locator)
        }
        if case .observation(let figure) = projected.record.body {
            try statements.insertObservation(
                figure, ordinal, subject: try slot(of: figure.subject).ordinal,
                counterpart: try figure.counterpart.map { try slot(of: $0).ordinal })
        }
        guard revision == 1 else { return .changed }
        added[Int(projected.record.kind.rawValue)] += 1
        return .added
    }

    /// Moves the newest revision to the older ones and takes away what was derived from it.
    private func retire(_ current: Statements.Current) throws {
        try statements.retire(current)
        guard let record = try? Record(json: current.body) else {
            throw RegisterError.projection(reason: "record \(current.ordinal) can't be read")
        }
        for link in record.content.links {
            try statements.deleteLink(
                target: try slot(of: link.target).ordinal, link.role, current.ordinal)
        }
        for citation in record.citations {
            try statements.deleteCitations(
                source: try slot(of: citation.source).ordinal, current.ordinal)
        }
    }

    private func current(of id: RecordID) throws -> Statements.Current? {
        guard !wasEmpty || slots[id]?.isWritten == true else { return nil }
        return try statements.current(of: id)
    }

    private func existingOrdinal(of id: RecordID) throws -> Int64? {
        wasEmpty ? nil : try statements.ordinal(of: id)
    }
}
