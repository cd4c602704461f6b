/// A noun that can be counted and can head a list.
struct Noun: Sendable, Equatable {
    /// With 1 (Russian: with 1, 21, 31, …).
    let one: String
    /// With 2–4 in Russian; elsewhere the plural.
    let few: String
    /// With 5 and more in Russian; elsewhere the plural.
    let many: String
    /// The plural, without a number before it.
    let plural: String

    /// A noun with one plural form.
    init(_ one: String, _ plural: String) {
        (self.one, few, many, self.plural) = (one, plural, plural, plural)
    }

    /// A Russian noun: "акт", "акта", "актов", "акты".
    init(_ one: String, _ few: String, _ many: String, _ plural: String) {
        (self.one, self.few, self.many, self.plural) = (one, few, many, plural)
    }

    /// A noun that never changes ("ha").
    init(_ unchanging: String) { self.init(unchanging, unchanging) }
}

/// The kinds of records.
enum KindWord: String, CaseIterable, Sendable {
    case source, place, organisation, person, agreement, measure, event, project, offer, observation
}

/// The types of records within their kinds.
enum TypeWord: String, CaseIterable, Sendable {
    case country, region, city, district, village, zone
    case enterprise, holding, technopark, freeEconomicZone = "free-economic-zone"
    case industrialPark = "industrial-park", university, school, research, exchange, chamber, bank
    case fairOrganiser = "fair-organiser", government, intergovernmental, association
    case culturalCentre = "cultural-centre", media, other
    case treaty, framework, actionPlan = "action-plan", roadmap, programme, memorandum, `protocol`
    case declaration, contract, letterOfIntent = "letter-of-intent", twinning
    case freeTrade = "free-trade", law, concept
    case forum, session, commission, council, fair, exhibition, congress, meeting, visit, ceremony
    case competition
    case jointVenture = "joint-venture", assembly, construction, investment
    case researchProject = "project/research", supply, education, infrastructure, product
    case offer, request
}

/// How far something has come.
enum StatusWord: String, CaseIterable, Sendable {
    case inForce = "in-force", draft, negotiation, planned, completed, proposed
    case underWay = "under-way"
}

/// Where a technopark stands.
enum SettingWord: String, CaseIterable, Sendable {
    case urban, suburban, greenfield, brownfield
}

/// How exact a figure is.
enum QualifierWord: String, CaseIterable, Sendable {
    case exact, about, over, under, nearly, atLeast = "at-least", upTo = "up-to", planned, forecast

    /// The mark before the figure; nil where words are clearer.
    var sign: String? {
        switch self {
        case .about: "≈"
        case .over: ">"
        case .under: "<"
        case .nearly: "≲"
        case .atLeast: "≥"
        case .upTo: "≤"
        case .exact, .planned, .forecast: nil
        }
    }
}

/// The fields of records.
enum FieldWord: String, CaseIterable, Sendable {
    case id, kind, name, type, iso, parent, lat, lon, coordinates, aliases, place, sectors, founded
    case website, note, managedBy = "managed_by", university, sites, area, floorArea = "floor_area"
    case capacity, setting, specialisations, services, infrastructure, incentives, office, of, title
    case parties, signed, validFrom = "valid_from", validTo = "valid_to", validity, status, value
    case event, implements, areas, plan, executor, deadline, series, edition, start, end
    case organisers, participants, sections, outcome, jobs, sector, agreement, by, direction, what
    case to, date, indicator, subject, counterpart, product, period, unit, qualifier
    case basePeriod = "base_period", author, publisher, url, lang, citedIn = "cited_in"
    case noteNumber = "note_number", cite
}

/// What a link from one record to another says, read against its direction.
enum IncomingRole: String, CaseIterable, Sendable {
    case parent, place, managedBy = "managed_by", university, sites, of, parties, event, implements
    case plan, executor, organisers, participants, agreement, by, to, subject, counterpart
    case citedIn = "cited_in", cite
}

/// The indicators of the vocabulary and others that are frequent. `…-growth`, `…-share`,
/// `…-target` and `…-rank` are made from these.
enum IndicatorWord: String, CaseIterable, Sendable {
    case tradeTurnover = "trade-turnover", goodsExport = "goods-export"
    case goodsImport = "goods-import", tradeBalance = "trade-balance"
    case servicesExport = "services-export", gdp, industrialOutput = "industrial-output", freight
    case retail, agriculturalOutput = "agricultural-output", fdiInflow = "fdi-inflow", investment
    case contractsValue = "contracts-value", contractsCount = "contracts-count", residents
    case foreignResidents = "foreign-residents", newResidents = "new-residents", employees
    case jobsCreated = "jobs-created", companiesWithCapitalOf = "companies-with-capital-of"
    case foreignCompaniesWithCapitalOf = "foreign-companies-with-capital-of"
    case jointVenturesWithCapitalOf = "joint-ventures-with-capital-of", dealers
    case agreementsCount = "agreements-count", twinCities = "twin-cities"
    case partnerRegions = "partner-regions", partnerCountries = "partner-countries", participants
    case exhibitors, countriesRepresented = "countries-represented"
    case regionsRepresented = "regions-represented", exchangeTurnover = "exchange-turnover"
    case exchangeParticipants = "exchange-participants"
    case transitTradesValue = "transit-trades-value", students, universities
    case programmesCount = "programmes-count", programmeSpending = "programme-spending"
    case chargingStations = "charging-stations", electricVehicles = "electric-vehicles"
    case sessionsHosted = "sessions-hosted", sessionsHeld = "sessions-held"
    case investorCountries = "investor-countries", tradePartner = "trade-partner"
    case vehiclesPurchased = "vehicles-purchased", machineryOutput = "machinery-output"
    case machinesContracted = "machines-contracted", machinesRequested = "machines-requested"
    case productionCapacity = "production-capacity", export, exportMarkets = "export-markets"
    case jointTrainingCentres = "joint-training-centres"
    case investmentProjects = "investment-projects", hostRegions = "host-regions"
    case pupilPlaces = "pupil-places", area, floorArea = "floor-area", technoparks
    case goodsAndServicesExport = "goods-and-services-export"
    case goodsAndServicesTurnover = "goods-and-services-turnover"
    case companiesWithExportContracts = "companies-with-export-contracts"
    case machineKitsShipped = "machine-kits-shipped", yearsOfOperation = "years-of-operation"
    case programmeConceptsCount = "programme-concepts-count"
    case exportShareOfOutput = "export-share-of-output", freeEconomicZones = "free-economic-zones"
    case exchangeOpeningPrice = "exchange-opening-price"
    case exchangeHighestPrice = "exchange-highest-price"
    case exchangeLowestPrice = "exchange-lowest-price"
    case exchangeClosingPrice = "exchange-closing-price"
    case exchangeAveragePrice = "exchange-average-price"
    case exchangeVolume = "exchange-volume"
    case exchangeDeals = "exchange-deals"
    case negotiatedVolume = "negotiated-volume"
    case negotiatedTurnover = "negotiated-turnover"
    case negotiatedDeals = "negotiated-deals"
}

/// What may be said of an indicator in its last word.
enum IndicatorAspect: String, CaseIterable, Sendable {
    case growth, share, target, rank
}

/// The units of figures. Currencies are codes (ISO 4217) and stay as they are.
enum UnitWord: String, CaseIterable, Sendable {
    case companies, sessions, countries, vehicles, agreements, people, regions, programmes, rank
    case years, machines, projects, cities, stations, documents, areas, universities, plants
    case centres, sections, machineKits = "machine kits", pupils, students, tractors, jobs, zones
    case sites, products, meetings, technoparks, sectors, lines, classes, teachers, dealers, groups
    case tables, legalEntities = "legal entities", tradingHouses = "trading houses"
    case combineHarvesters = "combine harvesters", buses, trams, trolleybuses, developments, times
    case deals
    case tonnes = "t", hectares = "ha", squareMetres = "m2", kilometres = "km"
}
