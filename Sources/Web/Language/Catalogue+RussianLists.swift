extension Russian {
    static func phrase(_ phrase: ListPhrase) -> String {
        switch phrase {
        case .parameterDate: "ожидается дата, например 2021, 2021-06 или 2021-06-29"
        case .parameterID: "ожидается идентификатор записи, например place/by/grodno"
        case .parameterYear: "ожидается год, например 2021"
        case .parameterPage: "ожидается целое число от 1"
        case .parameterBetween(let least, let most):
            "ожидается целое число от \(least) до \(most)"
        case .parameterTooLong(let bytes): "слишком длинное значение: не более \(bytes) байт"
        case .parameterTooMany(let count): "слишком много значений: не более \(count)"
        case .parameterChoice(let choices): "ожидается одно из значений: \(choices)"
        case .nearest: "Возможно, вы искали"
        case .addressAsked: "Запрошено"

        case .entry(let number): "запись журнала \(numbers.grouped(String(number)))"
        case .chosenFilters: "Выбрано"
        case .sortRank: "по числу связей"
        case .sortNameDescending: "по названию, от Я до А"
        case .sortDateOldest: "по дате, сначала старые"
        case .choice(let text, let count): "\(text) (\(numbers.grouped(String(count))))"
        case .searchRelaxed:
            "Нет записи, в которой есть все эти слова; показаны те, в которых есть большинство из них."
        case .searchWithin: "Слова в этом списке"
        case .searchEverywhere: "Искать эти слова во всём реестре"
        case .emptyListWhyShort:
            "Каждый фильтр сужает список. Снимите один из них или измените слова."
        case .pageBeyondEnd(let page): "Страницы \(numbers.grouped(String(page))) нет"
        case .pagesInAll(let pages):
            "В списке " + counted(pages, "страница", "страницы", "страниц") + "."
        case .more(let count): "+\(count)"
        case .until(let date): "до \(date)"

        case .homeTotal(let count):
            counted(count, "запись", "записи", "записей") + ", каждая с указанием источника"
        case .homeWays: "С чего начать"
        case .homeFiguresHelp: "Крупнейшие обороты торговли в реестре, с периодом и источником."
        case .homeFiguresMore: "Все показатели"
        case .homeSourcesMore: "На чём он основан: источники"

        case .zonesCount(let count):
            counted(count, "технопарк или зона", "технопарка и зоны", "технопарков и зон")
        case .zonesFigures: "В цифрах"
        case .zonesProfile: "Профили"
        case .zonesKnown: "Известно"
        case .zonesKnownHelp: "сколько из них есть в реестре"
        case .partOnly: "только"
        case .zonesEmptyTitle: "Технопарков и зон здесь нет"
        case .zonesEmptyWhy:
            "В реестре нет таких для этого типа и этой страны. Импортируйте их как organisation "
                + "с типом technopark, industrial-park или free-economic-zone."
        case .zonesTruncated(let count):
            "Показаны только первые \(count); выберите тип или страну, чтобы увидеть остальные."

        case .figuresFound(let count): counted(count, "показатель", "показателя", "показателей")
        case .sortIndicator: "по показателю"
        case .sortPeriod: "по периоду, сначала новые"
        case .sortValue: "по значению, сначала большие"
        case .sortSubject: "по субъекту"
        case .periodHint: "2021 или 2021-06"
        case .columnWith: "С кем"

        case .sourceDocuments: "Документы"
        case .footnotes(let count): counted(count, "сноска", "сноски", "сносок")
        case .columnNumber: "№"
        case .columnFacts: "Факты"
        case .sourcesAsList: "Все источники одним списком, с поиском и фильтрами"
        }
    }
}
