import Records

/// The types by which candidates can be chosen: the kinds of record, and the types within a kind
/// as `kind:type`.
enum ReconcileTypes {
    /// A type with its name for people.
    struct Named: Sendable, Hashable {
        let id: String
        let name: String
    }

    /// The kinds that a column of names can mean, in the order in which they are proposed.
    static let kinds: [Kind] = [
        .place, .organisation, .person, .agreement, .event, .project, .measure,
    ]

    /// All types.
    static let all: [Named] = kinds.flatMap { kind in
        [named(kind)] + types(of: kind).map { named(kind, $0) }
    }

    static func named(_ kind: Kind) -> Named {
        Named(id: kind.name, name: kind.name.prefix(1).uppercased() + kind.name.dropFirst())
    }

    static func named(_ kind: Kind, _ type: String) -> Named {
        let words = type.split(separator: "-").joined(separator: " ")
        return Named(id: "\(kind.name):\(type)", name: "\(words) (\(kind.name))")
    }

    /// The types of a record, the kind first.
    static func named(of record: Record) -> [Named] {
        let type = record.content.type.map { [named(record.kind, $0)] } ?? []
        return [named(record.kind)] + type
    }

    /// The kind, and the type within it, of a type's id; nil when it isn't known.
    static func parse(_ id: String) -> (kind: Kind, type: String?)? {
        let parts = id.split(separator: ":", maxSplits: 1).map(String.init)
        guard let first = parts.first, let kind = Kind(name: first) else { return nil }
        return (kind, parts.count == 2 ? parts[1] : nil)
    }

    private static func types(of kind: Kind) -> [String] {
        switch kind {
        case .place: Place.PlaceType.allCases.map(\.rawValue)
        case .organisation: Organisation.OrganisationType.allCases.map(\.rawValue)
        case .agreement: Agreement.AgreementType.allCases.map(\.rawValue)
        case .event: Event.EventType.allCases.map(\.rawValue)
        case .project: Project.ProjectType.allCases.map(\.rawValue)
        default: []
        }
    }
}
