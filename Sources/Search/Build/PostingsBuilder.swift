/// Turns "the words of each document" into "the documents of each word".
enum PostingsBuilder {
    /// Two passes over the words: the first counts each word's documents, the second puts them
    /// down. As documents come in their order, the lists are sorted without sorting.
    static func build(words: SortedWords, termCount: Int) -> Postings {
        var offsets = [UInt32](repeating: 0, count: termCount + 1)
        var last = [UInt32](repeating: .max, count: termCount)
        words.forEach { term, document, _ in
            if last[term] != document {
                last[term] = document
                offsets[term + 1] += 1
            }
        }
        for term in 0..<termCount { offsets[term + 1] += offsets[term] }
        // From here on: where the word's next document goes.
        for term in 0..<termCount { last[term] = offsets[term] }
        let count = Int(offsets[termCount])
        var documents = [UInt32](repeating: 0, count: count)
        var allFlags = [UInt8](repeating: 0, count: count)
        words.forEach { term, document, flags in
            let next = Int(last[term])
            if next > offsets[term], documents[next - 1] == document {
                allFlags[next - 1] |= flags
            } else {
                documents[next] = document
                allFlags[next] = flags
                last[term] += 1
            }
        }
        return Postings(offsets: offsets, documents: documents, flags: allFlags)
    }
}
