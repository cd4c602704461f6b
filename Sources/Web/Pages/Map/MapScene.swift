import Charts
import Records
import Register

/// What a map shows, gathered once for the page, the drawing and the files.
struct MapScene: Sendable {
    /// A place on the map with what there is at it.
    struct Spot: Sendable {
        /// Names it for flows.
        let id: RecordID
        let name: String
        let place: LocatedPlace
        let location: RecordLocation
        /// What gives it its size; nil where it is only the end of a flow.
        let figure: Figure?
        /// The number itself, for files.
        let value: ExactDecimal?
        /// The figure's record, where it is one.
        let record: RecordID?
    }

    /// What there is between two places.
    struct Arc: Sendable {
        /// Indices into ``MapScene/spots``.
        let from, to: Int
        let figure: Figure
        let value: ExactDecimal
        let isDirected: Bool
        /// The record behind it: the figure, or one of the records that are counted.
        let record: RecordID?
    }

    let spots: [Spot]
    let arcs: [Arc]
    /// How many records are counted, or how many figures are shown.
    let records: Int
    /// The unit of the indicator.
    var unit: String?
    /// The period that is shown.
    var period: Period?
    var remarks: [String] = []
    /// How many figures of an indicator speak of each country, as the other filters leave them.
    var countries: [RecordID: Int] = [:]
    var citations: [Citation] = []

    /// Whether there is nothing to be seen.
    var isEmpty: Bool { spots.isEmpty && arcs.isEmpty }

    /// The most places, and the most arcs, that are drawn.
    static let mostSpots = 500
    static let mostArcs = 600

    /// The scene of a state, kept while the register stays as it is.
    static func of(_ state: MapState, _ context: PageContext) throws -> MapScene {
        let scenes = PageMemory.of(context.register).mapScenes
        let question = Seen(state: state, language: context.language)
        return try scenes.answer(to: question, at: context.register.version()) {
            switch (state.mode, state.indicator) {
            case (.places, nil): try counted(state, context)
            case (.flows, nil): try tied(state, context)
            case (_, let indicator?): try MapFigures(indicator, state, context).scene()
            }
        }
    }

    // MARK: Numbers of records

    private static func counted(_ state: MapState, _ context: PageContext) throws -> MapScene {
        let words = context.words
        let spread = try context.register.spread(
            state.query, over: state.level, limit: mostSpots)
        var spots: [Spot] = []
        var missing = 0
        for spot in spread.spots {
            guard let location = spot.place.location else {
                missing += 1
                continue
            }
            let name = spot.place.summary.name(in: words.language.rawValue)
            let number = words.number(spot.count)
            var list = state.list
            list.places = [spot.place.summary.id]
            let lead = SiteAddress.record(spot.place.summary.id)
            spots.append(
                Spot(
                    id: spot.place.summary.id, name: name, place: spot.place, location: location,
                    figure: Figure(
                        value: Double(spot.count), text: number,
                        detail: name + ": " + words.counted(spot.count, of: state.onlyKind),
                        href: lead.text),
                    value: ExactDecimal(String(spot.count)), record: nil))
        }
        var scene = MapScene(spots: spots, arcs: [], records: spread.records)
        if spread.allPlaces > mostSpots {
            scene.remarks.append(words(.placesLeftOut(mostSpots, of: spread.allPlaces)))
        }
        if missing > 0 { scene.remarks.append(words(.placesWithoutPoint(missing))) }
        let nowhere = spread.records - spread.located
        if nowhere > 0 { scene.remarks.append(words(.recordsNowhere(nowhere))) }
        if state.level == .place { scene.remarks.append(words(.placeMeansItself)) }
        return scene
    }

    private static func tied(_ state: MapState, _ context: PageContext) throws -> MapScene {
        let words = context.words
        var query = PartnerQuery(state.query)
        query.level = state.level
        query.mostNodes = mostSpots
        query.mostTies = mostArcs
        let network = try context.register.partners(query)
        let places = try context.register.located(network.nodes.map(\.summary.id))
        var index: [Int: Int] = [:]
        var spots: [Spot] = []
        for (number, node) in network.nodes.enumerated() {
            guard let place = places[node.summary.id], let location = place.location else {
                continue
            }
            index[number] = spots.count
            spots.append(
                Spot(
                    id: node.summary.id, name: node.summary.name(in: words.language.rawValue),
                    place: place, location: location,
                    figure: nil, value: nil, record: nil))
        }
        let arcs = network.ties.compactMap { tie -> Arc? in
            guard let from = index[tie.first], let to = index[tie.second],
                let value = ExactDecimal(String(tie.count))
            else { return nil }
            let number = words.number(tie.count)
            let count = words.counted(tie.count, of: state.onlyKind)
            let around = NetworkState.around(spots[from].id, state).address
            let lead = tie.count == 1 ? tie.example.map { SiteAddress.record($0) } : nil
            return Arc(
                from: from, to: to,
                figure: Figure(
                    value: Double(tie.count), text: number,
                    detail: "\(spots[from].name) – \(spots[to].name): \(count)",
                    href: (lead ?? around).text), value: value, isDirected: false,
                record: tie.count == 1 ? tie.example : nil)
        }
        var scene = MapScene(spots: spots, arcs: arcs, records: network.records)
        if network.allTies > network.ties.count {
            scene.remarks.append(words(.tiesLeftOut(network.ties.count, of: network.allTies)))
        }
        let missing = network.nodes.count - spots.count
        if missing > 0 { scene.remarks.append(words(.placesWithoutPoint(missing))) }
        if network.crowded > 0 { scene.remarks.append(words(.crowded(network.crowded))) }
        return scene
    }
}

extension Catalogue {
    /// "12 agreements", or "12 records" where several kinds are counted.
    func counted(_ count: Int, of kind: Kind?) -> String {
        kind.map { self.count(count, $0.name) } ?? self(.recordsFound(count))
    }
}
