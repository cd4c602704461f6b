public import Records

/// What lies in what: districts in regions, regions in countries, countries in unions,
/// organisations in places. Sums and checks need it so that a part is never added to its whole.
public struct Containment: Sendable {
    private let wholes: [RecordID: RecordID]
    private let memberships: [RecordID: [RecordID]]
    private let groups: Set<RecordID>
    private let complete: Set<RecordID>

    /// Nothing lies in anything.
    public static let none = Containment(wholes: [:])

    /// A lookup.
    /// - Parameters:
    ///   - wholes: the one whole in which something lies directly: a region's country, an
    ///     organisation's place.
    ///   - memberships: groups beside that order, which may overlap: a country's unions.
    ///   - complete: the wholes all of whose direct parts are known, so that figures of all of
    ///     them must add to the whole's.
    public init(
        wholes: [RecordID: RecordID], memberships: [RecordID: [RecordID]] = [:],
        complete: Set<RecordID> = []
    ) {
        self.wholes = wholes
        self.memberships = memberships
        self.complete = complete
        var groups: Set<RecordID> = []
        for (_, of) in memberships { groups.formUnion(of) }
        self.groups = groups
    }

    /// The lookup that records give: a place lies in its parent, an organisation in its parent
    /// organisation, else in its place.
    public init(
        _ records: some Sequence<Record>, memberships: [RecordID: [RecordID]] = [:],
        complete: Set<RecordID> = []
    ) {
        var wholes: [RecordID: RecordID] = [:]
        var memberships = memberships
        for record in records {
            switch record.body {
            case .place(let place):
                wholes[record.id] = place.parent
            case .organisation(let organisation):
                wholes[record.id] = organisation.place ?? organisation.parent
                if organisation.place != nil, let parent = organisation.parent {
                    memberships[record.id, default: []].append(parent)
                }
            default: break
            }
        }
        self.init(wholes: wholes, memberships: memberships, complete: complete)
    }

    /// Whether the first is inside the second, directly or through others. Nothing is inside
    /// itself, and a circle in the lookup ends the search.
    public func contains(_ part: RecordID, in whole: RecordID) -> Bool {
        ancestors(of: part).contains(whole)
    }

    /// Whether an id is a group that may overlap with others, such as a union of countries.
    func isGroup(_ id: RecordID) -> Bool {
        groups.contains(id) || (id.kind == .organisation && wholes[id] == nil)
    }

    /// Whether figures of the direct parts can be added: places are disjoint, while two
    /// organisations in a place may be parts of each other.
    func isDisjointPart(_ id: RecordID) -> Bool { id.kind == .place }

    func isComplete(_ id: RecordID) -> Bool { complete.contains(id) }

    /// Everything in which an id lies, nearest first.
    func ancestors(of id: RecordID) -> [RecordID] {
        var found: [RecordID] = []
        var next = direct(id)
        // An id has few wholes; the limit holds for circles and for what nobody should import.
        while !next.isEmpty, found.count < 64 {
            var further: [RecordID] = []
            for whole in next where whole != id && !found.contains(whole) {
                found.append(whole)
                further += direct(whole)
            }
            next = further
        }
        return found
    }

    /// The direct parts of a complete whole; empty for others.
    func partsOfComplete() -> [RecordID: Set<RecordID>] {
        var parts: [RecordID: Set<RecordID>] = [:]
        for (part, whole) in wholes where complete.contains(whole) && part.kind == .place {
            parts[whole, default: []].insert(part)
        }
        return parts
    }

    private func direct(_ id: RecordID) -> [RecordID] {
        (wholes[id].map { [$0] } ?? []) + (memberships[id] ?? [])
    }
}
