import GRDB
import Records

/// The prepared statements by which the projection is written.
final class Statements {
    struct Current {
        let ordinal: Int64
        let revision: Int64
        let body: [UInt8]
    }

    private let findOrdinal: Statement
    private let findCurrent: Statement
    private let archive: Statement
    private let deleteRecord: Statement
    private let record: Statement
    private let search: Statement
    private let link: Statement
    private let unlink: Statement
    private let citation: Statement
    private let uncite: Statement
    private let observation: Statement

    init(_ database: Database) throws {
        findOrdinal = try database.makeStatement(
            sql: "SELECT ordinal FROM record WHERE id = ?")
        findCurrent = try database.makeStatement(
            sql: "SELECT ordinal, revision, body FROM record WHERE id = ?")
        archive = try database.makeStatement(
            sql: """
                INSERT INTO revision SELECT ordinal, revision, sequence, time, actor, body
                FROM record WHERE ordinal = ?
                """)
        deleteRecord = try database.makeStatement(sql: "DELETE FROM record WHERE ordinal = ?")
        record = try database.makeStatement(
            sql: "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        search = try database.makeStatement(
            sql: "INSERT OR REPLACE INTO search VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        link = try database.makeStatement(sql: "INSERT OR IGNORE INTO link VALUES (?, ?, ?)")
        unlink = try database.makeStatement(
            sql: "DELETE FROM link WHERE target = ? AND role = ? AND ordinal = ?")
        citation = try database.makeStatement(sql: "INSERT INTO citation VALUES (?, ?, ?, ?)")
        uncite = try database.makeStatement(
            sql: "DELETE FROM citation WHERE source = ? AND ordinal = ?")
        observation = try database.makeStatement(
            sql: """
                INSERT OR REPLACE INTO observation
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
    }

    func ordinal(of id: RecordID) throws -> Int64? {
        try Int64.fetchOne(findOrdinal, arguments: [id.text])
    }

    func current(of id: RecordID) throws -> Current? {
        guard let row = try Row.fetchOne(findCurrent, arguments: [id.text]) else { return nil }
        return Current(ordinal: row[0], revision: row[1], body: row.bytes(2))
    }

    func retire(_ current: Current) throws {
        try archive.execute(arguments: [current.ordinal])
        try deleteRecord.execute(arguments: [current.ordinal])
    }

    func insertRecord(
        _ projected: ProjectedRecord, _ ordinal: Int64, _ revision: Int64,
        _ provenance: Provenance
    ) throws {
        try record.run([
            ordinal.databaseValue, projected.record.id.text.databaseValue,
            projected.record.kind.rawValue.databaseValue, revision.databaseValue,
            Int64(clamping: provenance.sequence).databaseValue, provenance.time.databaseValue,
            provenance.actor.databaseValue, projected.name.databaseValue,
            projected.italian.databaseValue, projected.russian.databaseValue,
            projected.body.blob,
        ])
    }

    func insertSearch(_ projected: ProjectedRecord, _ ordinal: Int64) throws {
        let content = projected.record.content
        let days = content.days ?? 0...0
        try search.run([
            ordinal.databaseValue, projected.record.kind.rawValue.databaseValue,
            content.type.databaseValue, projected.status.databaseValue,
            projected.series.databaseValue,
            days.lowerBound.databaseValue, days.upperBound.databaseValue,
            projected.topics.databaseValue, projected.names.blob, projected.words.blob,
        ])
    }

    func insertLink(target: Int64, _ role: Link.Role, _ ordinal: Int64) throws {
        try link.run([target.databaseValue, role.rawValue.databaseValue, ordinal.databaseValue])
    }

    func deleteLink(target: Int64, _ role: Link.Role, _ ordinal: Int64) throws {
        try unlink.run([target.databaseValue, role.rawValue.databaseValue, ordinal.databaseValue])
    }

    func insertCitation(
        source: Int64, _ ordinal: Int64, _ position: Int, _ locator: String?
    ) throws {
        try citation.run([
            source.databaseValue, ordinal.databaseValue, position.databaseValue,
            locator.databaseValue,
        ])
    }

    func deleteCitations(source: Int64, _ ordinal: Int64) throws {
        try uncite.run([source.databaseValue, ordinal.databaseValue])
    }

    func insertObservation(
        _ figure: Observation, _ ordinal: Int64, subject: Int64, counterpart: Int64?
    ) throws {
        try observation.run([
            ordinal.databaseValue, figure.indicator.databaseValue, subject.databaseValue,
            counterpart.databaseValue, figure.product.databaseValue,
            figure.period.description.databaseValue, figure.period.firstDay.databaseValue,
            figure.period.lastDay.databaseValue, figure.value.coefficient.databaseValue,
            figure.value.scale.databaseValue, figure.unit.databaseValue,
            (figure.qualifier?.rawValue).databaseValue,
            (figure.basePeriod?.description).databaseValue,
        ])
    }
}

extension Statement {
    /// Runs the statement with values that are known to fit its places.
    fileprivate func run(_ values: [DatabaseValue]) throws {
        setUncheckedArguments(StatementArguments(values))
        try execute()
    }
}

extension Optional where Wrapped: DatabaseValueConvertible {
    fileprivate var databaseValue: DatabaseValue { self?.databaseValue ?? .null }
}
