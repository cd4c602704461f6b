extension Italian {
    static func phrase(_ phrase: DrawingPhrase) -> String {
        switch phrase {
        case .noData: "nessun dato"
        case .total: "Totale"
        case .category: "Voce"
        case .planned: "pianificato o previsto"
        case .othersInTable: "altri: vedi la tabella"
        case .asTable: "Gli stessi dati in tabella"
        case .embed: "Incorpora"
        case .embedHelp:
            "Copia questo in una tua pagina: mostrerà sempre lo stato attuale."
        case .openLarger: "Apri per modificarlo"
        case .computed(let formula): "Calcolato: \(formula)."
        case .outlinesBy(let source): "contorni: \(source)"
        case .countedRecords: "schede di questo registro, contate"
        case .notAuthoritative:
            "I contorni servono solo all’orientamento e non esprimono opinioni sui confini."
        case .linkHere: "Collegamento a questa vista"
        case .years(let first, let last): "\(first) – \(last)"
        case .year(let year): year
        }
    }
}
