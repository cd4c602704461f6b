/// SplitMix64: a small generator that repeats itself for the same seed.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// Text of any scalars, half of them from the scripts that are folded.
    mutating func text(most: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...most, using: &self) {
            let range: ClosedRange<UInt32> =
                switch Int.random(in: 0..<6, using: &self) {
                case 0: 0x20...0x7E
                case 1: 0xA0...0x24F
                case 2: 0x370...0x6FF
                case 3: 0x1C90...0x30FF
                case 4: 0x61...0x7A
                default: 0...0x1FFFF
                }
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// A pronounceable word that no vocabulary knows.
    mutating func word(_ syllables: Int) -> String {
        (0..<syllables).map { _ in
            String("bdgklmnprstvz".randomElement(using: &self) ?? "b")
                + String("aeiou".randomElement(using: &self) ?? "a")
        }.joined()
    }
}
