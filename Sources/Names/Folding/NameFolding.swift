/// Folding brings a name of any script to plain tokens in lower-case Latin letters and digits.
///
/// Diacritics, apostrophes, soft signs and stops vanish, other punctuation separates. Letters of
/// Cyrillic, Greek, Armenian, Georgian, Hebrew, Arabic, kana and Hangul get their Latin spelling;
/// an ideograph is a token by itself; other scripts stay as they are. The method and its sources
/// are in `Documentation/names.md`.
///
///     NameFolding.tokens(of: "Гродненская обл.")  // ["grodnenskaya", "obl"]
///     NameFolding.tokens(of: "Łódź S.p.A.")       // ["lodz", "spa"]
public enum NameFolding {
    /// The folded tokens of a name in the order in which they stand.
    public static func tokens(of text: String) -> [String] {
        var folded: [UInt8] = []
        appendTokens(of: text, to: &folded)
        return folded.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Appends the folded tokens of `text` to `keys` as UTF-8, separated by 0x20.
    ///
    /// Nothing is put before the first token nor after the last one. The tokens hold no byte below
    /// 0x30, so that the caller may use 0x1F and the like as separators of its own.
    public static func appendTokens(of text: String, to keys: inout [UInt8]) {
        appendTokens(of: text.utf8Span.span, to: &keys)
    }

    /// Appends the folded tokens of a substring, as for a string.
    public static func appendTokens(of text: Substring, to keys: inout [UInt8]) {
        appendTokens(of: text.utf8Span.span, to: &keys)
    }

    /// Appends the folded tokens of UTF-8 bytes; invalid UTF-8 separates tokens.
    public static func appendTokens(of bytes: Span<UInt8>, to keys: inout [UInt8]) {
        var output: [UInt8] = []
        swap(&output, &keys)
        var folder = TokenFolder(output: output)
        output = []
        folder.fold(bytes)
        keys = folder.finish()
    }
}
