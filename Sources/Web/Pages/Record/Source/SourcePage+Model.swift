import Records
import Register

/// The page of a document, or of a footnote of one, with all facts that rest on it.
struct SourcePage {
    let record: Record
    let source: Source
    /// The document whose footnote it is.
    let document: Source?
    /// Its own footnotes, in their order.
    let footnotes: [Record]
    /// How often it is cited in all.
    let total: Int
    /// This page's facts by kind, each with the places in the source.
    let facts: [KindOfFacts]
    /// Which page of the facts this is, from 1, and of how many.
    let page: Int
    let pages: Int
    let pen: RecordPen

    /// The facts of one kind.
    struct KindOfFacts {
        let kind: Kind
        let facts: [(record: Record, locators: [String])]
    }

    /// How many citations a page of facts holds.
    static let pageSize = 100
    private static let mostFootnotes = 1_000

    init(_ source: Source, _ around: inout Surroundings, _ context: PageContext) throws {
        record = around.stored.record
        self.source = source
        if case .source(let document) = try around.record(source.citedIn)?.body {
            self.document = document
        } else {
            document = nil
        }
        footnotes = try context.register.linked(
            to: record.id, role: .citedIn, kind: .source, limit: Self.mostFootnotes
        ).map(\.record).inOrderOfNotes
        let page = try context.request.query["page"].map(Self.page) ?? 1
        let found = try context.register.facts(
            restingOn: record.id, offset: (page - 1) * Self.pageSize, limit: Self.pageSize)
        total = found.total
        self.page = page
        pages = max(1, (found.total + Self.pageSize - 1) / Self.pageSize)
        guard page == 1 || !found.items.isEmpty else { throw PageFailure.notFound }
        facts = Self.grouped(found.items, try around.records(found.items.map(\.record.id)))
        let shown = facts.flatMap { $0.facts.map(\.record) }
        pen = try RecordPen([record], names: (shown + footnotes).flatMap(RecordLine.named), context)
    }

    private static func page(_ value: String) throws -> Int {
        value.isEmpty ? 1 : try BadParameter.page(value)
    }

    /// The facts by kind; the places of one record together.
    private static func grouped(_ cited: [CitedFact], _ records: [Record]) -> [KindOfFacts] {
        var bodies: [RecordID: Record] = [:]
        for record in records { bodies[record.id] = record }
        var kinds: [Kind] = []
        var facts: [Kind: [(record: Record, locators: [String])]] = [:]
        for fact in cited {
            guard let record = bodies[fact.record.id] else { continue }
            if facts[record.kind] == nil { kinds.append(record.kind) }
            let locators = fact.locator.map { [$0] } ?? []
            if let last = facts[record.kind]?.indices.last,
                facts[record.kind]?[last].record.id == record.id
            {
                facts[record.kind]?[last].locators += locators
            } else {
                facts[record.kind, default: []].append((record, locators))
            }
        }
        return kinds.map { KindOfFacts(kind: $0, facts: facts[$0] ?? []) }
    }
}

extension [Record] {
    /// Footnotes by their numbers; those without one at the end.
    fileprivate var inOrderOfNotes: [Record] {
        let keyed = map { record -> (record: Record, number: Int) in
            guard case .source(let source) = record.body else { return (record, .max) }
            return (record, source.noteNumber ?? .max)
        }
        let sorted = keyed.sorted { left, right in
            left.number != right.number
                ? left.number < right.number : left.record.id < right.record.id
        }
        return sorted.map(\.record)
    }
}
