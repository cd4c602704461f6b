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
        let wanted = state.period ?? periods.first?.period
        guard let period = wanted,
            let unit = periods.first(where: { $0.period == period })?.unit
        else { return MapScene(spots: [], arcs: [], records: 0, period: wanted) }
        let rows = try rows(of: period)
        let shown = rows.filter { $0.observation.unit == unit }
        let book = try PlaceBook(of: shown, context)
        let kept = shown.filter { keeps($0, book) }
        var scene = isFlow ? flows(kept, book) : spots(kept, book)
        scene.unit = unit
        scene.period = period
        let others = Set(rows.map(\.observation.unit)).subtracting([unit]).sorted()
        if !others.isEmpty {
            let names = others.map { words.unit($0) }.joined(separator: ", ")
            scene.remarks.append(words(.otherUnits(names)))
        }
        let drawn = isFlow ? scene.arcs.count : scene.spots.count
        if kept.count > drawn { scene.remarks.append(words(.figuresLeftOut(kept.count - drawn))) }
        return scene
    }

    /// The figures of exactly this period, the largest first.
    private func rows(of period: Period) throws -> [ObservationRow] {
        var query = ObservationQuery()
        query.indicators = [indicator]
        query.from = period.firstDay
        query.to = period.lastDay
        query.sort = .value
        query.limit = MapScene.mostFigures
        var rows: [ObservationRow] = []
        try context.register.eachObservation(query) { row in
            let figure = row.observation
            guard figure.period == period, figure.product == nil,
                (figure.counterpart != nil) == isFlow
            else { return }
            rows.append(row)
        }
        return rows
    }

    /// Whether a figure meets the filters by country.
    private func keeps(_ row: ObservationRow, _ book: PlaceBook) -> Bool {
        let chosen = state.list.chosen[.country] ?? []
        guard !chosen.isEmpty else { return true }
        let ends = [row.subject.id, row.counterpart?.id].compactMap(\.self)
        return ends.contains { book.country(of: $0).map { chosen.contains($0.text) } ?? false }
    }

    // MARK: Spots

    private func spots(_ rows: [ObservationRow], _ book: PlaceBook) -> MapScene {
        var seen: Set<RecordID> = []
        var spots: [MapScene.Spot] = []
        var citations: [Citation] = []
        for row in rows where seen.insert(row.subject.id).inserted {
            guard let spot = book.spot(row.subject, figure: figure(row), row) else { continue }
            spots.append(spot)
            citations += row.citations
        }
        return MapScene(
            spots: Array(spots.prefix(MapScene.mostSpots)), arcs: [], records: spots.count,
            citations: citations)
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
        var seen: Set<[RecordID]> = []
        var arcs: [MapScene.Arc] = []
        var citations: [Citation] = []
        for row in rows where arcs.count < MapScene.mostArcs {
            guard let other = row.counterpart, seen.insert([row.subject.id, other.id]).inserted,
                let subject = end(row.subject), let counterpart = end(other),
                subject != counterpart
            else { continue }
            arcs.append(
                MapScene.Arc(
                    from: isImport ? counterpart : subject, to: isImport ? subject : counterpart,
                    figure: figure(row), value: row.observation.value,
                    isDirected: isExport || isImport, record: row.id))
            citations += row.citations
        }
        return MapScene(spots: spots, arcs: arcs, records: arcs.count, citations: citations)
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

    func country(of id: RecordID) -> RecordID? {
        locations[id]?.first.flatMap { places[$0.place]?.country }
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
