/// Takes the fields of one JSON object, each at most once, and notes everything that is wrong
/// with them instead of stopping at the first.
struct FieldReader {
    /// The longest text of a field, in bytes.
    static let maximumText = 4_000
    /// The longest list of a field.
    static let maximumItems = 2_000

    private let members: [JSONValue.Member]
    private let path: String
    private var taken: UInt64 = 0
    private(set) var problems: [Problem] = []
    /// The references read so far, when somebody wants them: for a record that is wrong.
    private(set) var references: [(field: String, target: RecordID)]?

    /// - Parameter path: what stands before a field's name in a problem, such as `cite[1].`.
    init(
        _ members: [JSONValue.Member], path: String = "", collectingReferences: Bool = false
    ) {
        self.members = members
        self.path = path
        references = collectingReferences ? [] : nil
    }

    mutating func note(_ field: String, _ message: String, _ remedy: String) {
        problems.append(Problem(field: path + field, message: message, remedy: remedy))
    }

    /// The value of a field that is there; a null counts as a mistake, since what is not known is
    /// left out.
    mutating func take(_ field: String) -> JSONValue? {
        guard let index = members.firstIndex(where: { $0.name == field }) else { return nil }
        if index < 64 { taken |= 1 << UInt64(index) }
        if case .null = members[index].value {
            note(field, "is null", "leave out what is not known")
            return nil
        }
        return members[index].value
    }

    /// Notes the fields that nobody took.
    mutating func finish(knowing known: [String]) {
        for (index, member) in members.enumerated()
        where index >= 64 || taken & (1 << UInt64(index)) == 0 {
            let guess = known.first { Self.differsLittle($0, member.name) }
            note(
                Self.printable(member.name), "is not a field of this kind",
                guess.map { "did you mean \($0)?" } ?? "one of \(known.joined(separator: ", "))")
        }
    }

    mutating func text(_ field: String) -> String? {
        guard let value = take(field) else { return nil }
        return checked(value, field)
    }

    mutating func required<Value>(
        _ field: String, _ read: (inout FieldReader, String) -> Value?
    ) -> Value? {
        let before = problems.count
        if let value = read(&self, field) { return value }
        if problems.count == before {
            note(field, "is missing", "every record of this kind has it")
        }
        return nil
    }

    mutating func texts(_ field: String) -> [String] {
        items(field) { reader, value, name in reader.checked(value, name) }
    }

    mutating func integer(_ field: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = take(field) else { return nil }
        guard case .number(let number) = value, number.scale == 0,
            range.contains(Int(number.coefficient))
        else {
            note(
                field, "is not such a whole number",
                "a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return Int(number.coefficient)
    }

    mutating func decimal(_ field: String) -> ExactDecimal? {
        guard let value = take(field) else { return nil }
        guard case .number(let number) = value else {
            note(field, "is \(value.sort)", "a number")
            return nil
        }
        return number
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ field: String, _: Choice.Type = Choice.self
    ) -> Choice? where Choice.RawValue == String {
        guard let text = text(field) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            note(
                field, "\"\(Self.printable(text))\" is not known",
                "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
            return nil
        }
        return choice
    }

    mutating func date(_ field: String) -> PartialDate? {
        guard let text = text(field) else { return nil }
        guard let date = PartialDate(text) else {
            note(
                field, "\"\(Self.printable(text))\" is not a date of the calendar",
                "a date such as 2021, 2021-06 or 2021-06-29")
            return nil
        }
        return date
    }

    mutating func period(_ field: String) -> Period? {
        guard let text = text(field) else { return nil }
        guard let period = Period(text) else {
            note(
                field, "\"\(Self.printable(text))\" is not a period",
                "a period such as 2020, 2021-Q1, 2021-05 or 2021-01/2021-09")
            return nil
        }
        return period
    }

    /// Notes a span of time that ends before it begins.
    mutating func order(
        _ first: PartialDate?, _ last: PartialDate?, _ names: (from: String, to: String)
    ) {
        guard let first, let last, first.firstDay > last.lastDay else { return }
        note(names.to, "\(last) is before \(names.from) \(first)", "an end after the beginning")
    }

    mutating func reference(_ field: String, to kinds: Set<Kind>? = nil) -> RecordID? {
        guard let value = take(field) else { return nil }
        return checkedReference(value, field, kinds)
    }

    mutating func references(_ field: String, to kinds: Set<Kind>? = nil) -> [RecordID] {
        let ids = items(field) { reader, value, name in
            reader.checkedReference(value, name, kinds)
        }
        if ids.count > 1, Set(ids).count < ids.count {
            note(field, "names a record twice", "each record once")
        }
        return ids
    }

    mutating func object<Value>(
        _ field: String, knowing known: [String],
        _ read: (inout FieldReader) -> Value?
    ) -> Value? {
        guard let value = take(field) else { return nil }
        return nested(value, field, knowing: known, read)
    }

    mutating func objects<Value>(
        _ field: String, knowing known: [String],
        _ read: (inout FieldReader) -> Value?
    ) -> [Value] {
        items(field) { reader, value, name in
            reader.nested(value, name, knowing: known, read)
        }
    }
}

extension FieldReader {
    private mutating func items<Value>(
        _ field: String, _ read: (inout FieldReader, JSONValue, String) -> Value?
    ) -> [Value] {
        guard let value = take(field) else { return [] }
        guard case .array(let items) = value else {
            note(field, "is \(value.sort)", "a list")
            return []
        }
        guard !items.isEmpty else {
            note(field, "is an empty list", "leave out what is not known")
            return []
        }
        guard items.count <= Self.maximumItems else {
            note(
                field, "has \(items.count) items",
                "at most \(Self.maximumItems) items in a list")
            return []
        }
        var values: [Value] = []
        values.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            if let value = read(&self, item, "\(field)[\(index)]") { values.append(value) }
        }
        return values
    }

    private mutating func nested<Value>(
        _ value: JSONValue, _ field: String, knowing known: [String],
        _ read: (inout FieldReader) -> Value?
    ) -> Value? {
        guard case .object(let members) = value else {
            note(field, "is \(value.sort)", "an object with \(known.joined(separator: ", "))")
            return nil
        }
        var inner = FieldReader(
            members, path: "\(path)\(field).", collectingReferences: references != nil)
        let result = read(&inner)
        inner.finish(knowing: known)
        problems += inner.problems
        references? += inner.references ?? []
        return result
    }

    private mutating func checked(_ value: JSONValue, _ field: String) -> String? {
        guard case .string(let text) = value else {
            note(field, "is \(value.sort)", "a text")
            return nil
        }
        guard text.utf8.count <= Self.maximumText else {
            note(
                field, "has \(text.utf8.count) bytes", "at most \(Self.maximumText) bytes")
            return nil
        }
        guard text.utf8.contains(where: { $0 > 0x20 }) else {
            note(field, "is empty", "leave out what is not known")
            return nil
        }
        guard !text.unicodeScalars.contains(where: Self.isControl) else {
            note(field, "holds a control character", "one line of plain text")
            return nil
        }
        return text
    }

    private mutating func checkedReference(
        _ value: JSONValue, _ field: String, _ kinds: Set<Kind>?
    ) -> RecordID? {
        guard let text = checked(value, field) else { return nil }
        guard let id = RecordID(text) else {
            note(
                field, "\"\(Self.printable(text))\" is not an id",
                "an id such as place/by/grodno: lower-case slugs behind a kind's prefix")
            return nil
        }
        if let kinds, !kinds.contains(id.kind) {
            let names = Kind.allCases.filter(kinds.contains).map(\.name)
            note(
                field, "\(id) is a record of kind \(id.kind.name)",
                "the id of a record of kind \(names.joined(separator: " or "))")
            return nil
        }
        references?.append((path + field, id))
        return id
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    /// A text from the input as it may stand in a message of one line.
    static func printable(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars.prefix(60) {
            out.unicodeScalars.append(isControl(scalar) ? "\u{FFFD}" : scalar)
        }
        return text.unicodeScalars.count > 60 ? out + "…" : out
    }

    /// Whether two field names are one slip apart, so that one may have been meant as the other.
    private static func differsLittle(_ known: String, _ given: String) -> Bool {
        func plain(_ text: String) -> [UInt8] {
            text.lowercased().utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
        }
        let left = plain(known)
        let right = plain(given)
        guard abs(left.count - right.count) <= 1 else { return false }
        let head = zip(left, right).prefix { $0 == $1 }.count
        let tail = zip(left.dropFirst(head).reversed(), right.dropFirst(head).reversed())
            .prefix { $0 == $1 }.count
        // Two neighbours that changed places count as one slip.
        return max(left.count, right.count) - head - tail <= 2 && head + tail > 1
    }
}
