import Statistics

extension Italian {
    static func phrase(_ phrase: TrackPhrase) -> String {
        switch phrase {
        case .navLabel: "Modi di guardare le cifre"
        case .navTable: "Tabella"
        case .navTrack: "Andamento"
        case .navCompare: "Confronto"
        case .navFindings: "Riscontri"

        case .noPartner: "senza partner indicato"
        case .noProduct: "in totale"
        case .indicatorCount(let count): counted(count, "indicatore", "indicatori")
        case .partnerCount(let count): counted(count, "partner", "partner")
        case .subjectCount(let count): counted(count, "soggetto", "soggetti")
        case .growthOf(let name): name + ", crescita sull’anno precedente"
        case .shareOf(let name): name + ", quota del totale"
        case .indexOf(let name): name + ", indice"
        case .sumOf(let name): name + ", somma dei partner"
        case .computedMark: "calcolato"
        case .indexUnit: "base = 100"
        case .figureCount(let count): counted(count, "cifra", "cifre")
        case .largest(let name, let value, let period): "la più alta: \(name), \(value) (\(period))"
        case .lengthsDiffer:
            "Qui stanno fianco a fianco periodi di durata diversa; non vengono mai uniti e non sono "
                + "confrontabili tra loro."
        case .outlooks: "Vuoto e tratteggiato: pianificato o previsto, non ancora raggiunto."
        case .notAdded(let count):
            counted(count, "cifra esclusa", "cifre escluse") + " dalle somme perché parte di altre."
        case .cut(let count):
            "Sono state lette solo \(numbers.grouped(String(count))) cifre; restringere la scelta per "
                + "vederle tutte."
        case .drawnOf(let drawn, let all):
            "Sono disegnate \(drawn) serie su \(all), quelle con più cifre."
        case .stackNote:
            "Una pila somma ciò che è registrato; partner o prodotti non registrati ne restano fuori."
        case .totalsLeftOut(let count, let names):
            "I totali e ciò che li compone non sono disegnati insieme; esclusi (\(count)): \(names)."
        case .rest(let count): "altri (\(count))"
        case .restTogether(let count):
            "Le \(count) serie con le cifre più piccole stanno insieme sotto «altri»; il file del "
                + "disegno le contiene una per una."
        case .formulaSigns(let formula): signs(of: formula)
        case .severalBases:
            "x(t): la cifra di un periodo; x(t₀): quella del periodo base, che non è ovunque lo "
                + "stesso: lo indicano ogni segno del disegno e ogni riga del file."
        case .otherPeriods(let count):
            counted(count, "serie ha", "serie hanno") + " cifre solo per altri periodi."
        case .leftOut(let count, let names):
            "Esclusi perché parte di altri o sovrapposti ad altri (\(count)): \(names)."
        case .form(let form): self.form(form)
        case .reckoning(let reckoning): self.reckoning(reckoning)
        case .obstacle(let obstacle): self.obstacle(obstacle)

        case .trackTitle: "Andamento"
        case .trackHelp:
            "Si scelgono gli indicatori, di chi e con chi; l’indirizzo conserva la scelta. Ogni segno "
                + "porta alla sua cifra, e questa alla sua fonte."
        case .show: "Mostra"
        case .addTo(let field): "Aggiungi: " + field.lowercased()
        case .startAgain: "Ricominciare da un suggerimento"
        case .emptyTitle: "Nessuna cifra corrisponde a questa scelta"
        case .emptyWhy: "Ogni scelta restringe le cifre. Toglierne una o allargare il periodo."
        case .waysLabel: "Modi di vedere queste cifre"
        case .computeLabel: "Cifre"
        case .drawingLabel: "Disegno"
        case .unitLabel: "Unità"
        case .baseLabel: "Periodo base (= 100)"
        case .periodLabel: "Periodo mostrato"
        case .notAvailable(let names): "Non disponibili per queste cifre: \(names)"
        case .drawnOtherwise(let asked, let why, let drawn):
            "«\(asked)» non è disponibile: \(why). Disegno mostrato: \(drawn.lowercased())."
        case .figuresUsed: "Cifre usate"
        case .figuresUsedHelp:
            "Le cifre di questa scelta, ognuna con la sua fonte; il disegno può mostrarne una parte."
        case .figuresComputedHelp:
            "Ciò su cui poggiano i valori calcolati sopra, ogni cifra con la sua fonte."
        case .allInTable: "Aprire nella tabella delle cifre"
        case .drawingAlone: "Il solo disegno"
        case .suggestions: "Da vedere"
        default: findings(phrase)
        }
    }

    private static func signs(of formula: Formula) -> String {
        switch formula {
        case .growth:
            "x(t): la cifra di un periodo; t − 1 y: lo stesso periodo di un anno prima."
        case .index(let base): "x(t): la cifra di un periodo; x(\(base)): quella del periodo base."
        case .balance, .turnover:
            "x(t): le esportazioni di un periodo; m(t): le importazioni dello stesso periodo."
        case .share:
            "x(t): la parte in un periodo; w(t): l’insieme di tutti i partner o di tutti i prodotti."
        case .sum: "x(i, t): la cifra con un partner i in un periodo t."
        }
    }

    private static func form(_ form: SeriesForm) -> String {
        switch form {
        case .lines: "Linee"
        case .bars: "Barre"
        case .stacked: "Barre in pila"
        case .multiples: "Piccoli multipli"
        case .ranking: "Classifica"
        case .slope: "Pendenze"
        case .matrix: "Matrice"
        case .treemap: "Mappa ad albero"
        }
    }

    private static func reckoning(_ reckoning: Reckoning) -> String {
        switch reckoning {
        case .stated: "Come dichiarate"
        case .growth: "Crescita"
        case .balance: "Saldo"
        case .share: "Quota del totale"
        case .index: "Indice"
        case .sum: "Somma dei partner"
        }
    }

    private static func obstacle(_ obstacle: SeriesObstacle) -> String {
        switch obstacle {
        case .noFigures: "non ci sono cifre per questa scelta"
        case .oneSeries: "servono almeno due serie con cifre per lo stesso periodo"
        case .onePeriod: "servono cifre di almeno due periodi della stessa durata"
        case .notAdditive:
            "servono importi di un solo indicatore; tassi, saldi e posizioni non si sommano"
        case .overlapping:
            "le cifre di un periodo sono parti l’una dell’altra o si sovrappongono: non si sommano"
        case .noMatrix: "servono almeno due soggetti e due controparti nello stesso periodo"
        case .negative: "un’area non può mostrare cifre sotto lo zero"
        case .noGrowth: "serve un importo per lo stesso periodo di due anni consecutivi"
        case .noBalance: "servono esportazioni e importazioni dello stesso partner e periodo"
        case .noShare: "serve il totale di tutti i partner o prodotti per lo stesso periodo"
        case .noIndex: "servono un importo sopra lo zero nel periodo base e un altro periodo"
        case .noSum: "servono importi di almeno due partner"
        }
    }
}
