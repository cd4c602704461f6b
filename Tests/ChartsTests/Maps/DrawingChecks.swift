import Testing

@testable import Charts

/// What must hold for every drawing.
enum DrawingChecks {
    /// No text over text, none outside, and no number that is none.
    static func expectSound(
        _ drawing: Drawing, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for use in Use.allCases {
            let svg = String(decoding: drawing.svg(use), as: UTF8.self)
            #expect(
                !svg.contains("nan") && !svg.contains("inf\""), "\(what)",
                sourceLocation: sourceLocation)
            #expect(
                !svg.contains("-0 ") && !svg.contains("style="), "\(what)",
                sourceLocation: sourceLocation)
        }
        let labels = drawing.labels
        for (index, label) in labels.enumerated() {
            #expect(
                label.x >= 0 && label.y >= 0 && label.x + label.width <= drawing.width + 0.1
                    && label.y + label.height <= drawing.height,
                "\(what): '\(label.text)' leaves the frame", sourceLocation: sourceLocation)
            for other in labels[(index + 1)...] where label.overlaps(other) {
                Issue.record(
                    "\(what): '\(label.text)' lies over '\(other.text)'",
                    sourceLocation: sourceLocation)
            }
        }
    }

    /// The points at which a path's commands end, in pixels; for M, l, c and z.
    static func points(of data: [UInt8]) -> [PlanePoint] {
        var points: [PlanePoint] = []
        var here = PlanePoint(x: 0, y: 0)
        var command: UInt8 = 0
        var numbers: [Double] = []
        var text = ""
        func number() -> Double? {
            defer { text = "" }
            return text.isEmpty ? nil : Double(text)
        }
        func finish() {
            if let value = number() { numbers.append(value) }
            guard numbers.count >= 2 else { return }
            let last = PlanePoint(x: numbers[numbers.count - 2], y: numbers[numbers.count - 1])
            here = command == UInt8(ascii: "M") ? last : here + last
            points.append(here)
            numbers = []
        }
        for byte in data {
            switch byte {
            case UInt8(ascii: "M"), UInt8(ascii: "l"), UInt8(ascii: "c"), UInt8(ascii: "z"):
                finish()
                command = byte
            case UInt8(ascii: "-"):
                if let value = number() { numbers.append(value) }
                text = "-"
            case UInt8(ascii: " "):
                if let value = number() { numbers.append(value) }
            default: text.append(Character(UnicodeScalar(byte)))
            }
        }
        finish()
        return points
    }
}
