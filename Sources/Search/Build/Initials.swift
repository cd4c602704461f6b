/// Collects the initials of a name's words, from three words on, as an organisation might be known.
struct Initials {
    private(set) var letters: [UInt8] = []
    private var isPossible = true

    /// True if the initials of the words so far make an acronym.
    var isAcronym: Bool { isPossible && (3...8).contains(letters.count) }

    mutating func reset() {
        letters.removeAll(keepingCapacity: true)
        isPossible = true
    }

    /// Takes the name's next word.
    mutating func take(_ text: Span<UInt8>, _ range: Range<Int>) {
        guard isPossible, !range.isEmpty else { return }
        let first = text[range.lowerBound]
        if !(0x61...0x7A).contains(first) || letters.count > 8 {
            isPossible = false
        } else if range.count > 3 || !Self.isFunctionWord(text, range) {
            letters.append(first)
        }
    }

    /// Words that acronyms pass over, of up to three letters.
    private static func isFunctionWord(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var word: UInt32 = 0
        for place in range { word = word << 8 | UInt32(text[place]) }
        return functionWords.contains(word)
    }

    private static let functionWords: Set<UInt32> = Set(
        [
            "of", "and", "the", "for", "in", "on", "at", "to", "a", "di", "de", "del", "e", "y",
            "et", "la", "le", "el", "und", "der", "po", "na", "v", "vo", "s", "i", "u", "z",
        ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })
}
