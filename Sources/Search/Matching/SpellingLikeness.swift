/// How alike two spellings of a word are, 0…100, when vowels are uncertain, when letters that
/// different languages write for one sound are near, and when doubling says little.
///
/// A weighted edit distance (Needleman and Wunsch, 1970) in twentieths of a letter over the words'
/// `SpellingSounds`, set against the longer word.
struct SpellingLikeness {
    private let word: SpellingSounds
    private var other = SpellingSounds()
    private var earlier: [Int]
    private var previous: [Int]
    private var current: [Int]
    private let costs = SoundCosts.shared

    init(_ word: [UInt8]) {
        self.word = SpellingSounds(word.span, 0..<word.count)
        let row = [Int](repeating: 0, count: self.word.count + 1)
        (earlier, previous, current) = (row, row, row)
    }

    /// The likeness to a word of the vocabulary; 0 if it is seen to be less than the least.
    mutating func likeness(to vocabulary: Vocabulary, _ term: Int, atLeast least: Int) -> Int {
        likeness(to: vocabulary.bytes.span, vocabulary.range(of: term), atLeast: least)
    }

    /// The likeness to the word that stands in `text` in the given range.
    mutating func likeness(
        to text: Span<UInt8>, _ range: Range<Int>, atLeast least: Int = 0
    ) -> Int {
        other.read(text, range)
        let width = word.count
        guard width > 0, other.count > 0, abs(width - other.count) <= 8 else { return 0 }
        current[0] = 0
        for column in 0..<width {
            current[column + 1] = current[column] + costs.gap(word[column], after: word[column - 1])
        }
        let whole = max(width, other.count) * 20
        // Costs only grow from row to row, but for an exchange that looks two rows back.
        let most = (100 - least) * whole / 100 + SoundCosts.swapped
        for row in 0..<other.count {
            swap(&earlier, &previous)
            swap(&previous, &current)
            if fillRow(other[row], after: other[row - 1], width) > most { return 0 }
        }
        return max(0, 100 - 100 * current[width] / whole)
    }

    /// Fills the next row; returns the least cost in it.
    private mutating func fillRow(_ sound: UInt8, after before: UInt8, _ width: Int) -> Int {
        let gap = costs.gap(sound, after: before)
        var left = previous[0] + gap
        current[0] = left
        var least = left
        var behind: UInt8 = 0
        for column in 0..<width {
            let own = word[column]
            var best = previous[column] + costs.exchange(sound, own)
            best = min(best, previous[column + 1] + gap)
            best = min(best, left + costs.gap(own, after: behind))
            if column > 0, sound == behind, before == own, sound != own {
                best = min(best, earlier[column - 1] + SoundCosts.swapped)
            }
            current[column + 1] = best
            left = best
            least = min(least, best)
            behind = own
        }
        return least
    }
}
