import Crypto
import Foundation
import GRDB

/// The tables of the projection with the order of their rows.
private let tables: [(name: String, key: String)] = [
    ("state", "key"), ("record", "ordinal"), ("revision", "ordinal, revision"),
    ("search", "ordinal"), ("link", "target, role, ordinal"),
    ("citation", "source, ordinal, position"), ("observation", "ordinal"),
]

/// SHA-256 over every row of every table, each value with its type and length before it.
struct ProjectionDigest {
    let database: Database

    func hexadecimal() throws -> String {
        var hash = SHA256()
        for table in tables {
            hash.update(data: Array(table.name.utf8))
            let rows = try Row.fetchCursor(
                database, sql: "SELECT * FROM \(table.name) ORDER BY \(table.key)")
            while let row = try rows.next() {
                var bytes: [UInt8] = []
                for value in row.databaseValues { Self.append(value, to: &bytes) }
                hash.update(data: bytes)
            }
        }
        return hash.finalize().map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    private static func append(_ value: DatabaseValue, to bytes: inout [UInt8]) {
        let (tag, content): (String, [UInt8])
        switch value.storage {
        case .null: (tag, content) = ("n", [])
        case .int64(let number): (tag, content) = ("i", Array(String(number).utf8))
        case .double(let number): (tag, content) = ("d", Array(String(number).utf8))
        case .string(let text): (tag, content) = ("t", Array(text.utf8))
        case .blob(let data): (tag, content) = ("b", Array(data))
        }
        bytes += Array("\(tag)\(content.count):".utf8) + content
    }
}

/// Compares the projection with one made afresh, attached as `fresh`.
struct ProjectionComparison {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// The first difference of each table, as lines to read.
    func problems() throws -> [String] {
        try tables.compactMap { table in
            if let row = try first(table.key, "main", "fresh", table.name) {
                return line(table.name, row, "holds what the journal doesn't give")
            }
            if let row = try first(table.key, "fresh", "main", table.name) {
                return line(table.name, row, "lacks what the journal gives")
            }
            return nil
        }
    }

    private func first(
        _ key: String, _ one: String, _ other: String, _ table: String
    ) throws -> Row? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT * FROM (SELECT * FROM \(one).\(table) EXCEPT SELECT * FROM \(other).\(table))
                ORDER BY \(key) LIMIT 1
                """)
    }

    private func line(_ table: String, _ row: Row, _ what: String) -> String {
        var place = "table \(table)"
        let ordinal: Int64? = table == "state" ? nil : row["ordinal"]
        for schema in ["fresh", "main"] {
            guard let ordinal,
                let record = try? Row.fetchOne(
                    database, sql: "SELECT id, sequence FROM \(schema).record WHERE ordinal = ?",
                    arguments: [ordinal])
            else { continue }
            place += ", record \(record[0] as String), journal entry \(record[1] as Int64)"
            break
        }
        return "projection: \(place): \(what); `fondaco rebuild` makes it anew"
    }
}
