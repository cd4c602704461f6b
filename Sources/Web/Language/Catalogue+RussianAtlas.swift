import Register

extension Russian {
    static func phrase(_ phrase: AtlasPhrase) -> String {
        switch phrase {
        case .mapHelp:
            "Где находятся партнёры и что их связывает. Каждое место и каждая линия ведут к своим "
                + "записям."
        case .networkHelp:
            "Двух партнёров связывает каждая запись, в которой названы оба. Можно смотреть на всю "
                + "сеть или выбрать одного партнёра и увидеть его окружение."
        case .allRecords: "Записи"
        case .recordsBy(let what, let level): "\(what) по \(byUnits(level))"
        case .flowsOf(let what, let level): "\(what) между \(betweenUnits(level))"
        case .indicatorBy(let indicator, let period): joined(indicator, period)
        case .indicatorFlows(let indicator, let period):
            joined("\(indicator): между партнёрами", period)
        case .networkOf(let ties): "Кто с кем сотрудничает: \(ties.lowercased())"
        case .networkAround(let name, let ties): "\(name) и партнёры: \(ties.lowercased())"

        case .modeTitle: "Показать"
        case .modePlaces: "Места"
        case .modeFlows: "Потоки между местами"
        case .measure: "По чему"
        case .measureRecords: "число записей"
        case .measureTies: "число общих записей"
        case .level: "Уровень"
        case .levelName(.party): "как названы"
        case .levelName(.place): "места"
        case .levelName(.region): "регионы"
        case .levelName(.country): "страны"
        case .leastTies: "Связей, не менее"
        case .whichPartners: "Партнёры"
        case .tiedBy: "Что связывает"
        case .around: "Окружение"
        case .wholeNetwork: "вся сеть"
        case .steps(let count): counted(count, "шаг", "шага", "шагов")

        case .mapSummary(let records, let places, let largest):
            "\(records), \(counted(places, "место", "места", "мест")); больше всего: \(largest)."
        case .figuresSummary(let places, let largest):
            "Показатели: \(counted(places, "место", "места", "мест")); самые большие: \(largest)."
        case .flowsSummary(let ties, let heaviest):
            "\(counted(ties, "связь", "связи", "связей")); самые сильные: \(heaviest)."
        case .networkSummary(let partners, let ties, let records, let heaviest):
            "\(counted(partners, "партнёр", "партнёра", "партнёров")), "
                + "\(counted(ties, "связь", "связи", "связей")); основа: \(records); "
                + "больше всего связей: \(heaviest)."
        case .networkAroundSummary(let partners, let heaviest):
            counted(partners, "партнёр", "партнёра", "партнёров")
                + "; больше всего общего: \(heaviest)."
        case .networkAroundHow:
            "Кольца — шаги от середины: у стоящих на первом есть с ней общая запись. "
                + "Круги — места, квадраты — организации, ромбы — люди."
        case .networkHow:
            "Чем больше у партнёров общего, тем ближе они стоят; больше положение ничего не значит. "
                + "Круги — места, квадраты — организации, ромбы — люди."
        case .partners(let count): counted(count, "партнёр", "партнёра", "партнёров")

        case .extent: "Охват"
        case .coreMap: "где почти всё"
        case .wholeMap: "всё"
        case .outside(let count):
            "Дальше от остальных и вне рисунка: \(counted(count, "место", "места", "мест")), не более 4 % "
                + "записей; в таблице есть все."
        case .placesLeftOut(let shown, let all):
            "Показаны места с наибольшим числом записей: \(number(shown)) из \(number(all))."
        case .placesWithoutPoint(let count):
            "Без координат, поэтому не на карте: \(counted(count, "место", "места", "мест"))."
        case .recordsNowhere(let count):
            "Без указания места: \(counted(count, "запись", "записи", "записей"))."
        case .placeMeansItself:
            "Круг считает то, что находится в самом месте; то, что в городе, считается городу, а не "
                + "региону. Чтобы сложить, выберите регионы или страны."
        case .tiesLeftOut(let shown, let all):
            "Показаны самые сильные связи: \(number(shown)) из \(number(all))."
        case .partnersLeftOut(let shown, let all):
            "Показаны партнёры с наибольшим числом связей: \(number(shown)) из \(number(all))."
        case .crowded(let count):
            "Более 40 партнёров в одной записи, связи не учтены: "
                + "\(counted(count, "запись", "записи", "записей"))."
        case .otherUnits(let units): "Показатели в других единицах не учтены: \(units)."
        case .figuresLeftOut(let count):
            "Не показано: \(counted(count, "показатель", "показателя", "показателей")) — у одной из "
                + "сторон нет места на карте."
        case .figuresDrawn(let shown, let all):
            "Показаны наибольшие показатели: \(number(shown)) из \(number(all))."
        case .statementsLeftOut(let count):
            "Не показано: \(counted(count, "показатель", "показателя", "показателей")) — о том же "
                + "говорит другой: итог идёт прежде плана и прогноза, точное число прежде "
                + "округлённого."
        case .notForFigures:
            "указывает, какие записи считать, и не сужает показатели; уберите его или показатель"
        case .listedOf(let shown, let all):
            "Первые \(number(shown)) из \(number(all)); остальные — в таблице рисунка и в файлах."

        case .onTheMap: "На карте"
        case .mostConnected: "Больше всего связей"
        case .withWhom: "С кем"
        case .columnRecords: "Записи"
        case .columnPartner: "Партнёр"
        case .columnPartners: "Партнёры"
        case .columnTies: "Связи"
        case .columnBetween: "Посредничество"
        case .columnRank: "PageRank"
        case .columnFrom: "Откуда"
        case .columnTo: "Куда"
        case .columnShared: "Общие записи"
        case .columnAround: "Окружение"

        case .north: "с. ш."
        case .south: "ю. ш."
        case .east: "в. д."
        case .west: "з. д."
        case .kilometres: "км"
        case .placeGroup(.country): "страны"
        case .placeGroup(.region): "регионы"
        case .placeGroup(.smaller): "города, районы и зоны"
        case .otherCountries: "другие"

        case .emptyMapWhy:
            "Ни одна запись под этими фильтрами не связана с местом, координаты которого известны."
        case .emptyFiguresWhy:
            "За этот период таких показателей нет, или место их субъектов неизвестно."
        case .emptyNetworkWhy: "Ни в одной записи под этими фильтрами не названы два партнёра."
        case .unknownPartner: "такой записи нет"
        }
    }

    private static func byUnits(_ level: PartnerLevel) -> String {
        switch level {
        case .party, .place: "местам"
        case .region: "регионам"
        case .country: "странам"
        }
    }

    private static func betweenUnits(_ level: PartnerLevel) -> String {
        switch level {
        case .party, .place: "местами"
        case .region: "регионами"
        case .country: "странами"
        }
    }

    private static func joined(_ text: String, _ period: String) -> String {
        period.isEmpty ? text : text + ", " + period
    }

    private static func number(_ number: Int) -> String { numbers.grouped(String(number)) }
}
