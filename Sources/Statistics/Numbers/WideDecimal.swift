import Records

/// A decimal for steps on the way to a result: `coefficient` × 10^−`scale` with up to 38 digits.
/// No operation traps; what leaves the range throws.
struct WideDecimal: Sendable {
    let coefficient: Int128
    let scale: Int

    static let zero = WideDecimal(coefficient: 0, scale: 0)

    init(coefficient: Int128, scale: Int) {
        self.coefficient = coefficient
        self.scale = scale
    }

    init(_ value: ExactDecimal) {
        coefficient = Int128(value.coefficient)
        scale = value.scale
    }

    init(_ value: Int) {
        coefficient = Int128(value)
        scale = 0
    }

    var isNegative: Bool { coefficient < 0 }
    var isZero: Bool { coefficient == 0 }
    var negated: WideDecimal { WideDecimal(coefficient: 0 - coefficient, scale: scale) }
    var magnitude: WideDecimal { isNegative ? negated : self }

    func plus(_ other: WideDecimal) throws(OutOfRange) -> WideDecimal {
        let common = max(scale, other.scale)
        let (sum, overflow) = try coefficient(at: common)
            .addingReportingOverflow(other.coefficient(at: common))
        return try WideDecimal(checking: sum, scale: common, overflow)
    }

    func minus(_ other: WideDecimal) throws(OutOfRange) -> WideDecimal {
        try plus(other.negated)
    }

    func times(_ other: WideDecimal) throws(OutOfRange) -> WideDecimal {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        return try WideDecimal(checking: product, scale: scale + other.scale, overflow)
    }

    /// The quotient with a number of decimals.
    /// - Throws: ``OutOfRange`` also when the divisor is zero.
    func divided(
        by divisor: WideDecimal, decimals: Int, _ direction: Direction
    ) throws(OutOfRange) -> WideDecimal {
        guard !divisor.isZero else { throw OutOfRange() }
        let shift = decimals + divisor.scale - scale
        var numerator = coefficient
        var denominator = divisor.coefficient
        if shift >= 0 {
            numerator = try Self.shifted(numerator, by: shift)
        } else {
            denominator = try Self.shifted(denominator, by: -shift)
        }
        let quotient = Self.quotient(numerator, denominator, direction)
        return WideDecimal(coefficient: quotient, scale: decimals)
    }

    /// The nearest number with at most so many decimals.
    func rounded(to decimals: Int, _ direction: Direction) throws(OutOfRange) -> WideDecimal {
        guard scale > decimals else { return self }
        return try divided(by: WideDecimal(1), decimals: decimals, direction)
    }

    /// The same number with 18 digits at most, decimals rounded half to even where there are
    /// more; nil when its whole part doesn't fit.
    var exact: ExactDecimal? {
        var decimals = min(scale, ExactDecimal.maximumDigits)
        while decimals >= 0 {
            if let rounded = try? rounded(to: decimals, .halfToEven),
                let narrow = Int64(exactly: rounded.coefficient),
                let exact = ExactDecimal(coefficient: narrow, scale: rounded.scale)
            {
                return exact
            }
            decimals -= 1
        }
        return nil
    }

    enum Direction { case down, up, halfToEven }

    private init(checking value: Int128, scale: Int, _ overflow: Bool) throws(OutOfRange) {
        // The smallest value has no opposite: it is kept out, so that `negated` never overflows.
        guard !overflow, value != .min else { throw OutOfRange() }
        coefficient = value
        self.scale = scale
    }

    private func coefficient(at common: Int) throws(OutOfRange) -> Int128 {
        try Self.shifted(coefficient, by: common - scale)
    }

    private static func shifted(_ value: Int128, by digits: Int) throws(OutOfRange) -> Int128 {
        guard value != 0 else { return 0 }
        guard (0..<powers.count).contains(digits) else { throw OutOfRange() }
        let (result, overflow) = value.multipliedReportingOverflow(by: powers[digits])
        guard !overflow, result != .min else { throw OutOfRange() }
        return result
    }

    private static func quotient(
        _ numerator: Int128, _ denominator: Int128, _ direction: Direction
    ) -> Int128 {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        guard remainder != 0 else { return quotient }
        let isNegative = (numerator < 0) != (denominator < 0)
        switch direction {
        case .down: return isNegative ? quotient - 1 : quotient
        case .up: return isNegative ? quotient : quotient + 1
        case .halfToEven:
            let rest = remainder.magnitude
            let other = denominator.magnitude - rest
            let away = rest > other || (rest == other && quotient & 1 != 0)
            return away ? quotient + (isNegative ? -1 : 1) : quotient
        }
    }

    private static let powers: [Int128] = {
        var powers: [Int128] = [1]
        for _ in 0..<38 { powers.append(powers[powers.count - 1] * 10) }
        return powers
    }()
}

extension WideDecimal: Comparable {
    static func == (left: WideDecimal, right: WideDecimal) -> Bool { order(left, right) == 0 }

    static func < (left: WideDecimal, right: WideDecimal) -> Bool { order(left, right) < 0 }

    /// A number that can't be brought to the other's scale is larger in size than the other.
    private static func order(_ left: WideDecimal, _ right: WideDecimal) -> Int {
        let common = max(left.scale, right.scale)
        guard let first = try? left.coefficient(at: common) else {
            return left.isNegative ? -1 : 1
        }
        guard let second = try? right.coefficient(at: common) else {
            return right.isNegative ? 1 : -1
        }
        return first < second ? -1 : (first == second ? 0 : 1)
    }
}

/// A step of a calculation left the 38 digits that it has, or divided by zero.
struct OutOfRange: Error {}
