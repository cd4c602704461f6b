/// What it costs to change one sound of a word, in twentieths of a letter.
///
/// The classes are those that transliteration systems and spellings disagree on; the figures were
/// set by trial on names of places.
struct SoundCosts {
    private let gaps: [UInt8]
    private let exchanges: [UInt8]

    static let shared = SoundCosts()
    /// Two neighbours that changed places.
    static let swapped = 14

    /// A sound that the other word doesn't have.
    @inline(__always)
    func gap(_ sound: UInt8, after before: UInt8) -> Int {
        sound == before ? Self.doubled : Int(gaps[Int(sound)])
    }

    /// One sound in the place of another.
    @inline(__always)
    func exchange(_ one: UInt8, _ other: UInt8) -> Int {
        Int(exchanges[Int(one) << 8 | Int(other)])
    }

    private static let doubled = 3

    private init() {
        var gaps = [UInt8](repeating: 16, count: 256)
        for letter in "aeou".utf8 { gaps[Int(letter)] = 8 }
        for letter in "iyjh".utf8 { gaps[Int(letter)] = 5 }
        self.gaps = gaps
        var exchanges = [UInt8](repeating: 20, count: 1 << 16)
        // Later groups are nearer than the ones before.
        let groups: [(String, UInt8)] = [
            ("gkhcqjCx", 9), ("szcjtxTSCZJg", 9), ("bvwuf", 9), ("fvpwb", 10), ("td", 8),
            ("lw", 14), ("mn", 12), ("rl", 14), ("aeiouyj", 6), ("iyj", 2), ("ie", 4),
            ("ou", 4), ("ao", 4), ("ae", 5), ("vw", 2), ("kcq", 2), ("gh", 5), ("kg", 7),
            ("cT", 2), ("zT", 4), ("sz", 5), ("sS", 6), ("sc", 5), ("CT", 6), ("CS", 5), ("Ch", 4),
            ("Cc", 5), ("Zj", 2), ("ZJ", 3), ("jJ", 2), ("JT", 4), ("Jg", 5), ("Zg", 4), ("Jz", 5),
            ("Zz", 5), ("hj", 5), ("Ss", 6), ("Sx", 3), ("kC", 7), ("td", 7),
        ]
        for (group, cost) in groups {
            for one in group.utf8 {
                for other in group.utf8 { exchanges[Int(one) << 8 | Int(other)] = cost }
            }
        }
        for sound in 0..<256 { exchanges[sound << 8 | sound] = 0 }
        self.exchanges = exchanges
    }
}
