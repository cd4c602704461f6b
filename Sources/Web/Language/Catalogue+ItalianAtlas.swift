import Register

extension Italian {
    static func phrase(_ phrase: AtlasPhrase) -> String {
        switch phrase {
        case .mapHelp:
            "Dove sono i partner e che cosa li lega. Ogni luogo e ogni linea porta alle sue schede."
        case .networkHelp:
            "Due partner sono legati da ogni scheda che nomina entrambi. Si può guardare l’insieme "
                + "oppure scegliere un partner e vedere chi gli sta intorno."
        case .allRecords: "Schede"
        case .recordsBy(let what, let level): "\(what) per \(unit(level))"
        case .flowsOf(let what, let level): "\(what) tra \(units(level))"
        case .indicatorBy(let indicator, let period): joined(indicator, period)
        case .indicatorFlows(let indicator, let period):
            joined("\(indicator) tra partner", period)
        case .networkOf(let ties): "Chi collabora con chi: \(ties.lowercased())"
        case .networkAround(let name, let ties): "\(name) e i suoi partner: \(ties.lowercased())"

        case .modeTitle: "Vista"
        case .modePlaces: "Luoghi"
        case .modeFlows: "Flussi tra luoghi"
        case .measure: "In base a"
        case .measureRecords: "numero di schede"
        case .measureTies: "numero di schede in comune"
        case .level: "Livello"
        case .levelName(.party): "come nominati"
        case .levelName(.place): "luoghi"
        case .levelName(.region): "regioni"
        case .levelName(.country): "paesi"
        case .leastTies: "Legami, almeno"
        case .whichPartners: "Partner"
        case .tiedBy: "Legati da"
        case .around: "Intorno"
        case .wholeNetwork: "tutta la rete"
        case .steps(let count): counted(count, "passo", "passi")

        case .mapSummary(let records, let places, let largest):
            "\(records) in \(counted(places, "luogo", "luoghi")); i maggiori: \(largest)."
        case .figuresSummary(let places, let largest):
            "Dati di \(counted(places, "luogo", "luoghi")); i maggiori: \(largest)."
        case .flowsSummary(let ties, let heaviest):
            "\(counted(ties, "legame", "legami")); i più forti: \(heaviest)."
        case .networkSummary(let partners, let ties, let records, let heaviest):
            "\(number(partners)) partner con \(counted(ties, "legame", "legami")), ricavati da "
                + "\(records); più legami: \(heaviest)."
        case .networkAroundSummary(let partners, let heaviest):
            "\(number(partners)) partner; più in comune con: \(heaviest)."
        case .networkAroundHow:
            "Gli anelli sono i passi dal centro: chi sta sul primo ha una scheda in comune con esso. "
                + "I cerchi sono luoghi, i quadrati organizzazioni, i rombi persone."
        case .networkHow:
            "I partner che hanno più in comune stanno più vicini; la posizione sul foglio non "
                + "significa altro. I cerchi sono luoghi, i quadrati organizzazioni, i rombi persone."
        case .partners(let count): "\(number(count)) partner"

        case .extent: "Estensione"
        case .coreMap: "dove si trova quasi tutto"
        case .wholeMap: "tutto"
        case .outside(let count):
            "\(counted(count, "luogo più lontano è fuori", "luoghi più lontani sono fuori")) dal disegno, "
                + "con al più il 4% delle schede; la tabella li ha tutti."
        case .placesLeftOut(let shown, let all):
            "Sono disegnati i \(number(shown)) luoghi con più schede, su \(number(all))."
        case .placesWithoutPoint(let count):
            counted(
                count, "luogo senza coordinate: non si può disegnare.",
                "luoghi senza coordinate: non si possono disegnare.")
        case .recordsNowhere(let count):
            "\(counted(count, "scheda non nomina", "schede non nominano")) alcun luogo."
        case .placeMeansItself:
            "Un cerchio conta ciò che è nel luogo stesso; ciò che è in una città conta per la "
                + "città, non per la regione. Per le somme, scegliere regioni o paesi."
        case .tiesLeftOut(let shown, let all):
            "Sono disegnati i \(number(shown)) legami più forti, su \(number(all))."
        case .partnersLeftOut(let shown, let all):
            "Sono disegnati i \(number(shown)) partner con più legami, su \(number(all))."
        case .crowded(let count):
            counted(
                count, "scheda nomina più di 40 partner: non crea legami.",
                "schede nominano più di 40 partner: non creano legami.")
        case .otherUnits(let units): "Sono esclusi i dati in un’altra unità: \(units)."
        case .figuresLeftOut(let count):
            "\(counted(count, "dato non disegnato", "dati non disegnati")): un estremo non ha un "
                + "luogo sulla mappa."
        case .figuresDrawn(let shown, let all):
            "Sono disegnati i \(number(shown)) dati più grandi, su \(number(all))."
        case .statementsLeftOut(let count):
            "\(counted(count, "dato non disegnato", "dati non disegnati")): un altro dichiara la "
                + "stessa cifra; un risultato precede un piano o una previsione, un numero esatto "
                + "uno arrotondato."
        case .notForFigures:
            "indica quali schede si contano e non restringe i dati; togliere questo o l’indicatore"
        case .listedOf(let shown, let all):
            "I primi \(number(shown)) su \(number(all)); tutti sono nella tabella del disegno e nei "
                + "suoi file."

        case .onTheMap: "Sulla mappa"
        case .mostConnected: "Più legami"
        case .withWhom: "Con chi"
        case .columnRecords: "Schede"
        case .columnPartner: "Partner"
        case .columnPartners: "Partner"
        case .columnTies: "Legami"
        case .columnBetween: "Intermediazione"
        case .columnRank: "PageRank"
        case .columnFrom: "Da"
        case .columnTo: "A"
        case .columnShared: "Schede in comune"
        case .columnAround: "Intorno"

        case .north: "N"
        case .south: "S"
        case .east: "E"
        case .west: "O"
        case .kilometres: "km"
        case .placeGroup(.country): "paesi"
        case .placeGroup(.region): "regioni"
        case .placeGroup(.smaller): "città, distretti e zone"
        case .otherCountries: "altri"

        case .emptyMapWhy:
            "Con questi filtri nessuna scheda è in un luogo di cui si conoscano le coordinate."
        case .emptyFiguresWhy:
            "Non ci sono dati di questo indicatore per questo periodo, o nessuno dei loro soggetti "
                + "ha un luogo."
        case .emptyNetworkWhy: "Con questi filtri nessuna scheda nomina due partner."
        case .unknownPartner: "non esiste una scheda così"
        }
    }

    private static func unit(_ level: PartnerLevel) -> String {
        switch level {
        case .party, .place: "luogo"
        case .region: "regione"
        case .country: "paese"
        }
    }

    private static func units(_ level: PartnerLevel) -> String {
        switch level {
        case .party, .place: "luoghi"
        case .region: "regioni"
        case .country: "paesi"
        }
    }

    private static func joined(_ text: String, _ period: String) -> String {
        period.isEmpty ? text : text + ", " + period
    }

    private static func number(_ number: Int) -> String { numbers.grouped(String(number)) }
}
