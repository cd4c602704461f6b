/// A word of a name: its number, and whether it begins a name.
struct NameEntry: Sendable {
    private(set) var raw: UInt32

    init(term: UInt32, startsName: Bool, isInitials: Bool = false) {
        raw = term & Self.termMask
        if startsName { raw |= Self.startBit }
        if isInitials { raw |= Self.initialsBit }
    }

    var term: UInt32 { raw & Self.termMask }
    var startsName: Bool { raw & Self.startBit != 0 }
    /// The word isn't written so: it is made of the initials of the name before.
    var isInitials: Bool { raw & Self.initialsBit != 0 }

    mutating func renumber(_ term: UInt32) {
        raw = raw & ~Self.termMask | term & Self.termMask
    }

    /// Words have to have smaller numbers than this.
    static let termLimit: UInt32 = 1 << 28
    /// How many of a name's words count in sorting.
    static let longestSortKey = 16

    private static let startBit: UInt32 = 1 << 31
    private static let initialsBit: UInt32 = 1 << 30
    private static let termMask = termLimit - 1
}
