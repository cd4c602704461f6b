/// Why a query isn't answered: an error of SDMX 2.1 (section 7, 5: error handling; codes and
/// their HTTP status as there).
public enum SDMXFault: Error, Hashable, Sendable {
    /// The query is right, but nothing fits it.
    case noResults(String)
    /// The query doesn't follow the interface.
    case syntax(String)
    /// The query follows the interface, but asks for what can't be.
    case semantic(String)
    /// No format that the client accepts is offered.
    case notAcceptable(String)
    /// A part of the interface that isn't offered.
    case notImplemented(String)
    /// More than is given at once.
    case tooLarge(String)
    /// The server is at fault.
    case internalError

    /// The SDMX error code.
    public var code: Int {
        switch self {
        case .noResults: 100
        case .syntax: 140
        case .semantic, .notAcceptable: 150
        case .internalError: 500
        case .notImplemented: 501
        case .tooLarge: 510
        }
    }

    /// The HTTP status.
    public var status: Int {
        switch self {
        case .noResults: 404
        case .syntax, .semantic: 400
        case .notAcceptable: 406
        case .internalError: 500
        case .notImplemented: 501
        case .tooLarge: 413
        }
    }

    /// What is wrong, and what would be right.
    public var text: String {
        switch self {
        case .noResults(let text): "No results found: \(text)"
        case .syntax(let text): "Syntax error: \(text)"
        case .semantic(let text): "Semantic error: \(text)"
        case .notAcceptable(let text): "Not acceptable: \(text)"
        case .notImplemented(let text): "Not implemented: \(text)"
        case .tooLarge(let text): "Response size exceeds service limit: \(text)"
        case .internalError: "Internal server error: the server's log says what happened"
        }
    }

    /// The error message (`mes:Error` of SDMX-ML 2.1).
    public var message: [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "mes:Error", [("xmlns:mes", XMLNamespace.message), ("xmlns:com", XMLNamespace.common)]
        ) {
            $0.element("mes:ErrorMessage", [("code", String(code))]) {
                $0.leaf("com:Text", [("xml:lang", "en")], text)
            }
        }
        return xml.bytes
    }

    static func quoted(_ text: some StringProtocol) -> String {
        "\"\(text.prefix(100))\(text.count > 100 ? "…" : "")\""
    }
}
