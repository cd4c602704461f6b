/// What documents are sorted by in an order of their own, and the cursors for it.
///
/// A key is larger the earlier a document comes; of equal keys the first by name comes first, but
/// for the descending order of names, in which the number itself is the key.
struct SortKeys {
    private let order: SearchOrder
    private let index: IndexStorage

    init(_ order: SearchOrder, _ index: IndexStorage) {
        self.order = order
        self.index = index
    }

    @inline(__always)
    func key(of document: UInt32) -> UInt64 {
        switch order {
        case .relevance, .rank: return UInt64(index.facets.ranks[Int(document)])
        case .name: return 0
        case .nameDescending: return UInt64(document)
        case .dateDescending: return UInt64(index.facets.firstDates[Int(document)])
        case .date:
            let date = index.facets.firstDates[Int(document)]
            return date == 0 ? 0 : UInt64(Int32.max - date) + 1
        }
    }

    /// The cursor behind a document.
    func cursor(_ entry: TopSelection.Entry) -> SearchCursor {
        SearchCursor(
            order: order, key: order == .nameDescending ? 0 : entry.key,
            ordinal: index.ordinals[Int(entry.document)],
            name: index.sortName(of: Int(entry.document)))
    }

    /// Where a cursor stands among the documents of this index.
    func bound(_ cursor: SearchCursor) -> Bound {
        var first = index.firstDocument(after: cursor.name, cursor.ordinal)
        if order == .nameDescending {
            // All before the cursor's document; it stands before the first one behind it.
            if first > 0, index.ordinals[first - 1] == cursor.ordinal,
                index.sortName(of: first - 1) == cursor.name
            {
                first -= 1
            }
            return Bound(key: UInt64(first), first: .max)
        }
        return Bound(key: cursor.key, first: first)
    }

    /// The place behind which a page begins.
    struct Bound {
        let key: UInt64
        let first: Int

        func isBefore(_ document: UInt32, key other: UInt64) -> Bool {
            other < key || other == key && Int(document) >= first
        }
    }
}
