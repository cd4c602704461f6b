/// Writes JSON in its one canonical form: no spaces, members in the order in which they are
/// given, texts with only the escapes that RFC 8259 section 7 demands.
public struct JSONWriter: Sendable {
    /// What was written, UTF-8.
    public private(set) var bytes: [UInt8]
    private var needsComma = false

    /// A writer that begins with nothing.
    public init(reserving capacity: Int = 512) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// An object, whose members the closure writes.
    public mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        try members(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    /// A list, whose items the closure writes.
    public mutating func array(_ items: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        try items(&self)
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// A member's name; its value must follow.
    public mutating func name(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A text.
    public mutating func string(_ text: String) {
        separate()
        quote(text)
        needsComma = true
    }

    /// An exact number.
    public mutating func number(_ value: ExactDecimal) {
        separate()
        if value.scale == 0 {
            bytes.append(contentsOf: String(value.coefficient).utf8)
        } else {
            bytes.append(contentsOf: value.description.utf8)
        }
        needsComma = true
    }

    /// A whole number.
    public mutating func number(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
        needsComma = true
    }

    /// `true` or `false`.
    public mutating func bool(_ value: Bool) { raw(value ? "true".utf8 : "false".utf8) }

    /// `null`.
    public mutating func null() { raw("null".utf8) }

    /// JSON that is known to be well formed, as it is: a record's canonical text.
    public mutating func raw(_ json: some Collection<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// Any value.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let bool): self.bool(bool)
        case .number(let number): self.number(number)
        case .string(let text): string(text)
        case .array(let items): array { for item in items { $0.value(item) } }
        case .object(let members):
            object {
                for member in members {
                    $0.name(member.name)
                    $0.value(member.value)
                }
            }
        }
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
            case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
            case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
            case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
            case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
            case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: (byte < 16 ? #"\u000"# : #"\u00"#).utf8)
                bytes.append(contentsOf: digits.utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension JSONWriter {
    /// A member with a text, left out when there is none.
    public mutating func member(_ name: String, _ text: String?) {
        guard let text else { return }
        self.name(name)
        string(text)
    }

    /// A member with an exact number, left out when there is none.
    public mutating func member(_ name: String, _ value: ExactDecimal?) {
        guard let value else { return }
        self.name(name)
        number(value)
    }

    /// A member with a whole number, left out when there is none.
    public mutating func member(_ name: String, _ value: Int?) {
        guard let value else { return }
        self.name(name)
        number(value)
    }

    /// A member with a list of texts, left out when the list is empty.
    public mutating func member(_ name: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        self.name(name)
        array { for text in texts { $0.string(text) } }
    }
}
