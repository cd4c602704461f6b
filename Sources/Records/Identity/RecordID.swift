/// The name of a record for ever: lower-case ASCII slugs behind a prefix for its kind, such as
/// `place/by/grodno-region`. It never holds a dot, a space or an upper-case letter, so it can
/// stand in a URL as it is.
public struct RecordID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The longest id, in bytes.
    public static let maximumLength = 200

    /// The whole id.
    public let text: String

    /// Reads an id: two or more segments of `a…z`, `0…9` and inner hyphens, separated by `/`,
    /// the first of them a known prefix. Nil when the text is not such an id.
    public init?(_ text: String) {
        guard RecordID.isWellFormed(text.utf8), RecordID.kind(of: text) != nil else { return nil }
        self.text = text
    }

    /// The kind that the prefix tells.
    public var kind: Kind {
        // An id is only ever made with a known prefix.
        RecordID.kind(of: text) ?? .source
    }

    /// The id itself.
    public var description: String { text }

    /// Byte order, which for ASCII is alphabetical order.
    public static func < (left: RecordID, right: RecordID) -> Bool { left.text < right.text }

    private static func kind(of text: String) -> Kind? {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        return Kind(prefix: text[..<slash])
    }

    private static func isWellFormed(_ bytes: String.UTF8View) -> Bool {
        guard bytes.count <= maximumLength else { return false }
        var previous = UInt8(ascii: "/")
        var slashes = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                break
            case UInt8(ascii: "-"):
                if previous == UInt8(ascii: "/") { return false }
            case UInt8(ascii: "/"):
                if previous == UInt8(ascii: "/") || previous == UInt8(ascii: "-") { return false }
                slashes += 1
            default:
                return false
            }
            previous = byte
        }
        return slashes > 0 && previous != UInt8(ascii: "/") && previous != UInt8(ascii: "-")
    }
}
