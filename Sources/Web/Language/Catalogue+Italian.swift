extension Italian {
    static func phrase(_ phrase: Phrase) -> String {
        switch phrase {
        case .skipToContent: "Vai al contenuto"
        case .homeLabel: "Fondaco, pagina iniziale"
        case .mainNavigation: "Navigazione principale"
        case .languageSwitch: "Lingua"
        case .navRegister: "Registro"
        case .navMarket: "Borsa"
        case .navZones: "Zone"
        case .navFigures: "Dati"
        case .navMap: "Mappa"
        case .navNetwork: "Rete"
        case .navCalendar: "Calendario"
        case .navSources: "Fonti"
        case .navAPI: "API"
        case .searchLabel: "Cerca nel registro"
        case .searchPlaceholder: "Cerca"
        case .searchPlaceholderLong: "Una regione, un’impresa, un accordo, in qualsiasi grafia"
        case .searchButton: "Cerca"
        case .footPromise:
            "Ogni fatto ha qui la sua fonte. Il registro riporta chi afferma che cosa, e quando."
        case .softwareLicence: "Fondaco è software libero con licenza Apache 2.0."
        case .apiHint: "Tutto ciò che si vede qui è disponibile anche come dati."
        case .dataVersion(let version): "Stato dei dati: \(version)"
        case .download: "Scarica"
        case .whereYouAre: "Percorso"
        case .onThisPage: "In questa pagina"

        case .filters: "Filtri"
        case .clearFilters: "Rimuovi tutti i filtri"
        case .moreChoices(let count): counted(count, "altra voce", "altre voci")
        case .takeBackFilter: " (attivo; rimuovi questo filtro)"
        case .pages: "Pagine"
        case .firstPage: "Prima"
        case .previousPage: "Precedente"
        case .nextPage: "Successiva"
        case .range(let from, let to, let total): "\(from)–\(to) di \(total)"
        case .sortBy: "Ordina per"
        case .sortRelevance: "pertinenza"
        case .sortName: "nome"
        case .sortDate: "data, dalla più recente"
        case .facetKind: "Categoria"
        case .facetType: "Tipo"
        case .facetCountry: "Paese"
        case .facetRegion: "Regione"
        case .facetYear: "Anno"
        case .facetTopic: "Settore o ambito"
        case .facetStatus: "Stato"
        case .all: "Tutti"
        case .apply: "Mostra"
        case .showAll(let count): "Mostra tutto (\(numbers.grouped(String(count))))"
        case .recordsFound(let count): counted(count, "scheda", "schede")
        case .emptyListTitle: "Nessun risultato con questi filtri"
        case .emptyListWhy: "Ogni filtro restringe l’elenco; insieme non lasciano alcuna scheda."
        case .emptyListWay: "Rimuovi un filtro"

        case .sources: "Fonti"
        case .moreSources(let count): counted(count, "altra fonte", "altre fonti")
        case .originalOf(let source): "Documento originale: \(source)"
        case .line(let line): "riga \(line)"
        case .lines(let lines): "righe \(lines)"
        case .note(let number): "nota \(number)"
        case .noDate: "Data non registrata"
        case .notRecorded: "Dato non registrato"
        case .and: "e"
        case .others(let count): counted(count, "altra parte", "altre parti")
        case .otherNames: "Altri nomi"
        case .onRecord: "Nel registro"
        case .revision(let number): "Revisione \(number)"
        case .asJSON: "Questa scheda in formato JSON"
        }
    }

    static func counted(_ count: Int, _ one: String, _ plural: String) -> String {
        Catalogue(.italian).counted(count, Noun(one, plural))
    }

    static let numbers = NumberWords(
        groupSeparator: ".", decimalSeparator: ",", millions: ("milione", "milioni"),
        billions: ("miliardo", "miliardi"), trillions: nil, beforeUnit: " di")
}
