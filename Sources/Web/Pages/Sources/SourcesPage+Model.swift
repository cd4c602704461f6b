import Records
import Register

/// The documents that the register rests on, each with its footnotes and how many facts rest on
/// it. A register with very many sources has them as a plain list.
struct SourcesPage: Page {
    let context: PageContext
    let documents: [Document]
    let total: Int

    var words: Catalogue { context.words }

    /// More sources than this are not shown all at once.
    static let mostSources = 1_000

    /// A document with its footnotes.
    struct Document {
        let cited: CitedSource
        let footnotes: [CitedSource]
    }

    /// A source and how many facts rest on it.
    struct CitedSource {
        let id: RecordID
        let source: Source
        let facts: Int
    }

    /// Whether the sources of this register can be shown by document.
    static func fits(_ context: PageContext) throws -> Bool {
        var query = RecordQuery()
        query.kinds = [.source]
        query.limit = 0
        return try context.register.find(query).total <= mostSources
    }

    init(_ context: PageContext) throws {
        self.context = context
        var query = RecordQuery()
        query.kinds = [.source]
        query.limit = Self.mostSources
        query.sort = .name
        let found = try context.register.find(query)
        total = found.total
        let facts = try context.register.factCounts(of: found.items.map(\.record.id))
        let cited = found.items.compactMap { item -> CitedSource? in
            guard case .source(let source) = item.record.body else { return nil }
            let id = item.record.id
            return CitedSource(id: id, source: source, facts: facts[id] ?? 0)
        }
        let known = Set(cited.map(\.id))
        let footnotes = Dictionary(grouping: cited) { footnote in
            footnote.source.citedIn.flatMap { known.contains($0) && $0 != footnote.id ? $0 : nil }
        }
        documents = (footnotes[nil] ?? []).sorted { $0.id < $1.id }.map { document in
            let own = (footnotes[document.id] ?? []).sorted {
                ($0.source.noteNumber ?? .max, $0.id.text)
                    < ($1.source.noteNumber ?? .max, $1.id.text)
            }
            return Document(cited: document, footnotes: own)
        }
    }
}
