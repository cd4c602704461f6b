import Records
import Register

/// The list of one kind's records, as a table with the columns and filters of the kind.
struct BrowsePage: Page {
    static let pageSize = 50

    let context: PageContext
    let kind: Kind
    let state: ListState
    let found: RecordPage
    let filters: FacetPanel
    let columns: BrowseColumns
    let downloads: [Download]

    var words: Catalogue { context.words }

    /// The list of the kind that the path names.
    init(_ context: PageContext) throws {
        guard case .list(let kind) = SitePath(context.request.path) else {
            throw PageFailure.notFound
        }
        try self.init(kind, context)
    }

    init(_ kind: Kind, _ context: PageContext) throws {
        self.context = context
        self.kind = kind
        var state = try ListState(context.request.query)
        state.chosen[.kind] = nil
        self.state = state
        var query = state.query(kind: kind, pageSize: Self.pageSize)
        query.sort = state.sort ?? Self.ownOrder(of: kind, withText: !state.text.isEmpty)
        query.facets = Set(Self.facets(of: kind))
        let found = try context.register.find(query)
        self.found = found
        columns = try BrowseColumns(kind, found.items, context)
        let groups = FacetGroups(
            state: state, kind: kind, words: context.words,
            address: { SiteAddress.list(kind, $0) })
        filters = groups.panel(
            found.facets, Self.facets(of: kind), names: try NameBook(state.namedPlaces, context))
        downloads = SiteAddress.listFiles(state.sorted(by: query.sort), kind: kind)
    }

    /// What a kind can be narrowed by.
    static func facets(of kind: Kind) -> [RecordFacet] {
        switch kind {
        case .source: [.year]
        case .place: [.type, .country]
        case .organisation: [.type, .country, .region, .sector]
        case .person: [.country]
        case .agreement: [.type, .status, .country, .region, .year, .sector]
        case .measure: [.status, .year]
        case .event: [.type, .year, .country, .region]
        case .project: [.type, .status, .sector, .country, .region, .year]
        case .offer: [.type, .country, .year]
        case .observation: [.type, .year]
        }
    }

    /// The order that a kind's list has by itself: what has a date, newest first.
    static func ownOrder(of kind: Kind, withText: Bool) -> RecordSort {
        if withText { return .relevance }
        switch kind {
        case .agreement, .event, .offer: return .dateDescending
        case .source, .place, .organisation, .person, .measure, .project, .observation:
            return .name
        }
    }

    /// Whether a kind's records have a date that they can be ordered by.
    static func hasDates(_ kind: Kind) -> Bool {
        switch kind {
        case .place, .person: false
        default: true
        }
    }

    /// The order in force.
    var order: RecordSort {
        state.sort ?? Self.ownOrder(of: kind, withText: !state.text.isEmpty)
    }

    /// The orders to choose from.
    var orders: [(label: String, address: Address?)] {
        var all: [RecordSort] = state.text.isEmpty ? [] : [.relevance]
        all += [.name, .nameDescending]
        if Self.hasDates(kind) { all += [.dateDescending, .date] }
        if kind == .place || kind == .organisation { all.append(.rank) }
        return all.map { sort in
            let address = SiteAddress.list(kind, state.sorted(by: sort))
            return (sort.label(words), sort == order ? nil : address)
        }
    }

    /// The part of the list that is shown.
    var part: PageOfList {
        PageOfList(
            number: state.page, size: Self.pageSize, total: found.total,
            shown: found.items.count)
    }
}
