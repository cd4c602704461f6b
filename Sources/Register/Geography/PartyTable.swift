import Records

/// Who takes part in what: the parties of agreements and projects, the organisers and participants
/// of events.
struct PartyTable: Sendable {
    struct Row: Sendable {
        let record: Int64
        let party: Int64
        let kind: UInt8
        /// The place that the party is, or has its seat at; 0 for none.
        var place: Int64 = 0
    }

    /// By record, then party.
    private var rows: [Row] = []
    /// Where organisations have their seats, and for whom people speak.
    private var seats: [Int64: Int64] = [:]
    private var bodies: [Int64: Int64] = [:]

    /// Whether a role makes its target a party.
    static func isParty(_ role: Link.Role) -> Bool {
        role == .party || role == .organiser || role == .participant
    }

    mutating func add(_ row: Row) { rows.append(row) }

    /// An organisation has its seat at a place.
    mutating func seat(_ organisation: Int64, at place: Int64) { seats[organisation] = place }

    /// A person speaks for a place or an organisation.
    mutating func speaks(_ person: Int64, for body: Int64) { bodies[person] = body }

    /// Finds the parties' places and puts the rows in order, when all are there.
    /// - Parameter isPlace: whether a record is a place.
    mutating func finish(isPlace: (Int64) -> Bool) {
        for index in rows.indices {
            let party = rows[index].party
            let body = bodies[party] ?? party
            rows[index].place = isPlace(body) ? body : seats[body] ?? 0
        }
        seats = [:]
        bodies = [:]
        rows.sort { ($0.record, $0.party) < ($1.record, $1.party) }
    }

    /// Calls back with each party of a record, each once.
    func each(of record: Int64, _ body: (Row) -> Void) {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].record < record { low = middle + 1 } else { high = middle }
        }
        var last: Int64?
        while low < rows.count, rows[low].record == record {
            if rows[low].party != last { body(rows[low]) }
            last = rows[low].party
            low += 1
        }
    }
}
