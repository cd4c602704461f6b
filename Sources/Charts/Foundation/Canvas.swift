/// What a chart draws on: shapes with classes, links around marks, and texts whose boxes are kept.
///
/// Each element stands on a line of its own, so that two drawings can be compared by eye.
struct Canvas {
    enum Anchor { case start, middle, end }

    private(set) var labels: [LabelBox] = []
    private(set) var hasLinks = false
    private(set) var hasHatch = false
    private var writer: SVGWriter
    private let hatch: String

    /// An empty canvas; `id` is the prefix of the drawing's ids.
    init(id: String, capacity: Int = 16_384) {
        writer = SVGWriter(capacity: capacity)
        hatch = "url(#\(id)-hatch)"
    }

    var bytes: [UInt8] { writer.bytes }

    // MARK: Groups and links

    /// Opens a group: `<g class=… data-series=…>`.
    mutating func open(_ classes: String, series: String? = nil, label: String? = nil) {
        writer.raw("<g class=\"")
        writer.name(classes)
        writer.raw("\"")
        if let series { writer.attribute("data-series", text: series) }
        if let label { writer.attribute("data-label", text: label) }
        writer.raw(">\n")
    }

    /// Closes the group opened last.
    mutating func close() { writer.raw("</g>\n") }

    /// A mark: a link where it leads somewhere, else a group; in both its `<title>` says exactly
    /// what it shows. `at` is the mark's place on the chart's axis, for the page's script.
    mutating func mark(
        _ figure: Figure, classes: StaticString = "mark", at axis: String? = nil,
        series: String? = nil, _ draw: (inout Canvas) -> Void
    ) {
        let isLink = figure.href != nil
        if let href = figure.href {
            hasLinks = true
            writer.raw("<a href=\"")
            writer.text(href)
            writer.raw("\" class=\"")
        } else {
            writer.raw("<g class=\"")
        }
        writer.raw(classes)
        if let axis {
            writer.raw("\" data-x=\"")
            writer.text(axis)
        }
        if let series {
            writer.raw("\" data-series=\"")
            writer.text(series)
        }
        writer.raw("\"><title>")
        writer.text(figure.detail)
        writer.raw("</title>")
        draw(&self)
        if isLink { writer.raw("</a>\n") } else { writer.raw("</g>\n") }
    }

    /// The area of a plot whose horizontal axis is time: an invisible rectangle that says which
    /// days its edges stand for, so that a script can choose a stretch of time.
    mutating func timeArea(_ box: Box, first: Int, end: Int) {
        writer.raw("<rect class=\"target\" data-first=\"")
        writer.name(String(first))
        writer.raw("\" data-end=\"")
        writer.name(String(end))
        writer.raw("\"")
        writer.attribute("x", box.x)
        writer.attribute("y", box.y)
        writer.attribute("width", max(0, box.width))
        writer.attribute("height", max(0, box.height))
        writer.raw("/>\n")
    }

    // MARK: Shapes

    /// A horizontal or vertical hairline, or any other straight line.
    mutating func line(
        _ classes: StaticString, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double
    ) {
        var path = PathWriter()
        path.move(x1, y1)
        path.line(x2, y2)
        writer.raw("<path class=\"")
        writer.raw(classes)
        writer.raw("\" d=\"")
        writer.raw(path.data)
        writer.raw("\"/>\n")
    }

    /// A path; nothing for an empty one.
    mutating func path(_ classes: String, _ path: PathWriter) {
        guard !path.isEmpty else { return }
        writer.raw("<path class=\"")
        writer.name(classes)
        writer.raw("\" d=\"")
        writer.raw(path.data)
        writer.raw("\"/>\n")
    }

    /// A rectangle, also when its width or height was given backwards.
    mutating func rectangle(_ classes: String, _ box: Box, hatched: Bool = false) {
        // The far edge is rounded for itself, so that neighbours meet without a seam.
        let left = SVGWriter.tenths(min(box.x, box.right))
        let top = SVGWriter.tenths(min(box.y, box.bottom))
        writer.raw("<rect class=\"")
        writer.name(classes)
        writer.raw("\" x=\"")
        writer.tenths(left)
        writer.raw("\" y=\"")
        writer.tenths(top)
        writer.raw("\" width=\"")
        writer.tenths(SVGWriter.tenths(max(box.x, box.right)) - left)
        writer.raw("\" height=\"")
        writer.tenths(SVGWriter.tenths(max(box.y, box.bottom)) - top)
        if hatched {
            hasHatch = true
            writer.raw("\" fill=\"")
            writer.name(hatch)
        }
        writer.raw("\"/>\n")
    }

    /// A circle.
    mutating func circle(_ classes: String, _ x: Double, _ y: Double, radius: Double) {
        writer.raw("<circle class=\"")
        writer.name(classes)
        writer.raw("\" cx=\"")
        writer.number(x)
        writer.raw("\" cy=\"")
        writer.number(y)
        writer.raw("\" r=\"")
        writer.number(radius)
        writer.raw("\"/>\n")
    }

    // MARK: Text

    /// A text on a baseline. Its box is kept in `labels`.
    mutating func text(
        _ text: String, _ x: Double, _ baseline: Double, size: Double = 12,
        anchor: Anchor = .start, classes: String = "label", face: TextMeasure.Face = .sans
    ) {
        guard !text.isEmpty else { return }
        let box = Self.box(of: text, x, baseline, size: size, anchor: anchor, face: face)
        labels.append(
            LabelBox(text: text, x: box.x, y: box.y, width: box.width, height: box.height))
        writer.raw("<text class=\"")
        writer.name(classes)
        writer.raw("\"")
        writer.attribute("x", x)
        writer.attribute("y", baseline)
        if size != 12 { writer.attribute("font-size", size) }
        switch anchor {
        case .start: break
        case .middle: writer.raw(" text-anchor=\"middle\"")
        case .end: writer.raw(" text-anchor=\"end\"")
        }
        writer.raw(">")
        writer.text(text)
        writer.raw("</text>\n")
    }

    /// A text that runs upwards from a point, its letters' feet to the right.
    mutating func upwardText(_ text: String, _ x: Double, _ y: Double, classes: String = "label") {
        guard !text.isEmpty else { return }
        let width = TextMeasure.width(text, size: 12)
        labels.append(
            LabelBox(text: text, x: x - 12 * 0.78, y: y - width, width: 12, height: width))
        writer.raw("<text class=\"")
        writer.name(classes)
        writer.raw("\" transform=\"translate(")
        writer.number(x)
        writer.raw(" ")
        writer.number(y)
        writer.raw(")rotate(-90)\">")
        writer.text(text)
        writer.raw("</text>\n")
    }

    /// The room that a text takes: from the ascenders to the descenders.
    static func box(
        of text: String, _ x: Double, _ baseline: Double, size: Double = 12,
        anchor: Anchor = .start, face: TextMeasure.Face = .sans
    ) -> Box {
        let width = TextMeasure.width(text, size: size, face: face)
        let left =
            switch anchor {
            case .start: x
            case .middle: x - width / 2
            case .end: x - width
            }
        return Box(x: left, y: baseline - size * 0.78, width: width, height: size)
    }

    /// The baseline that centres a text's capitals on a height.
    static func baseline(centredOn y: Double, size: Double = 12) -> Double { y + size * 0.36 }
}
