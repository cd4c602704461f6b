/// A JSON text as a tree. Numbers keep their text, so that nothing is rounded.
enum FormValue {
    case null
    case flag(Bool)
    case number(String)
    case text(String)
    case list([FormValue])
    case object([String: FormValue])

    /// What it is, for an error.
    var kind: String {
        switch self {
        case .null: "null"
        case .flag: "true or false"
        case .number(let text): "the number \(text)"
        case .text(let text): "the text \"\(text.prefix(40))\""
        case .list: "a list"
        case .object: "an object"
        }
    }
}

/// Reads JSON (RFC 8259) strictly: UTF-8, no member twice, nothing behind the end, at most so deep.
struct FormParser {
    private static let deepest = 32
    private let bytes: [UInt8]
    private var at = 0

    static func parse(_ bytes: [UInt8]) throws(FormError) -> FormValue {
        var parser = FormParser(bytes: bytes)
        let value = try parser.value(depth: 0)
        parser.skipBlanks()
        guard parser.at == bytes.count else {
            throw parser.error("there is something behind the end", "end here")
        }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private func error(_ problem: String, _ remedy: String) -> FormError {
        let before = bytes.prefix(at)
        let line = before.count { $0 == 10 } + 1
        let column = at - (before.lastIndex(of: 10).map { $0 + 1 } ?? 0) + 1
        return FormError("", "line \(line), column \(column): \(problem)", remedy)
    }

    private mutating func skipBlanks() {
        while let byte = next, [32, 9, 10, 13].contains(byte) { at += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        at += 1
        return true
    }

    private mutating func value(depth: Int) throws(FormError) -> FormValue {
        guard depth < Self.deepest else {
            throw error("lists and objects are \(depth) deep", "write a flatter form")
        }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try list(depth)
        case UInt8(ascii: "\""): return .text(try string())
        case let byte? where byte == UInt8(ascii: "-") || (48...57).contains(byte):
            return try number()
        default: return try word()
        }
    }

    private mutating func word() throws(FormError) -> FormValue {
        for (word, value) in [
            ("true", FormValue.flag(true)), ("false", .flag(false)), ("null", .null),
        ] where bytes[at...].starts(with: word.utf8) {
            at += word.utf8.count
            return value
        }
        throw error(
            next == nil ? "the text ends too early" : "this isn't a value",
            "give an object, a list, a text, a number, true, false or null")
    }

    private mutating func object(_ depth: Int) throws(FormError) -> FormValue {
        at += 1
        var members: [String: FormValue] = [:]
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else {
                throw error("a member's name in quotes is missing", "write \"name\": value")
            }
            let name = try string()
            skipBlanks()
            guard take(UInt8(ascii: ":")) else {
                throw error("a colon is missing after \"\(name)\"", "write \"\(name)\": value")
            }
            guard members.updateValue(try value(depth: depth + 1), forKey: name) == nil else {
                throw error("the member \"\(name)\" stands twice in one object", "say it once")
            }
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else {
            throw error("an object isn't closed here", "write , or }")
        }
        return .object(members)
    }

    private mutating func list(_ depth: Int) throws(FormError) -> FormValue {
        at += 1
        var items: [FormValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .list(items) }
        repeat {
            items.append(try value(depth: depth + 1))
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else {
            throw error("a list isn't closed here", "write , or ]")
        }
        return .list(items)
    }

    private mutating func number() throws(FormError) -> FormValue {
        let start = at
        _ = take(UInt8(ascii: "-"))
        let whole = at
        let leadsWithZero = next == 48
        try digits()
        guard !leadsWithZero || at == whole + 1 else {
            throw error("a number begins with 0", "leave the 0 out")
        }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        return .number(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    private mutating func digits() throws(FormError) {
        let start = at
        while let byte = next, (48...57).contains(byte) { at += 1 }
        guard at > start else { throw error("a digit is missing", "write 0 to 9") }
    }

    private mutating func string() throws(FormError) -> String {
        at += 1
        var units: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 32 else {
                throw error("a control character stands in a text", "write it as \\u00XX")
            }
            at += 1
            if byte == UInt8(ascii: "\\") {
                units += Array(try escaped().utf8)
            } else {
                units.append(byte)
            }
        }
        guard take(UInt8(ascii: "\"")) else {
            throw error("a text isn't closed", "close it with \"")
        }
        guard let text = String(validating: units, as: UTF8.self) else {
            throw error("a text isn't UTF-8", "save the file as UTF-8")
        }
        return text
    }

    private mutating func escaped() throws(FormError) -> String {
        let plain: [UInt8: String] = [
            34: "\"", 92: "\\", 47: "/", 98: "\u{8}", 102: "\u{C}", 110: "\n", 114: "\r",
            116: "\t",
        ]
        guard let byte = next else { throw error("a text isn't closed", "close it with \"") }
        at += 1
        if let text = plain[byte] { return text }
        guard byte == UInt8(ascii: "u") else {
            throw error("\\ stands before what it can't escape", "write \\\\ for a \\")
        }
        var code = try hex()
        if (0xD800..<0xDC00).contains(code), bytes[at...].starts(with: [92, 117]) {
            at += 2
            let low = try hex()
            if (0xDC00..<0xE000).contains(low) {
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
        }
        guard let scalar = Unicode.Scalar(code) else {
            throw error("half a pair of \\u stands alone", "write both halves, or UTF-8")
        }
        return String(Character(scalar))
    }

    private mutating func hex() throws(FormError) -> UInt32 {
        let digits = bytes[at...].prefix(4)
        guard digits.count == 4, !digits.contains(where: { $0 == 43 || $0 == 45 }),
            let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw error("\\u needs four hexadecimal digits", "write \\u20AC") }
        at += 4
        return code
    }
}
