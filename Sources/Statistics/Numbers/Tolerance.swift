public import Records

/// What a stated number may mean: its rounding, read from its last digit, and its qualifier.
/// The table stands in `Documentation/statistics.md`.
public enum Tolerance {
    /// How widely a qualifier is read.
    public enum Reading: Sendable, Hashable {
        /// As it is used: "over 60" is not said of 95.
        case usual
        /// As it can be defended: "over 60" is true of 95.
        case wide
    }

    /// The numbers that a stated number may mean. Nil when the limits don't fit 18 digits.
    public static func range(
        of value: ExactDecimal, _ qualifier: Qualifier?, _ reading: Reading
    ) -> ValueRange? {
        (try? wideRange(of: value, qualifier, reading))?.narrow
    }

    static func wideRange(
        of value: ExactDecimal, _ qualifier: Qualifier?, _ reading: Reading
    ) throws(OutOfRange) -> WideRange {
        let number = WideDecimal(value)
        let digit = LastDigit(value)
        let isWide = reading == .wide
        switch qualifier {
        case nil, .exact:
            return try around(number, digit.half)
        case .about, .planned, .forecast:
            return try around(number, max(digit.half, share(number, isWide ? 10 : 5)))
        case .over:
            let leeway = max(digit.unit, try share(number, 10))
            return WideRange(lower: number, upper: isWide ? nil : try number.plus(leeway))
        case .atLeast:
            return WideRange(lower: number, upper: nil)
        case .under:
            let leeway = max(digit.unit, try share(number, 10))
            return WideRange(lower: isWide ? nil : try number.minus(leeway), upper: number)
        case .nearly:
            // Nearly −25 comes from above, nearly 25 from below.
            let leeway = max(digit.unit, try share(number, isWide ? 20 : 10))
            return number.isNegative
                ? WideRange(lower: number, upper: try number.plus(leeway))
                : WideRange(lower: try number.minus(leeway), upper: number)
        case .upTo:
            return number.isNegative
                ? WideRange(lower: number, upper: nil) : WideRange(lower: nil, upper: number)
        }
    }

    private static func around(
        _ number: WideDecimal, _ leeway: WideDecimal
    ) throws(OutOfRange) -> WideRange {
        WideRange(lower: try number.minus(leeway), upper: try number.plus(leeway))
    }

    fileprivate static func share(
        _ number: WideDecimal, _ percent: Int
    ) throws(OutOfRange) -> WideDecimal {
        try number.magnitude.times(WideDecimal(coefficient: Int128(percent), scale: 2))
    }

    /// The place of the last digit that isn't a zero at the end: the decimals in which the
    /// source stated the number. 847,900,000 was stated in hundred thousands.
    private struct LastDigit {
        /// One of the last digit's place.
        let unit: WideDecimal
        /// How far rounding may have moved the number. Zeros at the end leave open how exactly
        /// a number was stated ("1 billion"), so there it is a twentieth of it at most.
        let half: WideDecimal

        init(_ value: ExactDecimal) {
            var place: Int128 = 1
            var rest = value.coefficient
            while value.scale == 0, rest != 0, rest % 10 == 0 {
                rest /= 10
                place *= 10
            }
            unit = WideDecimal(coefficient: place, scale: value.scale)
            let half = WideDecimal(coefficient: place * 5, scale: value.scale + 1)
            guard place > 1 else {
                self.half = half
                return
            }
            let twentieth = WideDecimal(
                coefficient: Int128(value.coefficient.magnitude) * 5, scale: 2)
            self.half = min(half, twentieth)
        }
    }
}
