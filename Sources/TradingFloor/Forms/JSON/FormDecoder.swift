/// Reads a form from a tree. What no form asks for is refused by its name, so that a misspelt member
/// never goes unnoticed.
final class FormDecoder: Decoder {
    let value: FormValue
    let path: String
    private var asked: Set<String> = []

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ value: FormValue, at path: String) {
        self.value = value
        self.path = path
    }

    /// Reads a value and makes sure that nothing of it was left unread.
    static func read<Value: Decodable>(
        _ type: Value.Type, _ value: FormValue, at path: String
    ) throws -> Value {
        let decoder = FormDecoder(value, at: path)
        let result = try Value(from: decoder)
        try decoder.refuseUnknown()
        return result
    }

    func ask(_ name: String) { asked.insert(name) }

    private func refuseUnknown() throws(FormError) {
        guard case .object(let members) = value, !asked.isEmpty else { return }
        guard let name = members.keys.sorted().first(where: { !asked.contains($0) }) else { return }
        throw FormError(
            FormError.join(path, name), "there is no such member",
            Words.suggestion(name, from: asked.sorted()))
    }

    func wrong(_ wanted: String) -> FormError {
        FormError(path, "\(value.kind) stands here", "give \(wanted)")
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = value else {
            throw wrong("an object, { … }")
        }
        return KeyedDecodingContainer(FormMembers<Key>(decoder: self, members: members))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let items) = value else { throw wrong("a list, [ … ]") }
        return FormItems(items: items, path: path)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        FormSingle(decoder: self)
    }

    /// The value as a whole number of a type.
    func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws(FormError) -> Number {
        let wanted = "a whole number from \(Number.min) to \(Number.max), without quotes"
        guard case .number(let text) = value else { throw wrong(wanted) }
        guard let number = Number(text) else { throw wrong(wanted) }
        return number
    }

    func text() throws(FormError) -> String {
        switch value {
        case .text(let text): return text
        case .number(let number):
            throw FormError(
                path, "the number \(number) stands here", "write it in quotes: \"\(number)\"")
        default: throw wrong("a text in quotes")
        }
    }

    func flag() throws(FormError) -> Bool {
        guard case .flag(let isOn) = value else { throw wrong("true or false") }
        return isOn
    }
}

/// The members of an object.
private struct FormMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: FormDecoder
    let members: [String: FormValue]

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { members.keys.sorted().compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool {
        decoder.ask(key.stringValue)
        return members[key.stringValue] != nil
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        decoder.ask(key.stringValue)
        guard case .null? = members[key.stringValue] else { return false }
        return true
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        decoder.ask(key.stringValue)
        let path = FormError.join(decoder.path, key.stringValue)
        guard let value = members[key.stringValue] else {
            throw FormError(path, "it is missing", "add \"\(key.stringValue)\"")
        }
        return try FormDecoder.read(Value.self, value, at: path)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try superDecoder(forKey: key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        decoder.ask(key.stringValue)
        return FormDecoder(
            members[key.stringValue] ?? .null,
            at: FormError.join(decoder.path, key.stringValue))
    }
}

/// The items of a list.
private struct FormItems: UnkeyedDecodingContainer {
    let items: [FormValue]
    let path: String
    var currentIndex = 0

    var codingPath: [any CodingKey] { [] }
    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex >= items.count }

    init(items: [FormValue], path: String) {
        self.items = items
        self.path = path
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, case .null = items[currentIndex] else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let decoder = try nextDecoder()
        return try FormDecoder.read(Value.self, decoder.value, at: decoder.path)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try nextDecoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try nextDecoder().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try nextDecoder() }

    private mutating func nextDecoder() throws(FormError) -> FormDecoder {
        guard !isAtEnd else {
            throw FormError(path, "the list ends too early", "add an item")
        }
        defer { currentIndex += 1 }
        return FormDecoder(items[currentIndex], at: "\(path)[\(currentIndex)]")
    }
}

/// A text, a number or a flag.
private struct FormSingle: SingleValueDecodingContainer {
    let decoder: FormDecoder

    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool {
        guard case .null = decoder.value else { return false }
        return true
    }

    func decode(_ type: Bool.Type) throws -> Bool { try decoder.flag() }
    func decode(_ type: String.Type) throws -> String { try decoder.text() }
    func decode(_ type: Int.Type) throws -> Int { try decoder.integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try decoder.integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try decoder.integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try decoder.integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try decoder.integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try decoder.integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.integer(type) }

    func decode(_ type: Double.Type) throws -> Double {
        throw decoder.wrong("a decimal number in quotes")
    }

    func decode(_ type: Float.Type) throws -> Float {
        throw decoder.wrong("a decimal number in quotes")
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try FormDecoder.read(Value.self, decoder.value, at: decoder.path)
    }
}
