/// The kinds of record that the register knows, in the order in which they are exported: what
/// others cite or refer to comes before what cites and refers.
public enum Kind: UInt8, CaseIterable, Sendable, Hashable {
    case source = 0
    case place
    case organisation
    case person
    case agreement
    case measure
    case event
    case project
    case offer
    case observation

    /// The kind as it stands in the `kind` field of a record.
    public var name: String {
        switch self {
        case .source: "source"
        case .place: "place"
        case .organisation: "organisation"
        case .person: "person"
        case .agreement: "agreement"
        case .measure: "measure"
        case .event: "event"
        case .project: "project"
        case .offer: "offer"
        case .observation: "observation"
        }
    }

    /// The first segments that an id of this kind may have; the first one is the usual.
    public var prefixes: [String] {
        switch self {
        case .source: ["src", "seed"]
        case .place: ["place"]
        case .organisation: ["org"]
        case .person: ["person"]
        case .agreement: ["agreement"]
        case .measure: ["measure"]
        case .event: ["event"]
        case .project: ["project"]
        case .offer: ["offer"]
        case .observation: ["obs"]
        }
    }

    /// The kind with this name, or nil.
    public init?(name: String) {
        guard let kind = Kind.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }

    /// The kind whose ids begin with this segment, or nil.
    public init?(prefix: some StringProtocol) {
        guard let kind = Kind.allCases.first(where: { $0.prefixes.contains { $0 == prefix } })
        else { return nil }
        self = kind
    }
}

extension Set<Kind> {
    /// Those who can act: parties, organisers, participants, who offers and who is offered.
    public static let actors: Set<Kind> = [.place, .organisation, .person]
}
