/// Steps of colour with round bounds, and their legend.
struct ColourRamp {
    /// The bounds between steps, one more than there are steps.
    let bounds: [Tick]
    /// Whether the steps part at zero into two hues.
    let isDiverging: Bool
    let magnitude: NumberStyle.Magnitude?
    private let values: [Double]
    private let hasGaps: Bool
    private let hasFigures: Bool

    init(_ figures: [Figure], scale: MatrixChart.Scale, style: NumberStyle) {
        let drawn = figures.compactMap(\.drawn)
        let low = drawn.min() ?? 0
        let high = drawn.max() ?? 1
        isDiverging = low < 0 && high > 0
        hasGaps = drawn.count < figures.count
        hasFigures = !drawn.isEmpty
        if isDiverging {
            let reach = max(-low, high)
            let ticks = Ticks.covering(-reach, reach, atMost: 9)
            bounds = Array(ticks)
        } else if scale == .logarithmic, low > 0,
            let log = LogScale(covering: drawn, start: 0, end: 1, ticks: 8)
        {
            bounds = log.ticks
        } else {
            bounds = Ticks.covering(low, high, atMost: 8)
        }
        values = bounds.map(\.value)
        magnitude = style.magnitude(for: values.map(\.magnitude).max() ?? 0)
    }

    /// The step in which a value lies; its upper bound belongs to the next, save for the last.
    func step(of value: Double) -> Int? {
        guard values.count > 1 else { return nil }
        let above = values.firstIndex { $0 > value } ?? values.count - 1
        return min(max(above - 1, 0), values.count - 2)
    }

    func fill(_ step: Int) -> String {
        isDiverging ? Palette.divergingStep(place(step)) : Palette.step(place(step))
    }

    func textClass(_ step: Int) -> String {
        isDiverging
            ? Palette.text(onDivergingStep: place(step)) : Palette.text(onStep: place(step))
    }

    /// The class for a frame on a step.
    func frame(_ step: Int) -> String {
        textClass(step).hasSuffix("dark") ? "frame-on-dark" : "frame-on-light"
    }

    /// The steps spread over the nine colours; with two hues the neutral one is left out, as no
    /// step lies astride zero.
    private func place(_ step: Int) -> Int {
        let count = values.count - 1
        if isDiverging {
            let zero = values.firstIndex { $0 >= 0 } ?? count / 2
            let reach = Double(max(zero, count - zero))
            let distance = step >= zero ? Double(step - zero + 1) : Double(step - zero)
            let shade = (distance.magnitude / reach * 4).rounded(.up)
            return 4 + Int(distance < 0 ? -shade : shade)
        }
        guard count > 1 else { return 4 }
        return 1 + Int((Double(step) / Double(count - 1) * 7).rounded())
    }

    /// Height of the legend.
    static let height = 46.0

    /// Draws the steps as blocks with their bounds below, and what stands for no data.
    func draw(on canvas: inout Canvas, text: ChartText, width: Double) {
        let unit = [magnitude?.name ?? "", text.unit].filter { !$0.isEmpty }.joined(separator: " ")
        let room = hasGaps ? width - TextMeasure.width(text.words.noData, size: 12) - 40 : width
        canvas.text(
            TextMeasure.fitted(unit, size: 12, within: room - 8), 0, 11, classes: "unit")
        if hasGaps {
            let x = width - TextMeasure.width(text.words.noData, size: 12) - 2
            canvas.rectangle("blank", Box(x: x - 22, y: 2, width: 16, height: 11), hatched: true)
            canvas.text(
                TextMeasure.fitted(text.words.noData, size: 12, within: width - 26), max(24, x),
                11)
        }
        guard hasFigures, values.count > 1 else { return }
        let count = Double(values.count - 1)
        let block = min(46, (width - 30) / count)
        let labels = bounds.map { text.words.numbers.text($0.number, in: magnitude) }
        let first = TextMeasure.width(labels[0], size: 11) / 2
        for step in 0..<(values.count - 1) {
            canvas.rectangle(
                fill(step),
                Box(x: first + Double(step) * block, y: 19, width: block, height: 9))
        }
        var free = -1.0
        for (index, label) in labels.enumerated() {
            let x = first + Double(index) * block
            let box = Canvas.box(of: label, x, 40, size: 11, anchor: .middle)
            guard box.x >= free, box.right <= width else { continue }
            free = box.right + 5
            canvas.text(label, x, 40, size: 11, anchor: .middle, classes: "tick")
        }
    }
}
