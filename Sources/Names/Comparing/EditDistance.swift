/// Distances between two short strings of bytes.
enum EditDistance {
    /// The longest token of which all letters count.
    static let longest = 64

    /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, no
    /// part being edited twice.
    ///
    /// Bit-parallel after H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau
    /// edit distances" (Nordic Journal of Computing 10, 2003): a column of the table is two words
    /// of vertical differences, so that the cost is one step for each byte of `b`. Only the first
    /// 64 bytes of each side are looked at.
    static func alignment(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
        let rows = min(a.count, longest)
        let columns = min(b.count, longest)
        if rows == 0 || columns == 0 { return max(rows, columns) }
        var places: [256 of UInt64] = .init(repeating: 0)
        for row in 0..<rows { places[Int(a[row])] |= 1 << UInt64(row) }
        var up = ~UInt64(0)
        var down: UInt64 = 0
        var diagonal: UInt64 = 0
        var before: UInt64 = 0
        var distance = rows
        let bottom: UInt64 = 1 << UInt64(rows - 1)
        for column in 0..<columns {
            let match = places[Int(b[column])]
            let swaps = ((~diagonal & match) << 1) & before
            diagonal = (((match & up) &+ up) ^ up) | match | down | swaps
            var right = down | ~(diagonal | up)
            let left = diagonal & up
            if right & bottom != 0 { distance += 1 }
            if left & bottom != 0 { distance -= 1 }
            right = right << 1 | 1
            up = (left << 1) | ~(diagonal | right)
            down = diagonal & right
            before = match
        }
        return distance
    }

    /// The distance of two tokens written as sounds (`Sounds`), in tenths of an edit.
    ///
    /// The same recurrence as above with the costs of `SoundCosts`; three rows of the table are
    /// kept. Only the first 31 sounds are looked at. Gives up with `Int.max` as soon as a whole row
    /// exceeds `limit`.
    static func sounds(_ a: Span<UInt8>, _ b: Span<UInt8>, limit: Int) -> Int {
        let rows = min(a.count, 31)
        let columns = min(b.count, 31)
        let costs = SoundCosts.table
        var older: [32 of Int] = .init(repeating: 0)
        var old: [32 of Int] = .init(repeating: 0)
        var row: [32 of Int] = .init(repeating: 0)
        for column in 0..<columns {
            old[column + 1] = old[column] + costs.insertion(b[column])
        }
        for i in 0..<rows {
            row[0] = old[0] + costs.insertion(a[i])
            var least = row[0]
            for j in 0..<columns {
                var best = old[j] + costs.substitution(a[i], b[j])
                best = min(best, old[j + 1] + costs.insertion(a[i]))
                best = min(best, row[j] + costs.insertion(b[j]))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, older[j - 1] + SoundCosts.swap)
                }
                row[j + 1] = best
                least = min(least, best)
            }
            if least > limit { return .max }
            older = old
            old = row
        }
        return old[columns]
    }
}

/// What it costs, in tenths of an edit, to write one sound for another.
struct SoundCosts: Sendable {
    static let table = SoundCosts()
    static let swap = 8

    /// A vowel for another: they are what transliterations and ears agree on least.
    private static let vowel = 4
    private static let extraVowel = 5

    /// Pairs of sounds that systems and languages exchange.
    private static let pairs = [
        "gh": 2, "gk": 4, "hk": 4, "Ch": 3, "Ck": 4, "CS": 3, "Cc": 3, "CZ": 4, "Cs": 5, "Cj": 4,
        "sz": 2, "sc": 2, "zc": 3, "sS": 3, "zZ": 3, "SZ": 4, "cS": 4, "Zj": 1, "Sj": 4, "zj": 3,
        "gj": 4, "gZ": 4, "hj": 4, "ck": 5, "vf": 2, "vb": 4, "bp": 4, "dt": 4, "vu": 3, "ij": 2,
        "0o": 2, "1i": 2, "1l": 2, "9g": 2, "5s": 2, "3e": 2, "4a": 2, "8b": 2,
    ]

    /// By class of both sounds; see `place`.
    private var substitutions = [UInt8](repeating: 10, count: 64 * 64)
    private var insertions = [UInt8](repeating: 10, count: 64)

    private init() {
        let vowels = Array("aeiou".utf8)
        for first in vowels {
            for second in vowels { set(first, second, Self.vowel) }
            set(first, UInt8(ascii: "j"), 6)
            insertions[Self.place(first)] = UInt8(Self.extraVowel)
        }
        for (pair, cost) in Self.pairs {
            let letters = Array(pair.utf8)
            set(letters[0], letters[1], cost)
        }
        for digit in UInt8(ascii: "0")...UInt8(ascii: "9") {
            for other in 0..<64 where substitutions[Self.place(digit) * 64 + other] == 10 {
                substitutions[Self.place(digit) * 64 + other] = 30
                substitutions[other * 64 + Self.place(digit)] = 30
            }
            insertions[Self.place(digit)] = 30
        }
        insertions[Self.place(UInt8(ascii: "h"))] = 5
        insertions[Self.place(UInt8(ascii: "j"))] = 5
    }

    private mutating func set(_ first: UInt8, _ second: UInt8, _ cost: Int) {
        substitutions[Self.place(first) * 64 + Self.place(second)] = UInt8(cost)
        substitutions[Self.place(second) * 64 + Self.place(first)] = UInt8(cost)
    }

    /// 1–26 lower case, 27–29 S C Z, 30–39 digits, 0 for all else.
    private static func place(_ sound: UInt8) -> Int {
        switch sound {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(sound) - 0x60
        case UInt8(ascii: "S"): 27
        case UInt8(ascii: "C"): 28
        case UInt8(ascii: "Z"): 29
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(sound) - 0x30 + 30
        default: 0
        }
    }

    func insertion(_ sound: UInt8) -> Int { Int(insertions[Self.place(sound)]) }

    func substitution(_ first: UInt8, _ second: UInt8) -> Int {
        first == second ? 0 : Int(substitutions[Self.place(first) * 64 + Self.place(second)])
    }
}
