/// What every chart can do: draw itself in a frame. The same chart in the same frame gives the
/// same bytes.
public protocol Chart: Sendable {
    /// The drawing for a frame.
    func draw(in frame: Frame) -> Drawing
}

/// Where a drawing will stand.
public enum Use: Sendable, CaseIterable {
    /// Inside a page that brings `ChartStyle.css` and shows title and sources itself.
    case inline
    /// As a file of its own: with its style, title and source line.
    case standalone
}

/// A text in a drawing, with the room it may take.
public struct LabelBox: Sendable, Equatable {
    /// The text as it stands.
    public let text: String
    /// Left edge in pixels.
    public let x: Double
    /// Upper edge in pixels.
    public let y: Double
    /// Width in pixels, as measured for the widest common face.
    public let width: Double
    /// Height in pixels.
    public let height: Double

    /// Whether two texts would touch.
    public func overlaps(_ other: LabelBox) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height
            && other.y < y + height
    }
}

/// A chart drawn for a width.
public struct Drawing: Sendable {
    /// Width in CSS pixels, without the margins of a file (12 pixels at each side).
    public let width: Double
    /// Height in CSS pixels, without the title and the source line of a file.
    public let height: Double
    /// Every text of the drawing and its room.
    public let labels: [LabelBox]
    /// The same figures as rows and columns.
    public var table: ChartTable { makeTable() }

    private let makeTable: @Sendable () -> ChartTable
    private let text: ChartText
    private let kind: String
    private let body: [UInt8]
    private let hasLinks: Bool
    private let hasHatch: Bool

    /// A finished drawing from what stands on a canvas; `kind` becomes a class of the `svg`.
    init(
        _ canvas: consuming Canvas, kind: String, text: ChartText, width: Double, height: Double,
        table: @autoclosure @escaping @Sendable () -> ChartTable
    ) {
        self.width = width
        self.height = height.rounded(.up)
        makeTable = table
        self.text = text
        self.kind = kind
        labels = canvas.labels
        hasLinks = canvas.hasLinks
        hasHatch = canvas.hasHatch
        body = canvas.bytes
    }

    /// The drawing as SVG in UTF-8.
    public func svg(_ use: Use) -> [UInt8] {
        let heading = use == .standalone ? Heading(text, width: width) : nil
        let across = width + (heading == nil ? 0 : 2 * Heading.edge)
        let whole = height + (heading.map { $0.above + $0.below } ?? 0)
        var writer = SVGWriter(capacity: body.count + 6000)
        writer.raw("<svg")
        if use == .standalone { writer.raw(" xmlns=\"http://www.w3.org/2000/svg\"") }
        writer.raw(" class=\"chart ")
        writer.name(kind)
        writer.raw("\" viewBox=\"0 0 ")
        writer.number(across)
        writer.raw(" ")
        writer.number(whole)
        writer.raw("\"")
        writer.attribute("width", across)
        writer.attribute("height", whole)
        writer.raw(" font-size=\"12\"")
        // Whoever has the role "img" hides the links inside from a screen reader.
        if hasLinks { writer.raw(" role=\"document\"") } else { writer.raw(" role=\"img\"") }
        // In a file the title and description name the drawing by themselves (SVG 2, 5.8).
        if use == .inline {
            writer.raw(" aria-labelledby=\"")
            writer.name(text.id)
            writer.raw("-title ")
            writer.name(text.id)
            writer.raw("-desc\"")
        }
        writer.raw(">\n<title id=\"")
        writer.name(text.id)
        writer.raw("-title\">")
        writer.text(text.title)
        writer.raw("</title>\n<desc id=\"")
        writer.name(text.id)
        writer.raw("-desc\">")
        writer.text(text.description)
        writer.raw("</desc>\n")
        if use == .standalone {
            writer.raw("<style>")
            writer.raw(ChartStyle.standalone.utf8)
            writer.raw("</style>\n<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n")
        }
        if hasHatch { writeHatch(&writer) }
        if let heading {
            heading.write(&writer, bodyHeight: height)
            writer.raw("<g transform=\"translate(")
            writer.number(Heading.edge)
            writer.raw(" ")
            writer.number(heading.above)
            writer.raw(")\">\n")
            writer.raw(body)
            writer.raw("</g>\n")
        } else {
            writer.raw(body)
        }
        writer.raw("</svg>\n")
        return writer.bytes
    }

    /// The texts of a drawing as it will stand; a file also has a title and a source line.
    public func labels(in use: Use) -> [LabelBox] {
        guard use == .standalone else { return labels }
        let heading = Heading(text, width: width)
        let moved = labels.map {
            LabelBox(
                text: $0.text, x: $0.x + Heading.edge, y: $0.y + heading.above, width: $0.width,
                height: $0.height)
        }
        return heading.labels(bodyHeight: height) + moved
    }

    /// Diagonal hairlines for what has no figure.
    private func writeHatch(_ writer: inout SVGWriter) {
        writer.raw("<defs><pattern id=\"")
        writer.name(text.id)
        writer.raw("-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" ")
        writer.raw("patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0v5\"/>")
        writer.raw("</pattern></defs>\n")
    }
}
