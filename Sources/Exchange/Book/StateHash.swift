/// A 64-bit hash over words, for comparing states; no defence against forgery.
///
/// Each word is mixed in by xor, a multiplication with 2⁶⁴/φ (odd), and a xor of the word shifted
/// right by 29; the end by the finaliser of SplitMix64. The same words give the same hash on every
/// machine and in every version.
public struct StateHash: Sendable {
    private var state: UInt64 = 0x464F_4E44_4143_4F31

    /// The hash of no words.
    public init() {}

    /// Mixes a word in.
    public mutating func mix(_ word: UInt64) {
        state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
        state ^= state >> 29
    }

    /// Mixes a signed number in.
    public mutating func mix(_ number: Int64) { mix(UInt64(bitPattern: number)) }

    /// The hash of what was mixed in.
    public var value: UInt64 {
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

extension StandingRecord {
    /// Mixes the order into a state's hash, every field in the order of its declaration.
    public func mix(into hash: inout StateHash) {
        hash.mix(id)
        hash.mix(
            UInt64(side.rawValue) | UInt64(place.rawValue) << 8 | UInt64(validity.rawValue) << 16
                | UInt64(selfTrade.rawValue) << 24 | UInt64(kind.rawValue) << 32
                | (isPostOnly ? 1 << 40 : 0) | (price == nil ? 1 << 41 : 0))
        hash.mix(UInt64(participant) << 32 | UInt64(group))
        for number in [price ?? 0, shown, hidden, display, stop, protection, minimum] {
            hash.mix(number)
        }
        hash.mix(date)
    }
}

extension Book {
    /// A hash of all that decides what the book will do: its phase, last price, bands, and every
    /// standing order in the book's order. It doesn't depend on where things lie in memory.
    public var stateHash: UInt64 {
        var hash = StateHash()
        hash.mix(UInt64(phase.rawValue) | (hasLast ? 1 << 8 : 0))
        hash.mix(hasLast ? last : 0)
        for range in [bands.entry, bands.fixed] {
            hash.mix(range?.lowerBound ?? .min)
            hash.mix(range?.upperBound ?? .max)
        }
        hash.mix(bands.dynamic ?? -1)
        hash.mix(UInt64(pool.count))
        forEachSlot { record(of: $0).mix(into: &hash) }
        return hash.value
    }
}
