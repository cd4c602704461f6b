/// Values on a straight line of pixels, with round ticks.
struct LinearScale {
    let ticks: [Tick]
    let low: Double
    let high: Double
    let start: Double
    let end: Double

    /// A scale whose ticks enclose all values; with `fromZero` also zero.
    init(
        covering values: some Sequence<Double>, fromZero: Bool, start: Double, end: Double,
        ticks count: Int
    ) {
        var low = Double.infinity
        var high = -Double.infinity
        for value in values where value.isFinite {
            low = min(low, value)
            high = max(high, value)
        }
        if low > high { (low, high) = (0, 1) }
        if fromZero { (low, high) = (min(low, 0), max(high, 0)) }
        ticks = Ticks.covering(low, high, atMost: count)
        self.low = ticks.first?.value ?? 0
        self.high = ticks.last?.value ?? 1
        self.start = start
        self.end = end
    }

    /// A scale between two bounds as they are, without ticks.
    init(low: Double, high: Double, start: Double, end: Double) {
        ticks = []
        self.low = low
        self.high = high > low ? high : low + max(1, low.magnitude)
        self.start = start
        self.end = end
    }

    /// Where the value stands, within `start` and `end`.
    func position(_ value: Double) -> Double {
        // Halves, so that the extent of a range as wide as Double's doesn't overflow.
        let share = (value / 2 - low / 2) / (high / 2 - low / 2)
        return start + (end - start) * share.brought(into: 0...1, otherwise: 0)
    }
}

/// Positive values by their order of magnitude: equal steps are equal ratios.
struct LogScale {
    let ticks: [Tick]
    let low: Double
    let high: Double
    let start: Double
    let end: Double

    /// A scale that encloses the positive values; `nil` when there is none.
    init?(covering values: some Sequence<Double>, start: Double, end: Double, ticks count: Int) {
        var lowest = Double.infinity
        var highest = 0.0
        for value in values where value > 0 && value.isFinite {
            lowest = min(lowest, value)
            highest = max(highest, value)
        }
        guard highest > 0 else { return nil }
        let first = Logarithm.floorOfLog10(lowest)
        let last = Logarithm.floorOfLog10(highest)
        let room = max(3, count)
        var chosen: [Tick] = []
        for factors in [[1, 2, 5], [1, 3], [1]] where chosen.isEmpty {
            let all = (first...last + 1).flatMap { power in
                factors.map { Tick(mantissa: $0, exponent: power) }
            }
            let from = all.lastIndex { $0.value <= lowest } ?? 0
            let to = all.firstIndex { $0.value >= highest } ?? all.count - 1
            let fitting = Array(all[min(from, to)...max(from, to)])
            if fitting.count <= room || factors.count == 1 { chosen = fitting }
        }
        if chosen.count > room {
            let stride = (chosen.count - 2) / (room - 1) + 1
            let end = first + ((chosen.count - 2) / stride + 1) * stride
            chosen = Swift.stride(from: first, through: end, by: stride).map {
                Tick(mantissa: 1, exponent: $0)
            }
            // The last may lie beyond what a number can be.
            chosen.removeAll { $0.exponent > 305 }
        }
        if chosen.count == 1, let only = chosen.first {
            chosen = [only, Tick(mantissa: only.mantissa * 10, exponent: only.exponent)]
        }
        ticks = chosen
        low = Logarithm.log10(chosen.first?.value ?? 1)
        high = max(Logarithm.log10(chosen.last?.value ?? 10), Logarithm.log10(highest))
        self.start = start
        self.end = end
    }

    /// Where the value stands; at the start for what has no logarithm.
    func position(_ value: Double) -> Double {
        guard value > 0 else { return start }
        let share = (Logarithm.log10(value) - low) / (high - low)
        return start + (end - start) * share.brought(into: 0...1, otherwise: 0)
    }
}

/// Equal bands side by side, for categories.
struct BandScale {
    let start: Double
    let step: Double
    /// Width of the band itself, without the space beside it.
    let band: Double

    /// Bands for `count` categories between two pixels; `gap` is the share of a step left free.
    init(count: Int, start: Double, end: Double, gap: Double = 0.25) {
        let step = (end - start) / Double(max(1, count))
        self.start = start + step * gap / 2
        self.step = step
        band = step * (1 - gap)
    }

    /// The pixel at which a band begins.
    func position(_ index: Int) -> Double { start + Double(index) * step }

    /// The pixel in a band's middle.
    func middle(_ index: Int) -> Double { position(index) + band / 2 }
}
