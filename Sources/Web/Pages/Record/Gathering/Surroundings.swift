import Records
import Register

/// A record with the records that are tied to it, fetched in bulk.
struct Surroundings: Sendable {
    let register: Register
    /// The record as it is shown.
    let stored: StoredRecord
    private let ties: Ties
    private var bodies: [RecordID: Record] = [:]

    /// How many records of one sort of tie are read to choose those to show from.
    static let mostRead = 200

    init(_ register: Register, _ stored: StoredRecord) throws {
        self.register = register
        self.stored = stored
        ties = Ties(try register.links(of: stored.record.id, limit: Ties.most))
    }

    /// The record's id.
    var id: RecordID { stored.record.id }

    /// The records of a kind that name this one in any of the roles, each once.
    mutating func records(naming roles: Link.Role..., kind: Kind) throws -> [Record] {
        var ids: [RecordID] = []
        var known: Set<RecordID> = []
        for role in roles {
            for id in try self.ids(naming: role, kind: kind) where known.insert(id).inserted {
                ids.append(id)
            }
        }
        return try records(ids)
    }

    /// Records by their ids, in the order of the ids; those that don't exist are left out.
    mutating func records(_ ids: [RecordID]) throws -> [Record] {
        let missing = ids.filter { bodies[$0] == nil }
        if !missing.isEmpty { bodies.merge(try register.records(missing)) { $1 } }
        return ids.compactMap { bodies[$0] }
    }

    /// A record by its id.
    mutating func record(_ id: RecordID?) throws -> Record? {
        try id.flatMap { try records([$0]).first }
    }

    private mutating func ids(naming role: Link.Role, kind: Kind) throws -> [RecordID] {
        if ties.isComplete {
            let sort = Ties.Sort(role: role, kind: kind)
            return (ties.incoming[sort] ?? []).prefix(Self.mostRead).map(\.id)
        }
        let listed = try register.linked(to: id, role: role, kind: kind, limit: Self.mostRead)
        for item in listed { bodies[item.summary.id] = item.record }
        return listed.map(\.summary.id)
    }
}

extension [Record] {
    /// The newest first, then those without a time; of one time by name.
    var newestFirst: [Record] {
        let keyed = map { (record: $0, day: $0.content.days?.upperBound ?? 0, name: $0.name) }
        let sorted = keyed.sorted { left, right in
            left.day != right.day ? left.day > right.day : left.name < right.name
        }
        return sorted.map(\.record)
    }

    /// By name.
    var byName: [Record] {
        let keyed = map { (record: $0, name: $0.name) }
        return keyed.sorted { $0.name < $1.name }.map(\.record)
    }
}
