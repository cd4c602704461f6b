extension Italian {
    static func phrase(_ phrase: CalendarPhrase) -> String {
        switch phrase {
        case .help:
            "Eventi, scadenze delle misure, inizio e fine degli accordi. Ogni data è precisa quanto "
                + "la sua fonte: ciò che è noto al mese o all’anno non appare mai come un giorno."
        case .goToDate: "Intorno a una data"
        case .go: "Vai"
        case .around: "Prima e dopo"
        case .today: "Oggi"
        case .years: "Anni e mesi"
        case .entries: "Voci"
        case .emptyTitle: "Qui non c’è nulla"
        case .overdueTitle: "Scadute"
        case .overdueHelp:
            "Il termine è passato e nessuna fonte registrata dice che sia stato rispettato."
        case .overdue: "scaduta"
        case .upcoming: "In arrivo"
        case .past: "Passati"
        case .since(let date): "A partire da: \(date)"
        case .before(let date): "Prima di: \(date)"
        case .monthUnknown(let year): "Nel \(year), mese non noto"
        case .lastYear(let year): "Vai al \(year), l’ultimo anno registrato"
        case .nothingAfter(let date): "Nessuna fonte registrata parla di nulla dal \(date) in poi."
        case .nothingBefore(let date): "Nessuna fonte registrata parla di nulla prima del \(date)."
        case .nothingThere:
            "Nessuna fonte registrata parla di nulla in questo periodo con questi filtri."
        case .withoutMonth(let count, let year):
            counted(count, "altra voce", "altre voci") + " nel \(year) senza un mese noto"
        case .edition(let number): "\(number)ª edizione"

        case .what: "Che cosa"
        case .seriesOfEvents: "Serie"
        case .deadlines: "Scadenze"
        case .beginnings: "Accordi firmati o avviati"
        case .expiries: "Fine della validità"
        case .deadline: "scadenza"
        case .signed: "firma"
        case .validFrom: "in vigore da"
        case .validUntil: "valido fino a"
        case .validityBegins: "inizio della validità"
        case .validityEnds: "fine della validità"

        case .throughTime(let what): "\(what) nel tempo"
        case .timelineHelp:
            "Le barre mostrano la durata degli accordi, i punti gli eventi, i rombi le scadenze; "
                + "estremità tratteggiate e segni lunghi sono date note al mese o all’anno."
        case .leftOut(let count):
            counted(count, "scheda non ha", "schede non hanno")
                + " trovato posto: si vedono le più recenti."
        case .openCalendar: "Apri nel calendario"
        case .todayMark: "oggi"
        case .overdueMark: "scaduta"
        case .doneMark: "fatta"
        case .openEnd: "fine non nota"

        case .subscribe: "Nel proprio calendario"
        case .subscribeHelp:
            "Si può sottoscrivere questo indirizzo in un programma di calendario; segue i filtri "
                + "scelti. Ciò che è noto al mese copre il mese ed è segnato come provvisorio; ciò che "
                + "è noto solo all’anno è omesso."
        case .withYears: "Lo stesso con le voci note solo all’anno"
        case .feedTitle: "Fondaco: calendario della cooperazione"
        case .feedHelp:
            "Eventi, scadenze e accordi della cooperazione regionale, ciascuno con le sue fonti. Le "
                + "date note al mese lo coprono per intero e sono provvisorie."
        case .dayUnknown(let when): "\(when), giorno non noto"
        case .newsTitle: "Fondaco: novità"
        case .newsHelp: "Schede entrate nel registro o modificate, dalla più recente."
        case .entered(let actor): "Inserita da \(actor)."
        case .revised(let number, let actor, let fields):
            "Revisione \(number), di \(actor)"
                + (fields.isEmpty ? "." : "; campi modificati: \(fields).")
        }
    }
}
