/// Writes SVG into bytes: numbers in tenths of a pixel, text escaped, nothing else to go wrong.
struct SVGWriter {
    private(set) var bytes: [UInt8] = []

    /// Coordinates stay within this many pixels, so that no renderer overflows.
    static let farthest = 100_000.0

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Markup as it is.
    @inline(__always)
    mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Bytes as they are.
    mutating func raw(_ markup: some Sequence<UInt8>) { bytes.append(contentsOf: markup) }

    /// A class name or other text that needs no escaping.
    mutating func name(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// A number of pixels, to a tenth: never "-0", never an exponent, 0 for NaN.
    mutating func number(_ pixels: Double) { tenths(Self.tenths(pixels)) }

    /// A number in tenths of a pixel.
    mutating func tenths(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let magnitude = Int(value.magnitude)
        let whole = magnitude / 10
        let tenth = magnitude % 10
        if whole > 0 || tenth == 0 { integer(whole) }
        if tenth > 0 {
            bytes.append(UInt8(ascii: "."))
            bytes.append(UInt8(0x30 + tenth))
        }
    }

    /// The tenths of a pixel nearest to a number.
    static func tenths(_ pixels: Double) -> Int {
        Int((pixels.brought(into: -farthest...farthest, otherwise: 0) * 10).rounded())
    }

    private mutating func integer(_ value: Int) {
        if value >= 10 { integer(value / 10) }
        bytes.append(UInt8(0x30 + value % 10))
    }

    /// Text, escaped for content and for attributes; what XML doesn't allow becomes a space.
    mutating func text(_ text: String) {
        // Most texts need no escaping: they are copied whole.
        let isCopied =
            unsafe text.utf8.withContiguousStorageIfAvailable { buffer -> Bool in
                guard unsafe !buffer.contains(where: Self.isSpecial) else { return false }
                unsafe bytes.append(contentsOf: buffer)
                return true
            } ?? false
        if !isCopied { escape(text) }
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<")
            || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"") || byte == 0x7F
            || byte == 0xEF
    }

    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            case 0..<0x20, 0x7F: bytes.append(0x20)
            case 0xBE, 0xBF:
                bytes.append(byte)
                replaceNoncharacter()
            default: bytes.append(byte)
            }
        }
    }

    /// U+FFFE and U+FFFF (EF BF BE and EF BF BF) are no characters of XML.
    private mutating func replaceNoncharacter() {
        guard bytes.count >= 3, bytes[bytes.count - 2] == 0xBF, bytes[bytes.count - 3] == 0xEF
        else { return }
        bytes.removeLast(3)
        bytes.append(0x20)
    }

    /// An attribute with a number of pixels: ` x="12.5"`.
    mutating func attribute(_ name: StaticString, _ pixels: Double) {
        raw(" ")
        raw(name)
        raw("=\"")
        number(pixels)
        raw("\"")
    }

    /// An attribute with text.
    mutating func attribute(_ name: StaticString, text: String) {
        raw(" ")
        raw(name)
        raw("=\"")
        self.text(text)
        raw("\"")
    }
}

/// The `d` of a path: absolute moves, relative lines from the rounded points, so that rounding
/// never adds up.
struct PathWriter {
    private var writer = SVGWriter()
    private var x = 0
    private var y = 0
    private(set) var isEmpty = true

    /// Begins a new part at a point.
    mutating func move(_ x: Double, _ y: Double) {
        point("M", SVGWriter.tenths(x), SVGWriter.tenths(y), fromX: 0, fromY: 0)
        isEmpty = false
    }

    /// A straight line from where the path is; a move where it hasn't begun.
    mutating func line(_ x: Double, _ y: Double) {
        if isEmpty { return move(x, y) }
        point("l", SVGWriter.tenths(x), SVGWriter.tenths(y), fromX: self.x, fromY: self.y)
    }

    /// A cubic Bézier curve with two control points.
    mutating func curve(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
    ) {
        let numbers = [x1, y1, x2, y2, x, y].map(SVGWriter.tenths)
        writer.raw("c")
        for (index, number) in numbers.enumerated() {
            let relative = number - (index.isMultiple(of: 2) ? self.x : self.y)
            if index > 0, relative >= 0 { writer.raw(" ") }
            writer.tenths(relative)
        }
        self.x = numbers[4]
        self.y = numbers[5]
        isEmpty = false
    }

    /// Back to where the part began.
    mutating func close() { writer.raw("z") }

    /// Whether the path stands at this point.
    func isAt(_ x: Double, _ y: Double) -> Bool {
        SVGWriter.tenths(x) == self.x && SVGWriter.tenths(y) == self.y
    }

    /// What has been written.
    var data: [UInt8] { writer.bytes }

    private mutating func point(
        _ command: StaticString, _ x: Int, _ y: Int, fromX: Int, fromY: Int
    ) {
        writer.raw(command)
        writer.tenths(x - fromX)
        if y - fromY >= 0 { writer.raw(" ") }
        writer.tenths(y - fromY)
        self.x = x
        self.y = y
    }
}
