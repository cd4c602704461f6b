import GRDB
public import Records

extension Register {
    /// Hands over every record in canonical form: kinds in the order of ``Records/Kind``, ids in
    /// alphabetical order. What is imported from this gives the same export again.
    /// - Parameter body: takes a record's line without its line break.
    public func export(
        kinds: [Kind] = Kind.allCases, _ body: ([UInt8]) throws -> Void
    ) throws {
        try pool.view { database in
            for kind in Kind.allCases where kinds.contains(kind) {
                let rows = try Row.fetchCursor(
                    database, sql: "SELECT body FROM record WHERE kind = ? ORDER BY id",
                    arguments: [kind.rawValue])
                while let row = try rows.next() { try body(row.bytes(0)) }
            }
        }
    }
}
