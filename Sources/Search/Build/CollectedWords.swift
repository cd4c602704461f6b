/// The words of the documents, in the order in which they were added.
struct CollectedWords {
    private(set) var nameEntries: [NameEntry] = []
    private(set) var nameEnds: [UInt32] = []
    private(set) var textTerms: [UInt32] = []
    private(set) var textEnds: [UInt32] = []

    var count: Int { nameEnds.count }

    mutating func appendName(_ entry: NameEntry) { nameEntries.append(entry) }
    mutating func appendText(_ term: UInt32) { textTerms.append(term) }

    mutating func endDocument() {
        nameEnds.append(UInt32(nameEntries.count))
        textEnds.append(UInt32(textTerms.count))
    }

    /// Gives each word the number that stands at its old number.
    mutating func renumber(_ numbers: [UInt32]) {
        for place in nameEntries.indices {
            nameEntries[place].renumber(numbers[Int(nameEntries[place].term)])
        }
        for place in textTerms.indices { textTerms[place] = numbers[Int(textTerms[place])] }
    }

    func nameRange(of document: Int) -> Range<Int> {
        (document == 0 ? 0 : Int(nameEnds[document - 1]))..<Int(nameEnds[document])
    }

    func textRange(of document: Int) -> Range<Int> {
        (document == 0 ? 0 : Int(textEnds[document - 1]))..<Int(textEnds[document])
    }

    /// The documents' words with the documents in another order; text is only reached through it.
    consuming func sorted(by order: [UInt32]) -> SortedWords {
        var entries: [NameEntry] = []
        entries.reserveCapacity(nameEntries.count)
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(order.count + 1)
        for document in order {
            for place in nameRange(of: Int(document)) { entries.append(nameEntries[place]) }
            offsets.append(UInt32(entries.count))
        }
        return SortedWords(
            names: NameLists(offsets: offsets, entries: entries), textTerms: textTerms,
            textEnds: textEnds, order: order)
    }
}
