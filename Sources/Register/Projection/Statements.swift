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
    private let archive: WritingStatement
    private let deleteRecord: WritingStatement
    private let record: WritingStatement
    private let search: WritingStatement
    private let link: WritingStatement
    private let unlink: WritingStatement
    private let citation: WritingStatement
    private let uncite: WritingStatement
    private let observation: WritingStatement

    init(_ database: Database) throws {
        findOrdinal = try database.makeStatement(
            sql: "SELECT ordinal FROM record WHERE id = ?")
        findCurrent = try database.makeStatement(
            sql: "SELECT ordinal, revision, body FROM record WHERE id = ?")
        archive = try WritingStatement(
            database,
            """
            INSERT INTO revision SELECT ordinal, revision, sequence, time, actor, body
            FROM record WHERE ordinal = ?
            """)
        deleteRecord = try WritingStatement(database, "DELETE FROM record WHERE ordinal = ?")
        record = try WritingStatement(
            database, "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        search = try WritingStatement(
            database, "INSERT OR REPLACE INTO search VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        link = try WritingStatement(database, "INSERT OR IGNORE INTO link VALUES (?, ?, ?)")
        unlink = try WritingStatement(
            database, "DELETE FROM link WHERE target = ? AND role = ? AND ordinal = ?")
        citation = try WritingStatement(database, "INSERT INTO citation VALUES (?, ?, ?, ?)")
        uncite = try WritingStatement(
            database, "DELETE FROM citation WHERE source = ? AND ordinal = ?")
        observation = try WritingStatement(
            database,
            "INSERT OR REPLACE INTO observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    }

    func ordinal(of id: RecordID) throws -> Int64? {
        try Int64.fetchOne(findOrdinal, arguments: [id.text])
    }

    func current(of id: RecordID) throws -> Current? {
        guard let row = try Row.fetchOne(findCurrent, arguments: [id.text]) else { return nil }
        return Current(ordinal: row[0], revision: row[1], body: row.bytes(2))
    }

    func retire(_ current: Current) throws {
        try archive.run { $0.bind(current.ordinal) }
        try deleteRecord.run { $0.bind(current.ordinal) }
    }

    func insertRecord(
        _ projected: ProjectedRecord, _ ordinal: Int64, _ revision: Int64,
        _ provenance: Provenance
    ) throws {
        try record.run { row in
            row.bind(ordinal)
            row.bind(projected.record.id.text)
            row.bind(projected.record.kind.rawValue)
            row.bind(revision)
            row.bind(provenance.sequence)
            row.bind(provenance.time)
            row.bind(provenance.actor)
            row.bind(projected.name)
            row.bind(projected.italian)
            row.bind(projected.russian)
            row.bind(projected.body)
        }
    }

    func insertSearch(_ projected: ProjectedRecord, _ ordinal: Int64) throws {
        let days = projected.days
        try search.run { row in
            row.bind(ordinal)
            row.bind(projected.record.kind.rawValue)
            row.bind(projected.type)
            row.bind(projected.status)
            row.bind(projected.series)
            row.bind(days.lowerBound)
            row.bind(days.upperBound)
            row.bind(projected.topics)
            row.bind(projected.names)
            row.bind(projected.words)
        }
    }

    func insertLink(target: Int64, _ role: Link.Role, _ ordinal: Int64) throws {
        try link.run { row in
            row.bind(target)
            row.bind(role.rawValue)
            row.bind(ordinal)
        }
    }

    func deleteLink(target: Int64, _ role: Link.Role, _ ordinal: Int64) throws {
        try unlink.run { row in
            row.bind(target)
            row.bind(role.rawValue)
            row.bind(ordinal)
        }
    }

    func insertCitation(
        source: Int64, _ ordinal: Int64, _ position: Int, _ locator: String?
    ) throws {
        try citation.run { row in
            row.bind(source)
            row.bind(ordinal)
            row.bind(position)
            row.bind(locator)
        }
    }

    func deleteCitations(source: Int64, _ ordinal: Int64) throws {
        try uncite.run { row in
            row.bind(source)
            row.bind(ordinal)
        }
    }

    func insertObservation(
        _ figure: Observation, _ ordinal: Int64, subject: Int64, counterpart: Int64?
    ) throws {
        try observation.run { row in
            row.bind(ordinal)
            row.bind(figure.indicator)
            row.bind(subject)
            row.bind(counterpart)
            row.bind(figure.product)
            row.bind(figure.period.description)
            row.bind(figure.period.firstDay)
            row.bind(figure.period.lastDay)
            row.bind(figure.value.coefficient)
            row.bind(figure.value.scale)
            row.bind(figure.unit)
            row.bind(figure.qualifier?.rawValue)
            row.bind(figure.basePeriod?.description)
        }
    }
}
