import Records
import Register

/// The organisations, events and projects that a place's page lists: those that name the place and,
/// where these are few, others inside it; where they are many, the first of all that are inside.
struct PlaceContents {
    let place: RecordID
    /// How many records of each kind the register has inside the place.
    let counts: [Kind: Int]
    let register: Register

    /// So many that name the place themselves are read one by one.
    private static let few = 30

    /// The newest records of a kind.
    func records(
        _ kind: Kind, naming roles: [Link.Role], _ around: inout Surroundings
    ) throws -> [Record] {
        guard around.count(naming: roles, kind: kind) <= Self.few else {
            return try found(kind, sort: .dateDescending)
        }
        let direct = try around.records(naming: roles, kind: kind).newestFirst
        return try filled(direct, kind, sort: .dateDescending)
    }

    /// The technoparks and zones, and the other bodies.
    func bodies(
        _ around: inout Surroundings
    ) throws -> (parks: [Record], others: [Record]) {
        let roles: [Link.Role] = [.place, .site]
        guard around.count(naming: roles, kind: .organisation) <= Self.few else {
            let parks = try found(.organisation, types: Self.parkTypes, sort: .rank)
            let others = try found(.organisation, sort: .rank).filter { !Self.isPark($0) }
            return (parks, others)
        }
        let direct = try around.records(naming: roles, kind: .organisation).byName
        let all = try filled(direct, .organisation, sort: .rank)
        return (all.filter(Self.isPark), all.filter { !Self.isPark($0) })
    }

    private static var parkTypes: [String] {
        Organisation.OrganisationType.allCases.filter(\.isPark).map(\.rawValue)
    }

    private static func isPark(_ record: Record) -> Bool {
        guard case .organisation(let body) = record.body else { return false }
        return body.organisationType.isPark
    }

    private func filled(
        _ direct: [Record], _ kind: Kind, sort: RecordSort
    ) throws -> [Record] {
        guard direct.count < PlacePage.most, counts[kind] ?? 0 > direct.count else {
            return direct
        }
        let known = Set(direct.map(\.id))
        let others = try found(kind, sort: sort).filter { !known.contains($0.id) }
        return direct + others.prefix(PlacePage.most - direct.count)
    }

    private func found(
        _ kind: Kind, types: [String] = [], sort: RecordSort
    ) throws -> [Record] {
        var query = RecordQuery()
        query.kinds = [kind]
        query.types = types
        query.places = [place]
        query.sort = sort
        query.limit = PlacePage.most
        return try register.find(query).items.map(\.record)
    }
}
