/// Common logarithms in plain arithmetic, so that every machine gives the same drawing.
enum Logarithm {
    /// log10 of a positive, finite number; 0 for any other.
    ///
    /// The number is m × 2^e with m near 1; ln m = 2·artanh((m − 1)/(m + 1)) by its power series
    /// (Abramowitz and Stegun, 4.1.27), whose terms fall below 2^−60 within fourteen.
    static func log10(_ number: Double) -> Double {
        guard number > 0, number.isFinite else { return 0 }
        var significand = number.significand
        var exponent = Double(number.exponent)
        if significand > 1.4142135623730951 {
            significand /= 2
            exponent += 1
        }
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var term = ratio
        var sum = 0.0
        for odd in stride(from: 1.0, through: 27, by: 2) {
            sum += term / odd
            term *= square
        }
        return (2 * sum + exponent * 0.6931471805599453) / 2.302585092994046
    }

    /// The greatest whole n with 10^n ≤ number; exact at powers of ten.
    static func floorOfLog10(_ number: Double) -> Int {
        var guess = Int(log10(number).rounded(.down))
        if Decimal10.power(guess + 1) <= number { guess += 1 }
        if Decimal10.power(guess) > number { guess -= 1 }
        return guess
    }
}
