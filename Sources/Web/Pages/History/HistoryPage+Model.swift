import Records
import Register

/// The page of a record's history: who changed what, and when.
struct HistoryPage {
    let id: RecordID
    /// The revisions of this page, the newest first.
    let revisions: [Change]
    let names: NameBook
    let context: PageContext
    /// The one revision that the address asks for.
    let asked: StoredRecord?

    /// A revision with what it changed.
    struct Change {
        let revision: Int
        /// The journal entry that brought it.
        let sequence: UInt64
        /// UTC, microseconds since 1970.
        let time: Int64
        let actor: String
        /// Whether it is the first one, so that all of it is new.
        let isFirst: Bool
        let difference: RecordDifference
    }

    /// - Throws: ``PageFailure/notFound`` when there is no such record or revision.
    init(_ id: RecordID, _ context: PageContext) throws {
        self.id = id
        self.context = context
        let history = try context.register.history(of: id)
        guard !history.isEmpty else { throw PageFailure.notFound }
        asked = try Self.asked(of: history, context.request)
        var changes: [Change] = []
        var newer: (stored: StoredRecord, body: JSONValue)?
        for stored in history {
            let body = Self.body(of: stored)
            if let newer {
                changes.append(Change(newer.stored, from: body, to: newer.body))
            }
            newer = (stored, body)
        }
        if let newer {
            changes.append(Change(newer.stored, from: nil, to: newer.body))
        }
        revisions = changes
        names = try NameBook([id] + changes.flatMap { $0.difference.mentioned }, context)
    }

    private static func asked(
        of history: [StoredRecord], _ request: PageRequest
    ) throws -> StoredRecord? {
        guard let text = request.query["revision"], !text.isEmpty else { return nil }
        guard let number = Int(text) else { throw BadParameter("revision", .page) }
        guard let revision = history.first(where: { $0.revision == number }) else {
            throw PageFailure.notFound
        }
        return revision
    }

    /// What a revision says, without its id and kind, which never change.
    private static func body(of stored: StoredRecord) -> JSONValue {
        guard case .object(let members)? = try? JSONParser.parse(stored.body) else {
            return .object([])
        }
        return .object(members.filter { $0.name != "id" && $0.name != "kind" })
    }
}

extension HistoryPage.Change {
    fileprivate init(_ stored: StoredRecord, from old: JSONValue?, to new: JSONValue) {
        self.init(
            revision: stored.revision, sequence: stored.sequence, time: stored.time,
            actor: stored.actor, isFirst: old == nil,
            difference: RecordDifference(from: old ?? .object([]), to: new))
    }
}

extension RecordDifference {
    /// The records that the changed values name.
    fileprivate var mentioned: [RecordID] {
        fields.flatMap { field -> [RecordID] in
            switch field.change {
            case .added(let value), .removed(let value): value.mentioned
            case .replaced(let old, let new): old.mentioned + new.mentioned
            case .edited: []
            case .items(let items): (items.old + items.new).flatMap(\.mentioned)
            }
        }
    }
}

extension JSONValue {
    /// The ids that stand in the value.
    fileprivate var mentioned: [RecordID] {
        switch self {
        case .string(let text): RecordID(text).map { [$0] } ?? []
        case .array(let items): items.flatMap(\.mentioned)
        case .object(let members): members.flatMap(\.value.mentioned)
        case .null, .bool, .number: []
        }
    }
}
