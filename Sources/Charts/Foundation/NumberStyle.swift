/// How a language writes numbers on an axis.
public struct NumberStyle: Sendable, Equatable {
    /// A power of ten that has a word: 6, "million".
    public struct Magnitude: Sendable, Equatable {
        /// The power of ten, a multiple of three above zero.
        public let exponent: Int
        /// Its word, as it stands before the unit.
        public let name: String

        /// A power of ten with its word.
        public init(exponent: Int, name: String) {
            self.exponent = exponent
            self.name = name
        }
    }

    /// Between the whole part and the fraction.
    public var decimalMark: String
    /// Between groups of three digits, in numbers of five digits and more.
    public var groupMark: String
    /// Before a negative number.
    public var minus: String
    /// The powers of ten that an axis may leave to its unit ("million USD"), in rising order.
    public var magnitudes: [Magnitude]

    /// A style, English unless given.
    public init(
        decimalMark: String = ".", groupMark: String = "\u{202F}", minus: String = "\u{2212}",
        magnitudes: [Magnitude] = [
            Magnitude(exponent: 3, name: "thousand"), Magnitude(exponent: 6, name: "million"),
            Magnitude(exponent: 9, name: "billion"), Magnitude(exponent: 12, name: "trillion"),
        ]
    ) {
        self.decimalMark = decimalMark
        self.groupMark = groupMark
        self.minus = minus
        self.magnitudes = magnitudes.filter { (1...300).contains($0.exponent) }
    }

    /// The magnitude in which numbers up to `largest` read best: its figures keep one to three
    /// digits before the mark, and numbers under ten thousand are left as they are.
    func magnitude(for largest: Double) -> Magnitude? {
        guard largest.isFinite, largest >= 10_000 else { return nil }
        return magnitudes.last { Decimal10.power($0.exponent) <= largest }
    }

    /// A number written out, divided by the magnitude.
    func text(_ number: Decimal10, in magnitude: Magnitude? = nil) -> String {
        let exponent = number.exponent - (magnitude?.exponent ?? 0)
        let sign = number.isNegative && !number.isZero ? minus : ""
        if number.isZero { return "0" }
        let digits = number.digits
        let point = digits.count + exponent
        if point > 15 || point < -6 { return sign + scientific(digits, exponent: point - 1) }
        let whole = point > 0 ? Array(digits.prefix(point)) : [0]
        let zeros = point > 0 ? max(0, point - digits.count) : 0
        let leading = point < 0 ? -point : 0
        let fraction = [UInt8](repeating: 0, count: leading) + digits.dropFirst(max(0, point))
        let wholeText = grouped(whole + [UInt8](repeating: 0, count: zeros))
        let kept = fraction.prefix(fraction.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0)
        return sign + wholeText + (kept.isEmpty ? "" : decimalMark + Self.text(kept))
    }

    /// A value to at most `significant` digits, for a label beside a mark.
    func text(_ value: Double, significant: Int, in magnitude: Magnitude? = nil) -> String {
        text(Decimal10(value, significant: significant), in: magnitude)
    }

    private func grouped(_ digits: [UInt8]) -> String {
        guard digits.count > 4 else { return Self.text(digits[...]) }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += groupMark }
            text += Self.text([digit])
        }
        return text
    }

    private func scientific(_ digits: [UInt8], exponent: Int) -> String {
        let kept = digits.prefix(3)
        let end = kept.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 1
        let fraction = kept.prefix(end).dropFirst()
        let head = Self.text(kept.prefix(1))
        let mantissa = fraction.isEmpty ? head : head + decimalMark + Self.text(fraction)
        return "\(mantissa)e\(exponent < 0 ? minus : "")\(abs(exponent))"
    }

    private static func text(_ digits: ArraySlice<UInt8>) -> String {
        String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }
}
