public import Records

/// The numbers that a figure may mean, both ends included.
public struct ValueRange: Hashable, Sendable {
    /// The lowest; nil when nothing limits it from below.
    public let lower: ExactDecimal?
    /// The highest; nil when nothing limits it from above.
    public let upper: ExactDecimal?
}

/// As ``ValueRange``, for steps on the way to a result.
struct WideRange: Sendable {
    let lower: WideDecimal?
    let upper: WideDecimal?

    static let everything = WideRange(lower: nil, upper: nil)

    var narrow: ValueRange {
        ValueRange(lower: lower?.exact, upper: upper?.exact)
    }

    var negated: WideRange { WideRange(lower: upper?.negated, upper: lower?.negated) }

    func plus(_ other: WideRange) throws(OutOfRange) -> WideRange {
        WideRange(
            lower: try Self.both(lower, other.lower), upper: try Self.both(upper, other.upper))
    }

    func minus(_ other: WideRange) throws(OutOfRange) -> WideRange { try plus(other.negated) }

    func times(_ factor: WideDecimal) throws(OutOfRange) -> WideRange {
        guard let lower, let upper else {
            let low = try lower?.times(factor)
            let high = try upper?.times(factor)
            return factor.isNegative
                ? WideRange(lower: high, upper: low) : WideRange(lower: low, upper: high)
        }
        let ends = [try lower.times(factor), try upper.times(factor)]
        return WideRange(lower: min(ends[0], ends[1]), upper: max(ends[0], ends[1]))
    }

    /// 100 × this ÷ `base`, rounded outwards to six decimals, for a range that doesn't go below
    /// zero and a base above zero; everything when the base may be zero.
    func percentage(of base: WideRange) throws(OutOfRange) -> WideRange {
        guard let lowestBase = base.lower, lowestBase > .zero else {
            guard let highestBase = base.upper, highestBase > .zero else { return .everything }
            return WideRange(lower: try Self.percent(lower, highestBase, .down), upper: nil)
        }
        return WideRange(
            lower: try base.upper.map { (upper) throws(OutOfRange) in
                try Self.percent(lower, upper, .down)
            } ?? .zero,
            upper: try Self.percent(upper, lowestBase, .up))
    }

    /// Whether one number can be in both. Ends that only touch count when `touching` does.
    func meets(_ other: WideRange, touching: Bool) -> Bool {
        Self.isBelow(lower, other.upper, touching) && Self.isBelow(other.lower, upper, touching)
    }

    private static func isBelow(
        _ low: WideDecimal?, _ high: WideDecimal?, _ touching: Bool
    ) -> Bool {
        guard let low, let high else { return true }
        return low < high || (touching && low == high)
    }

    private static func both(
        _ one: WideDecimal?, _ other: WideDecimal?
    ) throws(OutOfRange) -> WideDecimal? {
        guard let one, let other else { return nil }
        return try one.plus(other)
    }

    private static func percent(
        _ part: WideDecimal?, _ whole: WideDecimal, _ direction: WideDecimal.Direction
    ) throws(OutOfRange) -> WideDecimal? {
        try part?.times(WideDecimal(100)).divided(by: whole, decimals: 6, direction)
    }
}
