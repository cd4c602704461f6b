import Records
import Register

/// What can be compared, and what is worth comparing first.
struct CompareStart: Sendable {
    /// Records of one type, those with most figures first.
    struct Group: Sendable {
        let kind: Kind
        let type: String
        let members: [RecordSummary]
    }

    /// The groups with most figures first.
    let groups: [Group]
    /// All places and organisations with figures, by how many they have.
    let all: [(record: RecordSummary, figures: Int)]

    static let empty = CompareStart(groups: [], all: [])
    private static let most = (groups: 6, members: 4)

    private init(groups: [Group], all: [(record: RecordSummary, figures: Int)]) {
        (self.groups, self.all) = (groups, all)
    }

    init(_ register: Register) throws {
        let subjects = try register.choices(ObservationQuery()).subjects
            .filter { ComparePage.kinds.contains($0.value.kind) }
        all = subjects.map { ($0.value, $0.count) }
        let records = try register.records(subjects.map(\.value.id))
        var order: [String] = []
        var members: [String: [RecordSummary]] = [:]
        for (summary, _) in subjects {
            guard let type = records[summary.id]?.content.type else { continue }
            let key = summary.kind.name + "/" + type
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(summary)
        }
        groups = order.compactMap { key in
            guard let found = members[key], found.count > 1, let first = found.first,
                let type = records[first.id]?.content.type
            else { return nil }
            return Group(
                kind: first.kind, type: type, members: Array(found.prefix(Self.most.members)))
        }.prefix(Self.most.groups).map(\.self)
    }
}
