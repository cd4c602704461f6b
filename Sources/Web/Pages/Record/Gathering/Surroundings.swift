import Records
import Register

/// A record with the records that are tied to it, fetched in bulk.
struct Surroundings: Sendable {
    let register: Register
    /// The record as it is shown.
    let stored: StoredRecord
    private let ties: Ties
    private var bodies: [RecordID: Record] = [:]
    /// Whether all records that a page lists have been fetched.
    private var isFetched = false
    /// The kinds that aren't fetched with the others: figures are asked for by themselves, and
    /// of footnotes there are many.
    private var later: Set<Kind> = [.observation, .source]

    /// How many records of one sort of tie are read to choose those to show from.
    static let mostRead = 200

    init(_ register: Register, _ stored: StoredRecord) throws {
        self.register = register
        self.stored = stored
        ties = Ties(try register.links(of: stored, limit: Ties.most))
        bodies[stored.record.id] = stored.record
    }

    /// The record's id.
    var id: RecordID { stored.record.id }

    /// Whether any record names this one.
    var areEmpty: Bool { ties.isComplete && ties.incoming.isEmpty }

    /// Whether any record of a kind may name this one in a role: a question is spared where not.
    func hasAny(naming role: Link.Role, kind: Kind) -> Bool {
        !ties.isComplete || ties.incoming[Ties.Sort(role: role, kind: kind)] != nil
    }

    /// How many records of a kind name this one in the roles, as far as the ties are known; one
    /// that does so in two roles counts twice.
    func count(naming roles: [Link.Role], kind: Kind) -> Int {
        guard ties.isComplete else { return .max }
        return roles.reduce(0) { count, role in
            count + (ties.incoming[Ties.Sort(role: role, kind: kind)]?.count ?? 0)
        }
    }

    /// The names of the records of a kind that name this one in a role.
    func names(naming role: Link.Role, kind: Kind) throws -> [RecordSummary] {
        if ties.isComplete { return ties.incoming[Ties.Sort(role: role, kind: kind)] ?? [] }
        return try register.linked(to: id, role: role, kind: kind, limit: Self.mostRead)
            .map(\.summary)
    }

    /// Doesn't fetch records of these kinds before a list asks for them.
    mutating func leaveForLater(_ kinds: Set<Kind>) { later.formUnion(kinds) }

    /// The records of a kind that name this one in any of the roles, each once.
    mutating func records(naming roles: Link.Role..., kind: Kind) throws -> [Record] {
        try records(naming: roles, kind: kind)
    }

    /// As ``records(naming:kind:)``.
    mutating func records(naming roles: [Link.Role], kind: Kind) throws -> [Record] {
        try fetchAll()
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

    /// Fetches in one go what the page's lists will ask for.
    private mutating func fetchAll() throws {
        guard ties.isComplete, !isFetched else { return }
        isFetched = true
        let wanted = ties.incoming.filter { !later.contains($0.key.kind) }
        _ = try records(wanted.values.flatMap { $0.prefix(Self.mostRead).map(\.id) })
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
