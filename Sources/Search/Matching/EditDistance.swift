/// The optimal string alignment distance from one word to others: insertion, deletion,
/// substitution and the exchange of neighbours cost 1 each, no part is edited twice.
///
/// Bit-parallel after Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit
/// Distances" (Nordic Journal of Computing 10, 2003): a column of the table is one machine word,
/// so that a word of up to 64 bytes costs a dozen operations a letter. The unit is the byte, which
/// is the letter in folded words.
struct EditDistance {
    private let length: Int
    private let positions: [UInt64]

    /// Prepares a word of 1 to 64 bytes; of a longer one only these count.
    init(_ word: [UInt8]) {
        length = min(64, word.count)
        var positions = [UInt64](repeating: 0, count: 256)
        for place in 0..<length { positions[Int(word[place])] |= 1 << UInt64(place) }
        self.positions = positions
    }

    /// The distance to the word that stands in `text` in the given range.
    func distance(to text: Span<UInt8>, _ range: Range<Int>) -> Int {
        guard length > 0 else { return range.count }
        let last: UInt64 = 1 << UInt64(length - 1)
        var vertical = (plus: UInt64.max, minus: UInt64(0))
        var diagonal: UInt64 = 0
        var before: UInt64 = 0
        var distance = length
        for place in range {
            let here = positions[Int(text[place])]
            let exchanged = ((~diagonal & here) << 1) & before
            diagonal =
                (((here & vertical.plus) &+ vertical.plus) ^ vertical.plus) | here
                | vertical.minus | exchanged
            var plus = vertical.minus | ~(diagonal | vertical.plus)
            let minus = diagonal & vertical.plus
            if plus & last != 0 { distance += 1 }
            if minus & last != 0 { distance -= 1 }
            plus = plus << 1 | 1
            vertical = ((minus << 1) | ~(diagonal | plus), plus & diagonal)
            before = here
        }
        return distance
    }
}
