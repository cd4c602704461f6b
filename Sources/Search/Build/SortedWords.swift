/// The words of the documents with the documents in their final order.
struct SortedWords {
    let names: NameLists
    private let textTerms: [UInt32]
    private let textEnds: [UInt32]
    private let order: [UInt32]

    init(names: NameLists, textTerms: [UInt32], textEnds: [UInt32], order: [UInt32]) {
        self.names = names
        self.textTerms = textTerms
        self.textEnds = textEnds
        self.order = order
    }

    /// Calls back with each word of each document in turn and how it stands there; a word may
    /// come several times.
    @inline(__always)
    func forEach(_ body: (_ term: Int, _ document: UInt32, _ flags: UInt8) -> Void) {
        for document in 0..<order.count {
            let range = names.range(of: document)
            var field = PostingFlags.main.rawValue
            for place in range {
                let entry = names.entries[place]
                var flags = field
                if entry.isInitials {
                    flags = PostingFlags.initials.rawValue
                } else {
                    if entry.startsName {
                        if place > range.lowerBound { field = PostingFlags.alias.rawValue }
                        flags = field | PostingFlags.start.rawValue
                    }
                    if place + 1 == range.upperBound || names.entries[place + 1].startsName {
                        flags |= PostingFlags.end.rawValue
                    }
                }
                body(Int(entry.term), UInt32(document), flags)
            }
            let old = Int(order[document])
            let textStart = old == 0 ? 0 : Int(textEnds[old - 1])
            for place in textStart..<Int(textEnds[old]) {
                body(Int(textTerms[place]), UInt32(document), PostingFlags.text.rawValue)
            }
        }
    }
}
