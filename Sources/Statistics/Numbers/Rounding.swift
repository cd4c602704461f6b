public import Records

/// How the result of a division is written: with a number of decimals, rounded to the nearest,
/// and from the exact middle to the even last digit (IEEE 754-2019 section 4.3.1,
/// roundTiesToEven), so that rounding doesn't drift upwards over many figures.
public struct Rounding: Hashable, Sendable {
    /// One decimal, as growth and shares are usually stated.
    public static let oneDecimal = Rounding(decimals: 1)

    /// The decimals kept, 0…9.
    public let decimals: Int

    /// - Parameter decimals: brought into 0…9.
    public init(decimals: Int) {
        self.decimals = min(max(decimals, 0), 9)
    }

    /// 100 × `part` ÷ `whole`, rounded. Nil when `whole` is zero or the result doesn't fit.
    public func percentage(_ part: ExactDecimal, of whole: ExactDecimal) -> ExactDecimal? {
        try? WideDecimal(part).times(WideDecimal(100))
            .divided(by: WideDecimal(whole), decimals: decimals, .halfToEven).exact
    }

    /// 100 × (`value` ÷ `base` − 1), rounded once, at the end. Nil when `base` is zero or the
    /// result doesn't fit.
    public func growth(from base: ExactDecimal, to value: ExactDecimal) -> ExactDecimal? {
        let base = WideDecimal(base)
        return try? WideDecimal(value).minus(base).times(WideDecimal(100))
            .divided(by: base, decimals: decimals, .halfToEven).exact
    }
}
