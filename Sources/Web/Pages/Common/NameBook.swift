import Records
import Register

/// The names of the records that a page speaks of, looked up all at once.
struct NameBook: Sendable {
    private let summaries: [RecordID: RecordSummary]
    private let language: Language

    /// Looks up the names of these records.
    init(_ ids: some Sequence<RecordID>, _ context: PageContext) throws {
        language = context.language
        summaries = try context.register.summaries(Array(Set(ids)))
    }

    /// What is known of a record.
    subscript(id: RecordID) -> RecordSummary? { summaries[id] }

    /// A record's name; its id when there is no such record.
    func text(_ id: RecordID) -> String {
        summaries[id]?.name(in: language.rawValue) ?? id.text
    }

    /// A record's name, leading to its page.
    func link(_ id: RecordID) -> Inline {
        summaries[id].map { $0.link(language) } ?? .code(id.text)
    }

    /// The names of several records, of which at most `limit` are shown; the rest is a number.
    func links(_ ids: [RecordID], limit: Int = 4, _ words: Catalogue) -> Inline {
        let shown = ids.count == limit + 1 ? ids.count : limit
        var pieces = ids.prefix(shown).map(link)
        if ids.count > shown { pieces.append(.muted(words(.others(ids.count - shown)))) }
        return .joined(pieces)
    }
}

extension RecordSummary {
    /// The name in the language, leading to the record's page.
    func link(_ language: Language) -> Inline {
        .link(
            name(in: language.rawValue), to: SiteAddress.record(id),
            language: nameLanguage(in: language))
    }

    /// The language that the name is in where it isn't the page's, as far as is known: names and
    /// titles are English; those of sources are in the source's own language, and figures are
    /// named in the page's.
    func nameLanguage(in language: Language) -> String? {
        guard kind != .source, kind != .observation else { return nil }
        switch language {
        case .english: return nil
        case .italian: return italian == nil ? "en" : nil
        case .russian: return russian == nil ? "en" : nil
        }
    }
}

/// The countries that places lie in.
struct CountryBook: Sendable {
    private let countries: [RecordID: RecordID]

    /// The deepest that a place may lie.
    private static let deepest = 8

    /// Climbs from all places to their countries together, a step at a time.
    init(of places: some Sequence<RecordID>, _ register: Register) throws {
        var parents: [RecordID: RecordID] = [:]
        var countries: Set<RecordID> = []
        var known: Set<RecordID> = []
        var wanted = Set(places)
        let all = wanted
        for _ in 0..<Self.deepest where !wanted.isEmpty {
            known.formUnion(wanted)
            var next: Set<RecordID> = []
            for (id, record) in try register.records(Array(wanted)) {
                guard case .place(let place) = record.body else { continue }
                if place.placeType == .country { countries.insert(id) }
                guard let parent = place.parent else { continue }
                parents[id] = parent
                if !known.contains(parent) { next.insert(parent) }
            }
            wanted = next
        }
        self.countries = Dictionary(
            all.compactMap { place in
                Self.climb(from: place, parents, to: countries).map { (place, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// All countries found.
    var all: Set<RecordID> { Set(countries.values) }

    /// The country that a place lies in; nil when it isn't known.
    subscript(place: RecordID) -> RecordID? { countries[place] }

    private static func climb(
        from place: RecordID, _ parents: [RecordID: RecordID], to countries: Set<RecordID>
    ) -> RecordID? {
        var current = place
        for _ in 0...deepest {
            if countries.contains(current) { return current }
            guard let parent = parents[current] else { return nil }
            current = parent
        }
        return nil
    }
}
