extension Italian {
    static func phrase(_ phrase: DashboardPhrase) -> String {
        switch phrase {
        case .title(let name): "\(name) in grafici"
        case .lead(let name):
            "Quanto il registro contiene su \(name), disegnato dai dati citati e dai "
                + "legami. Ogni segno porta alla sua scheda."
        case .ties: "Con chi collabora"
        case .time: "Nel tempo"
        case .nothing(let name): "Ancora nulla da disegnare su \(name)"
        case .nothingWhy:
            "Un grafico richiede almeno due dati, oppure legami con una data. La scheda "
                + "mostra tutto ciò che c’è."
        case .asRecord: "La scheda"
        case .compare: "Confronta con altri"
        case .inDrawings: "In grafici"
        case .homeDrawings: "In tre grafici"
        case .homeTrade: "Tutti i dati in grafici"
        case .homeTies: "Tutta la rete"
        case .homeTime: "Il calendario"
        }
    }
}
