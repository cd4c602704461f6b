import Records
import Register

/// The figures of a record, and those of others with it.
struct SubjectFigures: Sendable {
    /// The figures whose subject it is.
    let own: [ObservationRow]
    /// How many of those there are in all.
    let ownTotal: Int
    /// The figures whose counterpart it is.
    let shared: [ObservationRow]
    /// How many of those there are in all.
    let sharedTotal: Int
    let id: RecordID

    /// The most figures of each sort that a page chooses from.
    static let most = 120
    /// The most lines of figures that it shows.
    static let mostLines = 48

    /// - Parameter withShared: whether others' figures with it are wanted.
    init(
        of around: Surroundings, withShared: Bool = false, _ context: PageContext
    ) throws {
        id = around.id
        var query = ObservationQuery()
        query.sort = .period
        query.limit = Self.most
        if around.hasAny(naming: .subject, kind: .observation) {
            query.subjects = [id]
            let page = try context.register.observations(query)
            (own, ownTotal) = (page.items, page.total)
        } else {
            (own, ownTotal) = ([], 0)
        }
        if withShared, around.hasAny(naming: .counterpart, kind: .observation) {
            query.subjects = []
            query.counterparts = [id]
            let page = try context.register.observations(query)
            (shared, sharedTotal) = (page.items, page.total)
        } else {
            (shared, sharedTotal) = ([], 0)
        }
    }

    /// All figures that the page shows.
    var all: [ObservationRow] { own + shared }

    /// The record's own figures as tables.
    func tables(order: [IndicatorWord] = order, _ pen: RecordPen) -> FigureTables {
        var state = FigureState()
        state.subject = id
        let series = FigureSeries.series(
            of: own, by: .counterpart, order: order.map(\.rawValue),
            language: pen.words.language
        ).prefix(lines: Self.mostLines)
        return FigureTables(
            series: series, total: ownTotal, state: state, partnerField: .counterpart,
            prefix: "figures", pen: pen)
    }

    /// Others' figures with the record as tables.
    func sharedTables(_ pen: RecordPen) -> FigureTables {
        var state = FigureState()
        state.counterpart = id
        let series = FigureSeries.series(
            of: shared, by: .subject, order: Self.order.map(\.rawValue),
            language: pen.words.language
        ).prefix(lines: Self.mostLines / 2)
        return FigureTables(
            series: series, total: sharedTotal, state: state, partnerField: .subject,
            prefix: "shared-figures", pen: pen)
    }

    /// The newest figure of each of the first indicators that have one, of no single product where
    /// there are such.
    func key(
        order: [IndicatorWord] = order, most: Int = 4, _ words: Catalogue
    ) -> [KeyFigure] {
        let wide = newest { $0.product == nil }
        let newest = wide.isEmpty ? newest { _ in true } : wide
        return order.compactMap { newest[$0.rawValue] }.prefix(most).map { row in
            KeyFigure(
                words.indicator(row.observation.indicator),
                .quantity(words.value(of: row.observation)), detail: detail(of: row, words),
                address: SiteAddress.record(row.id))
        }
    }

    /// The most telling figure of each indicator: what was counted goes before what was only
    /// planned, then the newest, the one without a counterpart, the largest.
    private func newest(
        _ isWanted: (Observation) -> Bool
    ) -> [String: ObservationRow] {
        var best: [String: ObservationRow] = [:]
        for row in own + shared where isWanted(row.observation) {
            let indicator = row.observation.indicator
            if let known = best[indicator], !Self.tells(row, moreThan: known) { continue }
            best[indicator] = row
        }
        return best
    }

    private static func tells(_ row: ObservationRow, moreThan known: ObservationRow) -> Bool {
        let (new, old) = (row.observation, known.observation)
        if isCounted(new) != isCounted(old) { return isCounted(new) }
        if new.period.lastDay != old.period.lastDay {
            return new.period.lastDay > old.period.lastDay
        }
        if (row.counterpart == nil) != (known.counterpart == nil) { return row.counterpart == nil }
        return new.unit == old.unit && new.value > old.value
    }

    private static func isCounted(_ figure: Observation) -> Bool {
        figure.qualifier != .planned && figure.qualifier != .forecast
    }

    private func detail(of row: ObservationRow, _ words: Catalogue) -> String {
        let partner = row.subject.id == id ? row.counterpart : row.subject
        let name = partner?.name(in: words.language.rawValue)
        let period = words.date(row.observation.period.description, .short)
        return [name, row.observation.product, period].compactMap(\.self).joined(separator: ", ")
    }

    /// The indicators that tell most of a place or a body, the most telling first.
    static let order: [IndicatorWord] = [
        .tradeTurnover, .goodsExport, .goodsImport, .tradeBalance, .servicesExport,
        .goodsAndServicesExport, .goodsAndServicesTurnover, .exchangeTurnover, .gdp,
        .industrialOutput, .residents, .foreignResidents, .investment, .fdiInflow, .export,
        .employees, .jobsCreated, .contractsValue, .contractsCount, .participants,
        .countriesRepresented, .exhibitors, .companiesWithCapitalOf, .agreementsCount,
        .partnerRegions, .twinCities, .students, .universities,
    ]

    /// The same for a technopark or a zone.
    static let orderOfParks: [IndicatorWord] = [
        .residents, .foreignResidents, .newResidents, .investorCountries, .investment, .fdiInflow,
        .export, .goodsExport, .goodsAndServicesExport, .exportShareOfOutput, .exportMarkets,
        .employees, .jobsCreated, .industrialOutput, .area, .floorArea, .investmentProjects,
    ]
}
