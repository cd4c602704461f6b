/// Names of the series with a sample of each, in rows above a plot.
struct Legend {
    /// What the sample looks like.
    enum Sample {
        case line(MarkShape)
        case aheadLine
        case block
        case tint
        case hollowBlock
        case hatch
    }

    struct Item {
        let name: String
        let index: Int
        let sample: Sample
        var isContext = false
    }

    private struct Placed {
        let item: Item
        let text: String
        let x: Double
        let y: Double
    }

    /// Height of all rows; 0 without items.
    let height: Double
    private let placed: [Placed]
    private static let row = 19.0
    private static let sample = 22.0

    init(_ items: [Item], width: Double) {
        var x = 0.0
        var y = 0.0
        var placed: [Placed] = []
        for item in items {
            let text = TextMeasure.fitted(item.name, size: 12, within: width - Self.sample)
            let needed = Self.sample + TextMeasure.width(text, size: 12)
            if x > 0, x + needed > width {
                x = 0
                y += Self.row
            }
            placed.append(Placed(item: item, text: text, x: x, y: y))
            x += needed + 16
        }
        self.placed = placed
        height = items.isEmpty ? 0 : y + Self.row + 5
    }

    func draw(on canvas: inout Canvas, top: Double) {
        for one in placed {
            let middle = top + one.y + Self.row / 2 - 1
            draw(one.item, on: &canvas, x: one.x, middle: middle)
            canvas.text(one.text, one.x + Self.sample, Canvas.baseline(centredOn: middle))
        }
    }

    private func draw(_ item: Item, on canvas: inout Canvas, x: Double, middle: Double) {
        let fill = item.isContext ? "context-fill" : Palette.fill(item.index)
        let block = Box(x: x + 3, y: middle - 5, width: 12, height: 10)
        switch item.sample {
        case .line(let shape):
            var path = PathWriter()
            path.move(x + 1, middle)
            path.line(x + 17, middle)
            canvas.path(
                "line " + (item.isContext ? "context" : Palette.stroke(item.index)), path)
            shape.draw(on: &canvas, "dot \(fill)", x + 9, middle, radius: 3.5)
        case .aheadLine:
            var path = PathWriter()
            path.move(x, middle)
            path.line(x + 17, middle)
            canvas.path("line ahead context", path)
            canvas.circle("hollow context", x + 9, middle, radius: 3.5)
        case .block: canvas.rectangle(fill, block)
        case .tint: canvas.rectangle(Palette.tint(item.index), block)
        case .hollowBlock:
            canvas.rectangle("hollow ahead \(Palette.stroke(item.index))", block)
        case .hatch: canvas.rectangle("blank", block, hatched: true)
        }
    }
}
