/// The title above and the source line below a drawing that stands as a file.
struct Heading {
    private struct Line {
        let text: String
        let baseline: Double
        let size: Double
        let face: TextMeasure.Face
        let cssClass: StaticString
    }

    /// Height of the band above the drawing.
    let above: Double
    /// Height of the band below it.
    let below: Double

    private let upper: [Line]
    private let lower: [Line]
    /// Room left free at each side of a file, so that nothing touches its rim.
    static let edge = 12.0

    init(_ text: ChartText, width: Double) {
        let size = width < 480 ? 17.0 : 20.0
        let room = width
        var y = 8.0
        var upper: [Line] = []
        for line in TextMeasure.lines(
            text.title, size: size, face: .serif, within: room, atMost: 4)
        {
            y += size * 1.25
            upper.append(
                Line(text: line, baseline: y, size: size, face: .serif, cssClass: "headline"))
        }
        above = upper.isEmpty ? 8 : y + 14
        y = 4
        var lower: [Line] = []
        for line in TextMeasure.lines(text.sourceLine, size: 11, within: room, atMost: 6) {
            y += 15
            lower.append(Line(text: line, baseline: y, size: 11, face: .sans, cssClass: "source"))
        }
        below = lower.isEmpty ? 8 : y + 10
        self.upper = upper
        self.lower = lower
    }

    func write(_ writer: inout SVGWriter, bodyHeight: Double) {
        for (line, offset) in upper.map({ ($0, 0.0) }) + lower.map({ ($0, above + bodyHeight) }) {
            writer.raw("<text class=\"")
            writer.raw(line.cssClass)
            writer.raw("\"")
            writer.attribute("x", Self.edge)
            writer.attribute("y", line.baseline + offset)
            writer.attribute("font-size", line.size)
            writer.raw(">")
            writer.text(line.text)
            writer.raw("</text>\n")
        }
    }

    func labels(bodyHeight: Double) -> [LabelBox] {
        (upper.map { ($0, 0.0) } + lower.map { ($0, above + bodyHeight) }).map { line, offset in
            LabelBox(
                text: line.text, x: Self.edge, y: line.baseline + offset - line.size * 0.8,
                width: TextMeasure.width(line.text, size: line.size, face: line.face),
                height: line.size)
        }
    }
}
