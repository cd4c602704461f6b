import Records
import Register

/// What the map shows, as it stands in its address.
struct MapState: Hashable, Sendable {
    /// What is drawn.
    enum Mode: String, CaseIterable, Sendable {
        /// Places with what there is at each.
        case places
        /// Arcs between places with what there is between them.
        case flows
    }

    var mode = Mode.places
    /// How near to look: places, regions or countries.
    var level = PartnerLevel.place
    /// The indicator that is drawn; nil for numbers of records.
    var indicator: String?
    /// The period of the indicator; nil for the one with most figures.
    var period: Period?
    /// Whether everything is shown, however far away.
    var isWhole = false
    /// The filters.
    var list = ListState()

    static let levels: [PartnerLevel] = [.place, .region, .country]

    init() {}

    /// Reads the state from a query; names that the map doesn't know are left alone.
    init(_ query: QueryParameters) throws(BadParameter) {
        list = try ListState(query)
        list.sort = nil
        list.page = 1
        for item in query.items where !item.value.isEmpty {
            let value = item.value
            guard value.utf8.count <= ListState.longestText else {
                throw BadParameter(item.name, .tooLong(ListState.longestText))
            }
            switch item.name {
            case "mode":
                guard let mode = Mode(rawValue: value) else {
                    throw BadParameter("mode", .choice(Mode.allCases.map(\.rawValue)))
                }
                self.mode = mode
            case "level": level = try Self.level(value, among: Self.levels)
            case "extent":
                guard value == "all" else { throw BadParameter("extent", .choice(["all"])) }
                isWhole = true
            case "indicator": indicator = value
            case "period":
                guard let period = Period(value) else { throw BadParameter("period", .date) }
                self.period = period
            default: break
            }
        }
    }

    static func level(
        _ text: String, among levels: [PartnerLevel]
    ) throws(BadParameter) -> PartnerLevel {
        guard let level = PartnerLevel(rawValue: text), levels.contains(level) else {
            throw BadParameter("level", .choice(levels.map(\.rawValue)))
        }
        return level
    }

    /// The parameters that a drawing of a map knows: its mode is its name.
    static let parameterNames =
        ["level", "indicator", "period", "extent", "q", "place", "from", "to"]
        + RecordFacet.allCases.map(\.rawValue)

    /// The state as a query, without what goes without saying.
    func items(withMode: Bool = true) -> [(name: String, value: String)] {
        var items: [(name: String, value: String)] = []
        if withMode, mode != .places { items.append(("mode", mode.rawValue)) }
        if level != .place { items.append(("level", level.rawValue)) }
        if let indicator { items.append(("indicator", indicator)) }
        if indicator != nil, let period { items.append(("period", period.description)) }
        if isWhole { items.append(("extent", "all")) }
        items += list.items(withPage: false).compactMap { item in
            item.value.map { (item.name, $0) }
        }
        return items
    }

    var address: Address { Self.address(of: SitePath.map.text, items()) }

    static func address(_ path: String, _ items: [(name: String, value: String)]) -> Address {
        Address(path: path, query: items.map { (name: $0.name, value: String?.some($0.value)) })
    }

    private static func address(
        of path: String, _ items: [(name: String, value: String)]
    ) -> Address { address(path, items) }

    func with(_ change: (inout MapState) -> Void) -> MapState {
        var state = self
        change(&state)
        return state
    }

    /// The kinds that are counted: those chosen, else those that say where something happens.
    var kinds: [Kind] {
        let chosen = (list.chosen[.kind] ?? []).compactMap(Kind.init(name:))
        if !chosen.isEmpty { return chosen }
        switch mode {
        case .places:
            return [.organisation, .person, .agreement, .event, .project, .offer]
        case .flows: return [.agreement]
        }
    }

    /// The only kind that is counted; nil for several.
    var onlyKind: Kind? { kinds.count == 1 ? kinds[0] : nil }

    /// The records that are counted.
    var query: RecordQuery {
        var query = list.query(pageSize: 0)
        query.kinds = kinds
        query.offset = 0
        return query
    }
}
