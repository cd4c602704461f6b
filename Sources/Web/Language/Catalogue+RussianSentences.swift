extension Russian {
    // Names stay in the nominative here: a register can't inflect them safely.
    static func lead(_ facts: LeadFacts, _ words: Catalogue) -> [Inline] {
        var sentence = SentenceBuilder()
        switch facts {
        case .place(let type, let within, let onRecord):
            sentence.add(words.type(type, of: "place"))
            if !within.isEmpty { sentence.add(": ", .joined(within)) }
            sentence.add(".")
            if !onRecord.isEmpty { sentence.add(" В реестре: ", words.list(onRecord)) }
            if !onRecord.isEmpty { sentence.add(".") }
        case .organisation(let type, let place, let parent, let founded):
            sentence.add(words.type(type, of: "organisation"))
            sentence.add(". Место: ", place)
            sentence.addText(". Основание: ", founded.map { words.date($0) })
            sentence.add(". Входит в состав: ", parent)
            sentence.add(".")
        case .agreement(let type, let parties, let others, let signed, let status):
            sentence.add(words.type(type, of: "agreement"))
            let all = parties + (others > 0 ? [.text(words(.others(others)))] : [])
            sentence.add(all.count > 1 ? ". Стороны: " : ". Сторона: ", words.list(all))
            sentence.addText(". Подписание: ", signed.map { words.date($0) })
            sentence.addText(". Статус: ", status.map(words.status))
            sentence.add(".")
        case .measure(let plan, let executor, let deadline, let status):
            sentence.add("Мера документа «")
            sentence.add(plan)
            sentence.add("»")
            sentence.add(". Исполнитель: ", executor)
            sentence.addText(". Срок: ", deadline.map { words.date($0) })
            sentence.addText(". Статус: ", status.map(words.status))
            sentence.add(".")
        case .event(let type, let place, let start, let end, let edition):
            sentence.add(words.type(type, of: "event"))
            sentence.add(". Место: ", place)
            let period = LeadFacts.period(start, end)
            sentence.addText(". Дата: ", period.map { words.date($0) })
            sentence.addText(". Номер по порядку: ", edition.map(words.number))
            sentence.add(".")
        case .project(let type, let parties, let place, let value, let status):
            sentence.add(words.type(type, of: "project"))
            sentence.add(". Участники: ", parties.isEmpty ? nil : words.list(parties))
            sentence.add(". Место: ", place)
            sentence.add(". Стоимость: ", value.map(Inline.quantity))
            sentence.addText(". Статус: ", status.map(words.status))
            sentence.add(".")
        default:
            otherLead(facts, words, &sentence)
        }
        return sentence.pieces
    }

    private static func otherLead(
        _ facts: LeadFacts, _ words: Catalogue, _ sentence: inout SentenceBuilder
    ) {
        switch facts {
        case .offer(let isRequest, let by, let to, let what, let date):
            sentence.add(isRequest ? "Запрос. От кого: " : "Предложение. От кого: ", by)
            sentence.add(". Кому: ", to)
            sentence.addText(". Дата: ", date.map { words.date($0) })
            sentence.add(". Предмет: \(what).")
        case .person(let office, let of):
            sentence.add(office)
            sentence.add(", ", of)
            sentence.add(".")
        case .observation(
            let indicator, let subject, let counterpart, let product, let period, let value):
            sentence.add(words.indicator(indicator))
            sentence.addText(" (", product.map { $0 + ")" })
            sentence.add(": ", subject)
            sentence.add(" — ", counterpart)
            sentence.add(", \(words.date(period)): ", .quantity(value))
            sentence.add(".")
        case .source(let author, let publisher, let date, let facts):
            let parts = [author, publisher, date.map { words.date($0) }].compactMap { $0 }
            if !parts.isEmpty { sentence.add(parts.joined(separator: ", ") + ". ") }
            sentence.add(words(.factsResting(facts)) + ".")
        case .place, .organisation, .agreement, .measure, .event, .project:
            break
        }
    }

    static var dates: any DateWords { RussianDates() }
}

/// Dates in Russian: days take the month's genitive, "in" its locative.
private struct RussianDates: DateWords {
    private static let nominative = [
        "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
        "октябрь", "ноябрь", "декабрь",
    ]
    private static let genitive = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
        "октября", "ноября", "декабря",
    ]
    private static let locative = [
        "январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре",
        "октябре", "ноябре", "декабре",
    ]
    private static let quarters = ["I", "II", "III", "IV"]

    func words(for period: WrittenPeriod, _ style: DateStyle) -> String {
        switch style {
        case .full: full(period)
        case .short: short(period)
        case .adverbial: adverbial(period)
        }
    }

    private func full(_ period: WrittenPeriod) -> String {
        guard let end = period.end else { return point(period.start) }
        let first: String =
            switch (period.start, end) {
            case (.day(let day, let month, let year), .day(_, let otherMonth, let other))
            where year == other:
                month == otherMonth ? String(day) : "\(day) \(Self.genitive[month - 1])"
            case (.month(let month, let year), .month(_, let other)) where year == other:
                Self.nominative[month - 1]
            case (.year(let year), .year): String(year)
            default: point(period.start)
            }
        if case .year(let year) = end, case .year = period.start { return "\(first)–\(year)" }
        return first + (first.contains(" ") ? " – " : "–") + point(end)
    }

    private func point(_ point: WrittenPeriod.Point) -> String {
        switch point {
        case .year(let year): String(year)
        case .quarter(let quarter, let year):
            "\(Self.quarters[quarter - 1]) квартал \(year)\u{A0}г."
        case .month(let month, let year): "\(Self.nominative[month - 1]) \(year)\u{A0}г."
        case .day(let day, let month, let year):
            "\(day) \(Self.genitive[month - 1]) \(year)\u{A0}г."
        }
    }

    private func short(_ period: WrittenPeriod) -> String {
        let first = shortPoint(period.start)
        return period.end.map { first + "–" + shortPoint($0) } ?? first
    }

    private func shortPoint(_ point: WrittenPeriod.Point) -> String {
        switch point {
        case .year(let year): String(year)
        case .quarter(let quarter, let year): "\(Self.quarters[quarter - 1]) кв. \(year)"
        case .month(let month, let year): "\(twoDigits(month)).\(year)"
        case .day(let day, let month, let year): "\(twoDigits(day)).\(twoDigits(month)).\(year)"
        }
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func adverbial(_ period: WrittenPeriod) -> String {
        guard let end = period.end else {
            return switch period.start {
            case .year(let year): "в \(year) году"
            case .quarter(let quarter, let year):
                "в \(Self.quarters[quarter - 1]) квартале \(year) года"
            case .month(let month, let year): "в \(Self.locative[month - 1]) \(year) года"
            case .day(let day, let month, let year):
                "\(day) \(Self.genitive[month - 1]) \(year) года"
            }
        }
        let sameYear = period.start.year == end.year
        return "с " + since(period.start, sameYear: sameYear) + " по " + until(end)
    }

    private func since(_ point: WrittenPeriod.Point, sameYear: Bool) -> String {
        switch point {
        case .year(let year): String(year)
        case .quarter(let quarter, let year):
            "\(Self.quarters[quarter - 1]) квартала" + (sameYear ? "" : " \(year) года")
        case .month(let month, let year):
            Self.genitive[month - 1] + (sameYear ? "" : " \(year) года")
        case .day(let day, let month, let year):
            "\(day) \(Self.genitive[month - 1])" + (sameYear ? "" : " \(year) года")
        }
    }

    private func until(_ point: WrittenPeriod.Point) -> String {
        switch point {
        case .year(let year): "\(year) год"
        case .quarter(let quarter, let year): "\(Self.quarters[quarter - 1]) квартал \(year) года"
        case .month(let month, let year): "\(Self.nominative[month - 1]) \(year) года"
        case .day(let day, let month, let year): "\(day) \(Self.genitive[month - 1]) \(year) года"
        }
    }
}
