/// An amount in the minor units of a currency (kopecks, cents); which currency is said beside it.
public typealias Money = Int64

/// A number of lots of an instrument.
public typealias Quantity = Int64

/// A price in ticks of an instrument.
public typealias Ticks = Int64

/// A currency by its three letters of ISO 4217, packed in a word.
public struct CurrencyCode: Sendable, Hashable, Comparable {
    /// The three ASCII letters, the first in bits 16 to 23.
    public let packed: UInt32

    /// A currency from three capital letters A to Z; nil if they aren't.
    public init?(_ text: String) {
        let letters = Array(text.utf8)
        guard letters.count == 3, letters.allSatisfy({ (65...90).contains($0) }) else {
            return nil
        }
        packed = letters.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// A currency from its packed form; nil if that isn't three capital letters.
    public init?(packed: UInt32) {
        let letters = [packed >> 16, packed >> 8 & 0xFF, packed & 0xFF]
        guard letters.allSatisfy({ (65...90).contains($0) }) else { return nil }
        self.packed = packed
    }

    /// The three letters.
    public var text: String {
        String(
            decoding: [
                UInt8(truncatingIfNeeded: packed >> 16), UInt8(truncatingIfNeeded: packed >> 8),
                UInt8(truncatingIfNeeded: packed),
            ], as: UTF8.self)
    }

    /// The order of the letters.
    public static func < (left: CurrencyCode, right: CurrencyCode) -> Bool {
        left.packed < right.packed
    }
}
