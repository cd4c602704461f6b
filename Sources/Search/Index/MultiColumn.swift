/// A column in which a document has no, one or several values.
///
/// Most documents have at most one, so a cell is the value itself; several lie in a list of their
/// own that the cell points to.
struct MultiColumn: Sendable {
    private(set) var cells: [UInt32] = []
    private(set) var overflow: [UInt32] = []

    static let none = UInt32.max
    static let overflowBit: UInt32 = 1 << 31

    mutating func reserve(_ count: Int) {
        cells.reserveCapacity(count)
    }

    /// Adds the next document's values, which must be different from each other.
    mutating func append(_ values: [UInt32]) {
        switch values.count {
        case 0: cells.append(Self.none)
        case 1: cells.append(values[0])
        default:
            cells.append(Self.overflowBit | UInt32(overflow.count))
            overflow.append(UInt32(values.count))
            overflow += values
        }
    }

    @inline(__always)
    func forEach(_ document: Int, _ body: (UInt32) -> Void) {
        let cell = cells[document]
        if cell & Self.overflowBit == 0 {
            body(cell)
        } else if cell != Self.none {
            let start = Int(cell & ~Self.overflowBit)
            for place in (start + 1)...(start + Int(overflow[start])) { body(overflow[place]) }
        }
    }

    @inline(__always)
    func contains(_ document: Int, where test: (UInt32) -> Bool) -> Bool {
        let cell = cells[document]
        if cell & Self.overflowBit == 0 { return test(cell) }
        if cell == Self.none { return false }
        let start = Int(cell & ~Self.overflowBit)
        for place in (start + 1)...(start + Int(overflow[start])) where test(overflow[place]) {
            return true
        }
        return false
    }
}
