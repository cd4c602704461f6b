/// The best of many documents: largest key first, of equal keys the first document.
///
/// Collects up to twice as many as wanted, then sorts and drops the worse half; from then on most
/// documents are turned away by one comparison.
struct TopSelection {
    /// A document with what it is sorted by.
    struct Entry {
        let key: UInt64
        let document: UInt32

        static func isBetter(_ one: Entry, _ other: Entry) -> Bool {
            one.key != other.key ? one.key > other.key : one.document < other.document
        }
    }

    private let count: Int
    private var entries: [Entry] = []
    private var worst: Entry?

    /// Room for so many; with 0 nothing is kept.
    init(_ count: Int) {
        self.count = max(0, count)
    }

    @inline(__always)
    mutating func offer(_ document: UInt32, key: UInt64) {
        let entry = Entry(key: key, document: document)
        if let worst, !Entry.isBetter(entry, worst) { return }
        entries.append(entry)
        if entries.count >= 2 * count + 64 { cut() }
    }

    /// The best, in order.
    mutating func finished() -> [Entry] {
        cut()
        return entries
    }

    private mutating func cut() {
        entries.sort(by: Entry.isBetter)
        if entries.count > count { entries.removeLast(entries.count - count) }
        if entries.count == count { worst = entries.last ?? Entry(key: .max, document: 0) }
    }
}
