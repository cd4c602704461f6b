import Records
import Register
import Statistics

/// The figures of an indicator, a period and a unit that a map may show: of several statements of
/// the same figure the one that is drawn everywhere else too.
struct MapStatements {
    /// Those that pass all filters but that by country, the largest first.
    let drawn: [ObservationRow]
    /// How many others state the same figures.
    let others: Int
    /// Whether there are more than were read.
    let isCut: Bool

    /// The most figures that are read for one map.
    static let mostFigures = 20_000

    init(
        _ indicator: String, _ state: MapState, at period: Period, unit: String,
        _ register: Register
    ) throws {
        var query = ObservationQuery()
        query.indicators = [indicator]
        query.period = period
        query.unit = unit
        query.hasCounterpart = state.mode == .flows
        query.isOfAllProducts = true
        query.sort = .value
        query.limit = Self.mostFigures
        let passing = try Self.passing(indicator, state, register)
        var read = 0
        var rows: [ObservationRow] = []
        try register.eachObservation(query) { row in
            read += 1
            if passing?.contains(row.ordinal) ?? true { rows.append(row) }
        }
        let set = SeriesSet(try register.figures(rows))
        let chosen = Set(set.series.flatMap { $0.points.map(\.drawn.id) })
        drawn = rows.filter { chosen.contains($0.id) }
        others = rows.count - drawn.count
        isCut = read == Self.mostFigures
    }

    /// The figures that pass the filters, which mean the same here as in the list of figures; nil
    /// when nothing is filtered. Countries are told apart by the map itself, which counts them.
    private static func passing(
        _ indicator: String, _ state: MapState, _ register: Register
    ) throws -> Set<Int64>? {
        var list = state.list.forFigures
        list.chosen[.country] = nil
        guard list.isFiltered || !list.text.isEmpty else { return nil }
        var query = list.query(pageSize: 0)
        query.kinds = [.observation]
        query.types = [indicator]
        return try register.ordinals(of: query)
    }
}

extension ListState {
    /// What says which records are counted, and so nothing of figures.
    static let facetsOfRecords: [RecordFacet] = [.kind, .type, .status]

    /// The filters that narrow figures too.
    var forFigures: ListState {
        var list = self
        for facet in Self.facetsOfRecords { list.chosen[facet] = nil }
        return list
    }

    /// Whether a period touches the years and the days that are asked for.
    func includes(_ period: Period) -> Bool {
        let years = (chosen[.year] ?? []).compactMap { Int32($0) }
        return (from.map { period.lastDay >= $0.firstDay } ?? true)
            && (to.map { period.firstDay <= $0.lastDay } ?? true)
            && (years.isEmpty
                || years.contains {
                    period.firstDay / 10_000 <= $0 && $0 <= period.lastDay / 10_000
                })
    }
}

extension MapState {
    /// Refuses what can't narrow figures, rather than to draw them as if it did.
    func checked(_ words: Catalogue) throws(BadParameter) -> MapState {
        guard indicator != nil else { return self }
        for facet in ListState.facetsOfRecords where !(list.chosen[facet] ?? []).isEmpty {
            throw BadParameter(facet.rawValue, .words(words(AtlasPhrase.notForFigures)))
        }
        return self
    }

    /// The same without what can't narrow figures.
    var forFigures: MapState { indicator == nil ? self : with { $0.list = list.forFigures } }
}
