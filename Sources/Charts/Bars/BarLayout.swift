/// Where the parts of a bar chart go in a frame.
struct BarLayout {
    let plot: Box
    let height: Double
    let axis: ValueAxis
    let bands: BandScale
    let names: BandNames
    let legend: Legend

    init(_ chart: BarChart, _ frame: Frame, isThroughTime: Bool) {
        let values =
            chart.arrangement == .stacked
            ? Stack.sums(of: chart)
            : chart.series.flatMap { $0.figures.compactMap(\.drawn) }
        let hasAhead = chart.series.contains { $0.figures.contains { $0.certainty.isAhead } }
        legend = Self.legend(chart, frame, hasAhead: hasAhead)
        let plotHeight = frame.plotHeight(share: 0.48)
        let hasUnit = ValueAxis.mayNameUnit(values, chart.text)
        let top = legend.height + (hasUnit ? 28 : 16)
        let bottom = top + plotHeight
        axis = .linear(values, fromZero: true, bottom: bottom, top: top, text: chart.text)
        let left = (axis.width + 8).rounded(.up)
        plot = Box(x: left, y: top, width: max(40, frame.width - left - 2), height: plotHeight)
        let count = chart.categories.count
        // A few bars in a wide frame would be slabs: they stay slim and stand apart.
        let widest = 72 * Double(max(1, chart.arrangement == .grouped ? chart.series.count : 1))
        let step = plot.width / Double(max(1, count))
        bands = BandScale(
            count: count, start: plot.x, end: plot.right, gap: max(0.28, 1 - widest / step))
        names = BandNames(
            chart.categories.map(\.label), bands: bands, width: frame.width,
            skips: isThroughTime)
        height = bottom + names.height
    }

    private static func legend(_ chart: BarChart, _ frame: Frame, hasAhead: Bool) -> Legend {
        var items: [Legend.Item] = []
        if chart.series.count > 1 {
            let drawn = chart.series.enumerated()
            items = drawn.map { Legend.Item(name: $1.name, index: $0, sample: .block) }
        }
        if hasAhead {
            items.append(
                Legend.Item(name: chart.text.words.planned, index: 0, sample: .hollowBlock))
        }
        return Legend(items, width: frame.width)
    }
}

/// Sums of stacks.
enum Stack {
    /// The top and the foot of each stack: all that is positive, and all that is negative.
    static func sums(of chart: BarChart) -> [Double] {
        chart.categories.indices.flatMap { index -> [Double] in
            let values = chart.series.compactMap { $0.figures[index].drawn }
            let up = values.filter { $0 > 0 }.reduce(0, +)
            let down = values.filter { $0 < 0 }.reduce(0, +)
            return [up, down].map { $0.brought(into: -1e300...1e300, otherwise: 0) }
        }
    }
}

/// Names below bands: in one row, in up to three lines each, or upwards where there is no width.
struct BandNames {
    private enum Form {
        case lines([[String]])
        case upwards([String])
        case skipping(stride: Int)
    }

    let height: Double
    private let names: [String]
    private let bands: BandScale
    private let form: Form
    private let width: Double
    private static let size = 12.0

    init(_ names: [String], bands: BandScale, width: Double, skips: Bool) {
        self.names = names
        self.bands = bands
        self.width = width
        let widest = names.map { TextMeasure.width($0, size: Self.size) }.max() ?? 0
        let room = bands.step - 4
        if skips, widest > room {
            let stride = Int(((widest + 6) / max(1, bands.step)).rounded(.up))
            form = .skipping(stride: min(max(1, stride), 1000))
            height = 22
            return
        }
        let words = names.flatMap { $0.split(separator: " ") }
        let widestWord = words.map { TextMeasure.width(String($0), size: Self.size) }.max() ?? 0
        if widestWord <= room {
            let lines = names.map {
                TextMeasure.lines($0, size: Self.size, within: room, atMost: 3)
            }
            form = .lines(lines)
            height = 9 + 14 * Double(max(1, lines.map(\.count).max() ?? 1))
        } else if room >= 10 {
            let shown = names.map { TextMeasure.fitted($0, size: Self.size, within: 110) }
            form = .upwards(shown)
            height = 10 + (shown.map { TextMeasure.width($0, size: Self.size) }.max() ?? 0)
        } else {
            form = .skipping(stride: Int((14 / max(0.1, bands.step)).rounded(.up)))
            height = 22
        }
    }

    func draw(on canvas: inout Canvas, bottom: Double) {
        switch form {
        case .lines(let all):
            for (index, lines) in all.enumerated() {
                for (row, line) in lines.enumerated() {
                    canvas.text(
                        line, bands.middle(index), bottom + 17 + 14 * Double(row),
                        anchor: .middle, classes: "tick")
                }
            }
        case .upwards(let shown):
            for (index, name) in shown.enumerated() {
                let x = bands.middle(index) + 4
                let wide = TextMeasure.width(name, size: Self.size)
                canvas.upwardText(name, x, bottom + 7 + wide, classes: "tick")
            }
        case .skipping(let stride):
            var free = 0.0
            for index in Swift.stride(from: 0, to: names.count, by: stride) {
                let name = TextMeasure.fitted(names[index], size: Self.size, within: 110)
                let box = Canvas.box(of: name, bands.middle(index), 0, anchor: .middle)
                guard box.x >= free, box.right <= width else { continue }
                free = box.right + 4
                canvas.text(
                    name, bands.middle(index), bottom + 17, anchor: .middle, classes: "tick")
            }
        }
    }
}
