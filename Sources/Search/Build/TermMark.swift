/// A word of up to sixteen bytes as two numbers, or two hashes of a longer one.
struct TermMark: Equatable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var length: UInt32 = 0

    init() {}

    init(_ text: Span<UInt8>, _ range: Range<Int>) {
        length = UInt32(truncatingIfNeeded: range.count)
        let middle = min(range.upperBound, range.lowerBound + 8)
        for place in range.lowerBound..<middle { first = first << 8 | UInt64(text[place]) }
        if isLong {
            second = 0xCBF2_9CE4_8422_2325
            for place in middle..<range.upperBound {
                second = (second ^ UInt64(text[place])) &* 0x100_0000_01B3
            }
        } else {
            for place in middle..<range.upperBound { second = second << 8 | UInt64(text[place]) }
        }
    }

    /// Whether equal marks may belong to different words.
    var isLong: Bool { length > 16 }

    var hash: UInt64 {
        var mixed = first &* 0x9E37_79B9_7F4A_7C15 ^ (second &+ UInt64(length))
        mixed = (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed >> 32
    }
}
