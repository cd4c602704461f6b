/// A decimal number, held exactly: `coefficient` × 10^−`scale`. Money and quantities are never
/// floating point. It has at most 18 significant digits and is kept in its shortest form, so
/// equal numbers are equal values and have one text.
public struct ExactDecimal: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The most digits that a number may have, before and after the point together.
    public static let maximumDigits = 18

    /// The digits with their sign, as a whole number.
    public let coefficient: Int64
    /// How many of the digits stand behind the point, 0…18.
    public let scale: Int

    /// Zero.
    public static let zero = ExactDecimal(0)

    /// A whole number.
    public init(_ value: Int32) {
        coefficient = Int64(value)
        scale = 0
    }

    /// The number `coefficient` × 10^−`scale` in its shortest form. Nil when it has over 18
    /// digits or the scale is outside 0…18.
    public init?(coefficient: Int64, scale: Int) {
        guard (0...Self.maximumDigits).contains(scale),
            coefficient.magnitude < 1_000_000_000_000_000_000
        else { return nil }
        var coefficient = coefficient
        var scale = scale
        while scale > 0, coefficient % 10 == 0 {
            coefficient /= 10
            scale -= 1
        }
        self.coefficient = coefficient
        self.scale = scale
    }

    /// Reads a number as JSON writes it (RFC 8259 section 6), an exponent included. Nil when
    /// it is not one, or doesn't fit 18 digits.
    public init?(_ text: some Collection<UInt8>) {
        var reader = Reader()
        for byte in text where !reader.take(byte) { return nil }
        guard let value = reader.finish() else { return nil }
        self = value
    }

    /// As ``init(_:)-(Collection<UInt8>)``, from a string.
    public init?(_ text: String) { self.init(text.utf8) }

    /// The shortest plain notation: no exponent, no superfluous zero, a point for the decimals.
    public var description: String {
        guard scale > 0 else { return String(coefficient) }
        var digits = String(coefficient.magnitude)
        if digits.utf8.count <= scale {
            digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits
        }
        let point = digits.index(digits.endIndex, offsetBy: -scale)
        return (coefficient < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
    }

    /// Numeric order.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        let scale = max(left.scale, right.scale)
        return left.coefficient(at: scale) < right.coefficient(at: scale)
    }

    /// The nearest double, for sorting and for places on a map; never for arithmetic on money.
    public var approximation: Double {
        var divisor = 1.0
        for _ in 0..<scale { divisor *= 10 }
        return Double(coefficient) / divisor
    }

    private func coefficient(at scale: Int) -> Int128 {
        var value = Int128(coefficient)
        for _ in self.scale..<scale { value *= 10 }
        return value
    }
}

extension ExactDecimal {
    /// A state machine over the characters of a number; it never overflows because it stops at
    /// the 18th significant digit.
    private struct Reader {
        private enum State { case start, minus, zero, whole, point, fraction, e, eSign, exponent }
        private var state = State.start
        private var negative = false
        private var magnitude: Int64 = 0
        private var digits = 0
        private var scale = 0
        private var exponent = 0
        private var exponentNegative = false

        mutating func take(_ byte: UInt8) -> Bool {
            switch (state, byte) {
            case (.start, UInt8(ascii: "-")):
                negative = true
                state = .minus
            case (.start, UInt8(ascii: "0")), (.minus, UInt8(ascii: "0")):
                state = .zero
            case (.start, 0x31...0x39), (.minus, 0x31...0x39), (.whole, 0x30...0x39):
                state = .whole
                return push(byte)
            case (.zero, UInt8(ascii: ".")), (.whole, UInt8(ascii: ".")):
                state = .point
            case (.point, 0x30...0x39), (.fraction, 0x30...0x39):
                state = .fraction
                scale += 1
                return scale < 1_000 && push(byte)
            case (.zero, 0x45), (.zero, 0x65), (.whole, 0x45), (.whole, 0x65), (.fraction, 0x45),
                (.fraction, 0x65):
                state = .e
            case (.e, UInt8(ascii: "+")), (.e, UInt8(ascii: "-")):
                exponentNegative = byte == UInt8(ascii: "-")
                state = .eSign
            case (.e, 0x30...0x39), (.eSign, 0x30...0x39), (.exponent, 0x30...0x39):
                state = .exponent
                exponent = exponent * 10 + Int(byte - 0x30)
                return exponent < 10_000
            default:
                return false
            }
            return true
        }

        /// Zeros at the end are counted but not yet taken: they may turn out superfluous.
        private var pendingZeros = 0

        private mutating func push(_ byte: UInt8) -> Bool {
            let digit = Int64(byte - 0x30)
            guard digit != 0 else {
                if magnitude != 0 { pendingZeros += 1 }
                return pendingZeros < 1_000
            }
            guard digits + pendingZeros < maximumDigits else { return false }
            for _ in 0..<pendingZeros { magnitude *= 10 }
            magnitude = magnitude * 10 + digit
            digits += pendingZeros + 1
            pendingZeros = 0
            return true
        }

        func finish() -> ExactDecimal? {
            switch state {
            case .zero, .whole, .fraction, .exponent: break
            default: return nil
            }
            guard magnitude != 0 else { return .zero }
            var scale = self.scale - pendingZeros + (exponentNegative ? exponent : -exponent)
            var magnitude = magnitude
            var digits = digits
            while scale < 0 {
                guard digits < maximumDigits else { return nil }
                magnitude *= 10
                digits += 1
                scale += 1
            }
            return ExactDecimal(coefficient: negative ? -magnitude : magnitude, scale: scale)
        }
    }
}
