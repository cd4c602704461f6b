import Records

/// What changed in a record from one revision to the next, field by field in the order of the
/// canonical form.
struct RecordDifference: Sendable, Hashable {
    /// A field, and what became of it.
    struct FieldDifference: Sendable, Hashable {
        let field: String
        let change: Change
    }

    /// What became of a field.
    enum Change: Sendable, Hashable {
        /// The field came in.
        case added(JSONValue)
        /// The field went.
        case removed(JSONValue)
        /// Another value took its place.
        case replaced(JSONValue, by: JSONValue)
        /// A text of several words was edited.
        case edited(SequenceDifference<String>)
        /// Items of a list came or went.
        case items(SequenceDifference<JSONValue>)
    }

    /// The fields that changed.
    let fields: [FieldDifference]

    /// The difference between two revisions as their canonical JSON has them.
    init(from old: JSONValue, to new: JSONValue) {
        let before = Self.members(of: old)
        let after = Self.members(of: new)
        var names = after.map(\.name)
        for (index, member) in before.enumerated() where new[member.name] == nil {
            // What went stands where it stood: behind its old neighbour.
            let neighbour = before[..<index].last { names.contains($0.name) }?.name
            let place = neighbour.flatMap { names.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
            names.insert(member.name, at: place)
        }
        fields = names.compactMap { name in
            Self.change(from: old[name], to: new[name])
                .map { FieldDifference(field: name, change: $0) }
        }
    }

    /// Makes the new revision's fields from the old revision's.
    func applied(to old: JSONValue) -> [String: JSONValue] {
        var result: [String: JSONValue] = [:]
        for member in Self.members(of: old) { result[member.name] = member.value }
        for difference in fields { result[difference.field] = difference.change.result }
        return result
    }

    private static func members(of value: JSONValue) -> [JSONValue.Member] {
        if case .object(let members) = value { members } else { [] }
    }

    private static func change(from old: JSONValue?, to new: JSONValue?) -> Change? {
        switch (old, new) {
        case (nil, nil): nil
        case (nil, let new?): .added(new)
        case (let old?, nil): .removed(old)
        case (let old?, let new?): old == new ? nil : change(from: old, to: new)
        }
    }

    private static func change(from old: JSONValue, to new: JSONValue) -> Change {
        switch (old, new) {
        case (.array(let old), .array(let new)):
            return .items(SequenceDifference(from: old, to: new))
        case (.string(let before), .string(let after)):
            let difference = SequenceDifference(from: words(of: before), to: words(of: after))
            let words = difference.runs.reduce(0) { count, run in
                if case .kept(let kept) = run { count + kept.count { $0 != " " } } else { count }
            }
            // A text of which little stays reads better as one that took another's place.
            let isEdit =
                words >= 2 && words * 2 >= min(difference.old.count, difference.new.count) / 2
            return isEdit ? .edited(difference) : .replaced(old, by: new)
        default:
            return .replaced(old, by: new)
        }
    }

    /// The words of a text and the spaces between them; joined they are the text again.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var current = ""
        for character in text {
            if character == " " {
                if !current.isEmpty { words.append(current) }
                words.append(" ")
                current = ""
            } else {
                current.append(character)
            }
        }
        if !current.isEmpty { words.append(current) }
        return words
    }
}

extension RecordDifference.Change {
    /// What the field holds afterwards; nil when it went.
    var result: JSONValue? {
        switch self {
        case .added(let value), .replaced(_, let value): value
        case .removed: nil
        case .edited(let words): .string(words.new.joined())
        case .items(let items): .array(items.new)
        }
    }
}
