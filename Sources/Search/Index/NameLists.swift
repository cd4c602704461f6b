/// The words of each document's names, in order, main name first.
struct NameLists: Sendable {
    let offsets: [UInt32]
    let entries: [NameEntry]

    func range(of document: Int) -> Range<Int> {
        Int(offsets[document])..<Int(offsets[document + 1])
    }

    /// The main name's words as far as they count in sorting.
    func sortKey(of document: Int) -> [UInt32] {
        var key: [UInt32] = []
        for place in range(of: document) {
            let entry = entries[place]
            if entry.startsName && !key.isEmpty || entry.isInitials { break }
            if key.count == NameEntry.longestSortKey { break }
            key.append(entry.term)
        }
        return key
    }
}
