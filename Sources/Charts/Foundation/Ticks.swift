/// A round place on a scale: exactly `mantissa` × 10^`exponent`.
struct Tick: Equatable {
    let mantissa: Int
    let exponent: Int

    var value: Double {
        exponent < 0
            ? Double(mantissa) / Decimal10.power(-exponent)
            : Double(mantissa) * Decimal10.power(exponent)
    }

    var number: Decimal10 { Decimal10(mantissa: mantissa, exponent: exponent) }
}

/// Round ticks that cover a range.
///
/// Steps are 1, 2 or 5 times a power of ten and the outer ticks enclose the data ("loose labels"):
/// P. S. Heckbert, "Nice Numbers for Graph Labels", Graphics Gems (1990). Of the possible steps
/// the smallest is taken that keeps to the number of ticks for which there is room, as J. Talbot,
/// S. Lin and P. Hanrahan advise for density ("An Extension of Wilkinson's Algorithm for
/// Positioning Tick Labels on Axes", 2010).
enum Ticks {
    /// Ticks enclosing `low` to `high`, at most `atMost` of them (three at least).
    static func covering(_ low: Double, _ high: Double, atMost: Int) -> [Tick] {
        let (low, high) = proper(low, high)
        let room = max(3, atMost)
        let span = high / 2 - low / 2
        var exponent = Logarithm.floorOfLog10(span) - 2
        while exponent < 305 {
            for factor in [1, 2, 5] {
                let step = Tick(mantissa: factor, exponent: exponent).value
                guard step > 0 else { continue }
                let first = (low / step).rounded(.down)
                let last = (high / step).rounded(.up)
                guard last - first + 1 <= Double(room), first.magnitude < 1e15, last < 1e15 else {
                    continue
                }
                return (Int(first)...Int(last)).map {
                    Tick(mantissa: $0 * factor, exponent: exponent)
                }
            }
            exponent += 1
        }
        return [Tick(mantissa: 0, exponent: 0), Tick(mantissa: 1, exponent: 0)]
    }

    /// A range that has an extent: one value alone is widened towards zero, or around itself.
    private static func proper(_ low: Double, _ high: Double) -> (Double, Double) {
        let low = low.brought(into: -1e300...1e300, otherwise: 0)
        let high = high.brought(into: -1e300...1e300, otherwise: 1)
        let (a, b) = low <= high ? (low, high) : (high, low)
        let size = max(a.magnitude, b.magnitude)
        if size < 1e-300 { return (0, 1) }
        guard b / 2 - a / 2 > size * 1e-9 else {
            // All values equal: the tick distances are taken from the value itself.
            return (a - size * 0.1, b + size * 0.1)
        }
        return (a, b)
    }
}
