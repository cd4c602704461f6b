import Records
import Register

/// The columns of a kind's table, and their cells.
struct BrowseColumns: Sendable {
    /// A column.
    struct Head: Sendable {
        /// By what the list can be ordered at this column.
        enum Order: Sendable { case name, date }

        let label: String
        var kind = Column.Kind.text
        var order: Order?
    }

    let heads: [Head]
    private let line: RecordLine
    private let countries: CountryBook
    private let words: Catalogue

    /// Looks up all that the cells of these records need.
    init(_ kind: Kind, _ items: [FoundRecord], _ context: PageContext) throws {
        words = context.words
        heads = Self.fields(of: kind).map { field, order in
            Head(label: context.words.field(field), order: order)
        }
        let records = items.map(\.record)
        let places = records.compactMap(Self.place)
        countries = try CountryBook(of: places, context.register)
        let names = try NameBook(
            records.flatMap(RecordLine.named) + Array(countries.all), context)
        line = RecordLine(names, context)
    }

    /// A record's cells, in the order of the heads.
    func cells(_ record: Record) -> [Inline] {
        [line.title(of: record)] + rest(of: record)
    }

    private static func fields(of kind: Kind) -> [(String, Head.Order?)] {
        switch kind {
        case .source:
            [("title", .name), ("publisher", nil), ("date", .date), ("cited_in", nil)]
        case .place: [("name", .name), ("type", nil), ("parent", nil), ("country", nil)]
        case .organisation:
            [("name", .name), ("type", nil), ("place", nil), ("country", nil), ("sectors", nil)]
        case .person: [("name", .name), ("office", nil), ("of", nil)]
        case .agreement:
            [("title", .name), ("type", nil), ("parties", nil), ("signed", .date), ("status", nil)]
        case .measure:
            [
                ("title", .name), ("plan", nil), ("executor", nil), ("deadline", .date),
                ("status", nil),
            ]
        case .event: [("title", .name), ("type", nil), ("date", .date), ("place", nil)]
        case .project:
            [
                ("title", .name), ("type", nil), ("status", nil), ("place", nil), ("sector", nil),
                ("value", nil), ("start", .date),
            ]
        case .offer:
            [("what", .name), ("direction", nil), ("by", nil), ("to", nil), ("date", .date)]
        case .observation: [("title", .name)]
        }
    }

    private static func place(of record: Record) -> RecordID? {
        switch record.body {
        case .place: record.id
        case .organisation(let body): body.place
        default: nil
        }
    }

    private func rest(of record: Record) -> [Inline] {
        let type = line.type(of: record)
        let date = line.date(of: record) ?? .gap(words(.noDate))
        switch record.body {
        case .source(let source):
            return [text(source.publisher ?? source.author), date, link(source.citedIn)]
        case .place(let place):
            let country = place.placeType == .country ? Inline.text("") : country(of: record.id)
            return [
                type, place.placeType == .country ? .text("") : link(place.parent), country,
            ]
        case .organisation(let body):
            return [
                type, link(body.place), body.place.map(country) ?? gap, phrases(body.sectors),
            ]
        case .person(let person): return [phrase(person.office), link(person.of)]
        case .agreement(let agreement):
            return [
                type, line.names.links(agreement.parties, words), date,
                status(agreement.status?.rawValue),
            ]
        case .measure(let measure):
            return [
                link(measure.plan), executor(of: measure), date, status(measure.status?.rawValue),
            ]
        case .event(let event): return [type, date, link(event.place)]
        case .project(let project):
            return [
                type, status(project.status?.rawValue), link(project.place),
                project.sector.map(phrase) ?? gap,
                project.value.map { .quantity(words.quantity($0)) } ?? gap, date,
            ]
        case .offer(let offer):
            return [type, link(offer.by), offer.to.map(link) ?? gap, date]
        case .observation: return []
        }
    }

    // MARK: Cells

    private var gap: Inline { .gap(words(.notRecorded)) }

    private func link(_ id: RecordID?) -> Inline { id.map(line.names.link) ?? gap }

    private func text(_ text: String?) -> Inline { text.map { .name($0) } ?? gap }

    private func phrase(_ text: String) -> Inline {
        .name(text, language: words.language == .english ? nil : "en")
    }

    private func phrases(_ phrases: [String]) -> Inline {
        guard !phrases.isEmpty else { return gap }
        let shown = phrases.count == 5 ? 5 : 4
        let rest = phrases.count > shown ? [Inline.muted(words(.more(phrases.count - shown)))] : []
        return .joined(phrases.prefix(shown).map(phrase) + rest)
    }

    private func status(_ status: String?) -> Inline {
        status.map { .text(words.status($0)) } ?? gap
    }

    private func country(of place: RecordID) -> Inline {
        countries[place].map { $0 == place ? .text("") : line.names.link($0) } ?? gap
    }

    private func executor(of measure: Measure) -> Inline {
        switch measure.executor {
        case .record(let id): line.names.link(id)
        case .words(let words): phrase(words)
        case nil: gap
        }
    }
}
