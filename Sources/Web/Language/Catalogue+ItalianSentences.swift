extension Italian {
    static func lead(_ facts: LeadFacts, _ words: Catalogue) -> [Inline] {
        var sentence = SentenceBuilder()
        switch facts {
        case .place(let type, let within, let onRecord):
            sentence.add(words.type(type, of: "place"))
            if !within.isEmpty { sentence.add(": ", .joined(within)) }
            sentence.add(".")
            if !onRecord.isEmpty { sentence.add(" Nel registro: ", words.list(onRecord)) }
            if !onRecord.isEmpty { sentence.add(".") }
        case .organisation(let type, let place, let parent, let founded):
            sentence.add(words.type(type, of: "organisation"))
            sentence.add(", ", place)
            sentence.addText("; anno di fondazione: ", founded.map { words.date($0) })
            sentence.add("; fa parte di: ", parent)
            sentence.add(".")
        case .agreement(let type, let parties, let others, let signed, let status):
            sentence.add(words.type(type, of: "agreement"))
            let all = parties + (others > 0 ? [.text(words(.others(others)))] : [])
            sentence.add(all.count > 1 ? " tra " : "; parte: ", words.list(all))
            sentence.addText("; firma: ", signed.map { words.date($0) })
            sentence.addText("; ", status.map(words.status))
            sentence.add(".")
        case .measure(let plan, let executor, let deadline, let status):
            sentence.add("Misura del piano ", plan)
            sentence.add("; esecutore: ", executor)
            sentence.addText("; scadenza: ", deadline.map { words.date($0) })
            sentence.addText("; ", status.map(words.status))
            sentence.add(".")
        case .event(let type, let place, let start, let end, let edition):
            sentence.add(words.type(type, of: "event"))
            sentence.add(", ", place)
            let period = LeadFacts.period(start, end)
            sentence.addText(", ", period.map { words.date($0) })
            sentence.addText("; edizione n. ", edition.map(words.number))
            sentence.add(".")
        case .project(let type, let parties, let place, let value, let status):
            sentence.add(words.type(type, of: "project"))
            sentence.add(": ", parties.isEmpty ? nil : words.list(parties))
            sentence.add("; luogo: ", place)
            sentence.add("; valore: ", value.map(Inline.quantity))
            sentence.addText("; ", status.map(words.status))
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
            sentence.add(isRequest ? "Richiesta di " : "Offerta di ", by)
            sentence.add(isRequest ? " rivolta a " : " per ", to)
            sentence.addText(", ", date.map { words.date($0) })
            sentence.add(": \(what).")
        case .person(let office, let of):
            sentence.add(office)
            sentence.add(", ", of)
            sentence.add(".")
        case .observation(
            let indicator, let subject, let counterpart, let product, let period, let value):
            sentence.add(words.indicator(indicator))
            sentence.addText(" (", product.map { $0 + ")" })
            sentence.add(": ", subject)
            sentence.add(" – ", counterpart)
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

    static var dates: any DateWords { ItalianDates() }
}

/// Dates in Italian.
private struct ItalianDates: DateWords {
    private static let months = [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
        "settembre", "ottobre", "novembre", "dicembre",
    ]
    private static let quarters = ["I", "II", "III", "IV"]

    func words(for period: WrittenPeriod, _ style: DateStyle) -> String {
        guard let end = period.end else {
            let text = point(period.start, style)
            return style == .adverbial ? when(period.start) + text : text
        }
        if style == .adverbial {
            return from(period.start) + start(of: period, style) + until(end) + point(end, style)
        }
        let first = start(of: period, style)
        return first + (first.contains(" ") ? " – " : "–") + point(end, style)
    }

    private func when(_ point: WrittenPeriod.Point) -> String {
        switch point {
        case .day(8, _, _), .day(11, _, _): "l’"
        case .day: "il "
        case .month(4, _), .month(8, _), .month(10, _): "nell’"
        case .year, .month, .quarter: "nel "
        }
    }

    private func from(_ point: WrittenPeriod.Point) -> String {
        switch point {
        case .day(8, _, _), .day(11, _, _): "dall’"
        case .month: "da "
        case .day, .year, .quarter: "dal "
        }
    }

    private func until(_ point: WrittenPeriod.Point) -> String {
        switch point {
        case .day(8, _, _), .day(11, _, _): " all’"
        case .month(4, _), .month(8, _): " ad "
        case .month: " a "
        case .day, .year, .quarter: " al "
        }
    }

    /// The start without what the end says too.
    private func start(of period: WrittenPeriod, _ style: DateStyle) -> String {
        switch (period.start, period.end) {
        case (.day(let day, let month, let year), .day(_, let otherMonth, let other))
        where year == other:
            month == otherMonth ? ordinal(day) : "\(ordinal(day)) \(name(month, style))"
        case (.month(let month, let year), .month(_, let other)) where year == other:
            name(month, style)
        default:
            point(period.start, style)
        }
    }

    private func point(_ point: WrittenPeriod.Point, _ style: DateStyle) -> String {
        switch point {
        case .year(let year): String(year)
        case .quarter(let quarter, let year):
            "\(Self.quarters[quarter - 1]) \(style == .short ? "trim." : "trimestre") \(year)"
        case .month(let month, let year): "\(name(month, style)) \(year)"
        case .day(let day, let month, let year): "\(ordinal(day)) \(name(month, style)) \(year)"
        }
    }

    private func ordinal(_ day: Int) -> String { day == 1 ? "1º" : String(day) }

    private func name(_ month: Int, _ style: DateStyle) -> String {
        let name = Self.months[month - 1]
        return style == .short ? String(name.prefix(3)) : name
    }
}
