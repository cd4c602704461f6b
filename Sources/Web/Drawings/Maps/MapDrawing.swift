import Charts
import Records
import Register

/// Places with what there is at each.
struct MapDrawing: Drawable {
    static let name = "map"
    static let parameterNames = MapState.parameterNames

    let state: MapState
    let context: PageContext

    init(_ context: PageContext) throws {
        self.init(try MapState(context.request.query).checked(context.words), context)
    }

    init(_ state: MapState, _ context: PageContext) {
        self.state = state.with { $0.mode = .places }
        self.context = context
    }

    var parameters: [(name: String, value: String)] { state.items(withMode: false) }

    func plate() throws -> PlateContent? { try MapPlate(state, context).content(Self.name) }
}

/// Arcs between places with what there is between them.
struct FlowsDrawing: Drawable {
    static let name = "flows"
    static let parameterNames = MapState.parameterNames

    let state: MapState
    let context: PageContext

    init(_ context: PageContext) throws {
        self.init(try MapState(context.request.query).checked(context.words), context)
    }

    init(_ state: MapState, _ context: PageContext) {
        self.state = state.with { $0.mode = .flows }
        self.context = context
    }

    var parameters: [(name: String, value: String)] { state.items(withMode: false) }

    func plate() throws -> PlateContent? { try MapPlate(state, context).content(Self.name) }
}

/// A map as a plate.
struct MapPlate {
    let state: MapState
    let context: PageContext
    let scene: MapScene
    /// The part that is drawn alone; nil for the whole.
    let core: CoreExtent?

    private var words: Catalogue { context.words }
    private static let maximumHeight = 760.0

    init(_ state: MapState, _ context: PageContext) throws {
        self.state = state
        self.context = context
        scene = try MapScene.of(state, context)
        let mayCrop = state.mode == .places && state.indicator == nil
        core = mayCrop ? CoreExtent(of: scene.spots) : nil
    }

    var isEmpty: Bool { state.mode == .flows ? scene.arcs.isEmpty : scene.spots.isEmpty }

    func content(_ name: String) throws -> PlateContent? {
        guard !isEmpty else { return nil }
        let boundaries = BoundaryShelf.shared.boundaries(of: context.register)
        var sources = try CitedSources(scene.citations, context).notes(scene.citations)
        if state.indicator == nil { sources.append(.counted(words)) }
        if let boundaries {
            sources.append(
                SourceNote(
                    words(DrawingPhrase.outlinesBy(boundaries.source)), address: Address("")))
        }
        var content = PlateContent(
            title: title, summary: summary,
            chart: try chart(name, sources, boundaries), sources: sources,
            remarks: scene.remarks, data: data, maximumHeight: Self.maximumHeight)
        if boundaries != nil { content.remarks.append(words(DrawingPhrase.notAuthoritative)) }
        if let core, !state.isWhole { content.remarks.insert(words(.outside(core.outside)), at: 0) }
        return content
    }

    // MARK: Words

    /// What the map shows, as a heading says it.
    var title: String {
        guard let indicator = state.indicator else {
            let what = state.onlyKind.map { words.kinds($0.name) }
            return state.mode == .flows
                ? words(.flowsOf(what ?? words(.allRecords), state.level))
                : words(.recordsBy(what ?? words(.allRecords), state.level))
        }
        let name = words.indicator(indicator)
        let period = scene.period.map { words.date($0.description) } ?? ""
        return words(
            state.mode == .flows ? .indicatorFlows(name, period) : .indicatorBy(name, period))
    }

    private var summary: String {
        if state.mode == .flows {
            let heaviest = scene.arcs.prefix(3).map(\.figure.detail).joined(separator: "; ")
            return words(.flowsSummary(scene.arcs.count, heaviest))
        }
        let largest = scene.spots.prefix(3)
            .map { $0.name + " (" + ($0.figure?.text ?? "") + ")" }.joined(separator: ", ")
        return state.indicator == nil
            ? words(
                .mapSummary(
                    words.counted(scene.records, of: state.onlyKind), scene.spots.count, largest))
            : words(.figuresSummary(scene.spots.count, largest))
    }

    /// What the sizes of circles or the widths of arcs mean.
    private var measure: String {
        guard let indicator = state.indicator else {
            return state.onlyKind.map { words.kinds($0.name) } ?? words(.allRecords)
        }
        return words.indicator(indicator)
    }

    // MARK: Chart

    private func chart(
        _ name: String, _ sources: [SourceNote], _ boundaries: Boundaries?
    ) throws -> @Sendable (String) -> any Chart {
        let version = try context.register.version()
        let extent = state.isWhole ? nil : core?.extent
        let places = places
        let flows = flows
        let (words, title, summary, measure) = (words, title, summary, measure)
        let groups = isByType ? PlaceGroup.allCases.map { words(.placeGroup($0)) } : []
        let unit = scene.unit.map { words.unit($0) } ?? ""
        let mapWords = MapWords(
            north: words(.north), south: words(.south), east: words(.east), west: words(.west),
            kilometres: words(.kilometres), sizeTitle: flows.isEmpty ? measure : "",
            flowTitle: flows.isEmpty ? "" : measure, place: words(PagePhrase.columnPlace),
            from: words(.columnFrom), to: words(.columnTo))
        let key =
            words.language.rawValue + " "
            + state.address.text + (boundaries == nil ? "" : " outlined")
        let memory = PageMemory.of(context.register)
        return { id in
            DrawnOnce(
                key: name + " " + id + " " + key, version: version,
                memory: memory,
                chart: PlaceMap(
                    text: words.chartText(
                        id: id, title: title, description: summary, unit: unit, sources: sources),
                    words: mapWords, places: places, flows: flows, groups: groups,
                    boundaries: boundaries, extent: extent))
        }
    }

    /// Circles have a colour by the sort of place where sorts are mixed.
    private var isByType: Bool {
        state.mode == .places && state.level == .place && state.indicator == nil
    }

    private var places: [MapPlace] {
        scene.spots.compactMap { spot in
            spot.point.map { point in
                MapPlace(
                    id: spot.id.text, name: spot.name, point: point,
                    figure: spot.figure
                        ?? Figure(
                            value: nil, text: "", detail: spot.name,
                            href: SiteAddress.record(spot.id).text),
                    group: isByType
                        ? PlaceGroup(spot.place.type).rawValue
                        : state.mode == .places ? 0 : nil)
            }
        }
    }

    private var flows: [MapFlow] {
        scene.arcs.map { arc in
            MapFlow(
                from: scene.spots[arc.from].id.text, to: scene.spots[arc.to].id.text,
                figure: arc.figure, isDirected: arc.isDirected)
        }
    }

    // MARK: Values

    private var data: DrawingData {
        if state.mode == .flows {
            return DrawingData(
                columns: [
                    "from", "from_name", "to", "to_name", "value", "unit", "period", "record",
                ],
                rows: scene.arcs.map { arc in
                    let (from, to) = (scene.spots[arc.from], scene.spots[arc.to])
                    return [
                        .text(from.id.text), .text(from.name), .text(to.id.text), .text(to.name),
                        .number(arc.value), DrawingData.text(scene.unit),
                        DrawingData.text(scene.period?.description),
                        DrawingData.text(arc.record?.text),
                    ]
                })
        }
        return DrawingData(
            columns: [
                "id", "name", "type", "latitude", "longitude", "value", "unit", "period", "record",
            ],
            rows: scene.spots.map { spot in
                [
                    .text(spot.id.text), .text(spot.name), .text(spot.place.type.rawValue),
                    .number(spot.location.latitude), .number(spot.location.longitude),
                    spot.value.map(DrawingData.Value.number) ?? .none,
                    DrawingData.text(scene.unit), DrawingData.text(scene.period?.description),
                    DrawingData.text(spot.record?.text),
                ]
            })
    }
}

extension MapScene.Spot {
    /// Where it is drawn.
    var point: GeoPoint? {
        GeoPoint(
            latitude: location.latitude.approximation, longitude: location.longitude.approximation)
    }
}

/// Sorts of places that a map tells apart.
enum PlaceGroup: Int, CaseIterable, Sendable {
    case country, region, smaller

    init(_ type: Place.PlaceType) {
        switch type {
        case .country: self = .country
        case .region: self = .region
        case .city, .district, .village, .zone: self = .smaller
        }
    }
}
