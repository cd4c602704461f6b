import Records
import Register

/// Writes names, dates, quantities and sources the way all record pages write them. It knows the
/// names of all records that a page speaks of, and the sources that they cite.
struct RecordPen: Sendable {
    let names: NameBook
    let sources: CitedSources
    let lines: RecordLine
    let words: Catalogue
    /// The record whose page it is.
    private let subject: RecordID?

    /// Looks up what is needed to write these records and figures; the first record is the one
    /// whose page it is.
    init(
        _ shown: [Record], figures: [ObservationRow] = [], names more: [RecordID] = [],
        _ context: PageContext
    ) throws {
        var ids = more
        var citations: [Citation] = []
        for record in shown {
            ids.append(record.id)
            ids += record.content.links.map(\.target)
            citations += record.citations
        }
        for figure in figures { citations += figure.citations }
        names = try NameBook(ids, context)
        sources = try CitedSources(citations, context)
        lines = RecordLine(names, context)
        words = context.words
        subject = shown.first?.id
    }

    /// The language of the register's phrases, where it isn't the page's.
    var phraseLanguage: String? { words.language == .english ? nil : "en" }

    // MARK: Names

    /// A record's name, as a link to its page.
    func link(_ id: RecordID) -> Inline { names.link(id) }

    /// The same, or nothing.
    func link(_ id: RecordID?) -> Inline? { id.map(names.link) }

    /// A record of the register, or the words that stand in its place.
    func party(_ party: Party) -> Inline {
        switch party {
        case .record(let id): link(id)
        case .words(let text): phrase(text)
        }
    }

    /// An English phrase of a record.
    func phrase(_ text: String) -> Inline { .name(text, language: phraseLanguage) }

    // MARK: Facts

    /// A fact of a field; nil when the record doesn't say it.
    func fact(_ field: FieldWord, _ value: Inline?) -> Fact? {
        value.map { Fact(words.field(field.rawValue), $0) }
    }

    /// A fact with any number of values, each in a line of its own.
    func fact(_ field: FieldWord, all values: [Inline]) -> Fact? {
        values.isEmpty ? nil : Fact(words.field(field.rawValue), values: values)
    }

    /// A type, leading to all of that type.
    func type(_ type: String, of kind: Kind) -> Inline {
        .link(words.type(type, of: kind.name), to: SiteAddress.list(kind, .type, type))
    }

    /// A status, leading to all that have come as far.
    func status(_ status: String, of kind: Kind) -> Inline {
        .link(words.status(status), to: SiteAddress.list(kind, .status, status))
    }

    /// Sectors or areas, leading to what else belongs to them.
    func topics(_ topics: [String], of kind: Kind) -> Inline? {
        guard !topics.isEmpty else { return nil }
        return .joined(
            topics.map { topic in
                .link(
                    topic, to: SiteAddress.list(kind, .sector, topic), language: phraseLanguage)
            })
    }

    // MARK: Lists

    /// A record's line with its own sources in the margin.
    func entry(_ record: Record, details: [Inline]? = nil) -> Entry {
        var entry = lines.entry(record)
        if let details { entry.details = details }
        if case .offer(let offer) = record.body, offer.by == subject {
            // On the page of who makes it only the recipient is news.
            entry.details = [lines.type(of: record)]
            if let recipient = offer.to {
                entry.details.append(.sequence(["→ ", names.link(recipient)]))
            }
        }
        entry.sources = sources.notes(record.citations)
        return entry
    }
}
