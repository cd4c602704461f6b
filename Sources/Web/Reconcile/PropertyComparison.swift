import Records
import Register

/// Compares what a query says of a record with what the record says.
struct PropertyComparison {
    private let fields: JSONValue
    private let names: [String: RecordSummary]

    init(_ record: Record, _ register: Register) throws {
        fields = Self.fields(of: record)
        let linked = record.content.links.map(\.target)
        var names: [String: RecordSummary] = [:]
        for (id, summary) in try register.summaries(linked) { names[id.text] = summary }
        self.names = names
    }

    /// A record's fields by their names.
    static func fields(of record: Record) -> JSONValue {
        // What the register holds in canonical form can always be parsed again.
        (try? JSONParser.parse(record.canonicalJSON)) ?? .object([])
    }

    /// Whether one of the values is one of the record's.
    func agrees(_ property: ReconcileBatch.Property) throws -> Bool {
        let own = ReconcileProperties.values(of: property.id, in: fields)
        return property.values.contains { asked in
            own.contains { agree(asked, $0) }
        }
    }

    private func agree(_ asked: JSONValue, _ own: JSONValue) -> Bool {
        switch (asked, own) {
        case (.object, .object): agree(asked["id"] ?? asked["name"] ?? .null, own)
        case (.object, _):
            [asked["id"], asked["name"]].contains { $0.map { agree($0, own) } ?? false }
        case (_, .object):
            ["text", "id", "what", "amount"].contains { own[$0].map { agree(asked, $0) } ?? false }
        case (.string(let asked), .string(let own)): agree(asked, own)
        case (.string(let asked), .number(let own)): ExactDecimal(asked) == own
        case (.number(let asked), .string(let own)): asked.description == own
        default: asked == own
        }
    }

    private func agree(_ asked: String, _ own: String) -> Bool {
        let wanted = Self.plain(asked)
        guard !wanted.isEmpty else { return false }
        if wanted == Self.plain(own) { return true }
        if let summary = names[own] {
            let all = [summary.name, summary.italian, summary.russian].compactMap(\.self)
            return all.contains { Self.plain($0) == wanted }
        }
        // A date agrees with one that is less exact: 2021 with 2021-06-29.
        guard PartialDate(asked) != nil, PartialDate(own) != nil else { return false }
        return own.hasPrefix(asked) || asked.hasPrefix(own)
    }

    /// Lower case, without punctuation, single spaces.
    private static func plain(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
