import Records
import Register

/// How a record stands in a list: its name, when, and what tells it from its neighbours.
struct RecordLine: Sendable {
    let names: NameBook
    let words: Catalogue
    /// Whether the line says of what kind the record is, for lists of mixed kinds.
    var tellsKind = false

    /// Looks up all names that the lines of these records need.
    init(
        of records: some Sequence<Record>, tellsKind: Bool = false, _ context: PageContext
    ) throws {
        let ids = records.flatMap(Self.named)
        try self.init(NameBook(ids, context), tellsKind: tellsKind, context)
    }

    /// With names that are already known.
    init(_ names: NameBook, tellsKind: Bool = false, _ context: PageContext) {
        self.names = names
        self.tellsKind = tellsKind
        words = context.words
    }

    /// The records that a record's line names, its own first.
    static func named(in record: Record) -> [RecordID] {
        switch record.body {
        case .source(let source): [record.id] + [source.citedIn].compactMap(\.self)
        case .place(let place): [record.id] + [place.parent].compactMap(\.self)
        case .organisation(let body): [record.id] + [body.place].compactMap(\.self)
        case .person(let person): [record.id] + [person.of].compactMap(\.self)
        case .agreement(let agreement): [record.id] + agreement.parties
        case .measure(let measure):
            [record.id, measure.plan] + [measure.executor?.id].compactMap(\.self)
        case .event(let event): [record.id] + [event.place].compactMap(\.self)
        case .project(let project):
            [record.id] + project.parties + [project.place].compactMap(\.self)
        case .offer(let offer): [record.id, offer.by] + [offer.to].compactMap(\.self)
        case .observation(let figure):
            [record.id, figure.subject] + [figure.counterpart].compactMap(\.self)
        }
    }

    /// The record's line.
    func entry(_ record: Record) -> Entry {
        let details = details(of: record)
        let date = date(of: record)
        guard tellsKind else {
            return Entry(date: date, title: title(of: record), details: details)
        }
        // Where kinds are mixed, many have no date: a column for it would be mostly empty.
        let kind = Inline.text(words.kind(record.kind.name))
        return Entry(
            title: title(of: record), details: [kind] + [date].compactMap(\.self) + details)
    }

    /// The record's name, leading to its page.
    func title(of record: Record) -> Inline {
        switch record.body {
        case .observation(let figure):
            .link(words.name(of: figure, names), to: SiteAddress.record(record.id))
        case .source(let source):
            .link(
                source.longLabel(record.id, words), to: SiteAddress.record(record.id),
                language: source.title == nil ? nil : titleLanguage(source))
        default:
            names.link(record.id)
        }
    }

    /// When it was, as far as its kind has a time by which it is listed.
    func date(of record: Record) -> Inline? {
        switch record.body {
        case .agreement(let agreement): date(of: agreement)
        case .measure(let measure): measure.deadline.map { words.date($0, .short) }
        case .event(let event): words.span(event.start, event.end, .short)
        case .project(let project): words.span(project.start, project.end, .short)
        case .offer(let offer): offer.date.map { words.date($0, .short) }
        case .observation(let figure): words.time(figure.period.description, .short)
        case .source(let source): source.date.map { words.date($0, .short) }
        case .place, .organisation, .person: nil
        }
    }

    /// When it was signed, or else from when or until when it holds.
    private func date(of agreement: Agreement) -> Inline? {
        if let first = agreement.signed ?? agreement.validFrom { return words.date(first, .short) }
        return agreement.validTo.map {
            .text(words(.until(words.date($0.description, .short))))
        }
    }

    /// What tells it from its neighbours, the most telling first.
    func details(of record: Record) -> [Inline] {
        switch record.body {
        case .source(let source): details(of: source)
        case .place(let place): [type(of: record)] + link(place.parent)
        case .organisation(let body):
            [type(of: record)] + link(body.place) + topics(body.sectors)
        case .person(let person): [.name(person.office)] + link(person.of)
        case .agreement(let agreement):
            [type(of: record)] + status(agreement.status?.rawValue)
                + [names.links(agreement.parties, words)]
        case .measure(let measure):
            status(measure.status?.rawValue) + link(measure.plan) + executor(of: measure)
        case .event(let event): [type(of: record)] + link(event.place)
        case .project(let project): details(of: project, type(of: record))
        case .offer(let offer): details(of: offer, type(of: record))
        case .observation(let figure): [.quantity(words.value(of: figure))]
        }
    }

    // MARK: Parts

    /// The type within the kind, in words.
    func type(of record: Record) -> Inline {
        .text(words.type(record.content.type ?? "", of: record.kind.name))
    }

    private func details(of source: Source) -> [Inline] {
        var details: [Inline] = []
        if source.title != nil {
            details += [source.author, source.publisher].compactMap(\.self).map { .name($0) }
        }
        if let document = source.citedIn { details.append(names.link(document)) }
        if let number = source.noteNumber { details.append(.text(words(.note(String(number))))) }
        if let url = source.url {
            details.append(.external(words(.originalDocument), to: Address(url)))
        }
        return details
    }

    private func details(of project: Project, _ type: Inline) -> [Inline] {
        var details = [type] + status(project.status?.rawValue) + link(project.place)
        if let sector = project.sector { details.append(.name(sector, language: phraseLanguage)) }
        if let value = project.value { details.append(.quantity(words.quantity(value))) }
        return details
    }

    private func details(of offer: Offer, _ type: Inline) -> [Inline] {
        guard let recipient = offer.to else { return [type, names.link(offer.by)] }
        return [type, .sequence([names.link(offer.by), " → ", names.link(recipient)])]
    }

    private func executor(of measure: Measure) -> [Inline] {
        switch measure.executor {
        case .record(let id): [names.link(id)]
        case .words(let text): [.name(text, language: phraseLanguage)]
        case nil: []
        }
    }

    private func link(_ id: RecordID?) -> [Inline] { id.map { [names.link($0)] } ?? [] }

    private func status(_ status: String?) -> [Inline] {
        status.map { [.text(words.status($0))] } ?? []
    }

    private func topics(_ topics: [String]) -> [Inline] {
        guard !topics.isEmpty else { return [] }
        let shown = topics.prefix(3).map { Inline.name($0, language: phraseLanguage) }
        return [.joined(shown + (topics.count > 3 ? [.muted("…")] : []))]
    }

    /// The language of the register's phrases, where it isn't the page's.
    private var phraseLanguage: String? { words.language == .english ? nil : "en" }

    /// A document's title is in its own language; that of a footnote is as the document cites it,
    /// in a language that isn't on record.
    private func titleLanguage(_ source: Source) -> String? {
        guard source.citedIn == nil else { return nil }
        return source.language.flatMap { $0 == words.language.rawValue ? nil : $0 }
    }
}
