/// How alike two spellings of a word are, 0…100, when vowels are uncertain, when consonants that
/// different languages write for one sound are near, and when doubling says little.
///
/// A weighted edit distance (Needleman and Wunsch, 1970) in twentieths of a letter, set against
/// the longer word. Stands for folded words in bytes.
struct SpellingLikeness {
    private let word: [UInt8]
    private var rows: (earlier: [Int], previous: [Int], current: [Int])

    init(_ word: [UInt8]) {
        self.word = word
        let row = [Int](repeating: 0, count: word.count + 1)
        rows = (row, row, row)
    }

    /// The likeness to a word of the vocabulary.
    mutating func likeness(to vocabulary: Vocabulary, _ term: Int) -> Int {
        likeness(to: vocabulary.bytes.span, vocabulary.range(of: term))
    }

    /// The likeness to the word that stands in `text` in the given range.
    mutating func likeness(to text: Span<UInt8>, _ range: Range<Int>) -> Int {
        let width = word.count
        guard width > 0, !range.isEmpty else { return 0 }
        rows.current[0] = 0
        for column in 0..<width {
            rows.current[column + 1] =
                rows.current[column] + Self.gap(word[column], after: column > 0 ? word[column - 1] : 0)
        }
        for place in range {
            let letter = text[place]
            let before = place > range.lowerBound ? text[place - 1] : 0
            swap(&rows.earlier, &rows.previous)
            swap(&rows.previous, &rows.current)
            let gap = Self.gap(letter, after: before)
            rows.current[0] = rows.previous[0] + gap
            for column in 0..<width {
                let other = word[column]
                let left = column > 0 ? word[column - 1] : 0
                var best = rows.previous[column] + Self.exchange(letter, other)
                best = min(best, rows.previous[column + 1] + gap)
                best = min(best, rows.current[column] + Self.gap(other, after: left))
                if column > 0, place > range.lowerBound, letter == left, before == other {
                    best = min(best, rows.earlier[column - 1] + 14)
                }
                rows.current[column + 1] = best
            }
        }
        let longer = max(width, range.count) * 20
        return max(0, 100 - 100 * rows.current[width] / longer)
    }

    /// Cost of a letter that the other word doesn't have.
    private static func gap(_ letter: UInt8, after before: UInt8) -> Int {
        if letter == before { return 3 }
        switch classes[Int(letter)] {
        case vowel: return letter == 0x69 || letter == 0x79 || letter == 0x6A ? 5 : 8
        case _ where letter == 0x68 || letter == 0x6A: return 5
        default: return 16
        }
    }

    /// Cost of one letter in the place of another.
    private static func exchange(_ one: UInt8, _ other: UInt8) -> Int {
        if one == other { return 0 }
        let shared = classes[Int(one)] & classes[Int(other)]
        if shared & vowel != 0 { return 6 }
        return shared == 0 ? 20 : 8
    }

    private static let vowel: UInt8 = 1
    /// The classes of sounds that a letter is used for, as bits.
    private static let classes: [UInt8] = {
        var classes = [UInt8](repeating: 0, count: 256)
        let groups = ["aeiouyj", "gkhcqxj", "szcjxtg", "bvwu", "fvpw", "td", "lw", "mn", "rl"]
        for (bit, group) in groups.enumerated() {
            for letter in group.utf8 { classes[Int(letter)] |= 1 << UInt8(min(bit, 7)) }
        }
        return classes
    }()
}
