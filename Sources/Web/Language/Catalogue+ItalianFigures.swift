extension Italian {
    static func indicator(_ indicator: IndicatorWord) -> String {
        switch indicator {
        case .tradeTurnover: "Interscambio commerciale"
        case .goodsExport: "Esportazioni di beni"
        case .goodsImport: "Importazioni di beni"
        case .tradeBalance: "Saldo commerciale"
        case .servicesExport: "Esportazioni di servizi"
        case .gdp: "Prodotto interno lordo"
        case .industrialOutput: "Produzione industriale"
        case .freight: "Trasporto merci"
        case .retail: "Commercio al dettaglio"
        case .agriculturalOutput: "Produzione agricola"
        case .fdiInflow: "Afflusso di investimenti diretti esteri"
        case .investment: "Investimenti"
        case .contractsValue: "Valore dei contratti"
        case .contractsCount: "Contratti"
        case .residents: "Imprese residenti"
        case .foreignResidents: "Imprese residenti estere"
        case .newResidents: "Nuove imprese residenti"
        case .employees: "Addetti"
        case .jobsCreated: "Posti di lavoro creati"
        case .companiesWithCapitalOf: "Imprese con capitale della controparte"
        case .foreignCompaniesWithCapitalOf: "Imprese estere con capitale della controparte"
        case .jointVenturesWithCapitalOf: "Imprese congiunte con capitale della controparte"
        case .dealers: "Concessionari"
        case .agreementsCount: "Accordi"
        case .twinCities: "Città gemellate"
        case .partnerRegions: "Regioni partner"
        case .partnerCountries: "Paesi partner"
        case .participants: "Partecipanti"
        case .exhibitors: "Espositori"
        case .countriesRepresented: "Paesi rappresentati"
        case .regionsRepresented: "Regioni rappresentate"
        case .exchangeTurnover: "Volume degli scambi in borsa"
        case .exchangeParticipants: "Operatori di borsa"
        case .transitTradesValue: "Valore delle operazioni di transito"
        case .students: "Studenti"
        case .universities: "Università"
        case .programmesCount: "Programmi"
        case .programmeSpending: "Spesa per i programmi"
        case .chargingStations: "Stazioni di ricarica"
        case .electricVehicles: "Veicoli elettrici"
        case .sessionsHosted: "Sessioni ospitate"
        case .sessionsHeld: "Sessioni tenute"
        case .investorCountries: "Paesi degli investitori"
        case .tradePartner: "Partner commerciale"
        case .vehiclesPurchased: "Veicoli acquistati"
        case .machineryOutput: "Produzione di macchine"
        case .machinesContracted: "Macchine sotto contratto"
        case .machinesRequested: "Macchine richieste"
        case .productionCapacity: "Capacità produttiva"
        case .export: "Esportazioni"
        case .exportMarkets: "Mercati di esportazione"
        case .jointTrainingCentres: "Centri di formazione congiunti"
        case .investmentProjects: "Progetti d’investimento"
        case .hostRegions: "Regioni ospitanti"
        case .pupilPlaces: "Posti per alunni"
        case .area: "Superficie"
        case .floorArea: "Superficie coperta"
        case .technoparks: "Tecnoparchi"
        case .goodsAndServicesExport: "Esportazioni di beni e servizi"
        case .goodsAndServicesTurnover: "Interscambio di beni e servizi"
        case .companiesWithExportContracts: "Imprese con contratti di esportazione"
        case .machineKitsShipped: "Kit di montaggio spediti"
        case .yearsOfOperation: "Anni di attività"
        case .programmeConceptsCount: "Progetti di massima dei programmi"
        case .exportShareOfOutput: "Quota esportata della produzione"
        case .freeEconomicZones: "Zone economiche libere"
        case .exchangeOpeningPrice: "Prezzo di apertura in borsa"
        case .exchangeHighestPrice: "Prezzo massimo in borsa"
        case .exchangeLowestPrice: "Prezzo minimo in borsa"
        case .exchangeClosingPrice: "Prezzo di chiusura in borsa"
        case .exchangeAveragePrice: "Prezzo medio ponderato in borsa"
        case .exchangeVolume: "Quantità venduta in borsa"
        case .exchangeDeals: "Contratti conclusi in borsa"
        case .negotiatedVolume: "Quantità dei contratti negoziati"
        case .negotiatedTurnover: "Valore dei contratti negoziati"
        case .negotiatedDeals: "Contratti negoziati"
        }
    }

    static func aspect(_ aspect: IndicatorAspect, of indicator: String) -> String {
        switch aspect {
        case .growth: indicator + ", variazione"
        case .share: indicator + ", quota"
        case .target: indicator + ", obiettivo"
        case .rank: indicator + ", posizione"
        }
    }

    static func unit(_ unit: UnitWord) -> Noun {
        switch unit {
        case .companies: Noun("impresa", "imprese")
        case .sessions: Noun("sessione", "sessioni")
        case .countries: Noun("paese", "paesi")
        case .vehicles: Noun("veicolo", "veicoli")
        case .agreements: Noun("accordo", "accordi")
        case .people: Noun("persona", "persone")
        case .regions: Noun("regione", "regioni")
        case .programmes: Noun("programma", "programmi")
        case .rank: Noun("posto")
        case .years: Noun("anno", "anni")
        case .machines: Noun("macchina", "macchine")
        case .projects: Noun("progetto", "progetti")
        case .cities: Noun("città", "città")
        case .stations: Noun("stazione", "stazioni")
        case .documents: Noun("documento", "documenti")
        case .areas: Noun("ambito", "ambiti")
        case .universities: Noun("università", "università")
        case .plants: Noun("stabilimento", "stabilimenti")
        case .centres: Noun("centro", "centri")
        case .sections: Noun("sezione", "sezioni")
        case .machineKits: Noun("kit di montaggio", "kit di montaggio")
        case .pupils: Noun("alunno", "alunni")
        case .students: Noun("studente", "studenti")
        case .tractors: Noun("trattore", "trattori")
        case .jobs: Noun("posto di lavoro", "posti di lavoro")
        case .zones: Noun("zona", "zone")
        case .sites: Noun("sede", "sedi")
        case .products: Noun("prodotto", "prodotti")
        case .meetings: Noun("riunione", "riunioni")
        case .technoparks: Noun("tecnoparco", "tecnoparchi")
        case .sectors: Noun("settore", "settori")
        case .lines: Noun("linea", "linee")
        case .classes: Noun("classe", "classi")
        case .teachers: Noun("insegnante", "insegnanti")
        case .dealers: Noun("concessionario", "concessionari")
        case .groups: Noun("gruppo", "gruppi")
        case .tables: Noun("tavolo", "tavoli")
        case .legalEntities: Noun("persona giuridica", "persone giuridiche")
        case .tradingHouses: Noun("casa commerciale", "case commerciali")
        case .combineHarvesters: Noun("mietitrebbia", "mietitrebbie")
        case .buses: Noun("autobus", "autobus")
        case .trams: Noun("tram", "tram")
        case .trolleybuses: Noun("filobus", "filobus")
        case .developments: Noun("innovazione", "innovazioni")
        case .times: Noun("volta", "volte")
        case .deals: Noun("contratto", "contratti")
        case .tonnes: Noun("t")
        case .hectares: Noun("ha")
        case .squareMetres: Noun("m²")
        case .kilometres: Noun("km")
        }
    }
}
