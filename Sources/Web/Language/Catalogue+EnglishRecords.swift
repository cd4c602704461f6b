extension English {
    static func phrase(_ phrase: RecordPhrase) -> String {
        switch phrase {
        case .sharedFigures: "Figures of others with it"
        case .parkProjects: "Companies and projects"
        case .signedAlongside: "Signed at the same event"
        case .otherFigures: "Other figures"
        case .amongParties: "Other agreements of the same parties"
        case .samePlan: "All measures of the plan"
        case .sameAgreement: "Under the same agreement"
        case .counterOffers: "What might meet it"
        case .counterOffersHelp:
            "Wishes in the other direction to the same recipient, and what the recipient says."
        case .otherOffers: "Other offers and requests of the same party"
        case .colleagues: "Other office holders"
        case .series: "The same figure over time"
        case .facts: "Facts that rest on it"
        case .footnotes: "Its footnotes"
        case .growth: "Change"
        case .exactly: "exact"
        case .stillToCollect: "Still to be collected:"
        case .unchanged(let count): counted(count, "item unchanged", "items unchanged")
        case .firstEntered: "First entered, with these facts:"
        }
    }

    static func languageName(_ code: String) -> String? {
        [
            "en": "English", "it": "Italian", "ru": "Russian", "be": "Belarusian",
            "kk": "Kazakh", "uz": "Uzbek", "hy": "Armenian", "tg": "Tajik", "ky": "Kyrgyz",
            "mn": "Mongolian", "zh": "Chinese", "de": "German", "fr": "French", "pl": "Polish",
            "uk": "Ukrainian", "es": "Spanish", "sr": "Serbian", "az": "Azerbaijani",
        ][code]
    }
}
