import Records
import Register

/// How something in the calendar stands in a list.
struct CalendarLine {
    let line: RecordLine
    let sources: CitedSources
    /// The present day as yyyymmdd.
    let today: Int32
    let words: Catalogue

    func entry(_ entry: CalendarEntry) -> Entry {
        Entry(
            date: date(entry), title: line.title(of: entry.record), details: details(entry),
            cited: .sequence([
                .text(words(.sources) + ": "),
                sources.marks(entry.record.citations, of: entry.id),
            ]))
    }

    /// Exact days as days; what is only known to the month or year says so in words.
    private func date(_ entry: CalendarEntry) -> Inline {
        let text = LeadFacts.period(entry.start.description, entry.end?.description)
        guard entry.precision != .day, entry.end == nil else {
            return words.time(text ?? "", .short)
        }
        return words.time(text ?? "", .adverbial)
    }

    private func details(_ entry: CalendarEntry) -> [Inline] {
        var details: [Inline] = []
        if entry.isOverdue(on: today) {
            details.append(
                .markup(
                    SafeHTML { page in
                        page.element(.strong, class: "overdue") { page in
                            page.element(.span, .hiddenFromReaders, text: "! ")
                            page.text(words(CalendarPhrase.overdue))
                        }
                    }))
        }
        if let role = words.calendarRole(entry) { details.append(.strong(role)) }
        if case .event(let event) = entry.record.body, let edition = event.edition {
            details.append(.text(words(CalendarPhrase.edition(edition))))
        }
        return details + line.details(of: entry.record)
    }
}

extension Catalogue {
    /// What a date is to its record ("deadline", "signed"); nil for an event, which goes without
    /// saying.
    func calendarRole(_ entry: CalendarEntry) -> String? {
        switch entry.mark.sort {
        case .event: nil
        case .deadline: self(CalendarPhrase.deadline)
        case .beginning:
            self(entry.isSigned ? CalendarPhrase.signed : CalendarPhrase.validityBegins)
        case .expiry: self(CalendarPhrase.validityEnds)
        }
    }

    /// A sort of entries of the calendar, in the plural.
    func calendarSort(_ sort: CalendarMark.Sort) -> String {
        switch sort {
        case .event: kinds("event")
        case .deadline: self(CalendarPhrase.deadlines)
        case .beginning: self(CalendarPhrase.beginnings)
        case .expiry: self(CalendarPhrase.expiries)
        }
    }
}
