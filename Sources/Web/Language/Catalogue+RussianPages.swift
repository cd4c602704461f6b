extension Russian {
    static func phrase(_ phrase: PagePhrase) -> String {
        switch phrase {
        case .homeTitle: "Реестр сотрудничества"
        case .homeLead:
            "Регионы, технопарки, свободные экономические зоны, предприятия, соглашения, "
                + "мероприятия, проекты и показатели — со всеми связями и с источником каждого "
                + "факта."
        case .homeCounts: "Что есть в реестре"
        case .homeAgreements: "Новые соглашения"
        case .homeEvents: "Последние мероприятия"
        case .homeFigures: "Некоторые показатели"
        case .homeZones: "Сравнить технопарки и зоны"

        case .searchTitle: "Поиск"
        case .searchTitleFor(let query): "Поиск: \(query)"
        case .searchHelp:
            "Введите название на любом языке и в любом написании: Grodno, Hrodna и Гродно приведут "
                + "к одному и тому же месту."
        case .searchCorrected(let typed, let used):
            "Показаны результаты для «\(used)», а не «\(typed)»"
        case .searchEmptyTitle(let query): "По запросу «\(query)» ничего не найдено"
        case .searchEmptyWhy:
            "Ни в названиях, ни в тексте записей нет этих слов или слов с похожим написанием."
        case .searchWayShorter: "Сократите запрос или оставьте только название"
        case .searchWayFilters: "Искать без фильтров"
        case .searchWayBrowse: "Просмотреть реестр по видам записей"
        case .searchNothingAsked: "Введите запрос в поле выше."

        case .browseTitle: "Реестр"
        case .browseHelp: "Все записи по видам и типам, с их числом."
        case .insidePlace(let place): "в пределах: \(place)"

        case .sectionProfile: "Профиль"
        case .sectionKeyFigures: "В цифрах"
        case .sectionInside: "В составе"
        case .sectionOrganisations: "Организации"
        case .sectionZones: "Технопарки и зоны"
        case .sectionAgreements: "Соглашения"
        case .sectionAgreementsByPartner: "Соглашения по партнёрам"
        case .sectionEvents: "Мероприятия"
        case .sectionProjects: "Проекты"
        case .sectionOffers: "Предложения и запросы"
        case .sectionOffersMade: "Направленные предложения и запросы"
        case .sectionOffersReceived: "Полученные предложения и запросы"
        case .sectionFigures: "Показатели"
        case .sectionPeople: "Должностные лица"
        case .sectionMeasures: "Меры"
        case .sectionParties: "Стороны"
        case .sectionImplements: "Во исполнение"
        case .sectionImplementedBy: "Исполняется через"
        case .sectionSignedAt: "Где подписано"
        case .sectionSignedHere: "Подписано здесь"
        case .sectionEditions: "Все мероприятия серии"
        case .sectionSections: "Секции"
        case .sectionParticipants: "Участники"
        case .sectionResidents: "Резиденты"
        case .sectionInvestment: "Инвестиции"
        case .sectionExports: "Экспорт"
        case .sectionJobs: "Рабочие места"
        case .sectionSites: "Площадки"
        case .sectionTies: "Связи"
        case .sectionMembers: "В составе"
        case .sectionMentions: "Упоминается также"
        case .withoutPartner: "Партнёр не указан"

        case .zonesTitle: "Технопарки и зоны"
        case .zonesHelp:
            "Сравнение технопарков, индустриальных парков и свободных экономических зон; каждый "
                + "показатель — за последний известный период."
        case .zonesGapHelp: "Точкой отмечено то, что ещё предстоит собрать."
        case .completeness(let known, let total): "\(known) из \(total)"
        case .columnName: "Название"
        case .columnPlace: "Место"
        case .columnManagedBy: "Управляющая организация"
        case .columnSpecialisations: "Специализация"
        case .columnArea: "Площадь"
        case .columnResidents: "Резиденты"
        case .columnForeignResidents: "Иностранные резиденты"
        case .columnInvestment: "Инвестиции"
        case .columnExports: "Экспорт"
        case .columnJobs: "Рабочие места"
        case .columnProjects: "Проекты"
        case .columnCompleteness: "Известно"

        case .figuresTitle: "Показатели"
        case .figuresHelp:
            "Каждый показатель — с периодом, единицей измерения и источником. Скачивается ровно то, "
                + "что отобрано."
        case .figuresEmptyTitle: "Показателей не найдено"
        case .figuresEmptyWhy: "Ни один источник реестра не приводит показателя для такого выбора."
        case .columnFigure: "Значение"
        case .columnSource: "Источник"
        case .periodFrom: "С"
        case .periodTo: "По"
        case .comparedWith(let period): "база сравнения: \(period)"

        case .sourcesTitle: "Источники"
        case .sourcesHelp: "Документы, на которых основан реестр, и все факты, взятые из каждого."
        case .factsResting(let count):
            "На этом источнике " + Catalogue(.russian).basedFacts(count)
        case .originalDocument: "Оригинал документа"
        case .noOriginal: "Адрес оригинала не указан"
        case .citedIn: "Цитируется в"

        case .historyTitle: "История изменений"
        case .historyOf(let name): "История изменений: \(name)"
        case .historyHelp: "Кто, что и когда изменил. Из журнала ничего не удаляется."
        case .added: "Добавлено:"
        case .removed: "Удалено:"
        case .created: "Первая запись"
        case .unchangedSince(let date): "без изменений; последняя дата: \(date)"
        case .currentRevision: "Текущая редакция"
        case .olderRevision(let number): "Это редакция \(number), а не текущая."

        case .error400: "Запрос не удалось разобрать"
        case .error400Why: "В адресе что-то указано неверно."
        case .error404: "Такой страницы нет"
        case .error404Why: "Возможно, в адресе опечатка или ссылка устарела."
        case .error404Record(let id): "В реестре нет записи «\(id)»."
        case .error405: "Это действие здесь недоступно"
        case .error405Why: "Этот адрес можно только читать; другие запросы он не принимает."
        case .error413: "Отправлено слишком много данных"
        case .error413Why: "Запрос больше, чем принимает сервер."
        case .error414: "Слишком длинный адрес"
        case .error414Why: "Сократите запрос или уменьшите число фильтров."
        case .error429: "Слишком много запросов"
        case .error429Why: "Подождите немного и повторите попытку."
        case .error500: "На сервере произошла ошибка"
        case .error500Why: "Сбой занесён в журнал. Повторите попытку: данные не пострадали."
        case .error503: "Сервер перегружен"
        case .error503Why:
            "Ответ занял больше времени, чем допустимо. Повторите попытку или сузьте запрос."
        case .wayHome: "Перейти на главную страницу"
        case .waySearch: "Искать в реестре"
        case .wayBack: "Вернуться на предыдущую страницу"
        case .parameterWrong(let name, let why): "Параметр «\(name)»: \(why)"

        case .apiTitle: "Данные и API"
        case .apiLead: "Всё, что показано на страницах, доступно в виде данных, без ключа."
        case .apiDescription: "Описание OpenAPI"
        case .apiReconcile:
            "OpenRefine и другие программы могут сопоставить столбец названий с реестром по адресу:"
        case .apiExamples: "Примеры"
        case .apiEveryPage: "У каждой записи есть JSON, у каждой таблицы — CSV, JSON и JSON Lines."
        }
    }
}

extension Catalogue {
    /// "основан 1 факт", "основано 5 фактов": the verb agrees with the number too.
    fileprivate func basedFacts(_ count: Int) -> String {
        let form = language.form(
            of: Noun("основан", "основано", "основано", "основано"), for: count)
        return form + " " + counted(count, Noun("факт", "факта", "фактов", "факты"))
    }
}
