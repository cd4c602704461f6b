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
    static func append(_ text: String, quotes: Bool, to bytes: inout [UInt8]) {
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
        _ source: UnsafeBufferPointer<UInt8>, quotes: Bool, to bytes: inout [UInt8]
    ) {
        // One pass that the compiler turns into vector code decides for nearly all text that it
        // can be copied as it is.
        var special: UInt8 = 0
        for index in source.indices {
            special |= unsafe needsCare(source[index], quotes: quotes) ? 1 : 0
        }
        if special == 0 {
            unsafe bytes.append(contentsOf: source)
            return
        }
        var directions = DirectionBalance()
        var index = 0
        while index < source.count {
            let byte = unsafe source[index]
            guard needsCare(byte, quotes: quotes) else {
                bytes.append(byte)
                index += 1
                continue
            }
            let second = unsafe index + 1 < source.count ? source[index + 1] : 0
            let third = unsafe index + 2 < source.count ? source[index + 2] : 0
            index += escape((byte, second, third), into: &bytes, &directions)
        }
        directions.closeAll(into: &bytes)
    }

    private static func needsCare(_ byte: UInt8, quotes: Bool) -> Bool {
        let always =
            byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x7F
            || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
        return always || (quotes && (byte == 0x22 || byte == 0x27))
    }

    /// Writes the character that begins with `head` and answers how many bytes it took.
    private static func escape(
        _ head: (UInt8, UInt8, UInt8), into bytes: inout [UInt8],
        _ directions: inout DirectionBalance
    ) -> Int {
        switch head {
        case (0x26, _, _): bytes.append(contentsOf: "&amp;".utf8)
        case (0x3C, _, _): bytes.append(contentsOf: "&lt;".utf8)
        case (0x3E, _, _): bytes.append(contentsOf: "&gt;".utf8)
        case (0x22, _, _): bytes.append(contentsOf: "&quot;".utf8)
        case (0x27, _, _): bytes.append(contentsOf: "&#39;".utf8)
        case (0x0D, _, _): bytes.append(contentsOf: "&#13;".utf8)
        case (0x09, _, _), (0x0A, _, _): bytes.append(head.0)
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
    fileprivate static func appendReplacement(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }
}

/// Keeps the directional formatting characters of one text balanced.
private struct DirectionBalance {
    /// What is open: true for an isolate (closed by U+2069), false for an embedding or override
    /// (closed by U+202C).
    private var open: [Bool] = []

    /// The depth that UAX #9 knows (BD2, max_depth).
    private static let deepest = 125

    mutating func append(_ character: (UInt8, UInt8, UInt8), to bytes: inout [UInt8]) {
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
        bytes.append(contentsOf: [character.0, character.1, character.2])
    }

    mutating func closeAll(into bytes: inout [UInt8]) {
        while let isolate = open.popLast() {
            bytes.append(contentsOf: isolate ? [0xE2, 0x81, 0xA9] : [0xE2, 0x80, 0xAC])
        }
    }
}
