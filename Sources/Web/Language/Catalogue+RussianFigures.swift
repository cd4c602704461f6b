extension Russian {
    static func indicator(_ indicator: IndicatorWord) -> String {
        switch indicator {
        case .tradeTurnover: "Товарооборот"
        case .goodsExport: "Экспорт товаров"
        case .goodsImport: "Импорт товаров"
        case .tradeBalance: "Сальдо торговли"
        case .servicesExport: "Экспорт услуг"
        case .gdp: "Валовой внутренний продукт"
        case .industrialOutput: "Промышленное производство"
        case .freight: "Грузоперевозки"
        case .retail: "Розничный товарооборот"
        case .agriculturalOutput: "Сельскохозяйственное производство"
        case .fdiInflow: "Приток прямых иностранных инвестиций"
        case .investment: "Инвестиции"
        case .contractsValue: "Сумма контрактов"
        case .contractsCount: "Контракты"
        case .residents: "Резиденты"
        case .foreignResidents: "Иностранные резиденты"
        case .newResidents: "Новые резиденты"
        case .employees: "Работники"
        case .jobsCreated: "Созданные рабочие места"
        case .companiesWithCapitalOf: "Компании с капиталом контрагента"
        case .foreignCompaniesWithCapitalOf: "Иностранные компании с капиталом контрагента"
        case .jointVenturesWithCapitalOf: "Совместные предприятия с капиталом контрагента"
        case .dealers: "Дилеры"
        case .agreementsCount: "Соглашения"
        case .twinCities: "Города-побратимы"
        case .partnerRegions: "Регионы-партнёры"
        case .partnerCountries: "Страны-партнёры"
        case .participants: "Участники"
        case .exhibitors: "Экспоненты"
        case .countriesRepresented: "Представленные страны"
        case .regionsRepresented: "Представленные регионы"
        case .exchangeTurnover: "Биржевой оборот"
        case .exchangeParticipants: "Участники биржевых торгов"
        case .transitTradesValue: "Сумма транзитных сделок"
        case .students: "Студенты"
        case .universities: "Университеты"
        case .programmesCount: "Программы"
        case .programmeSpending: "Расходы на программы"
        case .chargingStations: "Зарядные станции"
        case .electricVehicles: "Электромобили"
        case .sessionsHosted: "Принятые сессии"
        case .sessionsHeld: "Проведённые сессии"
        case .investorCountries: "Страны инвесторов"
        case .tradePartner: "Торговый партнёр"
        case .vehiclesPurchased: "Закупленная техника"
        case .machineryOutput: "Выпуск техники"
        case .machinesContracted: "Законтрактованная техника"
        case .machinesRequested: "Запрошенная техника"
        case .productionCapacity: "Производственная мощность"
        case .export: "Экспорт"
        case .exportMarkets: "Рынки экспорта"
        case .jointTrainingCentres: "Совместные учебные центры"
        case .investmentProjects: "Инвестиционные проекты"
        case .hostRegions: "Принимающие регионы"
        case .pupilPlaces: "Ученические места"
        case .area: "Площадь территории"
        case .floorArea: "Площадь помещений"
        case .technoparks: "Технопарки"
        case .goodsAndServicesExport: "Экспорт товаров и услуг"
        case .goodsAndServicesTurnover: "Торговля товарами и услугами"
        case .companiesWithExportContracts: "Компании с экспортными контрактами"
        case .machineKitsShipped: "Отгруженные машинокомплекты"
        case .yearsOfOperation: "Годы работы"
        case .programmeConceptsCount: "Концепции программ"
        case .exportShareOfOutput: "Доля экспорта в производстве"
        case .freeEconomicZones: "Свободные экономические зоны"
        case .exchangeOpeningPrice: "Цена открытия на бирже"
        case .exchangeHighestPrice: "Максимальная цена на бирже"
        case .exchangeLowestPrice: "Минимальная цена на бирже"
        case .exchangeClosingPrice: "Цена закрытия на бирже"
        case .exchangeAveragePrice: "Средневзвешенная цена на бирже"
        case .exchangeVolume: "Объём продаж на бирже"
        case .exchangeDeals: "Сделки на бирже"
        case .negotiatedVolume: "Объём договорных сделок"
        case .negotiatedTurnover: "Стоимость договорных сделок"
        case .negotiatedDeals: "Договорные сделки"
        }
    }

    static func aspect(_ aspect: IndicatorAspect, of indicator: String) -> String {
        switch aspect {
        case .growth: indicator + ", прирост"
        case .share: indicator + ", доля"
        case .target: indicator + ", целевое значение"
        case .rank: indicator + ", место"
        }
    }

    static func unit(_ unit: UnitWord) -> Noun {
        switch unit {
        case .companies: Noun("компания", "компании", "компаний", "компании")
        case .sessions: Noun("сессия", "сессии", "сессий", "сессии")
        case .countries: Noun("страна", "страны", "стран", "страны")
        case .vehicles:
            Noun("единица техники", "единицы техники", "единиц техники", "единицы техники")
        case .agreements: Noun("соглашение", "соглашения", "соглашений", "соглашения")
        case .people: Noun("человек", "человека", "человек", "человек")
        case .regions: Noun("регион", "региона", "регионов", "регионы")
        case .programmes: Noun("программа", "программы", "программ", "программы")
        case .rank: Noun("место")
        case .years: Noun("год", "года", "лет", "годы")
        case .machines: Noun("машина", "машины", "машин", "машины")
        case .projects: Noun("проект", "проекта", "проектов", "проекты")
        case .cities: Noun("город", "города", "городов", "города")
        case .stations: Noun("станция", "станции", "станций", "станции")
        case .documents: Noun("документ", "документа", "документов", "документы")
        case .areas: Noun("направление", "направления", "направлений", "направления")
        case .universities: Noun("университет", "университета", "университетов", "университеты")
        case .plants: Noun("завод", "завода", "заводов", "заводы")
        case .centres: Noun("центр", "центра", "центров", "центры")
        case .sections: Noun("секция", "секции", "секций", "секции")
        case .machineKits:
            Noun("машинокомплект", "машинокомплекта", "машинокомплектов", "машинокомплекты")
        case .pupils: Noun("учащийся", "учащихся", "учащихся", "учащиеся")
        case .students: Noun("студент", "студента", "студентов", "студенты")
        case .tractors: Noun("трактор", "трактора", "тракторов", "тракторы")
        case .jobs: Noun("рабочее место", "рабочих места", "рабочих мест", "рабочие места")
        case .zones: Noun("зона", "зоны", "зон", "зоны")
        case .sites: Noun("площадка", "площадки", "площадок", "площадки")
        case .products: Noun("товар", "товара", "товаров", "товары")
        case .meetings: Noun("заседание", "заседания", "заседаний", "заседания")
        case .technoparks: Noun("технопарк", "технопарка", "технопарков", "технопарки")
        case .sectors: Noun("отрасль", "отрасли", "отраслей", "отрасли")
        case .lines: Noun("линия", "линии", "линий", "линии")
        case .classes: Noun("класс", "класса", "классов", "классы")
        case .teachers: Noun("учитель", "учителя", "учителей", "учителя")
        case .dealers: Noun("дилер", "дилера", "дилеров", "дилеры")
        case .groups: Noun("группа", "группы", "групп", "группы")
        case .tables: Noun("круглый стол", "круглых стола", "круглых столов", "круглые столы")
        case .legalEntities:
            Noun("юридическое лицо", "юридических лица", "юридических лиц", "юридические лица")
        case .tradingHouses:
            Noun("торговый дом", "торговых дома", "торговых домов", "торговые дома")
        case .combineHarvesters: Noun("комбайн", "комбайна", "комбайнов", "комбайны")
        case .buses: Noun("автобус", "автобуса", "автобусов", "автобусы")
        case .trams: Noun("трамвай", "трамвая", "трамваев", "трамваи")
        case .trolleybuses: Noun("троллейбус", "троллейбуса", "троллейбусов", "троллейбусы")
        case .developments: Noun("разработка", "разработки", "разработок", "разработки")
        case .times: Noun("раз", "раза", "раз", "раз")
        case .deals: Noun("сделка", "сделки", "сделок", "сделки")
        case .tonnes: Noun("т")
        case .hectares: Noun("га")
        case .squareMetres: Noun("м²")
        case .kilometres: Noun("км")
        }
    }
}
