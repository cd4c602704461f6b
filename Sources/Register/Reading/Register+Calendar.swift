import GRDB
import Records

/// Reading what stands in the calendar.
extension Register {
    /// All that stands in the calendar, in the order of first days, then of last days, sorts and
    /// the register's numbers. It is read by index and kept until the register changes.
    public func calendar() throws -> [CalendarMark] {
        try wholeCalendar().marks
    }

    /// What stands in the calendar of some records, named by the register's numbers, in the same
    /// order.
    public func calendar(of ordinals: Set<Int64>) throws -> [CalendarMark] {
        try wholeCalendar().marks(of: ordinals)
    }

    private func wholeCalendar() throws -> RegisterCalendar {
        try pool.view { database in
            try shelf.calendar(at: Self.applied(database).sequence) {
                try Self.marks(database).sorted(by: Self.isBefore)
            }
        }
    }

    /// Records by the register's numbers; unknown ones are left out.
    public func records(at ordinals: [Int64]) throws -> [Int64: StoredRecord] {
        try pool.view { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT ordinal, revision, sequence, time, actor, body FROM record
                    WHERE ordinal = ?
                    """)
            var records: [Int64: StoredRecord] = [:]
            for ordinal in ordinals where records[ordinal] == nil {
                records[ordinal] = try Row.fetchOne(statement, arguments: [ordinal])
                    .map(Self.stored)
            }
            return records
        }
    }

    private static func marks(_ database: Database) throws -> [CalendarMark] {
        var marks: [CalendarMark] = []
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT ordinal, kind, first_day, last_day, status, series FROM search
                WHERE kind IN (4, 5, 6) AND first_day > 0
                """)
        while let row = try rows.next() {
            guard let kind = Kind(rawValue: row[1]), let sort = sort(of: kind) else { continue }
            marks.append(
                CalendarMark(
                    ordinal: row[0], sort: sort, firstDay: row[2], lastDay: row[3],
                    status: row[4], series: row[5]))
        }
        let ends = try Row.fetchCursor(
            database,
            sql: """
                SELECT ordinal, \(Schema.expiry), search.status FROM record JOIN search USING (ordinal)
                WHERE record.kind = 4 AND \(Schema.expiry) IS NOT NULL
                """)
        while let row = try ends.next() {
            guard let text: String = row[1], let date = PartialDate(text) else { continue }
            marks.append(
                CalendarMark(
                    ordinal: row[0], sort: .expiry, firstDay: date.firstDay,
                    lastDay: date.lastDay, status: row[2], series: nil))
        }
        return marks
    }

    private static func sort(of kind: Kind) -> CalendarMark.Sort? {
        switch kind {
        case .event: .event
        case .measure: .deadline
        case .agreement: .beginning
        default: nil
        }
    }

    private static let places = Dictionary(
        uniqueKeysWithValues: CalendarMark.Sort.allCases.enumerated().map { ($1, $0) })

    private static func isBefore(_ left: CalendarMark, _ right: CalendarMark) -> Bool {
        (left.firstDay, left.lastDay, places[left.sort] ?? 0, left.ordinal)
            < (right.firstDay, right.lastDay, places[right.sort] ?? 0, right.ordinal)
    }
}
