/// Where the parts of a slope chart go, and what stands beside its ends.
struct SlopeLayout {
    /// The text beside one end of a line.
    struct End {
        let row: Int
        let isLeft: Bool
        let text: String
        let middle: Double
    }

    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let height: Double
    let scale: LinearScale
    let unit: String
    let ends: [End]

    private static let row = 15.0

    init(_ chart: SlopeChart, _ frame: Frame) {
        let values = chart.rows.flatMap { [$0.from.drawn, $0.to.drawn].compactMap { $0 } }
        let style = chart.text.words.numbers
        let magnitude = style.magnitude(for: values.map(\.magnitude).max() ?? 0)
        unit = [magnitude?.name ?? "", chart.text.unit].filter { !$0.isEmpty }
            .joined(separator: " ")
        let rows = chart.rows
        func number(_ figure: Figure) -> String {
            guard let value = figure.drawn else { return "" }
            return figure.certainty.sign + style.text(value, significant: 3, in: magnitude)
        }
        // The right end names the subject; the left does too where there is room for both.
        let right = rows.map { $0.to.drawn == nil ? "" : "\(number($0.to)) \($0.name)" }
        let both = rows.map { $0.from.drawn == nil ? "" : "\($0.name) \(number($0.from))" }
        let alone = rows.map { row in
            row.from.drawn == nil
                ? "" : row.to.drawn == nil ? "\(row.name) \(number(row.from))" : number(row.from)
        }
        let widthOfBoth = Self.widest(both) + Self.widest(right) + 40
        let hasBoth = widthOfBoth <= frame.width * 0.66
        let leftTexts = hasBoth ? both : alone
        let limit = frame.width * 0.42
        let leftWidth = min(Self.widest(leftTexts) + 12, limit)
        let rightWidth = min(Self.widest(right) + 12, limit)
        self.left = leftWidth
        // A slope is read best when it isn't stretched.
        self.right = min(frame.width - rightWidth, leftWidth + 520)
        let most = Double(max(1, rows.count))
        top = unit.isEmpty ? 34 : 52
        let wanted = max(frame.plotHeight(share: 0.6, atLeast: 220), most * Self.row)
        bottom = top + wanted
        height = bottom + 14
        scale = LinearScale(
            low: values.min() ?? 0, high: values.max() ?? 1, start: bottom, end: top)
        ends =
            Self.ends(leftTexts, rows.map(\.from), scale, limit - 12, true, top, bottom)
            + Self.ends(right, rows.map(\.to), scale, limit - 12, false, top, bottom)
    }

    private static func widest(_ texts: [String]) -> Double {
        texts.map { TextMeasure.width($0, size: 12) }.max() ?? 0
    }

    private static func ends(
        _ texts: [String], _ figures: [Figure], _ scale: LinearScale, _ limit: Double,
        _ isLeft: Bool, _ top: Double, _ bottom: Double
    ) -> [End] {
        var order: [(row: Int, y: Double)] = []
        for (index, figure) in figures.enumerated() {
            if let value = figure.drawn { order.append((index, scale.position(value))) }
        }
        order.sort { $0.y == $1.y ? $0.row < $1.row : $0.y < $1.y }
        let middles = LabelColumn.spread(
            order.map(\.y), height: row, top: top - row / 2, bottom: bottom + row / 2)
        return zip(order, middles ?? []).map { place, middle in
            End(
                row: place.row, isLeft: isLeft,
                text: TextMeasure.fitted(texts[place.row], size: 12, within: limit),
                middle: middle)
        }
    }
}
