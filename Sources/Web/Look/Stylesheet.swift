import Charts

/// The one stylesheet. Its address holds a hash of its content, so that it may be kept for ever.
enum Stylesheet {
    /// The whole text.
    static let text = [
        inkAndPaper, type, frame, titles, facts, tables, lists, filters, notices, pages, drawings,
        explorer, calendar, market, ChartStyle.css, wide, print,
    ].joined(separator: "\n")

    /// The text as UTF-8.
    static let bytes = Array(text.utf8)

    /// A hash of the text, in hexadecimal digits.
    static let hash = ContentHash.digits(of: bytes)

    /// Where it is served.
    static let address = Address("/assets/fondaco-" + hash + ".css")
}

/// The icon that a browser shows beside the page's title.
enum SiteIcon {
    /// An SVG image, as UTF-8.
    static let bytes = Array(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" \
        rx="4" fill="#FBF8F3"/><g fill="none" stroke="#9B2C20" stroke-width="2.5">\
        <path d="M4 6h24M7 27V18a9 9 0 0 1 18 0v9"/></g><path d="M3 28q3.25-2 6.5 0t6.5 0t6.5 0t6.5 \
        0" fill="none" stroke="#1F6F72" stroke-width="2"/></svg>
        """.utf8)

    /// Its media type.
    static let mediaType = "image/svg+xml"

    /// Where it is served.
    static let address = Address("/assets/icon-" + ContentHash.digits(of: bytes) + ".svg")
}

/// Names content by what it is. Not for security: a change must give another name, no more.
enum ContentHash {
    /// FNV-1a, 64 bits (draft-eastlake-fnv), in hexadecimal digits.
    static func digits(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3
        }
        return String(hash, radix: 16)
    }
}
