/// Reads JSON strictly: exact numbers, no duplicate names, valid UTF-8, bounded depth. An own
/// reader, because Foundation's rounds numbers, keeps the last of two equal names in silence and
/// doesn't say in which column it stumbled.
public struct JSONParser {
    /// How deep lists and objects may nest.
    public static let maximumDepth = 32

    private let bytes: [UInt8]
    private var position: Int
    private let end: Int

    private init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
        start = range.lowerBound
    }

    private let start: Int

    /// The value of a whole text.
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - range: the part of the bytes that is the text.
    public static func parse(
        _ bytes: [UInt8], in range: Range<Int>? = nil
    ) throws(JSONSyntaxError) -> JSONValue {
        var parser = JSONParser(bytes, range ?? 0..<bytes.count)
        parser.skipSpace()
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.position == parser.end else {
            throw parser.error("something follows the value", "one value and nothing else")
        }
        return value
    }

    private func error(_ message: String, _ remedy: String) -> JSONSyntaxError {
        JSONSyntaxError(column: position - start + 1, message: message, remedy: remedy)
    }

    private var next: UInt8? { position < end ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            position += 1
        }
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        guard depth < Self.maximumDepth else {
            throw error("nested over \(Self.maximumDepth) deep", "a flat record")
        }
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case .some(UInt8(ascii: "-")), .some(0x30...0x39): return .number(try number())
        case nil: throw error("the text ends too early", "a complete JSON value")
        default: throw error("not the beginning of a JSON value", "a JSON value")
        }
    }

    private mutating func word(
        _ word: StaticString, _ value: JSONValue
    ) throws(JSONSyntaxError) -> JSONValue {
        for expected in "\(word)".utf8 {
            guard next == expected else {
                throw error("not a JSON word", "true, false or null")
            }
            position += 1
        }
        return value
    }

    private mutating func number() throws(JSONSyntaxError) -> ExactDecimal {
        let from = position
        while let byte = next, Self.isNumberByte(byte) { position += 1 }
        guard let value = ExactDecimal(bytes[from..<position]) else {
            position = from
            throw error(
                "not a number that can be held exactly",
                "a JSON number of at most \(ExactDecimal.maximumDigits) digits")
        }
        return value
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        position += 1
        var items: [JSONValue] = []
        skipSpace()
        if next == UInt8(ascii: "]") {
            position += 1
            return .array(items)
        }
        while true {
            skipSpace()
            items.append(try value(depth: depth + 1))
            skipSpace()
            switch next {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "]"):
                position += 1
                return .array(items)
            default: throw error("the list is not closed", "a comma or ]")
            }
        }
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        position += 1
        var members: [JSONValue.Member] = []
        var names = Set<String>()
        skipSpace()
        if next == UInt8(ascii: "}") {
            position += 1
            return .object(members)
        }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else {
                throw error("a member without a name", "a name in double quotes")
            }
            let place = position
            let name = try string()
            // Few members are compared one by one; many, which no record has, by a set.
            let repeated =
                members.count < 32
                ? members.contains { $0.name == name }
                : !names.insert(name).inserted
            if members.count == 32 { for member in members { names.insert(member.name) } }
            guard !repeated, members.count < 10_000 else {
                position = place
                throw error("the field \"\(name)\" stands twice", "each field once")
            }
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw error("no colon", "a colon") }
            position += 1
            skipSpace()
            members.append(.init(name, try value(depth: depth + 1)))
            skipSpace()
            switch next {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "}"):
                position += 1
                return .object(members)
            default: throw error("the object is not closed", "a comma or }")
            }
        }
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        position += 1
        let from = position
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                let part = bytes[from..<position]
                guard let text = String(validating: part, as: UTF8.self) else {
                    position = from
                    throw error("the text is not UTF-8", "valid UTF-8")
                }
                position += 1
                return text
            case UInt8(ascii: "\\"):
                return try escapedString(from: from)
            case 0..<0x20:
                throw error("a control character in a text", "an escape such as \\n")
            default:
                position += 1
            }
        }
        throw error("the text is not closed", "a closing double quote")
    }

    private mutating func escapedString(from: Int) throws(JSONSyntaxError) -> String {
        var out = Array(bytes[from..<position])
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: out, as: UTF8.self) else {
                    position = from
                    throw error("the text is not UTF-8", "valid UTF-8")
                }
                position += 1
                return text
            case UInt8(ascii: "\\"):
                position += 1
                out.append(contentsOf: Array(String(try escape()).utf8))
            case 0..<0x20:
                throw error("a control character in a text", "an escape such as \\n")
            default:
                out.append(byte)
                position += 1
            }
        }
        throw error("the text is not closed", "a closing double quote")
    }

    private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
        guard let byte = next else { throw error("the text is not closed", "an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw error("an unknown escape", "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
        }
    }

    private mutating func unicodeEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), next == UInt8(ascii: "\\") else {
            throw error("half of a surrogate pair", "both halves of it, or the character itself")
        }
        position += 1
        guard next == UInt8(ascii: "u") else {
            throw error("half of a surrogate pair", "both halves of it, or the character itself")
        }
        position += 1
        let second = try hexadecimal()
        let code = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) & 0x3FF)
        guard (0xDC00..<0xE000).contains(second), let scalar = Unicode.Scalar(code) else {
            throw error("half of a surrogate pair", "both halves of it, or the character itself")
        }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("not four hexadecimal digits", "\\u and four hexadecimal digits")
            }
            value = value << 4 | UInt16(digit)
            position += 1
        }
        return value
    }
}
