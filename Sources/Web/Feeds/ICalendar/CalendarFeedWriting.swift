import Charts
import Records
import Register

/// Writes entries of the calendar as iCalendar.
struct CalendarFeedWriting {
    private let entries: [CalendarEntry]
    private let origin: String
    private let words: Catalogue
    private let query: QueryParameters
    private let identity: FeedIdentity
    private let names: NameBook
    private let places: [RecordID: Record]
    private let sources: CitedSources

    init(
        entries: [CalendarEntry], register: Register, origin: String, words: Catalogue,
        query: QueryParameters
    ) throws {
        self.entries = entries
        self.origin = origin
        self.words = words
        self.query = query
        identity = try FeedIdentity(register)
        let context = PageContext(
            register, PageRequest(path: SiteAddress.calendarFeed.text, language: words.language))
        places = try register.records(entries.compactMap(\.place))
        names = try NameBook(
            entries.flatMap { RecordLine.named(in: $0.record) }
                + places.values.flatMap(RecordLine.named), context)
        sources = try CitedSources(entries.flatMap(\.record.citations), context)
    }

    func bytes() -> [UInt8] {
        var writer = ICalendarWriter()
        writer.component("VCALENDAR") { calendar in
            calendar.value("VERSION", "2.0")
            calendar.value(
                "PRODID", "-//Fondaco//Fondaco \(FondacoServer.version)//EN")
            calendar.value("CALSCALE", "GREGORIAN")
            let name = words(CalendarPhrase.feedTitle)
            calendar.value("UID", identity.uuid("calendar", query.canonical))
            calendar.text("NAME", name)
            calendar.text("X-WR-CALNAME", name)
            calendar.text("DESCRIPTION", words(CalendarPhrase.feedHelp))
            calendar.text("X-WR-CALDESC", words(CalendarPhrase.feedHelp))
            if !origin.isEmpty {
                let address = Address(
                    path: SiteAddress.calendarFeed.text,
                    query: query.items.map { ($0.name, $0.value) })
                calendar.value("SOURCE;VALUE=URI", origin + address.text)
                calendar.value("URL", origin + SiteAddress.page(.calendar).text)
            }
            calendar.value("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
            calendar.value("X-PUBLISHED-TTL", "P1D")
            if let newest = entries.map(\.stored.time).max() {
                calendar.value("LAST-MODIFIED", Self.moment(newest))
            }
            for entry in entries { write(entry, to: &calendar) }
        }
        return writer.bytes
    }

    private func write(_ entry: CalendarEntry, to calendar: inout ICalendarWriter) {
        let place = entry.place.flatMap { places[$0] }
        let after = CalendarDay(yyyymmdd: (entry.end ?? entry.start).lastDay).number + 1
        calendar.component("VEVENT") { event in
            event.value("UID", identity.uuid(entry.id.text, entry.mark.sort.rawValue))
            event.value("DTSTAMP", Self.moment(entry.stored.time))
            event.value("LAST-MODIFIED", Self.moment(entry.stored.time))
            event.value("SEQUENCE", String(entry.stored.revision - 1))
            event.value("DTSTART;VALUE=DATE", Self.date(entry.start.firstDay))
            event.value(
                "DTEND;VALUE=DATE", Self.date(CalendarDay(number: after).yyyymmdd))
            event.text("SUMMARY", summary(entry))
            event.text("DESCRIPTION", description(entry))
            event.text("LOCATION", place.map(location))
            // The middle of a country is nowhere that one could go.
            if case .place(let body) = place?.body, body.placeType != .country,
                body.placeType != .region,
                let latitude = body.latitude, let longitude = body.longitude
            {
                event.value("GEO", "\(latitude);\(longitude)")
            }
            event.texts("CATEGORIES", categories(entry))
            event.value("STATUS", entry.precision == .day ? "CONFIRMED" : "TENTATIVE")
            event.value("TRANSP", "TRANSPARENT")
            event.value("CLASS", "PUBLIC")
            if !origin.isEmpty {
                event.value("URL;VALUE=URI", origin + SiteAddress.record(entry.id).text)
            }
        }
    }

    // MARK: Words

    private func summary(_ entry: CalendarEntry) -> String {
        var text = names.text(entry.id)
        if let role = words.calendarRole(entry) { text = words.sentenceCase(role) + ": " + text }
        guard entry.precision != .day else { return text }
        return text + " (" + words(CalendarPhrase.dayUnknown(time(entry, .adverbial))) + ")"
    }

    private func description(_ entry: CalendarEntry) -> String {
        var lines = [words.sentenceCase(time(entry, .full))]
        switch entry.record.body {
        case .event(let event):
            if let outcome = event.outcome { lines.append(outcome) }
        case .measure(let measure):
            lines.append(words.field("plan") + ": " + names.text(measure.plan))
            if let executor = measure.executor {
                lines.append(words.field("executor") + ": " + text(executor))
            }
            lines += status(measure.status?.rawValue)
        case .agreement(let agreement):
            let parties = agreement.parties.map(names.text).joined(separator: ", ")
            lines.append(words.field("parties") + ": " + parties)
            lines += status(agreement.status?.rawValue)
        default: break
        }
        let notes = sources.notes(entry.record.citations).map { note in
            [note.label, note.place].compactMap(\.self).joined(separator: ", ")
        }
        lines.append(words(.sources) + ": " + notes.joined(separator: "; "))
        if !origin.isEmpty { lines.append(origin + SiteAddress.record(entry.id).text) }
        return lines.joined(separator: "\n")
    }

    private func status(_ status: String?) -> [String] {
        status.map { [words.field("status") + ": " + words.status($0)] } ?? []
    }

    private func text(_ party: Party) -> String {
        switch party {
        case .record(let id): names.text(id)
        case .words(let text): text
        }
    }

    private func location(_ place: Record) -> String {
        guard case .place(let body) = place.body, let parent = body.parent else {
            return names.text(place.id)
        }
        return names.text(place.id) + ", " + names.text(parent)
    }

    private func categories(_ entry: CalendarEntry) -> [String] {
        var categories = [words.calendarSort(entry.mark.sort)]
        if let type = entry.record.content.type {
            categories.append(words.type(type, of: entry.record.kind.name))
        }
        return categories
    }

    private func time(_ entry: CalendarEntry, _ style: DateStyle) -> String {
        words.date(
            LeadFacts.period(entry.start.description, entry.end?.description) ?? "", style)
    }

    // MARK: Values

    /// A DATE: `20210629`.
    private static func date(_ day: Int32) -> String {
        let digits = String(day)
        return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    }

    /// A DATE-TIME of UTC: `20210629T101530Z`.
    private static func moment(_ microseconds: Int64) -> String {
        let text = Timestamp.text(microseconds: microseconds)
        return text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }
}

extension CalendarEntry {
    /// Where it is.
    var place: RecordID? {
        if case .event(let event) = record.body { event.place } else { nil }
    }
}

extension QueryParameters {
    /// The parameters as one text, whatever order they came in.
    var canonical: String {
        items.map { $0.name + "=" + $0.value }.sorted().joined(separator: "&")
    }
}
