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
        let state = try MapState(context.request.query).forFigures
        self.state = state
        map = try MapPlate(state, context)
        let isFlow = state.mode == .flows
        indicators = try context.register.indicators(hasCounterpart: isFlow)
        periods =
            try state.indicator.map {
                try context.register.periods(of: $0, hasCounterpart: isFlow)
            } ?? []
        countries = try NameBook(map.scene.spots.compactMap(\.place.country), context)
        let counted =
            try state.indicator == nil
            ? Self.found(state, context) : Self.countries(map.scene, state, context)
        filters = try Self.filters(counted, state, context)
        let counts = Dictionary(
            (counted[.kind] ?? []).map { ($0.value, $0.count) },
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

    private static func found(
        _ state: MapState, _ context: PageContext
    ) throws -> [RecordFacet: [RecordFacetCount]] {
        var query = state.query
        query.facets = Set(facets(state) + [.kind])
        query.limit = 0
        return try context.register.find(query).facets
    }

    /// The countries of the figures of the period that is shown, those with most first.
    private static func countries(
        _ scene: MapScene, _ state: MapState, _ context: PageContext
    ) throws -> [RecordFacet: [RecordFacetCount]] {
        let chosen = state.list.chosen[.country] ?? []
        let names = try context.register.summaries(scene.countries.keys.sorted())
        let counts = scene.countries.map { id, count in
            RecordFacetCount(
                value: id.text, place: names[id], count: count,
                isSelected: chosen.contains(id.text))
        }
        return [
            .country: counts.sorted {
                $0.count != $1.count ? $0.count > $1.count : $0.value < $1.value
            }
        ]
    }

    private static func filters(
        _ counted: [RecordFacet: [RecordFacetCount]], _ state: MapState, _ context: PageContext
    ) throws -> FacetPanel {
        let groups = FacetGroups(
            state: state.list.with(.kind, nil),
            kind: state.indicator == nil ? state.onlyKind : .observation, words: context.words,
            address: { list in
                state.with { $0.list = list.with(.kind, state.list.chosen[.kind]) }.address
            })
        return groups.panel(
            counted, facets(state), names: try NameBook(state.list.namedPlaces, context))
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
