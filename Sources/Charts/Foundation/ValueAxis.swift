/// The vertical axis of values: hairlines, tick labels at the left, the unit above.
struct ValueAxis {
    /// Where a value stands.
    enum Scale {
        case linear(LinearScale)
        case logarithmic(LogScale)

        func position(_ value: Double) -> Double {
            switch self {
            case .linear(let scale): scale.position(value)
            case .logarithmic(let scale): scale.position(value)
            }
        }

        var ticks: [Tick] {
            switch self {
            case .linear(let scale): scale.ticks
            case .logarithmic(let scale): scale.ticks
            }
        }
    }

    let scale: Scale
    let magnitude: NumberStyle.Magnitude?
    /// The ticks' texts.
    let texts: [String]
    /// Width of the widest tick label.
    let width: Double
    /// The unit with its magnitude: "million USD".
    let unit: String
    static let size = 12.0

    init(_ scale: Scale, text: ChartText) {
        self.scale = scale
        let style = text.words.numbers
        let ticks = scale.ticks
        let magnitude = Self.magnitude(of: ticks, style)
        texts = ticks.map { style.text($0.number, in: magnitude) }
        width = texts.map { TextMeasure.width($0, size: Self.size) }.max() ?? 0
        unit = [magnitude?.name ?? "", text.unit].filter { !$0.isEmpty }.joined(separator: " ")
        self.magnitude = magnitude
    }

    /// The magnitude that leaves whole numbers on the axis: 0, 500, 1 000 million rather than
    /// 0, 0.5, 1 billion; on a logarithmic axis that of the greatest tick.
    private static func magnitude(of ticks: [Tick], _ style: NumberStyle) -> NumberStyle.Magnitude?
    {
        let largest = ticks.map { $0.value.magnitude }.max() ?? 0
        guard let magnitude = style.magnitude(for: largest), ticks.count > 1 else { return nil }
        let step = (ticks[1].value / 2 - ticks[0].value / 2) * 2
        guard step < Decimal10.power(magnitude.exponent) else { return magnitude }
        let finer = style.magnitudes.last { $0.exponent < magnitude.exponent }
        let unscaled = largest / Decimal10.power(finer?.exponent ?? 0)
        return unscaled < 10_000 ? finer : magnitude
    }

    /// A linear axis for the values, for a plot from `bottom` up to `top`.
    static func linear(
        _ values: some Sequence<Double>, fromZero: Bool, bottom: Double, top: Double,
        text: ChartText, ticks: Int? = nil
    ) -> ValueAxis {
        let fitting = Int(((bottom - top) / 48).brought(into: 2...8, otherwise: 4)) + 1
        let count = ticks ?? fitting
        return ValueAxis(
            .linear(
                LinearScale(
                    covering: values, fromZero: fromZero, start: bottom, end: top, ticks: count)),
            text: text)
    }

    /// Whether an axis of these values may have a unit or a magnitude to name; its greatest tick
    /// can be ten times the greatest value.
    static func mayNameUnit(_ values: [Double], _ text: ChartText) -> Bool {
        !text.unit.isEmpty || values.contains { $0.magnitude >= 1000 }
    }

    /// Where zero stands; the bottom of a scale without zero.
    var zero: Double { scale.position(0) }

    /// Draws hairlines from `left` to `right` with their labels left of them; zero is drawn
    /// stronger, as the line from which everything is measured.
    func draw(on canvas: inout Canvas, left: Double, right: Double, unitAt top: Double? = nil) {
        if let top, !unit.isEmpty {
            let shown = TextMeasure.fitted(unit, size: Self.size, within: right)
            canvas.text(shown, 0, top, classes: "unit")
        }
        for (tick, text) in zip(scale.ticks, texts) {
            let y = scale.position(tick.value)
            canvas.line(tick.mantissa == 0 ? "axis" : "hairline", left, y, right, y)
            canvas.text(
                text, left - 6, Canvas.baseline(centredOn: y), anchor: .end, classes: "tick")
        }
    }
}
