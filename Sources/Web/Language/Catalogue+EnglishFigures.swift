extension English {
    static func indicator(_ indicator: IndicatorWord) -> String {
        switch indicator {
        case .tradeTurnover: "Trade turnover"
        case .goodsExport: "Exports of goods"
        case .goodsImport: "Imports of goods"
        case .tradeBalance: "Trade balance"
        case .servicesExport: "Exports of services"
        case .gdp: "Gross domestic product"
        case .industrialOutput: "Industrial output"
        case .freight: "Freight"
        case .retail: "Retail trade"
        case .agriculturalOutput: "Agricultural output"
        case .fdiInflow: "Inflow of foreign direct investment"
        case .investment: "Investment"
        case .contractsValue: "Value of contracts"
        case .contractsCount: "Contracts"
        case .residents: "Residents"
        case .foreignResidents: "Foreign residents"
        case .newResidents: "New residents"
        case .employees: "Employees"
        case .jobsCreated: "Jobs created"
        case .companiesWithCapitalOf: "Companies with capital of the counterpart"
        case .foreignCompaniesWithCapitalOf: "Foreign companies with capital of the counterpart"
        case .jointVenturesWithCapitalOf: "Joint ventures with capital of the counterpart"
        case .dealers: "Dealers"
        case .agreementsCount: "Agreements"
        case .twinCities: "Twin cities"
        case .partnerRegions: "Partner regions"
        case .partnerCountries: "Partner countries"
        case .participants: "Participants"
        case .exhibitors: "Exhibitors"
        case .countriesRepresented: "Countries represented"
        case .regionsRepresented: "Regions represented"
        case .exchangeTurnover: "Exchange turnover"
        case .exchangeParticipants: "Exchange participants"
        case .transitTradesValue: "Value of transit trades"
        case .students: "Students"
        case .universities: "Universities"
        case .programmesCount: "Programmes"
        case .programmeSpending: "Programme spending"
        case .chargingStations: "Charging stations"
        case .electricVehicles: "Electric vehicles"
        case .sessionsHosted: "Sessions hosted"
        case .sessionsHeld: "Sessions held"
        case .investorCountries: "Countries of investors"
        case .tradePartner: "Trading partner"
        case .vehiclesPurchased: "Vehicles bought"
        case .machineryOutput: "Output of machinery"
        case .machinesContracted: "Machines under contract"
        case .machinesRequested: "Machines requested"
        case .productionCapacity: "Production capacity"
        case .export: "Exports"
        case .exportMarkets: "Export markets"
        case .jointTrainingCentres: "Joint training centres"
        case .investmentProjects: "Investment projects"
        case .hostRegions: "Host regions"
        case .pupilPlaces: "Places for pupils"
        case .area: "Area"
        case .floorArea: "Floor area"
        case .technoparks: "Technoparks"
        case .goodsAndServicesExport: "Exports of goods and services"
        case .goodsAndServicesTurnover: "Trade in goods and services"
        case .companiesWithExportContracts: "Companies with export contracts"
        case .machineKitsShipped: "Machine kits shipped"
        case .yearsOfOperation: "Years of operation"
        case .programmeConceptsCount: "Programme concepts"
        case .exportShareOfOutput: "Share of output exported"
        case .freeEconomicZones: "Free economic zones"
        case .exchangeOpeningPrice: "Opening price on the exchange"
        case .exchangeHighestPrice: "Highest price on the exchange"
        case .exchangeLowestPrice: "Lowest price on the exchange"
        case .exchangeClosingPrice: "Closing price on the exchange"
        case .exchangeAveragePrice: "Weighted average price on the exchange"
        case .exchangeVolume: "Quantity sold on the exchange"
        case .exchangeDeals: "Deals on the exchange"
        case .negotiatedVolume: "Quantity of negotiated deals"
        case .negotiatedTurnover: "Value of negotiated deals"
        case .negotiatedDeals: "Negotiated deals"
        }
    }

    static func aspect(_ aspect: IndicatorAspect, of indicator: String) -> String {
        switch aspect {
        case .growth: indicator + ", growth"
        case .share: indicator + ", share"
        case .target: indicator + ", target"
        case .rank: indicator + ", rank"
        }
    }

    static func unit(_ unit: UnitWord) -> Noun {
        switch unit {
        case .companies: Noun("company", "companies")
        case .sessions: Noun("session", "sessions")
        case .countries: Noun("country", "countries")
        case .vehicles: Noun("vehicle", "vehicles")
        case .agreements: Noun("agreement", "agreements")
        case .people: Noun("person", "people")
        case .regions: Noun("region", "regions")
        case .programmes: Noun("programme", "programmes")
        case .rank: Noun("rank")
        case .years: Noun("year", "years")
        case .machines: Noun("machine", "machines")
        case .projects: Noun("project", "projects")
        case .cities: Noun("city", "cities")
        case .stations: Noun("station", "stations")
        case .documents: Noun("document", "documents")
        case .areas: Noun("area", "areas")
        case .universities: Noun("university", "universities")
        case .plants: Noun("plant", "plants")
        case .centres: Noun("centre", "centres")
        case .sections: Noun("section", "sections")
        case .machineKits: Noun("machine kit", "machine kits")
        case .pupils: Noun("pupil", "pupils")
        case .students: Noun("student", "students")
        case .tractors: Noun("tractor", "tractors")
        case .jobs: Noun("job", "jobs")
        case .zones: Noun("zone", "zones")
        case .sites: Noun("site", "sites")
        case .products: Noun("product", "products")
        case .meetings: Noun("meeting", "meetings")
        case .technoparks: Noun("technopark", "technoparks")
        case .sectors: Noun("sector", "sectors")
        case .lines: Noun("line", "lines")
        case .classes: Noun("class", "classes")
        case .teachers: Noun("teacher", "teachers")
        case .dealers: Noun("dealer", "dealers")
        case .groups: Noun("group", "groups")
        case .tables: Noun("table", "tables")
        case .legalEntities: Noun("legal entity", "legal entities")
        case .tradingHouses: Noun("trading house", "trading houses")
        case .combineHarvesters: Noun("combine harvester", "combine harvesters")
        case .buses: Noun("bus", "buses")
        case .trams: Noun("tram", "trams")
        case .trolleybuses: Noun("trolleybus", "trolleybuses")
        case .developments: Noun("development", "developments")
        case .times: Noun("time", "times")
        case .deals: Noun("deal", "deals")
        case .tonnes: Noun("t")
        case .hectares: Noun("ha")
        case .squareMetres: Noun("m²")
        case .kilometres: Noun("km")
        }
    }
}
