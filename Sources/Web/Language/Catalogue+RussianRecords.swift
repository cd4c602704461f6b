extension Russian {
    static func phrase(_ phrase: RecordPhrase) -> String {
        switch phrase {
        case .sharedFigures: "Показатели других участников"
        case .parkProjects: "Компании и проекты"
        case .signedAlongside: "Подписано на том же мероприятии"
        case .otherFigures: "Другие показатели"
        case .amongParties: "Другие соглашения этих сторон"
        case .samePlan: "Все меры плана"
        case .sameAgreement: "В рамках того же соглашения"
        case .counterOffers: "Возможные встречные предложения"
        case .counterOffersHelp:
            "Встречные предложения и запросы тому же адресату, а также ответы самого адресата."
        case .otherOffers: "Другие предложения и запросы этой стороны"
        case .colleagues: "Другие должностные лица"
        case .series: "Тот же показатель за другие периоды"
        case .facts: "Факты, основанные на этом источнике"
        case .footnotes: "Сноски документа"
        case .growth: "Изменение"
        case .exactly: "точно"
        case .stillToCollect: "Ещё предстоит собрать:"
        case .unchanged(let count):
            "без изменений: " + Catalogue(.russian).number(count)
        case .firstEntered: "Первая запись со следующими данными:"
        }
    }

    static func languageName(_ code: String) -> String? {
        [
            "en": "английский", "it": "итальянский", "ru": "русский", "be": "белорусский",
            "kk": "казахский", "uz": "узбекский", "hy": "армянский", "tg": "таджикский",
            "ky": "киргизский", "mn": "монгольский", "zh": "китайский", "de": "немецкий",
            "fr": "французский", "pl": "польский", "uk": "украинский", "es": "испанский",
            "sr": "сербский", "az": "азербайджанский",
        ][code]
    }
}
