/// All words of the index, sorted by their bytes, in one arena; a word's number is its place.
struct Vocabulary: Sendable {
    /// The words' bytes, one behind the other.
    let bytes: [UInt8]
    /// Where each word begins in `bytes`; one more than there are words.
    let offsets: [UInt32]

    var count: Int { offsets.count - 1 }

    func range(of term: Int) -> Range<Int> {
        Int(offsets[term])..<Int(offsets[term + 1])
    }

    func length(of term: Int) -> Int {
        Int(offsets[term + 1] - offsets[term])
    }

    func word(_ term: Int) -> [UInt8] {
        Array(bytes[range(of: term)])
    }

    func text(_ term: Int) -> String {
        String(decoding: bytes[range(of: term)], as: UTF8.self)
    }

    /// The number of a word, if it is in the vocabulary.
    func term(_ word: [UInt8]) -> Int? {
        let place = lowerBound(word)
        return place < count && isEqual(place, word) ? place : nil
    }

    /// The numbers of all words that begin so: they stand together.
    func terms(withPrefix prefix: [UInt8]) -> Range<Int> {
        let low = lowerBound(prefix)
        var end = low
        // Galloping from the lower bound: the range is short as a rule.
        var step = 1
        while end + step <= count, hasPrefix(end + step - 1, prefix) {
            end += step
            step *= 2
        }
        while step > 0 {
            if end + step <= count, hasPrefix(end + step - 1, prefix) { end += step }
            step /= 2
        }
        return low..<end
    }

    /// The number of the first word that isn't less than the given one.
    private func lowerBound(_ word: [UInt8]) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isLess(middle, word) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func isLess(_ term: Int, _ word: [UInt8]) -> Bool {
        let range = range(of: term)
        let shared = min(range.count, word.count)
        for place in 0..<shared where bytes[range.lowerBound + place] != word[place] {
            return bytes[range.lowerBound + place] < word[place]
        }
        return range.count < word.count
    }

    private func isEqual(_ term: Int, _ word: [UInt8]) -> Bool {
        length(of: term) == word.count && hasPrefix(term, word)
    }

    private func hasPrefix(_ term: Int, _ prefix: [UInt8]) -> Bool {
        let range = range(of: term)
        guard range.count >= prefix.count else { return false }
        for place in 0..<prefix.count where bytes[range.lowerBound + place] != prefix[place] {
            return false
        }
        return true
    }
}
