import Records

/// A number with what it may mean, for calculating with both at once (interval arithmetic after
/// Moore: the result's range holds every result that numbers of the operands' ranges can have).
struct Estimate {
    let value: WideDecimal
    let usual: WideRange
    let wide: WideRange
    /// Whether nothing but rounding limits it: two rounding ranges that only touch don't agree,
    /// 35 and 36 being different counts.
    let isPlain: Bool

    init(value: WideDecimal, usual: WideRange, wide: WideRange, isPlain: Bool) {
        self.value = value
        self.usual = usual
        self.wide = wide
        self.isPlain = isPlain
    }

    init(_ figure: Figure) throws(OutOfRange) {
        let one = figure.observation
        value = WideDecimal(one.value)
        usual = try Tolerance.wideRange(of: one.value, one.qualifier, .usual)
        isPlain = one.qualifier == nil || one.qualifier == .exact
        wide = isPlain ? usual : try Tolerance.wideRange(of: one.value, one.qualifier, .wide)
    }

    /// A number that is what it is.
    init(exactly number: Int) {
        value = WideDecimal(number)
        usual = WideRange(lower: value, upper: value)
        wide = usual
        isPlain = false
    }

    func plus(_ other: Estimate) throws(OutOfRange) -> Estimate {
        Estimate(
            value: try value.plus(other.value), usual: try usual.plus(other.usual),
            wide: try wide.plus(other.wide), isPlain: isPlain && other.isPlain)
    }

    func minus(_ other: Estimate) throws(OutOfRange) -> Estimate {
        Estimate(
            value: try value.minus(other.value), usual: try usual.minus(other.usual),
            wide: try wide.minus(other.wide), isPlain: isPlain && other.isPlain)
    }

    func doubled() throws(OutOfRange) -> Estimate { try plus(self) }

    var magnitude: Estimate {
        value.isNegative
            ? Estimate(
                value: value.negated, usual: usual.negated, wide: wide.negated,
                isPlain: isPlain)
            : self
    }

    /// 100 × this ÷ `whole`, for a value that isn't negative and a whole above zero.
    func percentage(of whole: Estimate) throws(OutOfRange) -> Estimate {
        Estimate(
            value: try value.times(WideDecimal(100))
                .divided(by: whole.value, decimals: 6, .halfToEven),
            usual: try Self.positive(usual).percentage(of: Self.positive(whole.usual)),
            wide: try Self.positive(wide).percentage(of: Self.positive(whole.wide)),
            isPlain: false)
    }

    /// With the ranges stretched by percentages of their ends: for what is valued differently.
    func stretched(usual: ClosedRange<Int>, wide: ClosedRange<Int>) throws(OutOfRange) -> Estimate {
        Estimate(
            value: value, usual: try Self.stretched(self.usual, usual),
            wide: try Self.stretched(self.wide, wide), isPlain: false)
    }

    static func sum(of figures: [Figure]) throws(OutOfRange) -> Estimate {
        guard let first = figures.first else { return Estimate(exactly: 0) }
        var sum = try Estimate(first)
        for figure in figures.dropFirst() { sum = try sum.plus(Estimate(figure)) }
        return sum
    }

    /// Amounts that can't be negative aren't, however wide their rounding.
    private static func positive(_ range: WideRange) -> WideRange {
        WideRange(lower: range.lower.map { max($0, .zero) } ?? .zero, upper: range.upper)
    }

    private static func stretched(
        _ range: WideRange, _ percent: ClosedRange<Int>
    ) throws(OutOfRange) -> WideRange {
        let low = WideDecimal(coefficient: Int128(percent.lowerBound), scale: 2)
        let high = WideDecimal(coefficient: Int128(percent.upperBound), scale: 2)
        return WideRange(
            lower: try range.lower?.times(low), upper: try range.upper?.times(high))
    }
}
