import Records
import Register

/// The records that have the words, best first, with filters.
struct SearchPage: Page {
    static let pageSize = 20

    let context: PageContext
    let state: ListState
    let found: RecordPage
    let entries: [Entry]
    let filters: FacetPanel
    let downloads: [Download]

    var words: Catalogue { context.words }

    /// Whether words or filters were given at all.
    var isAsked: Bool { !state.text.isEmpty || state.isFiltered }

    init(_ context: PageContext) throws {
        self.context = context
        let state = try ListState(context.request.query)
        self.state = state
        var query = state.query(pageSize: Self.pageSize)
        query.sort = state.sort ?? (state.text.isEmpty ? .rank : .relevance)
        query.facets = Set(RecordFacet.allCases)
        let found = try context.register.find(query)
        self.found = found
        let line = try RecordLine(of: found.items.map(\.record), tellsKind: true, context)
        entries = found.items.map { item in
            var entry = line.entry(item.record)
            entry.snippet = SnippetPart.parts(of: item.snippet)
            return entry
        }
        let groups = FacetGroups(
            state: state, kind: nil, words: context.words, address: SiteAddress.search)
        filters = groups.panel(
            found.facets, [.kind, .type, .status, .country, .region, .year, .sector],
            names: try NameBook(state.namedPlaces, context))
        downloads = SiteAddress.listFiles(state.sorted(by: query.sort))
    }

    /// The orders that make sense here: relevance only with words.
    var orders: [(label: String, address: Address?)] {
        let all: [RecordSort] =
            state.text.isEmpty
            ? [.rank, .name, .dateDescending, .date] : [.relevance, .name, .dateDescending, .date]
        let current = state.sort ?? all.first
        return all.map { sort in
            let address = SiteAddress.search(state.sorted(by: sort == all.first ? nil : sort))
            return (sort.label(words), sort == current ? nil : address)
        }
    }

    /// The part of the list that is shown.
    var part: PageOfList {
        PageOfList(
            number: state.page, size: Self.pageSize, total: found.total, shown: entries.count)
    }
}

extension SnippetPart {
    /// The parts of a snippet; none where only the name matches.
    static func parts(of snippet: Snippet?) -> [SnippetPart] {
        snippet?.parts.map { SnippetPart(text: $0.text, matched: $0.isMatch) } ?? []
    }
}
