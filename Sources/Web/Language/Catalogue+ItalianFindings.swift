import Statistics

extension Italian {
    /// The texts of comparisons and of findings.
    static func findings(_ phrase: TrackPhrase) -> String {
        switch phrase {
        case .compareTitle: "Confronto"
        case .compareHelp:
            "Da due a sei luoghi, zone o organizzazioni fianco a fianco: che cosa è registrato di "
                + "ciascuno e quali cifre hanno in comune."
        case .compareAdd: "Aggiungi al confronto"
        case .compareButton: "Confronta"
        case .suggestionsSoon:
            "I suggerimenti si raccolgono da tutti gli indicatori; ricaricare fra un momento."
        case .compareOneMore: "Sceglierne almeno un altro con cui confrontare."
        case .compareKinds: "deve essere l’id di un luogo o di un’organizzazione"
        case .noRecord(let id): "non esiste la scheda \(id)"
        case .beside: "A confronto"
        case .onRecord: "Nel registro"
        case .onRecordHelp:
            "Quante schede parlano di ciascuno o stanno al suo interno. Un numero minore può "
                + "significare che si è raccolto di meno."
        case .liesIn: "Si trova in"
        case .recordPage: "Scheda"
        case .open: "Aprire"
        case .compareNothing: "Nessun indicatore è registrato per due di loro"
        case .compareNothingWhy:
            "Le cifre si confrontano solo se indicatore, partner, prodotto e unità coincidono."
        case .commonFigures: "Indicatori comuni"
        case .commonFiguresHelp: "Ogni disegno ha un’unica scala per tutti."
        case .compareTable: "Le cifre più recenti fianco a fianco"
        case .compareTableHelp:
            "I periodi possono differire; ogni cifra indica il suo. Un punto è una lacuna."

        case .findingsTitle: "Riscontri"
        case .findingsAbout(let name): "Riscontri: " + name
        case .findingsHelp:
            "Cifre messe a confronto: la crescita con i livelli, le parti con il tutto, quanto dichiara "
                + "un partner con quanto dichiara l’altro. Un riscontro dice che due affermazioni non "
                + "possono valere entrambe alla lettera; non dice quale sia errata."
        case .findingsBeingMade: "I confronti sono in corso di calcolo"
        case .findingsBeingMadeWhy:
            "Il registro è cambiato; tutte le sue cifre vengono riconfrontate. Bastano pochi secondi."
        case .reload: "Guardare di nuovo"
        case .findingsTooMany: "Scegliere di chi confrontare le cifre"
        case .findingsTooManyWhy(let count, let most):
            "Il registro ha \(numbers.grouped(String(count))) cifre; oltre "
                + "\(numbers.grouped(String(most))) si confrontano per una scheda alla volta: "
                + "aggiungere ?subject= con l’id di una scheda."
        case .findingsPart(let count):
            "Sono state confrontate solo le \(numbers.grouped(String(count))) cifre che parlano di "
                + "questa scheda."
        case .findingsNone: "Qui nulla è in disaccordo"
        case .findingsNoneWhy: "Tutte le cifre confrontabili concordano tra loro."
        case .findingCount(let count): counted(count, "riscontro", "riscontri")
        case .findingOrder: "prima le contraddizioni, prima le differenze maggiori"
        case .tallies: "Che cosa è stato confrontato"
        case .check: "Verifica"
        case .compared: "Confrontate"
        case .agree: "Concordano"
        case .disagree: "Discordano"
        case .grade: "Come stanno tra loro"
        case .findingKind(let kind): findingKind(kind)
        case .findingGrade(let grade):
            switch grade {
            case .contradiction: "Contraddizione"
            case .tension: "Tensione"
            case .agreement: "Accordo"
            }
        case .gradeMeaning(let grade):
            switch grade {
            case .contradiction:
                "Contraddizione: nessuna lettura di «circa», «oltre» e degli arrotondamenti concilia i "
                    + "due numeri."
            case .tension:
                "Tensione: i due numeri si conciliano solo leggendo «circa» o «oltre» in modo più "
                    + "ampio del solito."
            case .agreement: "Concordano entro gli arrotondamenti delle fonti."
            }
        case .finding(let comparison, let stated, let expected):
            sentence(comparison, stated, expected)
        case .differenceIs(let text): "differenza: " + text
        case .statedLabel: "In questione"
        case .expectedLabel: "Le altre cifre danno"
        case .expectedAtMostLabel: "Al massimo"
        case .differenceLabel: "Differenza"
        case .mayMean(let range): "può significare " + range
        case .between(let low, let high): "da \(low) a \(high)"
        case .atLeast(let low): "\(low) o più"
        case .atMost(let high): "\(high) o meno"
        case .anything: "qualsiasi valore"
        case .evidence: "Le cifre confrontate"
        case .roleLabel: "Ruolo"
        case .role(let role): self.role(role)
        case .seeDrawn: "Vedere queste cifre disegnate"
        default: ""
        }
    }

    private static func findingKind(_ kind: Finding.Kind) -> String {
        switch kind {
        case .growth: "Crescita e livelli"
        case .balance: "Saldo"
        case .turnover: "Interscambio"
        case .mirror: "Dati dei due partner"
        case .parts: "Parti e totale"
        case .share: "Quote"
        case .sources: "Due fonti"
        }
    }

    private static func role(_ role: Finding.Evidence.Role) -> String {
        switch role {
        case .stated: "in questione"
        case .level: "livello"
        case .base: "livello iniziale"
        case .export: "esportazioni"
        case .import: "importazioni"
        case .turnover: "interscambio"
        case .balance: "saldo"
        case .part: "parte"
        case .whole: "totale"
        case .mirror: "dato del partner"
        case .preferred: "altra affermazione"
        }
    }

    private static func sentence(
        _ comparison: Finding.Comparison, _ stated: String, _ expected: String
    ) -> String {
        switch comparison {
        case .growthFromLevels:
            "È dichiarata una crescita di \(stated); i livelli danno \(expected)."
        case .balanceFromFlows:
            "È dichiarato un saldo di \(stated); esportazioni meno importazioni danno \(expected)."
        case .balanceFromExport:
            "È dichiarato un saldo di \(stated); esportazioni e interscambio danno \(expected)."
        case .balanceFromImport:
            "È dichiarato un saldo di \(stated); importazioni e interscambio danno \(expected)."
        case .balanceWithinTurnover:
            "È dichiarato un saldo di \(stated), più dell’intero interscambio di \(expected)."
        case .turnoverFromFlows:
            "È dichiarato un interscambio di \(stated); esportazioni e importazioni danno \(expected)."
        case .flowWithinTurnover:
            "È dichiarato \(stated), più dell’intero interscambio di \(expected)."
        case .importMirrorsExport:
            "Sono dichiarate importazioni per \(stated); il partner dichiara esportazioni per \(expected)."
        case .turnoverMirrors:
            "È dichiarato un interscambio di \(stated); il partner dichiara \(expected)."
        case .partnersWithinWhole: "I partner insieme fanno \(stated), più del totale, \(expected)."
        case .partnersMakeWhole:
            "I partner insieme fanno \(stated); il totale dichiarato è \(expected)."
        case .subjectsWithinWhole:
            "Le regioni insieme fanno \(stated), più del totale, \(expected)."
        case .subjectsMakeWhole:
            "Le regioni insieme fanno \(stated); il totale dichiarato è \(expected)."
        case .productsWithinWhole:
            "Per una parte è dichiarato \(stated), più del totale, \(expected)."
        case .componentsWithinWhole:
            "Per una parte è dichiarato \(stated), più del totale, \(expected)."
        case .componentsMakeWhole:
            "Il totale dichiarato è \(stated); le parti insieme fanno \(expected)."
        case .periodsWithinWhole:
            "I periodi più brevi insieme fanno \(stated), più di quello più lungo, \(expected)."
        case .periodsMakeWhole:
            "I periodi più brevi insieme fanno \(stated); per quello più lungo è dichiarato \(expected)."
        case .shareFromLevels: "È dichiarata una quota di \(stated); i livelli danno \(expected)."
        case .shareWithinHundred: "È dichiarata una quota di \(stated), più di \(expected)."
        case .sharesWithinHundred: "Le quote insieme fanno \(stated), più di \(expected)."
        case .sameFigure: "Una fonte dichiara \(stated), un’altra \(expected)."
        }
    }
}
