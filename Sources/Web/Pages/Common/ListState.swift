import Records
import Register

/// What a list of records shows, as it stands in the page's address.
struct ListState: Hashable, Sendable {
    /// Words to look for.
    var text = ""
    /// What is chosen, by facet, in the order chosen.
    var chosen: [RecordFacet: [String]] = [:]
    /// Only what is inside one of these places.
    var places: [RecordID] = []
    /// A date as exact as it was typed; the record's time may not end before it.
    var from: PartialDate?
    /// A date; the record's time may not begin after it.
    var to: PartialDate?
    /// The order; nil for the list's own.
    var sort: RecordSort?
    /// Which page, from 1.
    var page = 1

    /// The longest text that is looked for, in bytes.
    static let longestText = 500
    /// The last page that can be asked for.
    static let lastPage = 1_000_000
    /// The most values of one parameter.
    static let mostValues = 20

    /// Everything.
    init() {}

    /// Reads the state from a query. Empty values are as good as none, since forms send them;
    /// names that no list knows are left alone.
    init(_ query: QueryParameters) throws(BadParameter) {
        for item in query.items where !item.value.isEmpty {
            let (name, value) = (item.name, item.value)
            switch name {
            case "q": text = try Self.words(value)
            case "place": try Self.append(try BadParameter.id(value, "place"), to: &places, name)
            case "from": from = try BadParameter.date(value, "from")
            case "to": to = try BadParameter.date(value, "to")
            case "sort": sort = try Self.order(value)
            case "page": page = try BadParameter.page(value)
            default:
                guard let facet = RecordFacet(rawValue: name) else { continue }
                let value = try Self.checked(value, facet)
                try Self.append(value, to: &chosen[facet, default: []], name)
            }
        }
    }

    /// The state as a query, in one order whatever order it came in; the address of a page that
    /// shows the same is the same.
    func items(withPage: Bool = true) -> [(name: String, value: String?)] {
        var items: [(name: String, value: String?)] = []
        if !text.isEmpty { items.append(("q", text)) }
        for facet in RecordFacet.allCases {
            for value in chosen[facet] ?? [] { items.append((facet.rawValue, value)) }
        }
        for place in places { items.append(("place", place.text)) }
        if let from { items.append(("from", from.description)) }
        if let to { items.append(("to", to.description)) }
        if let sort { items.append(("sort", sort.rawValue)) }
        if withPage, page > 1 { items.append(("page", String(page))) }
        return items
    }

    /// Whether anything narrows the list but words.
    var isFiltered: Bool {
        chosen.values.contains { !$0.isEmpty } || !places.isEmpty || from != nil || to != nil
    }

    /// The state with a facet's value chosen, or no longer chosen; on the first page.
    func toggling(_ facet: RecordFacet, _ value: String) -> ListState {
        var state = self
        var values = state.chosen[facet] ?? []
        if let index = values.firstIndex(of: value) {
            values.remove(at: index)
        } else {
            values.append(value)
        }
        state.chosen[facet] = values.isEmpty ? nil : values
        state.page = 1
        return state
    }

    /// The state in another order, on the first page.
    func sorted(by sort: RecordSort?) -> ListState {
        var state = self
        state.sort = sort
        state.page = 1
        return state
    }

    /// The state on another page.
    func onPage(_ page: Int) -> ListState {
        var state = self
        state.page = page
        return state
    }

    /// The state with its words and its order only.
    var unfiltered: ListState {
        var state = ListState()
        state.text = text
        state.sort = sort
        return state
    }

    /// What to ask the register for.
    func query(kind: Kind? = nil, pageSize: Int) -> RecordQuery {
        var query = RecordQuery()
        query.text = text
        query.kinds = kind.map { [$0] } ?? (chosen[.kind] ?? []).compactMap(Kind.init(name:))
        query.types = chosen[.type] ?? []
        query.statuses = chosen[.status] ?? []
        query.countries = (chosen[.country] ?? []).compactMap { RecordID($0) }
        query.regions = (chosen[.region] ?? []).compactMap { RecordID($0) }
        query.years = (chosen[.year] ?? []).compactMap { Int($0) }
        query.topics = chosen[.sector] ?? []
        query.places = places
        query.from = from?.firstDay
        query.to = to?.lastDay
        query.sort = sort
        query.limit = pageSize
        query.offset = (page - 1) * pageSize
        return query
    }

    // MARK: Reading

    private static func words(_ value: String) throws(BadParameter) -> String {
        guard value.utf8.count <= longestText else {
            throw BadParameter("q", .tooLong(longestText))
        }
        return value
    }

    private static func order(_ value: String) throws(BadParameter) -> RecordSort {
        guard let sort = RecordSort(rawValue: value) else {
            throw BadParameter("sort", .choice(RecordSort.allCases.map(\.rawValue)))
        }
        return sort
    }

    private static func checked(
        _ value: String, _ facet: RecordFacet
    ) throws(BadParameter) -> String {
        guard value.utf8.count <= longestText else {
            throw BadParameter(facet.rawValue, .tooLong(longestText))
        }
        switch facet {
        case .kind:
            guard Kind(name: value) != nil else {
                throw BadParameter("kind", .choice(Kind.allCases.map(\.name)))
            }
        case .country, .region:
            return try BadParameter.id(value, facet.rawValue).text
        case .year:
            guard let year = Int(value), (1...9999).contains(year) else {
                throw BadParameter("year", .year)
            }
            return String(year)
        case .type, .status, .sector:
            break
        }
        return value
    }

    private static func append<Value: Hashable>(
        _ value: Value, to values: inout [Value], _ name: String
    ) throws(BadParameter) {
        guard !values.contains(value) else { return }
        guard values.count < mostValues else { throw BadParameter(name, .tooMany(mostValues)) }
        values.append(value)
    }
}
