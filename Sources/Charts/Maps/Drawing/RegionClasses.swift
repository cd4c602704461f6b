/// Classes of figures for the fill of regions: between round limits, each with a step of the ramp.
struct RegionClasses {
    /// Limits, ascending; class `n` reaches from limit `n` to limit `n + 1`.
    let limits: [Tick]

    /// `nil` when no figure has a value. Where the largest is more than a hundred times the
    /// smallest, and none is zero or less, the limits grow by factors instead of by steps.
    init?(_ figures: [Figure]) {
        let values = figures.compactMap(\.drawn).sorted()
        guard let low = values.first, let high = values.last else { return nil }
        var limits: [Tick] = []
        if low > 0, high / low > 100,
            let scale = LogScale(covering: values, start: 0, end: 1, ticks: 7)
        {
            limits = scale.ticks
        } else {
            limits = Ticks.covering(low, high, atMost: 6)
        }
        self.limits = limits
    }

    var count: Int { max(1, limits.count - 1) }

    /// The step of the ramp (0…8) for a class.
    func step(ofClass index: Int) -> Int {
        count < 2 ? 4 : index * (Palette.steps - 1) / (count - 1)
    }

    /// The step of the ramp for a figure; `nil` for one without a value.
    func step(of figure: Figure) -> Int? {
        guard let value = figure.drawn else { return nil }
        let index = (limits.lastIndex { $0.value <= value } ?? 0)
        return step(ofClass: min(index, count - 1))
    }
}
