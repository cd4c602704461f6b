extension Italian {
    static func phrase(_ phrase: RecordPhrase) -> String {
        switch phrase {
        case .sharedFigures: "Dati di altri soggetti con questo"
        case .parkProjects: "Imprese e progetti"
        case .signedAlongside: "Firmati nella stessa occasione"
        case .otherFigures: "Altri dati"
        case .amongParties: "Altri accordi tra le stesse parti"
        case .samePlan: "Tutte le misure del piano"
        case .sameAgreement: "Nell’ambito dello stesso accordo"
        case .counterOffers: "Possibili corrispondenze"
        case .counterOffersHelp:
            "Proposte di segno opposto rivolte allo stesso destinatario e risposte del destinatario."
        case .otherOffers: "Altre offerte e richieste dello stesso soggetto"
        case .colleagues: "Altri titolari di cariche"
        case .series: "Lo stesso dato nel tempo"
        case .facts: "Fatti che vi si basano"
        case .footnotes: "Le sue note"
        case .growth: "Variazione"
        case .exactly: "esatto"
        case .stillToCollect: "Ancora da raccogliere:"
        case .unchanged(let count): counted(count, "voce invariata", "voci invariate")
        case .firstEntered: "Primo inserimento, con questi dati:"
        }
    }

    static func languageName(_ code: String) -> String? {
        [
            "en": "inglese", "it": "italiano", "ru": "russo", "be": "bielorusso",
            "kk": "kazako", "uz": "uzbeko", "hy": "armeno", "tg": "tagico", "ky": "kirghiso",
            "mn": "mongolo", "zh": "cinese", "de": "tedesco", "fr": "francese", "pl": "polacco",
            "uk": "ucraino", "es": "spagnolo", "sr": "serbo", "az": "azero",
        ][code]
    }
}
