/// A number as decimal digits and a power of ten: what a tick or a label says, without the noise
/// of binary fractions.
struct Decimal10: Equatable {
    /// Digits from the first, none of them above nine; empty for zero.
    let digits: [UInt8]
    /// Power of ten of the last digit.
    let exponent: Int
    let isNegative: Bool

    var isZero: Bool { digits.isEmpty }

    /// `mantissa` × 10^`exponent`.
    init(mantissa: Int, exponent: Int) {
        let digits = String(mantissa.magnitude).utf8.map { $0 - 0x30 }
        self.init(trimming: mantissa == 0 ? [] : digits, exponent, isNegative: mantissa < 0)
    }

    /// The shortest decimal that reads back as `value`, rounded half up to `significant` digits;
    /// zero for what isn't finite.
    init(_ value: Double, significant: Int = 17) {
        guard value.isFinite, value != 0 else {
            self.init(trimming: [], 0, isNegative: false)
            return
        }
        var digits: [UInt8] = []
        var fraction = 0
        var written = 0
        var seenPoint = false
        let parts = value.magnitude.description.split(separator: "e")
        for byte in parts.first.map({ Array($0.utf8) }) ?? [] {
            if byte == UInt8(ascii: ".") {
                seenPoint = true
            } else {
                digits.append(byte &- 0x30)
                fraction += seenPoint ? 1 : 0
            }
        }
        if parts.count > 1 { written = Int(parts[1]) ?? 0 }
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        var exponent = written - fraction
        let limit = max(1, significant)
        if digits.count > limit {
            exponent += digits.count - limit
            let roundsUp = digits[limit] >= 5
            digits.removeSubrange(limit...)
            if roundsUp { Self.increment(&digits) }
        }
        self.init(trimming: digits, exponent, isNegative: value < 0)
    }

    private init(trimming digits: [UInt8], _ exponent: Int, isNegative: Bool) {
        let end = digits.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
        self.digits = Array(digits[..<end])
        self.exponent = end == 0 ? 0 : exponent + digits.count - end
        self.isNegative = isNegative
    }

    /// Adds one at the last digit; a carry over the first digit lengthens the number.
    private static func increment(_ digits: inout [UInt8]) {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
    }

    /// Ten to a whole power, exact up to 10^22; 0 or infinity where it leaves `Double`.
    static func power(_ exponent: Int) -> Double {
        guard exponent > -324 else { return 0 }
        guard exponent < 309 else { return .infinity }
        var result = 1.0
        var base = exponent < 0 ? 0.1 : 10.0
        guard exponent >= -22 else {
            // Dividing by an exact power keeps more digits than multiplying by tenths.
            return exponent < -300
                ? power(exponent + 300) / power(300) : 1 / power(-exponent)
        }
        if exponent < 0 { return 1 / power(-exponent) }
        var left = exponent
        while left > 0 {
            if left & 1 == 1 { result *= base }
            base *= left > 1 ? base : 1
            left >>= 1
        }
        return result
    }
}
