extension Russian {
    static func phrase(_ phrase: CalendarPhrase) -> String {
        switch phrase {
        case .help:
            "Мероприятия, сроки исполнения мер, начало и окончание действия соглашений. Дата точна "
                + "настолько, насколько точен её источник: известное с точностью до месяца или года "
                + "никогда не показано как день."
        case .goToDate: "Вокруг даты"
        case .go: "Перейти"
        case .around: "До и после"
        case .today: "Сегодня"
        case .years: "Годы и месяцы"
        case .entries: "Записи"
        case .emptyTitle: "Здесь ничего нет"
        case .overdueTitle: "Просрочено"
        case .overdueHelp:
            "Срок прошёл, и ни один источник в реестре не сообщает, что он соблюдён."
        case .overdue: "просрочено"
        case .upcoming: "Предстоящее"
        case .past: "Прошедшее"
        case .since(let date): "Начиная с даты: \(date)"
        case .before(let date): "До даты: \(date)"
        case .monthUnknown(let year): "\(year), месяц неизвестен"
        case .lastYear(let year): "Последний год в реестре: \(year)"
        case .nothingAfter(let date):
            "Источники в реестре ни о чём не сообщают с этой даты: \(date)."
        case .nothingBefore(let date):
            "Источники в реестре ни о чём не сообщают до этой даты: \(date)."
        case .nothingThere:
            "Источники в реестре ни о чём не сообщают за это время при этих фильтрах."
        case .withoutMonth(let count, let year):
            "\(year): ещё " + counted(count, "запись", "записи", "записей")
                + " без известного месяца"
        case .edition(let number): "проводится \(number)-й раз"

        case .what: "Что"
        case .seriesOfEvents: "Серия"
        case .deadlines: "Сроки исполнения мер"
        case .beginnings: "Подписание и начало действия соглашений"
        case .expiries: "Окончание срока действия соглашений"
        case .deadline: "срок"
        case .signed: "подписано"
        case .validFrom: "действует с"
        case .validUntil: "действует до"
        case .validityBegins: "начало действия"
        case .validityEnds: "окончание действия"

        case .throughTime(let what): "\(what) во времени"
        case .timelineHelp:
            "Полосы показывают, сколько действуют соглашения, точки — мероприятия, ромбы — сроки; "
                + "заштрихованные концы и длинные знаки — даты, известные с точностью до месяца или "
                + "года."
        case .leftOut(let count):
            "Не поместилось: " + counted(count, "запись", "записи", "записей")
                + "; показаны последние."
        case .openCalendar: "Открыть в календаре"
        case .todayMark: "сегодня"
        case .overdueMark: "просрочено"
        case .doneMark: "выполнено"
        case .openEnd: "окончание неизвестно"

        case .subscribe: "В вашем календаре"
        case .subscribeHelp:
            "Подпишитесь на этот адрес в программе-календаре; он учитывает выбранные фильтры. "
                + "Известное с точностью до месяца занимает весь месяц и помечено как "
                + "предварительное; известное только с точностью до года не включено."
        case .withYears: "То же с записями, известными только с точностью до года"
        case .feedTitle: "Fondaco: календарь сотрудничества"
        case .feedHelp:
            "Мероприятия, сроки и соглашения регионального сотрудничества с источниками. Даты, "
                + "известные с точностью до месяца, занимают весь месяц и предварительны."
        case .dayUnknown(let when): "\(when), день неизвестен"
        case .newsTitle: "Fondaco: новое"
        case .newsHelp: "Записи, появившиеся в реестре или изменённые; сначала новые."
        case .entered(let actor): "Внесено: \(actor)."
        case .revised(let number, let actor, let fields):
            "Редакция \(number), внесено: \(actor)"
                + (fields.isEmpty ? "." : "; изменено: \(fields).")
        }
    }
}
