/// Turns any text into HTML text that reads the same and does nothing.
///
/// - `&`, `<`, `>` (and in attribute values `"` and `'`) become character references.
/// - A carriage return becomes a reference, since parsers turn a bare one into a line feed.
/// - Characters that HTML forbids (NUL, other controls, U+FFFE, U+FFFF, …: WHATWG HTML, "Parse
///   errors", control-character-in-input-stream) become U+FFFD, which shows that something was
///   there.
/// - Directional embeddings, overrides and isolates (UAX #9, 3.1) are kept but balanced within the
///   text: one left open is closed at the end, one that closes nothing becomes U+FFFD. So a name
///   can't turn around what stands after it.
enum Escaping {
    /// Appends `text`, escaped, to `bytes`; `quotes` also escapes quotation marks, for attributes.
    static func append(_ text: String, quotes: Bool, to bytes: inout ByteSink) {
        let done: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { source in
            unsafe append(source, quotes: quotes, to: &bytes)
        }
        if done == nil {
            unsafe Array(text.utf8).withUnsafeBufferPointer { source in
                unsafe append(source, quotes: quotes, to: &bytes)
            }
        }
    }

    private static func append(
        _ source: UnsafeBufferPointer<UInt8>, quotes: Bool, to bytes: inout ByteSink
    ) {
        let low = quotes ? lowBytesAndQuotes : lowBytes
        var directions = DirectionBalance()
        var copied = 0
        var index = 0
        while index < source.count {
            guard unsafe needsCare(source[index], low: low) else {
                index += 1
                continue
            }
            let second = unsafe index + 1 < source.count ? source[index + 1] : 0
            let third = unsafe index + 2 < source.count ? source[index + 2] : 0
            let head = unsafe (source[index], second, third)
            if isHarmless(head) {
                index += 1
                continue
            }
            unsafe bytes.append(UnsafeBufferPointer(rebasing: source[copied..<index]))
            index += escape(head, into: &bytes, &directions)
            copied = index
        }
        unsafe bytes.append(UnsafeBufferPointer(rebasing: source[copied...]))
        directions.closeAll(into: &bytes)
    }

    /// The bytes below 0x40 that need care, a bit each: controls, `&`, `<`, `>`; and quotes.
    private static let lowBytes: UInt64 = 0xFFFF_FFFF | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
    private static let lowBytesAndQuotes = lowBytes | 1 << 0x22 | 1 << 0x27

    @inline(__always)
    private static func needsCare(_ byte: UInt8, low: UInt64) -> Bool {
        if byte < 0x40 { return low >> UInt64(byte) & 1 == 1 }
        if byte < 0x7F { return false }
        return byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
    }

    /// Whether the character only begins like one that needs care (a dash, a quotation mark, a
    /// no-break space, …).
    private static func isHarmless(_ head: (UInt8, UInt8, UInt8)) -> Bool {
        switch head {
        case (0xC2, let second, _): second >= 0xA0
        case (0xE2, 0x80, let third): !(0xAA...0xAE).contains(third)
        case (0xE2, 0x81, let third): !(0xA6...0xA9).contains(third)
        case (0xE2, _, _): true
        case (0xEF, 0xBF, let third): third < 0xBE
        case (0xEF, 0xB7, let third): !(0x90...0xAF).contains(third)
        case (0xEF, _, _), (0x09, _, _), (0x0A, _, _): true
        default: false
        }
    }

    /// Writes the character that begins with `head` and answers how many bytes it took.
    private static func escape(
        _ head: (UInt8, UInt8, UInt8), into bytes: inout ByteSink,
        _ directions: inout DirectionBalance
    ) -> Int {
        switch head {
        case (0x26, _, _): bytes.append("&amp;")
        case (0x3C, _, _): bytes.append("&lt;")
        case (0x3E, _, _): bytes.append("&gt;")
        case (0x22, _, _): bytes.append("&quot;")
        case (0x27, _, _): bytes.append("&#39;")
        case (0x0D, _, _): bytes.append("&#13;")
        case (0..<0x20, _, _), (0x7F, _, _): appendReplacement(to: &bytes)
        case (0xC2, 0x80...0x9F, _):
            appendReplacement(to: &bytes)
            return 2
        case (0xEF, 0xBF, 0xBE...0xBF), (0xEF, 0xB7, 0x90...0xAF):
            appendReplacement(to: &bytes)
            return 3
        case (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9):
            directions.append(head, to: &bytes)
            return 3
        default: bytes.append(head.0)
        }
        return 1
    }

    /// Appends U+FFFD, the replacement character.
    fileprivate static func appendReplacement(to bytes: inout ByteSink) {
        bytes.append("\u{FFFD}")
    }
}

/// Keeps the directional formatting characters of one text balanced.
private struct DirectionBalance {
    /// What is open: true for an isolate (closed by U+2069), false for an embedding or override
    /// (closed by U+202C).
    private var open: [Bool] = []

    /// The depth that UAX #9 knows (BD2, max_depth).
    private static let deepest = 125

    mutating func append(_ character: (UInt8, UInt8, UInt8), to bytes: inout ByteSink) {
        let closesIsolate = character.1 == 0x81 && character.2 == 0xA9
        let closesEmbedding = character.1 == 0x80 && character.2 == 0xAC
        if closesIsolate || closesEmbedding {
            guard open.last == closesIsolate else {
                Escaping.appendReplacement(to: &bytes)
                return
            }
            open.removeLast()
        } else {
            guard open.count < Self.deepest else {
                Escaping.appendReplacement(to: &bytes)
                return
            }
            open.append(character.1 == 0x81)
        }
        bytes.append(character.0)
        bytes.append(character.1)
        bytes.append(character.2)
    }

    mutating func closeAll(into bytes: inout ByteSink) {
        while let isolate = open.popLast() {
            bytes.append(isolate ? "\u{2069}" : "\u{202C}")
        }
    }
}
