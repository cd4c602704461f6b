/// The words of the vocabulary by length, each with a signature, to find the few words near a
/// mistyped one without looking at the letters of all.
///
/// A signature has a bit for each letter a word has and a bit for each it has twice. An insertion
/// sets one bit at most, a deletion clears one, a substitution does both, an exchange neither. So
/// words within distance *d* differ by at most *d* bits either way. That is tested by clearing the
/// lowest bit *d* times, which vectorises where counting bits doesn't.
struct TermShapes: Sendable {
    private let offsets: [Int]
    private let terms: [UInt32]
    private let signatures: [UInt64]

    /// Only words for which `include` is true can be found.
    init(_ vocabulary: Vocabulary, include: (Int) -> Bool) {
        var counts = [Int](repeating: 0, count: Self.longest + 2)
        let all = vocabulary.count
        for term in 0..<all where include(term) { counts[vocabulary.length(of: term) + 1] += 1 }
        for length in 1..<counts.count { counts[length] += counts[length - 1] }
        offsets = counts
        let total = counts[counts.count - 1]
        var terms = [UInt32](repeating: 0, count: total)
        var signatures = [UInt64](repeating: 0, count: total)
        let bytes = vocabulary.bytes.span
        for term in 0..<all where include(term) {
            let place = counts[vocabulary.length(of: term)]
            counts[vocabulary.length(of: term)] += 1
            terms[place] = UInt32(term)
            signatures[place] = Self.signature(bytes, vocabulary.range(of: term))
        }
        self.terms = terms
        self.signatures = signatures
    }

    /// Calls back with each word within the distance, 1 or 2, of the given word.
    func forEach(
        near word: [UInt8], within limit: Int, in vocabulary: Vocabulary,
        _ body: (_ term: Int, _ distance: Int) -> Void
    ) {
        let lengths =
            max(1, word.count - limit)...max(1, min(Self.longest, word.count + limit))
        let wanted = Self.signature(word.span, 0..<word.count)
        let measure = EditDistance(word)
        let bytes = vocabulary.bytes.span
        let signatures = signatures.span
        let second: UInt64 = limit > 1 ? 0 : .max
        for place in offsets[lengths.lowerBound]..<offsets[lengths.upperBound + 1] {
            let found = signatures[place]
            var missing = wanted & ~found
            var extra = found & ~wanted
            missing &= missing &- 1
            extra &= extra &- 1
            // With a limit of 1 no bit may be left now, with 2 one more.
            missing &= (missing &- 1) | second
            extra &= (extra &- 1) | second
            if missing | extra != 0 { continue }
            let term = Int(terms[place])
            let distance = measure.distance(to: bytes, vocabulary.range(of: term))
            if distance <= limit { body(term, distance) }
        }
    }

    private static let longest = SearchIndexBuilder.longestWord

    /// Bits 0–25: letters; 26–51: letters for the second time; the rest: other bytes.
    private static func signature(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var signature: UInt64 = 0
        for place in range {
            let byte = bytes[place]
            if (0x61...0x7A).contains(byte) {
                let bit: UInt64 = 1 << UInt64(byte - 0x61)
                signature |= signature & bit == 0 ? bit : bit << 26
            } else {
                signature |= 1 << UInt64(52 + byte % 12)
            }
        }
        return signature
    }
}
