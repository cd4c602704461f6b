/// Writes XML 1.0 in UTF-8: elements and leaves, each on a line of its own.
struct XMLWriter {
    private(set) var bytes: [UInt8]

    /// Begins a document.
    init() {
        bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    }

    /// Gives what was written so far and goes on after it.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// An element with elements inside.
    mutating func element(
        _ name: String, _ attributes: [(String, String?)] = [],
        _ content: (inout XMLWriter) -> Void
    ) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// The beginning of an element.
    mutating func open(_ name: String, _ attributes: [(String, String?)] = []) {
        tag(name, attributes)
        bytes += ">\n".utf8
    }

    /// The end of an element.
    mutating func close(_ name: String) {
        bytes += "</".utf8
        bytes += name.utf8
        bytes += ">\n".utf8
    }

    /// An element without content, or with a text.
    mutating func leaf(
        _ name: String, _ attributes: [(String, String?)] = [], _ text: String? = nil
    ) {
        tag(name, attributes)
        guard let text else {
            bytes += "/>\n".utf8
            return
        }
        bytes.append(0x3E)
        escape(text)
        close(name)
    }

    private mutating func tag(_ name: String, _ attributes: [(String, String?)]) {
        bytes.append(0x3C)
        bytes += name.utf8
        for (name, value) in attributes {
            guard let value else { continue }
            bytes.append(0x20)
            bytes += name.utf8
            bytes += "=\"".utf8
            escape(value)
            bytes.append(0x22)
        }
    }

    /// Characters that XML 1.0 knows no way to write (section 2.2) become U+FFFD; white space
    /// that a parser would change is written as a reference (2.11, 3.3.3).
    private mutating func escape(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: bytes += "&amp;".utf8
            case 0x3C: bytes += "&lt;".utf8
            case 0x3E: bytes += "&gt;".utf8
            case 0x22: bytes += "&quot;".utf8
            case 0x09, 0x0A, 0x0D: bytes += "&#\(scalar.value);".utf8
            case 0..<0x20, 0xFFFE, 0xFFFF: bytes += "\u{FFFD}".utf8
            default: if let character = UTF8.encode(scalar) { bytes += character }
            }
        }
    }
}

/// The namespaces of SDMX-ML 2.1.
enum XMLNamespace {
    private static let base = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/"
    static let message = base + "message"
    static let common = base + "common"
    static let structure = base + "structure"
    static let generic = base + "data/generic"
    static let structureSpecific = base + "data/structurespecific"
    static let instance = "http://www.w3.org/2001/XMLSchema-instance"
}
