extension English {
    static func lead(_ facts: LeadFacts, _ words: Catalogue) -> [Inline] {
        var sentence = SentenceBuilder()
        switch facts {
        case .place(let type, let within, let onRecord):
            sentence.add(words.type(type, of: "place"))
            if !within.isEmpty { sentence.add(type == "region" ? " of " : " in ", .joined(within)) }
            sentence.add(".")
            if !onRecord.isEmpty { sentence.add(" On record: ", words.list(onRecord)) }
            if !onRecord.isEmpty { sentence.add(".") }
        case .organisation(let type, let place, let parent, let founded):
            sentence.add(words.type(type, of: "organisation"))
            sentence.add(" in ", place)
            sentence.addText(", founded ", founded.map { words.date($0, .adverbial) })
            sentence.add(", part of ", parent)
            sentence.add(".")
        case .agreement(let type, let parties, let others, let signed, let status):
            sentence.add(words.type(type, of: "agreement"))
            let all = parties + (others > 0 ? [.text(words(.others(others)))] : [])
            sentence.add(all.count > 1 ? " between " : " of ", words.list(all))
            sentence.addText(", signed ", signed.map { words.date($0, .adverbial) })
            sentence.addText("; ", status.map(words.status))
            sentence.add(".")
        case .measure(let plan, let executor, let deadline, let status):
            sentence.add("Measure of ", plan)
            sentence.add(", carried out by ", executor)
            sentence.addText(", due ", deadline.map { words.date($0, .adverbial) })
            sentence.addText("; ", status.map(words.status))
            sentence.add(".")
        case .event(let type, let place, let start, let end, let edition):
            sentence.add(words.type(type, of: "event"))
            sentence.add(" in ", place)
            let period = LeadFacts.period(start, end)
            sentence.addText(", ", period.map { words.date($0, .adverbial) })
            sentence.addText("; edition ", edition.map(words.number))
            sentence.add(".")
        case .project(let type, let parties, let place, let value, let status):
            sentence.add(words.type(type, of: "project"))
            sentence.add(" of ", parties.isEmpty ? nil : words.list(parties))
            sentence.add(" in ", place)
            sentence.add(", worth ", value.map(Inline.quantity))
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
            sentence.add(by)
            sentence.add(isRequest ? " asks" : " offers")
            sentence.add(isRequest ? " of " : " to ", to)
            sentence.addText(", ", date.map { words.date($0, .adverbial) })
            sentence.add(": \(what).")
        case .person(let office, let of):
            sentence.add(office)
            sentence.add(", ", of)
            sentence.add(".")
        case .observation(
            let indicator, let subject, let counterpart, let product, let period, let value):
            sentence.add(words.indicator(indicator))
            sentence.addText(" (", product.map { $0 + ")" })
            sentence.add(" of ", subject)
            sentence.add(" with ", counterpart)
            sentence.add(" \(words.date(period, .adverbial)): ", .quantity(value))
            sentence.add(".")
        case .source(let author, let publisher, let date, let facts):
            let parts = [author, publisher, date.map { words.date($0) }].compactMap { $0 }
            if !parts.isEmpty { sentence.add(parts.joined(separator: ", ") + ". ") }
            sentence.add(words(.factsResting(facts)) + ".")
        case .place, .organisation, .agreement, .measure, .event, .project:
            break
        }
    }

    static var dates: any DateWords { EnglishDates() }
}

/// Dates in English.
private struct EnglishDates: DateWords {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    func words(for period: WrittenPeriod, _ style: DateStyle) -> String {
        guard let end = period.end else {
            let text = point(period.start, style)
            guard style == .adverbial else { return text }
            if case .day = period.start { return "on " + text }
            return "in " + text
        }
        if style == .adverbial {
            return "from " + start(of: period, style) + " to " + point(end, style)
        }
        let isTight = start(of: period, style).contains(" ") == false
        return start(of: period, style) + (isTight ? "–" : " – ") + point(end, style)
    }

    /// The start without what the end says too ("3" of 3–5 June 2021, "January" of …–September).
    private func start(of period: WrittenPeriod, _ style: DateStyle) -> String {
        switch (period.start, period.end) {
        case (.day(let day, let month, let year), .day(_, let otherMonth, let other))
        where year == other:
            month == otherMonth ? String(day) : "\(day) \(name(month, style))"
        case (.month(let month, let year), .month(_, let other)) where year == other:
            name(month, style)
        default:
            point(period.start, style)
        }
    }

    private func point(_ point: WrittenPeriod.Point, _ style: DateStyle) -> String {
        switch point {
        case .year(let year): String(year)
        case .quarter(let quarter, let year): "Q\(quarter) \(year)"
        case .month(let month, let year): "\(name(month, style)) \(year)"
        case .day(let day, let month, let year): "\(day) \(name(month, style)) \(year)"
        }
    }

    private func name(_ month: Int, _ style: DateStyle) -> String {
        let name = Self.months[month - 1]
        return style == .short ? String(name.prefix(3)) : name
    }
}
