/// Reads the `Cookie` header field (RFC 6265, 5.4).
enum Cookies {
    /// The value of the first cookie of that name.
    static func value(of name: String, in header: String?) -> String? {
        guard let header else { return nil }
        for pair in header.split(separator: ";") {
            let trimmed = pair.drop { $0 == " " || $0 == "\t" }
            guard let equals = trimmed.firstIndex(of: "="), trimmed[..<equals] == name else {
                continue
            }
            return String(trimmed[trimmed.index(after: equals)...])
        }
        return nil
    }
}
