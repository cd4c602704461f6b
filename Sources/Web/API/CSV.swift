/// Writes comma-separated values (RFC 4180): UTF-8, lines end with CR LF, fields are quoted where
/// they must be. Values are written exactly; none is changed for the sake of spreadsheets.
enum CSV {
    /// The media type.
    static let contentType = "text/csv; charset=utf-8; header=present"

    /// Appends a line.
    static func append(_ fields: [String?], to bytes: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if let field { append(field, to: &bytes) }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private static func append(_ field: String, to bytes: inout [UInt8]) {
        let text = field.utf8
        let mustBeQuoted =
            text.contains { byte in
                byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A
                    || byte == 0x0D
            } || text.first == 0x20 || text.last == 0x20
        guard mustBeQuoted else {
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
