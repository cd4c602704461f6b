import Records

/// What the table of technoparks and zones shows, as it stands in the page's address.
struct ZoneState: Hashable, Sendable {
    /// Only these types; all of them when empty.
    var types: [Organisation.OrganisationType] = []
    /// Only what lies in one of these countries.
    var countries: [RecordID] = []
    /// By what the rows are ordered.
    var order = ZoneOrder()

    /// The types that have a profile to compare.
    static let allTypes = Organisation.OrganisationType.allCases.filter(\.isPark)

    /// Everything.
    init() {}

    /// Reads the state from a query.
    init(_ query: QueryParameters) throws(BadParameter) {
        for item in query.items where !item.value.isEmpty {
            switch item.name {
            case "type":
                guard let type = Self.allTypes.first(where: { $0.rawValue == item.value }) else {
                    throw BadParameter("type", .choice(Self.allTypes.map(\.rawValue)))
                }
                if !types.contains(type) { types.append(type) }
            case "country":
                let id = try BadParameter.id(item.value, "country")
                guard countries.count < ListState.mostValues else {
                    throw BadParameter("country", .tooMany(ListState.mostValues))
                }
                if !countries.contains(id) { countries.append(id) }
            case "sort":
                guard let order = ZoneOrder(item.value) else {
                    throw BadParameter("sort", .choice(ZoneOrder.allNames))
                }
                self.order = order
            default: break
            }
        }
    }

    /// The state as a query.
    var items: [(name: String, value: String?)] {
        types.map { ("type", $0.rawValue) } + countries.map { ("country", $0.text) }
            + (order == ZoneOrder() ? [] : [("sort", order.name)])
    }

    /// Whether anything narrows the table.
    var isFiltered: Bool { !types.isEmpty || !countries.isEmpty }

    /// The state with something else changed.
    func with(_ change: (inout ZoneState) -> Void) -> ZoneState {
        var state = self
        change(&state)
        return state
    }
}

/// An order of the table's rows.
struct ZoneOrder: Hashable, Sendable {
    /// A column that the rows can be ordered by.
    enum Key: Hashable, Sendable {
        case name, type, place, known
        case figure(ZoneFigure)

        var name: String {
            switch self {
            case .name: "name"
            case .type: "type"
            case .place: "place"
            case .known: "known"
            case .figure(let figure): figure.rawValue
            }
        }

        static let all: [Key] =
            [.name, .type, .place, .known] + ZoneFigure.allCases.map(Key.figure)

        /// Figures begin with the largest, words with the first letter.
        var beginsDescending: Bool {
            switch self {
            case .name, .type, .place: false
            case .known, .figure: true
            }
        }
    }

    var key = Key.name
    var isDescending = false

    /// By name.
    init() {}

    init(_ key: Key, isDescending: Bool) {
        self.key = key
        self.isDescending = isDescending
    }

    /// Reads `residents`, or `-residents` for the largest first.
    init?(_ text: String) {
        let isDescending = text.hasPrefix("-")
        let name = isDescending ? String(text.dropFirst()) : text
        guard let key = Key.all.first(where: { $0.name == name }) else { return nil }
        self.init(key, isDescending: isDescending)
    }

    var name: String { (isDescending ? "-" : "") + key.name }

    static let allNames = Key.all.flatMap { [$0.name, "-" + $0.name] }

    /// What a click on a column's head gives: its own order first, then backwards.
    func next(_ key: Key) -> ZoneOrder {
        guard key == self.key else { return ZoneOrder(key, isDescending: key.beginsDescending) }
        return ZoneOrder(key, isDescending: !isDescending)
    }
}
