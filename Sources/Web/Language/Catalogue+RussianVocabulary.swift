extension Russian {
    static func kind(_ kind: KindWord) -> Noun {
        switch kind {
        case .source: Noun("источник", "источника", "источников", "источники")
        case .place: Noun("территория", "территории", "территорий", "территории")
        case .organisation: Noun("организация", "организации", "организаций", "организации")
        case .person:
            Noun("должностное лицо", "должностных лица", "должностных лиц", "должностные лица")
        case .agreement: Noun("соглашение", "соглашения", "соглашений", "соглашения")
        case .measure: Noun("мера", "меры", "мер", "меры")
        case .event: Noun("мероприятие", "мероприятия", "мероприятий", "мероприятия")
        case .project: Noun("проект", "проекта", "проектов", "проекты")
        case .offer:
            Noun(
                "предложение или запрос", "предложения и запроса", "предложений и запросов",
                "предложения и запросы")
        case .observation: Noun("показатель", "показателя", "показателей", "показатели")
        }
    }

    static func type(_ type: TypeWord) -> (one: String, plural: String) {
        switch type {
        case .country: ("страна", "страны")
        case .region: ("регион", "регионы")
        case .city: ("город", "города")
        case .district: ("район", "районы")
        case .village: ("село", "сёла")
        case .zone: ("зона", "зоны")
        case .enterprise: ("предприятие", "предприятия")
        case .holding: ("холдинг", "холдинги")
        case .technopark: ("технопарк", "технопарки")
        case .freeEconomicZone: ("свободная экономическая зона", "свободные экономические зоны")
        case .industrialPark: ("индустриальный парк", "индустриальные парки")
        case .university: ("университет", "университеты")
        case .school: ("школа", "школы")
        case .research: ("научная организация", "научные организации")
        case .exchange: ("биржа", "биржи")
        case .chamber: ("торгово-промышленная палата", "торгово-промышленные палаты")
        case .bank: ("банк", "банки")
        case .fairOrganiser: ("организатор выставок", "организаторы выставок")
        case .government: ("орган власти", "органы власти")
        case .intergovernmental: ("межгосударственный орган", "межгосударственные органы")
        case .association: ("ассоциация", "ассоциации")
        case .culturalCentre: ("культурный центр", "культурные центры")
        case .media: ("СМИ", "СМИ")
        case .other: ("прочее", "прочие")
        case .treaty: ("договор", "договоры")
        case .framework: ("рамочное соглашение", "рамочные соглашения")
        case .actionPlan: ("план мероприятий", "планы мероприятий")
        case .roadmap: ("дорожная карта", "дорожные карты")
        case .programme: ("программа", "программы")
        case .memorandum: ("меморандум", "меморандумы")
        case .protocol: ("протокол", "протоколы")
        case .declaration: ("декларация", "декларации")
        case .contract: ("контракт", "контракты")
        case .letterOfIntent: ("письмо о намерениях", "письма о намерениях")
        case .twinning: ("побратимство", "побратимские связи")
        case .freeTrade: ("соглашение о свободной торговле", "соглашения о свободной торговле")
        case .law: ("закон", "законы")
        case .concept: ("концепция", "концепции")
        case .forum: ("форум", "форумы")
        case .session: ("сессия", "сессии")
        case .commission: ("заседание комиссии", "заседания комиссий")
        case .council: ("заседание совета", "заседания советов")
        case .fair: ("ярмарка", "ярмарки")
        case .exhibition: ("выставка", "выставки")
        case .congress: ("конгресс", "конгрессы")
        case .meeting: ("встреча", "встречи")
        case .visit: ("визит", "визиты")
        case .ceremony: ("церемония", "церемонии")
        case .competition: ("конкурс", "конкурсы")
        case .jointVenture: ("совместное предприятие", "совместные предприятия")
        case .assembly: ("сборочное производство", "сборочные производства")
        case .construction: ("строительный проект", "строительные проекты")
        case .investment: ("инвестиционный проект", "инвестиционные проекты")
        case .researchProject: ("научный проект", "научные проекты")
        case .supply: ("проект поставок", "проекты поставок")
        case .education: ("образовательный проект", "образовательные проекты")
        case .infrastructure: ("инфраструктурный проект", "инфраструктурные проекты")
        case .product: ("проект по выпуску продукции", "проекты по выпуску продукции")
        case .offer: ("предложение", "предложения")
        case .request: ("запрос", "запросы")
        }
    }

    static func status(_ status: StatusWord) -> String {
        switch status {
        case .inForce: "действует"
        case .draft: "в проекте"
        case .negotiation: "на стадии переговоров"
        case .planned: "планируется"
        case .completed: "завершено"
        case .proposed: "предложено"
        case .underWay: "в процессе реализации"
        }
    }

    static func setting(_ setting: SettingWord) -> String {
        switch setting {
        case .urban: "в черте города"
        case .suburban: "в пригороде"
        case .greenfield: "на неосвоенной площадке (гринфилд)"
        case .brownfield: "на освоенной площадке (браунфилд)"
        }
    }

    static func qualifier(_ qualifier: QualifierWord) -> String {
        switch qualifier {
        case .exact: "точно"
        case .about: "около"
        case .over: "свыше"
        case .under: "менее"
        case .nearly: "почти"
        case .atLeast: "не менее"
        case .upTo: "до"
        case .planned: "план"
        case .forecast: "прогноз"
        }
    }

    static func field(_ field: FieldWord) -> String {
        switch field {
        case .id: "Идентификатор"
        case .kind: "Вид"
        case .name: "Наименование"
        case .type: "Тип"
        case .iso: "Код ISO"
        case .parent: "Входит в"
        case .lat: "Широта"
        case .lon: "Долгота"
        case .coordinates: "Координаты"
        case .aliases: "Другие названия"
        case .place: "Место"
        case .sectors: "Отрасли"
        case .founded: "Год основания"
        case .website: "Сайт"
        case .note: "Примечание"
        case .managedBy: "Управляющая организация"
        case .university: "Университет"
        case .sites: "Площадки"
        case .area: "Площадь территории"
        case .floorArea: "Площадь помещений"
        case .capacity: "Мощность"
        case .setting: "Расположение"
        case .specialisations: "Специализация"
        case .services: "Услуги"
        case .infrastructure: "Инфраструктура"
        case .incentives: "Льготы"
        case .office: "Должность"
        case .of: "Где занимает должность"
        case .title: "Название"
        case .parties: "Стороны"
        case .signed: "Дата подписания"
        case .validFrom: "Действует с"
        case .validTo: "Действует по"
        case .validity: "Срок действия"
        case .status: "Статус"
        case .value: "Стоимость"
        case .event: "Где подписано"
        case .implements: "Во исполнение"
        case .areas: "Направления"
        case .plan: "План"
        case .executor: "Исполнитель"
        case .deadline: "Срок"
        case .series: "Серия"
        case .edition: "Номер по порядку"
        case .start: "Начало"
        case .end: "Окончание"
        case .organisers: "Организаторы"
        case .participants: "Участники"
        case .sections: "Секции"
        case .outcome: "Итог"
        case .jobs: "Рабочие места"
        case .sector: "Отрасль"
        case .agreement: "В рамках соглашения"
        case .by: "От кого"
        case .direction: "Направление"
        case .what: "Предмет"
        case .to: "Кому"
        case .date: "Дата"
        case .indicator: "Показатель"
        case .subject: "Субъект"
        case .counterpart: "Контрагент"
        case .product: "Товар"
        case .period: "Период"
        case .unit: "Единица измерения"
        case .qualifier: "Точность"
        case .basePeriod: "По сравнению с"
        case .author: "Автор"
        case .publisher: "Издатель"
        case .url: "Адрес"
        case .lang: "Язык"
        case .citedIn: "Цитируется в"
        case .noteNumber: "Номер сноски"
        case .cite: "Источники"
        }
    }

    static func incoming(_ role: IncomingRole) -> String {
        switch role {
        case .parent: "В составе"
        case .place: "Находятся здесь"
        case .managedBy: "Управляет"
        case .university: "Технопарки этого университета"
        case .sites: "Имеют площадку здесь"
        case .of: "Должностные лица"
        case .parties: "Является стороной"
        case .event: "Подписано здесь"
        case .implements: "Исполняется через"
        case .plan: "Меры"
        case .executor: "Исполняет"
        case .organisers: "Организует"
        case .participants: "Участвует"
        case .agreement: "Проекты в рамках соглашения"
        case .by: "Направленные предложения и запросы"
        case .to: "Полученные предложения и запросы"
        case .subject: "Показатели"
        case .counterpart: "Показатели в роли контрагента"
        case .citedIn: "Цитируемые в нём документы"
        case .cite: "Факты, основанные на нём"
        }
    }
}
