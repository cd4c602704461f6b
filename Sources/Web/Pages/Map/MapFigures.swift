import Charts
import Records
import Register

/// Figures of an indicator at a period, on a map: of places, or between them.
struct MapFigures {
    let indicator: String
    let state: MapState
    let context: PageContext

    private var words: Catalogue { context.words }

    init(_ indicator: String, _ state: MapState, _ context: PageContext) {
        self.indicator = indicator
        self.state = state
        self.context = context
    }

    private var isFlow: Bool { state.mode == .flows }

    func scene() throws -> MapScene {
        let periods = try context.register.periods(of: indicator, hasCounterpart: isFlow)
        let nothing = MapScene(spots: [], arcs: [], records: 0, period: state.period)
        if let period = state.period {
            return try periods.first { $0.period == period }.map { try scene(of: $0, periods) }
                ?? nothing
        }
        // The first period of which the filters leave anything that has a place.
        let open = periods.filter { state.list.includes($0.period) }
        for period in open.prefix(Self.mostTries) {
            let scene = try scene(of: period, periods)
            if !scene.isEmpty { return scene }
        }
        return nothing
    }

    /// How many periods are tried before nothing is shown.
    private static let mostTries = 12

    private func scene(of shown: PeriodCount, _ periods: [PeriodCount]) throws -> MapScene {
        let (period, unit) = (shown.period, shown.unit)
        let statements = try MapStatements(
            indicator, state, at: period, unit: unit, context.register)
        let book = try PlaceBook(of: statements.drawn, context)
        let kept = statements.drawn.filter { keeps($0, book) }
        var scene = isFlow ? flows(kept, book) : spots(kept, book)
        scene.unit = unit
        scene.period = period
        scene.countries = countries(statements.drawn, book)
        scene.remarks += remarks(statements)
        let others = Set(periods.filter { $0.period == period }.map(\.unit)).subtracting([unit])
        if !others.isEmpty {
            let names = others.sorted().map { words.unit($0) }.joined(separator: ", ")
            scene.remarks.append(words(.otherUnits(names)))
        }
        return scene
    }

    private func remarks(_ statements: MapStatements) -> [String] {
        var remarks: [String] = []
        if statements.others > 0 { remarks.append(words(.statementsLeftOut(statements.others))) }
        if statements.isCut { remarks.append(words(TrackPhrase.cut(MapStatements.mostFigures))) }
        return remarks
    }

    /// Whether a figure meets the filter by country.
    private func keeps(_ row: ObservationRow, _ book: PlaceBook) -> Bool {
        let chosen = state.list.chosen[.country] ?? []
        return chosen.isEmpty || book.countries(of: row).contains { chosen.contains($0.text) }
    }

    /// How many figures each country would leave on the map.
    private func countries(_ rows: [ObservationRow], _ book: PlaceBook) -> [RecordID: Int] {
        var counts: [RecordID: Int] = [:]
        for row in rows where book.isOnMap(row) {
            for country in book.countries(of: row) { counts[country, default: 0] += 1 }
        }
        return counts
    }

    /// Says what has no place on the map, and what finds no room there.
    private func remarks(rows: Int, drawable: Int, room: Int) -> [String] {
        var remarks: [String] = []
        if rows > drawable { remarks.append(words(.figuresLeftOut(rows - drawable))) }
        if drawable > room { remarks.append(words(.figuresDrawn(room, of: drawable))) }
        return remarks
    }

    // MARK: Spots

    private func spots(_ rows: [ObservationRow], _ book: PlaceBook) -> MapScene {
        let drawable = rows.filter(book.isOnMap)
        let drawn = drawable.prefix(MapScene.mostSpots)
        let spots = drawn.compactMap { book.spot($0.subject, figure: figure($0), $0) }
        return MapScene(
            spots: spots, arcs: [], records: spots.count,
            remarks: remarks(
                rows: rows.count, drawable: drawable.count, room: MapScene.mostSpots),
            citations: drawn.flatMap(\.citations))
    }

    private func figure(_ row: ObservationRow) -> Figure {
        let language = words.language.rawValue
        var detail = row.subject.name(in: language)
        if let other = row.counterpart {
            detail += (isImport ? " ← " : isExport ? " → " : " – ") + other.name(in: language)
        }
        return words.chartFigure(row.id, row.observation, detail: detail)
    }

    // MARK: Flows

    private var isExport: Bool { indicator.contains("export") }
    private var isImport: Bool { indicator.contains("import") }

    private func flows(_ rows: [ObservationRow], _ book: PlaceBook) -> MapScene {
        var index: [RecordID: Int] = [:]
        var spots: [MapScene.Spot] = []
        func end(_ summary: RecordSummary) -> Int? {
            if let known = index[summary.id] { return known }
            guard let spot = book.spot(summary, figure: nil, nil) else { return nil }
            index[summary.id] = spots.count
            spots.append(spot)
            return spots.count - 1
        }
        let drawable = rows.filter(book.isOnMap)
        let drawn = drawable.prefix(MapScene.mostArcs)
        var arcs: [MapScene.Arc] = []
        for row in drawn {
            guard let other = row.counterpart, let subject = end(row.subject),
                let counterpart = end(other)
            else { continue }
            arcs.append(
                MapScene.Arc(
                    from: isImport ? counterpart : subject, to: isImport ? subject : counterpart,
                    figure: figure(row), value: row.observation.value,
                    isDirected: isExport || isImport, record: row.id))
        }
        return MapScene(
            spots: spots, arcs: arcs, records: arcs.count,
            remarks: remarks(rows: rows.count, drawable: drawable.count, room: MapScene.mostArcs),
            citations: drawn.flatMap(\.citations))
    }
}

/// Where those are whom figures speak of.
private struct PlaceBook {
    private let locations: [RecordID: [RecordLocation]]
    private let places: [RecordID: LocatedPlace]
    private let language: String

    init(of rows: [ObservationRow], _ context: PageContext) throws {
        let ids = Set(rows.flatMap { [$0.subject.id, $0.counterpart?.id].compactMap(\.self) })
        language = context.language.rawValue
        locations = try context.register.locations(of: Array(ids))
        places = try context.register.located(locations.values.compactMap { $0.first?.place })
    }

    /// The countries that a figure speaks of.
    func countries(of row: ObservationRow) -> Set<RecordID> {
        Set([row.subject.id, row.counterpart?.id].compactMap { $0.flatMap(country) })
    }

    private func country(of id: RecordID) -> RecordID? {
        locations[id]?.first.flatMap { places[$0.place]?.country }
    }

    /// Whether all whom a figure speaks of have a place, and not the same record twice.
    func isOnMap(_ row: ObservationRow) -> Bool {
        [row.subject.id, row.counterpart?.id].compactMap(\.self).allSatisfy { id in
            locations[id]?.first.map { places[$0.place] != nil } ?? false
        } && row.subject.id != row.counterpart?.id
    }

    func spot(
        _ summary: RecordSummary, figure: Figure?, _ row: ObservationRow?
    ) -> MapScene.Spot? {
        guard let location = locations[summary.id]?.first, let place = places[location.place] else {
            return nil
        }
        return MapScene.Spot(
            id: summary.id, name: summary.name(in: language), place: place, location: location,
            figure: figure, value: row?.observation.value, record: row?.id)
    }
}
