import Records
import Register

/// The map: places with what there is at each, or what there is between them.
struct MapPage: Page {
    /// How many places or pairs stand in the list beside the map.
    static let listed = 40

    let context: PageContext
    let state: MapState
    let map: MapPlate
    let filters: FacetPanel
    /// How many records of each kind that can be counted there would be.
    let kindCounts: [(kind: Kind, count: Int)]
    let indicators: [IndicatorCount]
    let periods: [PeriodCount]
    let countries: NameBook

    var words: Catalogue { context.words }

    init(_ context: PageContext) throws {
        self.context = context
        let state = try MapState(context.request.query)
        self.state = state
        map = try MapPlate(state, context)
        let isFlow = state.mode == .flows
        indicators = try context.register.indicators(hasCounterpart: isFlow)
        periods =
            try state.indicator.map {
                try context.register.periods(of: $0, hasCounterpart: isFlow)
            } ?? []
        countries = try NameBook(map.scene.spots.compactMap(\.place.country), context)
        let found = try Self.found(state, context)
        filters = try Self.filters(found, state, context)
        let counts = Dictionary(
            (found.facets[.kind] ?? []).map { ($0.value, $0.count) },
            uniquingKeysWith: { first, _ in first })
        kindCounts = Self.kinds(state).map { ($0, counts[$0.name] ?? 0) }
    }

    /// The kinds that can be counted on a map.
    private static func kinds(_ state: MapState) -> [Kind] {
        switch state.mode {
        case .places:
            [.organisation, .agreement, .event, .project, .offer, .person, .place, .observation]
        case .flows: NetworkState.tying
        }
    }

    /// What the map can be narrowed by; figures by the countries of those they speak of.
    private static func facets(_ state: MapState) -> [RecordFacet] {
        if state.indicator != nil { return [.country] }
        return (state.onlyKind == nil ? [] : [.type]) + [.country, .region, .year, .sector]
    }

    private static func found(_ state: MapState, _ context: PageContext) throws -> RecordPage {
        var query = state.query
        if let indicator = state.indicator {
            query.kinds = [.observation]
            query.types = [indicator]
        }
        query.facets = Set(facets(state) + [.kind])
        query.limit = 0
        return try context.register.find(query)
    }

    private static func filters(
        _ found: RecordPage, _ state: MapState, _ context: PageContext
    ) throws -> FacetPanel {
        let groups = FacetGroups(
            state: state.list.with(.kind, nil),
            kind: state.indicator == nil ? state.onlyKind : .observation, words: context.words,
            address: { list in
                state.with { $0.list = list.with(.kind, state.list.chosen[.kind]) }.address
            })
        return groups.panel(
            found, facets(state), names: try NameBook(state.list.namedPlaces, context))
    }

    /// The map as files.
    var downloads: [Download] {
        guard !map.isEmpty else { return [] }
        let files =
            state.mode == .flows
            ? FlowsDrawing(state, context).downloads(words.language)
            : MapDrawing(state, context).downloads(words.language)
        return files + [.geoJSON(MapState.address(SitePath.mapFile.text, state.items()))]
    }
}

extension Download {
    /// A file of places and lines (RFC 7946).
    static func geoJSON(_ address: Address) -> Self {
        Self(name: "GeoJSON", address: address, mediaType: GeoJSON.mediaType)
    }
}

extension ListState {
    /// The state with other values of a facet.
    fileprivate func with(_ facet: RecordFacet, _ values: [String]?) -> ListState {
        var state = self
        state.chosen[facet] = values
        return state
    }
}
