extension Russian {
    static func phrase(_ phrase: Phrase) -> String {
        switch phrase {
        case .skipToContent: "Перейти к содержанию"
        case .homeLabel: "Fondaco, главная страница"
        case .mainNavigation: "Основная навигация"
        case .languageSwitch: "Язык"
        case .navRegister: "Реестр"
        case .navMarket: "Биржа"
        case .navZones: "Зоны"
        case .navFigures: "Показатели"
        case .navMap: "Карта"
        case .navNetwork: "Сеть"
        case .navCalendar: "Календарь"
        case .navSources: "Источники"
        case .navAPI: "API"
        case .searchLabel: "Поиск по реестру"
        case .searchPlaceholder: "Поиск"
        case .searchPlaceholderLong: "Регион, предприятие, соглашение — в любом написании"
        case .searchButton: "Найти"
        case .footPromise:
            "У каждого факта здесь есть источник. Реестр сообщает, кто, что и когда утверждает."
        case .softwareLicence: "Fondaco — свободное ПО под лицензией Apache 2.0."
        case .apiHint: "Всё, что показано здесь, можно получить в виде данных."
        case .dataVersion(let version): "Состояние данных: \(version)"
        case .download: "Скачать"
        case .whereYouAre: "Вы находитесь здесь"
        case .onThisPage: "На этой странице"

        case .filters: "Фильтры"
        case .clearFilters: "Сбросить все фильтры"
        case .moreChoices(let count): "ещё \(numbers.grouped(String(count)))"
        case .takeBackFilter: " (выбрано; снять этот фильтр)"
        case .pages: "Страницы"
        case .firstPage: "В начало"
        case .previousPage: "Назад"
        case .nextPage: "Далее"
        case .range(let from, let to, let total): "\(from)–\(to) из \(total)"
        case .sortBy: "Сортировать"
        case .sortRelevance: "по релевантности"
        case .sortName: "по названию"
        case .sortDate: "по дате, сначала новые"
        case .facetKind: "Вид"
        case .facetType: "Тип"
        case .facetCountry: "Страна"
        case .facetRegion: "Регион"
        case .facetYear: "Год"
        case .facetTopic: "Отрасль или направление"
        case .facetStatus: "Статус"
        case .all: "Все"
        case .apply: "Показать"
        case .showAll(let count): "Показать все (\(numbers.grouped(String(count))))"
        case .recordsFound(let count): counted(count, "запись", "записи", "записей")
        case .emptyListTitle: "Под эти фильтры ничего не подходит"
        case .emptyListWhy: "Каждый фильтр сужает список; вместе они не оставляют ни одной записи."
        case .emptyListWay: "Снять один из фильтров"

        case .sources: "Источники"
        case .moreSources(let count):
            "ещё " + counted(count, "источник", "источника", "источников")
        case .originalOf(let source): "Оригинал документа: \(source)"
        case .line(let line): "строка \(line)"
        case .lines(let lines): "строки \(lines)"
        case .note(let number): "сноска \(number)"
        case .noDate: "Дата не указана"
        case .notRecorded: "Нет данных"
        case .and: "и"
        case .others(let count): "ещё " + counted(count, "сторона", "стороны", "сторон")
        case .otherNames: "Другие названия"
        case .onRecord: "В реестре"
        case .revision(let number): "Редакция \(number)"
        case .asJSON: "Эта запись в формате JSON"
        }
    }

    static func counted(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
        Catalogue(.russian).counted(count, Noun(one, few, many, few))
    }

    static let numbers = NumberWords(
        groupSeparator: "\u{A0}", decimalSeparator: ",", millions: ("млн", "млн"),
        billions: ("млрд", "млрд"), trillions: ("трлн", "трлн"), beforeUnit: "")
}
