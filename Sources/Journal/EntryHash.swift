/// The SHA-256 of an entry, which names the entry and all entries before it.
public struct EntryHash: Sendable, Hashable, CustomStringConvertible {
    // Four words instead of an array: comparing and copying costs nothing on the hot path.
    let word0: UInt64
    let word1: UInt64
    let word2: UInt64
    let word3: UInt64

    /// What stands for "the entry before" in the first entry: 32 zero bytes.
    public static let none = EntryHash(word0: 0, word1: 0, word2: 0, word3: 0)

    /// The number of bytes in a hash.
    public static let byteCount = 32

    init(word0: UInt64, word1: UInt64, word2: UInt64, word3: UInt64) {
        self.word0 = word0
        self.word1 = word1
        self.word2 = word2
        self.word3 = word3
    }

    /// Reads a hash back from its 32 bytes; nil when there are more or fewer.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        func word(_ start: Int) -> UInt64 {
            bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        self.init(word0: word(0), word1: word(8), word2: word(16), word3: word(24))
    }

    /// Reads a hash back from 64 hexadecimal digits; nil when it isn't that.
    public init?(hex: String) {
        let digits = hex.utf8.map { Self.value(ofDigit: $0) }
        guard digits.count == 2 * Self.byteCount, !digits.contains(nil) else { return nil }
        let nibbles = digits.compactMap(\.self)
        self.init(
            bytes: stride(from: 0, to: nibbles.count, by: 2).map {
                nibbles[$0] << 4 | nibbles[$0 + 1]
            })
    }

    /// The 32 bytes, in the order in which SHA-256 gives them.
    public var bytes: [UInt8] {
        [word0, word1, word2, word3].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
        }
    }

    /// 64 lower-case hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    private static func value(ofDigit digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x61 + 10
        case 0x41...0x46: digit - 0x41 + 10
        default: nil
        }
    }
}
