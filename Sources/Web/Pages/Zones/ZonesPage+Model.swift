import Records
import Register

/// The register of technoparks and zones: a table that compares them and shows what is missing.
struct ZonesPage: Page {
    let context: PageContext
    let state: ZoneState
    /// The zones in the order asked for.
    let zones: [Zone]
    /// How many there are, also those beyond the table's end.
    let total: Int
    let filters: [FacetGroup]
    let names: NameBook
    let countries: CountryBook
    let sources: CitedSources

    var words: Catalogue { context.words }

    /// How many zones one table compares.
    static let mostZones = 500
    /// How many figures of one zone are looked at.
    private static let mostFigures = 1_000

    init(_ context: PageContext) throws {
        self.context = context
        let state = try ZoneState(context.request.query)
        self.state = state
        let found = try context.register.find(Self.query(state))
        total = found.total
        let zones = try Self.zones(found.items, context.register)
        let places = zones.compactMap(\.organisation.place)
        countries = try CountryBook(of: places, context.register)
        let named = zones.flatMap { zone in
            [zone.summary.id] + ZoneField.allCases.flatMap { $0.ids(of: zone.organisation) }
        }
        let names = try NameBook(named + countries.all + state.countries, context)
        self.names = names
        let rows = zones.flatMap { Array($0.figures.values) + [$0.areaFigure].compactMap(\.self) }
        sources = try CitedSources(rows.flatMap(\.citations), context)
        filters = Self.filters(found, state, names, context.words)
        self.zones = Self.ordered(zones, by: state.order, names, context.words)
    }

    /// How many of the zones shown have this.
    func known(_ isKnown: (Zone) -> Bool) -> Int { zones.count(where: isKnown) }

    private static func query(_ state: ZoneState) -> RecordQuery {
        var query = RecordQuery()
        query.kinds = [.organisation]
        query.types = (state.types.isEmpty ? ZoneState.allTypes : state.types).map(\.rawValue)
        query.countries = state.countries
        query.facets = [.type, .country]
        query.limit = mostZones
        query.sort = .name
        return query
    }

    private static func zones(_ items: [FoundRecord], _ register: Register) throws -> [Zone] {
        try items.compactMap { item in
            guard case .organisation(let organisation) = item.record.body else { return nil }
            var query = ObservationQuery()
            query.subjects = [item.summary.id]
            query.indicators = ZoneFigure.allCases.flatMap(\.indicators) + ["area"]
            query.limit = mostFigures
            return Zone(item, organisation, try register.observations(query).items)
        }
    }

    private static func filters(
        _ found: RecordPage, _ state: ZoneState, _ names: NameBook, _ words: Catalogue
    ) -> [FacetGroup] {
        let types = ZoneState.allTypes.compactMap { type -> FacetChoice? in
            let count = found.facets[.type]?.first { $0.value == type.rawValue }?.count ?? 0
            let isChosen = state.types.contains(type)
            guard count > 0 || isChosen else { return nil }
            let changed = state.with { $0.types = isChosen ? [] : [type] }
            return FacetChoice(
                label: words.types(type.rawValue, of: Kind.organisation.name),
                count: words.number(count), address: SiteAddress.zones(changed),
                isChosen: isChosen)
        }
        let countries = (found.facets[.country] ?? []).compactMap { count -> FacetChoice? in
            guard let place = count.place else { return nil }
            let isChosen = state.countries.contains(place.id)
            let changed = state.with { $0.countries = isChosen ? [] : [place.id] }
            return FacetChoice(
                label: place.name(in: words.language.rawValue), count: words.number(count.count),
                address: SiteAddress.zones(changed), isChosen: isChosen)
        }
        return [
            FacetGroup(title: words(.facetType), choices: types),
            FacetGroup(title: words(.facetCountry), choices: countries),
        ]
    }

    /// The zones in an order; those without what they are ordered by come last either way.
    private static func ordered(
        _ zones: [Zone], by order: ZoneOrder, _ names: NameBook, _ words: Catalogue
    ) -> [Zone] {
        let rows = zones.enumerated().map { (place: $0.offset, zone: $0.element) }
        let ranked = rows.filter { key(of: $0.zone, order.key, names, words) != nil }
        let rest = rows.filter { key(of: $0.zone, order.key, names, words) == nil }
        let sorted = ranked.sorted { left, right in
            guard let leftKey = key(of: left.zone, order.key, names, words),
                let rightKey = key(of: right.zone, order.key, names, words), leftKey != rightKey
            else { return left.place < right.place }
            return order.isDescending ? rightKey < leftKey : leftKey < rightKey
        }
        return (sorted + rest).map(\.zone)
    }

    private static func key(
        of zone: Zone, _ key: ZoneOrder.Key, _ names: NameBook, _ words: Catalogue
    ) -> SortKey? {
        switch key {
        case .name: .text(zone.summary.name(in: words.language.rawValue).lowercased())
        case .type: .text(zone.organisation.organisationType.rawValue)
        case .place: zone.organisation.place.map { .text(names.text($0).lowercased()) }
        case .known: .number(ExactDecimal(Int32(clamping: zone.known)), unit: "")
        case .figure(let figure):
            zone.figures[figure].map { .number($0.observation.value, unit: $0.observation.unit) }
        }
    }

    /// What rows are ordered by; figures of one unit stay together.
    private enum SortKey: Equatable, Comparable {
        case text(String)
        case number(ExactDecimal, unit: String)

        static func < (left: SortKey, right: SortKey) -> Bool {
            switch (left, right) {
            case (.text(let left), .text(let right)): left < right
            case (.number(let left, let unit), .number(let right, let other)):
                unit == other ? left < right : unit < other
            case (.text, .number): true
            case (.number, .text): false
            }
        }
    }
}
