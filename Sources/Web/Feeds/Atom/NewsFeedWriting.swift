import Records
import Register

/// Writes what is new as Atom.
struct NewsFeedWriting {
    private let arrivals: Arrivals
    private let query: ArrivalQuery
    private let origin: String
    private let words: Catalogue
    private let identity: FeedIdentity
    private let names: NameBook
    private let line: RecordLine
    private let sources: CitedSources
    private let updated: Int64
    /// What changed, by the register's numbers; nothing for a first revision.
    private let changes: [Int64: [String]]

    init(
        arrivals: Arrivals, query: ArrivalQuery, register: Register, origin: String,
        words: Catalogue
    ) throws {
        self.arrivals = arrivals
        self.query = query
        self.origin = origin
        self.words = words
        identity = try FeedIdentity(register)
        updated = try arrivals.items.first?.time ?? register.state().time
        let context = PageContext(
            register, PageRequest(path: SiteAddress.newsFeed.text, language: words.language))
        names = try NameBook(
            arrivals.items.flatMap { RecordLine.named(in: $0.record) } + query.places, context)
        line = RecordLine(names, context)
        sources = try CitedSources(arrivals.items.flatMap(\.record.citations), context)
        var changes: [Int64: [String]] = [:]
        for stored in arrivals.items where stored.revision > 1 {
            let before = try register.history(of: stored.record.id)
                .first { $0.revision == stored.revision - 1 }
            guard let before, let old = try? JSONParser.parse(before.body),
                let new = try? JSONParser.parse(stored.body)
            else { continue }
            changes[stored.ordinal] = RecordDifference(from: old, to: new).fields.map(\.field)
        }
        self.changes = changes
    }

    func bytes() -> [UInt8] {
        var writer = AtomWriter()
        writer.declaration()
        writer.element(
            "feed",
            [
                ("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", words.language.rawValue),
                ("xml:base", origin + "/"),
            ]
        ) { feed in
            // The pages of a feed have one id: they are parts of one thing.
            feed.text("id", "urn:uuid:" + identity.uuid("feed", filterText))
            feed.text("title", title)
            feed.text("subtitle", words(CalendarPhrase.newsHelp))
            feed.text("updated", Timestamp.text(microseconds: updated))
            feed.element("author") { $0.text("name", "Fondaco") }
            feed.text(
                "generator", "Fondaco",
                [("uri", origin + "/"), ("version", FondacoServer.version)])
            link("self", address(query.before), to: &feed)
            link("first", address(nil), to: &feed)
            if let next = arrivals.next { link("next", address(next), to: &feed) }
            feed.empty(
                "link",
                [("rel", "alternate"), ("type", "text/html"), ("href", origin + "/browse")])
            for stored in arrivals.items { write(stored, to: &feed) }
        }
        return writer.bytes
    }

    private func write(_ stored: StoredRecord, to feed: inout AtomWriter) {
        let record = stored.record
        let address = origin + SiteAddress.record(record.id).text
        feed.element("entry") { entry in
            entry.text(
                "id", "urn:uuid:" + identity.uuid(record.id.text, String(stored.revision)))
            entry.text("title", line.title(of: record).plain)
            entry.text("updated", Timestamp.text(microseconds: stored.time))
            entry.element("author") { $0.text("name", stored.actor) }
            entry.empty(
                "category",
                [
                    ("term", record.kind.name), ("scheme", origin + "/browse"),
                    ("label", words.kind(record.kind.name)),
                ])
            entry.empty(
                "link", [("rel", "alternate"), ("type", "text/html"), ("href", address)])
            entry.empty(
                "link",
                [
                    ("rel", "related"), ("type", "application/json"),
                    ("href", origin + SiteAddress.data(of: record.id).text),
                ])
            entry.empty(
                "link",
                [
                    ("rel", "version-history"), ("type", "text/html"),
                    ("href", origin + SiteAddress.history(record.id).text),
                ])
            entry.text("summary", summary(stored), [("type", "text")])
        }
    }

    // MARK: Words

    private var title: String {
        let parts =
            query.kinds.map { words.kinds($0.name) }
            + query.places.map { words(.insidePlace(names.text($0))) }
        let title = words(CalendarPhrase.newsTitle)
        return parts.isEmpty ? title : title + ": " + parts.joined(separator: ", ")
    }

    /// What it is, what became of it, by whom, and on what it rests.
    private func summary(_ stored: StoredRecord) -> String {
        let record = stored.record
        let what = ([.text(words.kind(record.kind.name))] + line.details(of: record))
            .map(\.plain).filter { !$0.isEmpty }.joined(separator: " · ")
        let fields = (changes[stored.ordinal] ?? []).map { words.field($0).lowercased() }
        let event =
            stored.revision == 1
            ? words(CalendarPhrase.entered(stored.actor))
            : words(
                CalendarPhrase.revised(
                    stored.revision, stored.actor, fields.joined(separator: ", ")))
        let notes = sources.notes(record.citations).map(\.label).joined(separator: "; ")
        return what + ". " + event + " " + words(.sources) + ": " + notes + "."
    }

    // MARK: Addresses

    private func link(_ relation: String, _ address: Address, to feed: inout AtomWriter) {
        feed.empty(
            "link",
            [
                ("rel", relation), ("type", "application/atom+xml"),
                ("href", origin + address.text),
            ])
    }

    private func address(_ before: UInt64?) -> Address {
        var items: [(name: String, value: String?)] = query.kinds.map { ("kind", $0.name) }
        items += query.places.map { ("place", $0.text) }
        items.append(("before", before.map(String.init)))
        items.append(
            (
                LanguageChoice.parameter,
                words.language == .english ? nil : words.language.rawValue
            ))
        return Address(path: SiteAddress.newsFeed.text, query: items)
    }

    private var filterText: String {
        (query.kinds.map(\.name).sorted() + query.places.map(\.text).sorted())
            .joined(separator: " ") + " " + words.language.rawValue
    }
}

extension Inline {
    /// The words alone.
    var plain: String {
        switch self {
        case .text(let text), .name(let text, _), .link(let text, _, _), .time(let text, _),
            .strong(let text), .muted(let text), .code(let text),
            .tag(let text, _):
            text
        case .quantity(let quantity):
            [quantity.qualifier?.mark, quantity.digits, quantity.unit].compactMap(\.self)
                .joined(separator: "\u{A0}")
        case .gap, .markup, .external: ""
        case .snippet(let parts): parts.map(\.text).joined()
        case .sequence(let pieces): pieces.map(\.plain).joined()
        case .joined(let pieces, let separator):
            pieces.map(\.plain).joined(separator: separator)
        }
    }
}
