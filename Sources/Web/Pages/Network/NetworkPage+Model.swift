import Charts
import Records
import Register

/// Who works with whom: a network of partners, whole or around one of them.
struct NetworkPage: Page {
    /// How many partners stand in the table.
    static let listed = 40
    /// How many records of a partner are named.
    static let named = 4

    let context: PageContext
    let state: NetworkState
    let drawing: NetworkDrawing
    let filters: FacetPanel
    /// With whom the focus shares which records; empty without a focus.
    let shared: [RecordID: [RecordID]]
    let names: NameBook

    var words: Catalogue { context.words }
    var network: PartnerNetwork { drawing.scene.network }

    init(_ context: PageContext) throws {
        self.context = context
        let state = try NetworkState(context.request.query)
        self.state = state
        if let focus = state.focus, try context.register.summary(focus) == nil {
            throw BadParameter("of", .words("\(focus): " + context.words(.unknownPartner)))
        }
        drawing = try NetworkDrawing(state, context)
        filters = try Self.filters(state, context)
        shared = try Self.shared(state, drawing.scene.network, context)
        names = try NameBook(
            shared.values.flatMap { $0.prefix(Self.named + 1) }
                + drawing.scene.countries.compactMap(\.self), context)
    }

    private static func filters(
        _ state: NetworkState, _ context: PageContext
    ) throws -> FacetPanel {
        var query = state.query.records
        let facets: [RecordFacet] =
            (state.onlyKind == nil ? [] : [.type]) + [.country, .region, .year, .sector]
        query.facets = Set(facets)
        query.limit = 0
        let found = try context.register.find(query)
        let groups = FacetGroups(
            state: state.list, kind: state.onlyKind, words: context.words,
            address: { list in state.with { $0.list = list }.address })
        return groups.panel(
            found.facets, facets, names: try NameBook(state.list.namedPlaces, context))
    }

    /// The records that the focus shares with each partner, as far as they name both.
    private static func shared(
        _ state: NetworkState, _ network: PartnerNetwork, _ context: PageContext
    ) throws -> [RecordID: [RecordID]] {
        guard let focus = state.focus, state.level == .party, !state.list.isFiltered,
            state.list.text.isEmpty
        else { return [:] }
        let shown = Set(network.nodes.map(\.summary.id))
        var shared: [RecordID: [RecordID]] = [:]
        for kind in state.kinds {
            for listed in try context.register.linked(to: focus, kind: kind) {
                for partner in Self.parties(of: listed.record)
                where partner != focus && shown.contains(partner) {
                    shared[partner, default: []].append(listed.record.id)
                }
            }
        }
        return shared
    }

    private static func parties(of record: Record) -> Set<RecordID> {
        switch record.body {
        case .agreement(let agreement): Set(agreement.parties)
        case .project(let project): Set(project.parties)
        case .event(let event): Set(event.organisers + event.participants.compactMap(\.id))
        default: []
        }
    }

    /// The network as files.
    var downloads: [Download] {
        network.nodes.isEmpty ? [] : drawing.downloads(words.language)
    }
}
