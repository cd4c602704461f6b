/// What members a decodable type has, found out by letting it decode from a decoder that takes notes
/// and gives nothing: so that a description can't differ from what is read.
indirect enum FormSchema {
    case text, number, flag
    case list(FormSchema)
    case object([Member])

    /// A member of an object.
    struct Member {
        let name: String
        let isRequired: Bool
        let schema: FormSchema
    }

    /// The schema of a type; an object without members if its decoding refuses blanks.
    static func of<Form: Decodable>(_ type: Form.Type) -> FormSchema {
        let notes = Notes()
        _ = try? Form(from: NotingDecoder(notes: notes))
        return notes.schema
    }

    /// As JSON Schema.
    var json: String {
        switch self {
        case .text: return #"{"type":"string"}"#
        case .number: return #"{"type":"integer","minimum":0}"#
        case .flag: return #"{"type":"boolean"}"#
        case .list(let item): return #"{"type":"array","items":\#(item.json)}"#
        case .object(let members):
            let properties = members.map { #""\#($0.name)":\#($0.schema.json)"# }
            let required = members.filter(\.isRequired).map { #""\#($0.name)""# }
            return #"{"type":"object","additionalProperties":false,"required":["#
                + required.joined(separator: ",") + #"],"properties":{"#
                + properties.joined(separator: ",") + "}}"
        }
    }
}

/// What a decoder was asked for.
private final class Notes {
    private var members: [FormSchema.Member] = []
    private var optional: Set<String> = []
    /// What it is, where it isn't an object.
    var plain: FormSchema?

    var schema: FormSchema { plain ?? .object(members) }

    /// A member was asked after: it need not be there.
    func ask(_ name: String) { optional.insert(name) }

    func add(_ name: String, _ schema: FormSchema) {
        guard !members.contains(where: { $0.name == name }) else { return }
        members.append(
            FormSchema.Member(name: name, isRequired: !optional.contains(name), schema: schema))
    }
}

/// Takes notes of what it is asked for, and gives blanks: empty texts, zeros, lists of one blank.
private struct NotingDecoder: Decoder {
    let notes: Notes
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(NotingMembers<Key>(notes: notes))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer { NotingItems(notes: notes) }

    func singleValueContainer() -> any SingleValueDecodingContainer { NotingValue(notes: notes) }
}

/// What no form has.
private struct NotInForms: Error {}

private struct NotingMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let notes: Notes
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    /// Only what need not be there is asked after.
    func contains(_ key: Key) -> Bool {
        notes.ask(key.stringValue)
        return true
    }

    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        let nested = Notes()
        let value = try Value(from: NotingDecoder(notes: nested))
        notes.add(key.stringValue, nested.schema)
        return value
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { throw NotInForms() }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw NotInForms()
    }
    func superDecoder() throws -> any Decoder { throw NotInForms() }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw NotInForms() }
}

private struct NotingItems: UnkeyedDecodingContainer {
    let notes: Notes
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 1 }
    var isAtEnd: Bool { currentIndex > 0 }
    var currentIndex = 0

    init(notes: Notes) { self.notes = notes }

    mutating func decodeNil() -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let nested = Notes()
        let value = try Value(from: NotingDecoder(notes: nested))
        notes.plain = .list(nested.schema)
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> { throw NotInForms() }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw NotInForms()
    }
    mutating func superDecoder() throws -> any Decoder { throw NotInForms() }
}

private struct NotingValue: SingleValueDecodingContainer {
    let notes: Notes
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }

    func decode(_ type: Bool.Type) -> Bool {
        notes.plain = .flag
        return false
    }

    func decode(_ type: String.Type) -> String {
        notes.plain = .text
        return ""
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        guard let number = type as? any BinaryInteger.Type else {
            return try Value(from: NotingDecoder(notes: notes))
        }
        notes.plain = .number
        guard let zero = number.init(clamping: 0) as? Value else { throw NotInForms() }
        return zero
    }
}
