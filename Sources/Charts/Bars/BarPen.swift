/// Draws bars, and values beside them where there is room.
struct BarPen {
    let layout: BarLayout
    let text: ChartText
    private var values: [(text: String, x: Double, y: Double, isBelow: Bool, room: Double)] = []

    init(layout: BarLayout, text: ChartText) {
        self.layout = layout
        self.text = text
    }

    /// Bars beside each other.
    mutating func drawGroups(_ chart: BarChart, on canvas: inout Canvas) {
        let count = Double(max(1, chart.series.count))
        let width = layout.bands.band / count
        let inset = count > 1 ? min(1, width * 0.08) : 0
        for (number, series) in chart.series.enumerated() {
            canvas.open("series", series: series.id, label: series.name)
            for (index, figure) in series.figures.enumerated() {
                let x = layout.bands.position(index) + width * Double(number)
                let place = Box(x: x + inset / 2, y: 0, width: width - inset, height: 0)
                guard let value = figure.drawn else {
                    drawGap(figure, place, at: chart.categories[index].id, on: &canvas)
                    continue
                }
                let end = layout.axis.scale.position(value)
                drawBar(
                    figure, place, from: layout.axis.zero, to: end, index: number,
                    at: chart.categories[index].id, on: &canvas)
                let shown = label(value, figure.certainty)
                let room = count > 1 ? width : layout.bands.step
                values.append((shown, x + width / 2, end, value < 0, room - 3))
            }
            canvas.close()
        }
    }

    /// Bars on each other: what is positive upwards from zero, what is negative downwards.
    mutating func drawStacks(_ chart: BarChart, on canvas: inout Canvas) {
        var tops = [Double](repeating: 0, count: chart.categories.count)
        var feet = tops
        for (number, series) in chart.series.enumerated() {
            canvas.open("series", series: series.id, label: series.name)
            for (index, figure) in series.figures.enumerated() {
                guard let value = figure.drawn, value != 0 else { continue }
                let start = value > 0 ? tops[index] : feet[index]
                let end = (start + value).brought(into: -1e300...1e300, otherwise: 0)
                if value > 0 { tops[index] = end } else { feet[index] = end }
                let place = Box(
                    x: layout.bands.position(index), y: 0, width: layout.bands.band, height: 0)
                drawBar(
                    figure, place, from: layout.axis.scale.position(start),
                    to: layout.axis.scale.position(end), index: number,
                    at: chart.categories[index].id, on: &canvas)
            }
            canvas.close()
        }
        let hangsBelow = feet.contains { $0 < 0 }
        for index in chart.categories.indices {
            let figures = chart.series.map { $0.figures[index] }
            let place = Box(
                x: layout.bands.position(index), y: 0, width: layout.bands.band, height: 0)
            guard figures.contains(where: { $0.drawn != nil }) else {
                let first = figures.first ?? Figure(value: nil, text: text.words.noData)
                drawGap(first, place, at: chart.categories[index].id, on: &canvas)
                continue
            }
            // A sum is written only where nothing is missing from it.
            guard figures.allSatisfy({ $0.drawn != nil }), !hangsBelow else { continue }
            values.append(
                (
                    label(tops[index], .exact), layout.bands.middle(index),
                    layout.axis.scale.position(tops[index]), false, layout.bands.step - 3
                ))
        }
    }

    /// Writes the values when there is room for all of them; some alone would mislead the eye.
    func drawValues(on canvas: inout Canvas) {
        guard
            values.allSatisfy({ TextMeasure.width($0.text, size: 11) <= $0.room }),
            values.count <= 40
        else { return }
        for value in values {
            let y = value.isBelow ? value.y + 13 : value.y - 5
            guard y > 9, y < layout.plot.bottom - 1 || !value.isBelow else { continue }
            canvas.text(
                value.text, value.x, y, size: 11, anchor: .middle, classes: "value halo")
        }
    }

    private func label(_ value: Double, _ certainty: Certainty) -> String {
        certainty.sign
            + text.words.numbers.text(value, significant: 3, in: layout.axis.magnitude)
    }

    private func drawBar(
        _ figure: Figure, _ place: Box, from: Double, to: Double, index: Int, at axis: String,
        on canvas: inout Canvas
    ) {
        // Even a tiny figure is not nothing: half a pixel remains.
        let end =
            (to - from).magnitude < 0.5 && figure.drawn != 0
            ? from + ((figure.drawn ?? 0) < 0 ? 0.5 : -0.5) : to
        let box = Box(
            x: place.x, y: min(from, end), width: place.width, height: (end - from).magnitude)
        canvas.mark(figure, at: axis) { canvas in
            if figure.certainty.isAhead {
                let inner = Box(
                    x: box.x + 0.8, y: box.y + 0.8, width: max(0, box.width - 1.6),
                    height: max(0, box.height - 0.8))
                canvas.rectangle("hollow ahead \(Palette.stroke(index))", inner)
            } else {
                canvas.rectangle(Palette.fill(index), box)
            }
        }
    }

    /// A short hatched mark on the axis: no figure here, which is not zero.
    private func drawGap(
        _ figure: Figure, _ place: Box, at axis: String, on canvas: inout Canvas
    ) {
        canvas.mark(figure, classes: "mark gap", at: axis) { canvas in
            let height = min(9, layout.plot.height / 4)
            let top = max(layout.plot.y, layout.axis.zero - height)
            canvas.rectangle(
                "blank", Box(x: place.x, y: top, width: place.width, height: height),
                hatched: true)
        }
    }
}
