import Records
import Register

/// What the table of figures shows, as it stands in the page's address.
struct FigureState: Hashable, Sendable {
    var indicators: [String] = []
    var subject: RecordID?
    var counterpart: RecordID?
    /// Exactly as it stands.
    var product: String?
    /// The period may not end before it.
    var from: PartialDate?
    /// The period may not begin after it.
    var to: PartialDate?
    /// The order; nil for the table's own.
    var sort: ObservationQuery.Sort?
    /// Which page, from 1.
    var page = 1

    /// All figures.
    init() {}

    /// Reads the state from a query; see ``ListState/init(_:)``. `year` is short for `from` and
    /// `to` in one.
    init(_ query: QueryParameters) throws(BadParameter) {
        for item in query.items where !item.value.isEmpty {
            let (name, value) = (item.name, item.value)
            guard value.utf8.count <= ListState.longestText else {
                throw BadParameter(name, .tooLong(ListState.longestText))
            }
            switch name {
            case "indicator":
                guard indicators.count < ListState.mostValues else {
                    throw BadParameter(name, .tooMany(ListState.mostValues))
                }
                if !indicators.contains(value) { indicators.append(value) }
            case "subject": subject = try BadParameter.id(value, name)
            case "counterpart": counterpart = try BadParameter.id(value, name)
            case "product": product = value
            case "from": from = try BadParameter.date(value, name)
            case "to": to = try BadParameter.date(value, name)
            case "year":
                from = try BadParameter.date(value, name)
                to = from
            case "sort":
                guard let order = ObservationQuery.Sort(rawValue: value) else {
                    let choices = ObservationQuery.Sort.allCases.map(\.rawValue)
                    throw BadParameter(name, .choice(choices))
                }
                sort = order
            case "page": page = try BadParameter.page(value)
            default: break
            }
        }
    }

    /// The state as a query, in one order.
    func items(withPage: Bool = true) -> [(name: String, value: String?)] {
        var items = indicators.map { (name: "indicator", value: String?.some($0)) }
        items.append(("subject", subject?.text))
        items.append(("counterpart", counterpart?.text))
        items.append(("product", product))
        items.append(("from", from?.description))
        items.append(("to", to?.description))
        items.append(("sort", sort?.rawValue))
        if withPage, page > 1 { items.append(("page", String(page))) }
        return items.filter { $0.value != nil }
    }

    /// Whether anything narrows the table.
    var isFiltered: Bool {
        var state = self
        state.sort = nil
        state.page = 1
        return state != FigureState()
    }

    /// The state with something else changed, on the first page.
    func with(_ change: (inout FigureState) -> Void) -> FigureState {
        var state = self
        state.page = 1
        change(&state)
        return state
    }

    /// What to ask the register for.
    func query(pageSize: Int) -> ObservationQuery {
        var query = ObservationQuery()
        query.indicators = indicators
        query.subjects = [subject].compactMap(\.self)
        query.counterparts = [counterpart].compactMap(\.self)
        query.product = product
        query.from = from?.firstDay
        query.to = to?.lastDay
        query.sort = sort ?? .indicator
        query.offset = (page - 1) * pageSize
        query.limit = pageSize
        return query
    }
}
