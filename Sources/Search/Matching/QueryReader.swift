private import Names

/// Reads the words of a query.
enum QueryReader {
    /// Longer texts are cut; a name hasn't so many letters.
    static let mostBytes = 2_000
    /// Of more words the rarest are taken.
    static let mostWords = 16

    /// The folded words of a text in their order, each once.
    static func words(of text: String) -> [[UInt8]] {
        var keys: [UInt8] = []
        if text.utf8.count <= mostBytes {
            NameFolding.appendTokens(of: text, to: &keys)
        } else {
            NameFolding.appendTokens(
                of: String(decoding: text.utf8.prefix(mostBytes), as: UTF8.self), to: &keys)
        }
        var seen: Set<[UInt8]> = []
        var words: [[UInt8]] = []
        for key in keys.split(separator: 0x20) {
            let word = Array(key.prefix(SearchIndexBuilder.longestWord))
            if seen.insert(word).inserted { words.append(word) }
        }
        return words
    }

    /// The words to search by: all of them, or the rarest that are in the index.
    static func queryWords(_ words: [[UInt8]], _ index: IndexStorage) -> [QueryWord] {
        var kept = Array(words.indices)
        if words.count > mostWords {
            let frequency = words.map { word in
                index.vocabulary.term(word).map { index.postings.count(of: $0) } ?? Int.max
            }
            kept.sort { (frequency[$0], $0) < (frequency[$1], $1) }
            kept = kept.prefix(mostWords).sorted()
        }
        var result = kept.map { QueryWord(words[$0], isLast: $0 == words.count - 1) }
        for place in result.indices {
            result[place].isOptional = GenericWords.contains(result[place].bytes)
        }
        if result.allSatisfy(\.isOptional) {
            for place in result.indices { result[place].isOptional = false }
        }
        return result
    }
}
