/// Writes Atom (RFC 4287): elements with attributes and text, escaped; what XML 1.0 can't hold
/// (section 2.2) becomes U+FFFD.
struct AtomWriter {
    private(set) var bytes: [UInt8] = []

    /// An element with what is in it.
    mutating func element(
        _ name: String, _ attributes: [(name: String, value: String)] = [],
        _ content: (inout AtomWriter) -> Void
    ) {
        open(name, attributes, end: ">")
        content(&self)
        bytes += Array("</\(name)>".utf8)
    }

    /// An element that holds text; none without text.
    mutating func text(
        _ name: String, _ text: String?, _ attributes: [(name: String, value: String)] = []
    ) {
        guard let text else { return }
        element(name, attributes) { $0.bytes += Self.escaped(text) }
    }

    /// An element without content.
    mutating func empty(_ name: String, _ attributes: [(name: String, value: String)]) {
        open(name, attributes, end: "/>")
    }

    /// The declaration with which a document begins.
    mutating func declaration() {
        bytes += Array(#"<?xml version="1.0" encoding="utf-8"?>"#.utf8) + [0x0A]
    }

    private mutating func open(
        _ name: String, _ attributes: [(name: String, value: String)], end: String
    ) {
        bytes += Array("<\(name)".utf8)
        for (name, value) in attributes {
            bytes += Array(" \(name)=\"".utf8) + Self.escaped(value) + [UInt8(ascii: "\"")]
        }
        bytes += Array(end.utf8)
    }

    private static func escaped(_ text: String) -> [UInt8] {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return Array(result.utf8)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
