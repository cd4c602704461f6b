import Records
import Register

/// The figures by which technoparks and zones are compared.
enum ZoneFigure: String, CaseIterable, Hashable, Sendable {
    case residents
    case foreignResidents = "foreign-residents"
    case investment
    case directInvestment = "fdi-inflow"
    case export
    case employees
    case jobs

    /// The indicators that give it, the most exact first.
    var indicators: [String] {
        switch self {
        case .residents: ["residents"]
        case .foreignResidents: ["foreign-residents"]
        case .investment: ["investment"]
        case .directInvestment: ["fdi-inflow"]
        case .export: ["goods-export", "export", "goods-and-services-export"]
        case .employees: ["employees"]
        case .jobs: ["jobs-created"]
        }
    }

    /// What its column is called.
    func label(_ words: Catalogue) -> String {
        switch self {
        case .residents: words(.columnResidents)
        case .foreignResidents: words(.columnForeignResidents)
        case .investment: words(.columnInvestment)
        case .directInvestment: words.indicator("fdi-inflow")
        case .export: words(.columnExports)
        case .employees: words.indicator("employees")
        case .jobs: words.indicator("jobs-created")
        }
    }
}

/// The fields of the profile by which technoparks and zones are compared.
enum ZoneField: String, CaseIterable, Hashable, Sendable {
    case place, founded
    case managedBy = "managed_by"
    case university, sites, area
    case floorArea = "floor_area"
    case capacity, setting, specialisations, services, infrastructure, incentives

    /// Whether a zone's record has it.
    func isKnown(of zone: Organisation) -> Bool {
        switch self {
        case .place: zone.place != nil
        case .founded: zone.founded != nil
        case .managedBy: zone.park.managedBy != nil
        case .university: zone.park.university != nil
        case .sites: !zone.park.sites.isEmpty
        case .area: zone.park.area != nil
        case .floorArea: zone.park.floorArea != nil
        case .capacity: zone.park.capacity != nil
        case .setting: zone.park.setting != nil
        case .specialisations: !zone.park.specialisations.isEmpty
        case .services: !zone.park.services.isEmpty
        case .infrastructure: !zone.park.infrastructure.isEmpty
        case .incentives: !zone.park.incentives.isEmpty
        }
    }

    /// Its phrases, for the fields that are lists of phrases.
    func phrases(of zone: Organisation) -> [String] {
        switch self {
        case .specialisations: zone.park.specialisations
        case .services: zone.park.services
        case .infrastructure: zone.park.infrastructure
        case .incentives: zone.park.incentives
        default: []
        }
    }

    /// Its quantity, for the fields that are one.
    func quantity(of zone: Organisation) -> Records.Quantity? {
        switch self {
        case .area: zone.park.area
        case .floorArea: zone.park.floorArea
        case .capacity: zone.park.capacity
        default: nil
        }
    }

    /// The ids that it names.
    func ids(of zone: Organisation) -> [RecordID] {
        switch self {
        case .place: [zone.place].compactMap(\.self)
        case .managedBy: [zone.park.managedBy].compactMap(\.self)
        case .university: [zone.park.university].compactMap(\.self)
        case .sites: zone.park.sites
        default: []
        }
    }
}

/// A technopark or zone with what is known of it.
struct Zone: Sendable {
    let summary: RecordSummary
    let organisation: Organisation
    let citations: [Citation]
    /// The newest figure of each sort.
    let figures: [ZoneFigure: ObservationRow]
    /// The area where only a figure tells it.
    let areaFigure: ObservationRow?

    /// Whether a figure is known for the whole zone and not only for a part of it.
    func isKnown(_ figure: ZoneFigure) -> Bool {
        figures[figure].map { $0.observation.product == nil } ?? false
    }

    /// Whether a field of the profile is known.
    func isKnown(_ field: ZoneField) -> Bool {
        field.isKnown(of: organisation) || (field == .area && areaFigure != nil)
    }

    /// How many of the columns are known.
    var known: Int {
        ZoneField.allCases.count { isKnown($0) } + ZoneFigure.allCases.count { isKnown($0) }
    }

    /// How many columns there are to be known.
    static let columns = ZoneField.allCases.count + ZoneFigure.allCases.count
}

extension Zone {
    init(_ found: FoundRecord, _ organisation: Organisation, _ rows: [ObservationRow]) {
        summary = found.summary
        self.organisation = organisation
        citations = found.record.citations
        var figures: [ZoneFigure: ObservationRow] = [:]
        for figure in ZoneFigure.allCases {
            figures[figure] = figure.indicators.lazy.compactMap { Self.newest($0, rows) }.first
        }
        self.figures = figures
        areaFigure = Self.newest("area", rows)
    }

    /// The newest figure of an indicator: of those for the whole zone, else of those for a part
    /// of it; never of one with somebody else.
    private static func newest(_ indicator: String, _ rows: [ObservationRow]) -> ObservationRow? {
        let own = rows.filter {
            $0.observation.indicator == indicator && $0.observation.counterpart == nil
        }
        let whole = own.filter { $0.observation.product == nil }
        return (whole.isEmpty ? own : whole).max { left, right in
            let (left, right) = (left.observation.period, right.observation.period)
            return (left.lastDay, left.firstDay) < (right.lastDay, right.firstDay)
        }
    }
}
