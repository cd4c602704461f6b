/// The chance of a run: SplitMix64, all of it from the seed.
public struct Chance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Chance from a seed.
    public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }

    /// Chance of its own for one part of a run, so that what one part draws doesn't change
    /// another's.
    mutating func branch() -> Chance { Chance(seed: next()) }

    /// Whether something happens that happens so many times in a thousand.
    mutating func happens(_ permille: Int) -> Bool {
        permille > 0 && Int.random(in: 0..<1_000, using: &self) < permille
    }

    mutating func number<Number: FixedWidthInteger>(_ range: ClosedRange<Number>) -> Number {
        Number.random(in: range, using: &self)
    }

    /// One of a few; the list isn't empty.
    mutating func one<Element>(of list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &self)]
    }

    /// A place in a list of weights, each as likely as it is heavy.
    mutating func place(by weights: [Int]) -> Int {
        let total = weights.reduce(0, +)
        guard total > 0 else { return 0 }
        var rest = Int.random(in: 0..<total, using: &self)
        for (place, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return place }
        }
        return 0
    }
}
