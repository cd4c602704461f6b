/// An address that a link, a form or an image may point to.
///
/// Safe are `http:` and `https:` addresses and references within this site (`/zones`, `?page=2`,
/// `#figures`). Everything else (`javascript:`, `data:`, `//elsewhere`, controls or spaces that a
/// browser would drop before it reads the scheme) isn't, and is never written.
struct Address: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The address as it will stand in the attribute; empty if it wasn't safe.
    let text: String

    /// Whether it may be written.
    var isSafe: Bool { !text.isEmpty }

    /// Whether it leads away from this site.
    var isExternal: Bool { Self.scheme(of: text) != nil }

    /// An address from text of any origin.
    init(_ text: String) {
        self.text = Self.isSafe(text) ? text : ""
    }

    /// An address written in the source.
    init(stringLiteral value: String) {
        self.init(value)
    }

    /// A path on this site with a query, both percent-encoded here. Items with nil are left out.
    init(
        path: String, query: [(name: String, value: String?)] = [], fragment: String? = nil
    ) {
        var bytes: [UInt8] = []
        Self.appendEncoded(path, keepingSlashes: true, to: &bytes)
        var separator = UInt8(ascii: "?")
        for (name, value) in query {
            guard let value else { continue }
            bytes.append(separator)
            Self.appendEncoded(name, keepingSlashes: false, to: &bytes)
            bytes.append(UInt8(ascii: "="))
            Self.appendEncoded(value, keepingSlashes: true, to: &bytes)
            separator = UInt8(ascii: "&")
        }
        if let fragment {
            bytes.append(UInt8(ascii: "#"))
            Self.appendEncoded(fragment, keepingSlashes: true, to: &bytes)
        }
        self.init(String(decoding: bytes, as: UTF8.self))
    }

    // MARK: Safety

    private static func isSafe(_ text: String) -> Bool {
        guard !text.isEmpty else { return false }
        for byte in text.utf8 where byte <= 0x20 || byte == 0x7F || byte == 0x5C {
            return false
        }
        if text.hasPrefix("//") { return false }
        guard let scheme = scheme(of: text) else { return true }
        return scheme == "http" || scheme == "https"
    }

    /// The scheme in lower case, or nil for a relative reference (RFC 3986, 4.2: a colon may stand
    /// in a relative path only behind a slash).
    private static func scheme(of text: String) -> String? {
        for index in text.utf8.indices {
            switch text.utf8[index] {
            case UInt8(ascii: ":"): return text[..<index].lowercased()
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
            default: continue
            }
        }
        return nil
    }

    // MARK: Encoding

    /// Percent-encodes all but RFC 3986's unreserved characters (and slashes, where they divide).
    private static func appendEncoded(
        _ text: String, keepingSlashes: Bool, to bytes: inout [UInt8]
    ) {
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                bytes.append(byte)
            case 0x2F where keepingSlashes:
                bytes.append(byte)
            default:
                bytes.append(contentsOf: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
    }
}
