/// Turns "the words of each document" into "the documents of each word".
enum PostingsBuilder {
    /// What is known of a word while its list grows; one piece, so that it is one look into memory.
    private struct State {
        /// First the number of the word's documents, then where its next document goes.
        var place: UInt32 = 0
        var lastDocument = UInt32.max
    }

    /// Two passes over the words: the first counts each word's documents, the second puts them
    /// down. As documents come in their order, the lists are sorted without sorting.
    static func build(words: SortedWords, termCount: Int) -> Postings {
        var states = [State](repeating: State(), count: termCount)
        words.forEach { term, document, _ in
            if states[term].lastDocument != document {
                states[term].lastDocument = document
                states[term].place += 1
            }
        }
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(termCount + 1)
        var total: UInt32 = 0
        for term in 0..<termCount {
            let start = total
            total += states[term].place
            states[term] = State(place: start)
            offsets.append(total)
        }
        var documents = [UInt32](repeating: 0, count: Int(total))
        var allFlags = [UInt8](repeating: 0, count: Int(total))
        words.forEach { term, document, flags in
            let state = states[term]
            if state.lastDocument == document {
                allFlags[Int(state.place) - 1] |= flags
            } else {
                documents[Int(state.place)] = document
                allFlags[Int(state.place)] = flags
                states[term] = State(place: state.place + 1, lastDocument: document)
            }
        }
        return Postings(offsets: offsets, documents: documents, flags: allFlags)
    }
}
