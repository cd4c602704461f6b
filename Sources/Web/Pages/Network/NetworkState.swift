import Records
import Register

/// What the network shows, as it stands in its address.
struct NetworkState: Hashable, Sendable {
    /// Who stands for a partner.
    var level = PartnerLevel.party
    /// The kinds of partners; empty for all.
    var who: [Kind] = []
    /// The fewest shared records that make a tie.
    var least = 1
    /// Only those around this one.
    var focus: RecordID?
    /// How many steps around it.
    var depth = 1
    /// The filters; its kinds are those of the records that tie.
    var list = ListState()

    /// The kinds of records that can tie partners.
    static let tying: [Kind] = [.agreement, .event, .project]
    /// The kinds of partners that can be chosen.
    static let partners: [Kind] = [.place, .organisation, .person]
    static let mostSteps = 2
    static let mostLeast = 1_000

    init() {}

    /// Reads the state from a query; names that the network doesn't know are left alone.
    init(_ query: QueryParameters) throws(BadParameter) {
        list = try ListState(query)
        list.sort = nil
        list.page = 1
        for kind in list.chosen[.kind] ?? [] where !Self.tying.contains(where: { $0.name == kind })
        {
            throw BadParameter("kind", .choice(Self.tying.map(\.name)))
        }
        for item in query.items where !item.value.isEmpty {
            let value = item.value
            switch item.name {
            case "level": level = try MapState.level(value, among: PartnerLevel.allCases)
            case "who":
                guard let kind = Kind(name: value), Self.partners.contains(kind) else {
                    throw BadParameter("who", .choice(Self.partners.map(\.name)))
                }
                if !who.contains(kind) { who.append(kind) }
            case "least": least = try Self.number(value, "least", 1...Self.mostLeast)
            case "of": focus = try BadParameter.id(value, "of")
            case "depth": depth = try Self.number(value, "depth", 1...Self.mostSteps)
            default: break
            }
        }
    }

    private static func number(
        _ text: String, _ name: String, _ range: ClosedRange<Int>
    ) throws(BadParameter) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw BadParameter(name, .words("\(range.lowerBound)…\(range.upperBound)"))
        }
        return number
    }

    static let parameterNames =
        ["level", "who", "least", "of", "depth", "q", "place", "from", "to"]
        + RecordFacet.allCases.map(\.rawValue)

    /// The state as a query, without what goes without saying.
    var items: [(name: String, value: String)] {
        var items: [(name: String, value: String)] = []
        if let focus { items.append(("of", focus.text)) }
        if focus != nil, depth != 1 { items.append(("depth", String(depth))) }
        if level != .party { items.append(("level", level.rawValue)) }
        items += who.map { ("who", $0.name) }
        if least != 1 { items.append(("least", String(least))) }
        items += list.items(withPage: false).compactMap { item in
            item.value.map { (item.name, $0) }
        }
        return items
    }

    var address: Address { MapState.address(SitePath.network.text, items) }

    func with(_ change: (inout NetworkState) -> Void) -> NetworkState {
        var state = self
        change(&state)
        return state
    }

    /// Who stands around a place of a map of flows.
    static func around(_ place: RecordID, _ map: MapState) -> NetworkState {
        var state = NetworkState()
        state.level = map.level
        state.list = map.list
        state.list.chosen[.kind] = map.kinds.filter(tying.contains).map(\.name)
        if map.kinds == [.agreement] { state.list.chosen[.kind] = nil }
        state.focus = place
        return state
    }

    /// The kinds of records that tie.
    var kinds: [Kind] {
        let chosen = (list.chosen[.kind] ?? []).compactMap(Kind.init(name:))
        return chosen.isEmpty ? [.agreement] : chosen
    }

    /// The only kind of records that tie; nil for several.
    var onlyKind: Kind? { kinds.count == 1 ? kinds[0] : nil }

    var query: PartnerQuery {
        var records = list.query(pageSize: 0)
        records.kinds = kinds
        records.offset = 0
        var query = PartnerQuery(records)
        query.level = level
        query.kinds = level == .party ? who : []
        query.least = least
        query.focus = focus
        query.depth = depth
        return query
    }
}
