/// The place in a list from which the next page goes on, where lists are short enough to count:
/// `o` and the number of items given. Clients take it as it is.
enum OffsetCursor {
    /// How far into a list one can page.
    static let furthest = 10_000_000

    /// How many items a cursor leaves out.
    static func offset(_ cursor: String?) throws(RequestFault) -> Int {
        guard let cursor else { return 0 }
        let digits = cursor.utf8.dropFirst()
        guard cursor.utf8.first == UInt8(ascii: "o"), (1...8).contains(digits.count),
            digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (0x30...0x39).contains($0) }), let offset = Int(cursor.dropFirst()),
            offset <= furthest
        else {
            throw .badParameter(
                "cursor", "is not one that this list gave; take it from next, or leave it out")
        }
        return offset
    }

    /// The cursor of the next page; nil on the last one.
    static func next(after offset: Int, given: Int, of total: Int) -> String? {
        let end = offset + given
        return given > 0 && end < total && end <= furthest ? "o\(end)" : nil
    }
}
