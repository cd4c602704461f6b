extension Italian {
    static func phrase(_ phrase: ListPhrase) -> String {
        switch phrase {
        case .parameterDate: "deve essere una data come 2021, 2021-06 o 2021-06-29"
        case .parameterID: "deve essere l’identificativo di una scheda, come place/by/grodno"
        case .parameterYear: "deve essere un anno come 2021"
        case .parameterPage: "deve essere un numero intero a partire da 1"
        case .parameterBetween(let least, let most):
            "deve essere un numero intero da \(least) a \(most)"
        case .parameterTooLong(let bytes): "è troppo lungo: al massimo \(bytes) byte"
        case .parameterTooMany(let count): "ha troppi valori: al massimo \(count)"
        case .parameterChoice(let choices): "deve essere uno di questi valori: \(choices)"
        case .nearest: "Forse cercavi"
        case .addressAsked: "Hai chiesto"

        case .entry(let number): "registrazione \(numbers.grouped(String(number))) del giornale"
        case .chosenFilters: "Scelti"
        case .sortRank: "più collegati"
        case .sortNameDescending: "nome, dalla Z alla A"
        case .sortDateOldest: "data, dal meno recente"
        case .choice(let text, let count): "\(text) (\(numbers.grouped(String(count))))"
        case .searchRelaxed:
            "Nessuna scheda contiene tutte queste parole; ecco quelle che ne contengono di più."
        case .searchWithin: "Parole in questo elenco"
        case .searchEverywhere: "Cerca queste parole in tutto il registro"
        case .emptyListWhyShort:
            "Ogni filtro restringe l’elenco. Togline uno o prova con altre parole."
        case .pageBeyondEnd(let page): "La pagina \(numbers.grouped(String(page))) non esiste"
        case .pagesInAll(let pages): "L’elenco ha " + counted(pages, "pagina", "pagine") + "."
        case .more(let count): "+\(count)"
        case .until(let date): "fino a \(date)"

        case .homeTotal(let count): counted(count, "scheda", "schede") + ", ognuna con la sua fonte"
        case .homeWays: "Da dove cominciare"
        case .homeFiguresHelp: "I maggiori interscambi registrati, con periodo e fonte."
        case .homeFiguresMore: "Tutti i dati"
        case .homeSourcesMore: "Su che cosa si basa: le fonti"

        case .zonesCount(let count): counted(count, "parco o zona", "parchi e zone")
        case .zonesFigures: "In cifre"
        case .zonesProfile: "Profili"
        case .zonesKnown: "Dati noti"
        case .zonesKnownHelp: "quanti risultano nel registro"
        case .partOnly: "solo"
        case .zonesEmptyTitle: "Nessun parco tecnologico o zona"
        case .zonesEmptyWhy:
            "Il registro non ne contiene di questo tipo in questo paese. Importali come "
                + "organisation di tipo technopark, industrial-park o free-economic-zone."
        case .zonesTruncated(let count):
            "Sono mostrati solo i primi \(count); scegli un tipo o un paese per vedere gli altri."

        case .figuresFound(let count): counted(count, "dato", "dati")
        case .sortIndicator: "indicatore"
        case .sortPeriod: "periodo, dal più recente"
        case .sortValue: "valore, dal maggiore"
        case .sortSubject: "soggetto"
        case .periodHint: "2021 o 2021-06"
        case .columnWith: "Con"

        case .sourceDocuments: "Documenti"
        case .footnotes(let count): counted(count, "nota", "note")
        case .columnNumber: "N."
        case .columnFacts: "Fatti"
        case .sourcesAsList: "Tutte le fonti in un solo elenco, con ricerca e filtri"
        }
    }
}
