import Hummingbird

/// The parts of a request's head that the server looks at, still as they were sent.
struct AskedFor: Sendable {
    let method: String
    /// Path and query as they were sent.
    let target: Substring
    let ifNoneMatch: String?
    let takesGzip: Bool
    let accept: String?
    let acceptLanguage: String?
    let cookie: String?
    /// The token of `Authorization: Bearer`.
    let bearer: String?
    /// Whether the request comes from a page of this site, as far as the browser says.
    let isOfThisSite: Bool
    /// Where the client reaches the server; empty when it doesn't say.
    let origin: String
    /// Whether the answer's format depends on what the client takes.
    let isNegotiated: Bool
    /// Whether it is for the API: errors are data, and other sites may ask.
    let isAPI: Bool

    init(_ request: Request) {
        method = request.method.rawValue
        target = Self.originForm(request.head.path ?? "/")
        let headers = request.headers
        ifNoneMatch = headers[.ifNoneMatch]
        takesGzip = AcceptEncoding.takesGzip(headers[.acceptEncoding])
        accept = headers[.accept]
        acceptLanguage = headers[.acceptLanguage]
        cookie = headers[.cookie]
        bearer = Self.bearer(headers[.authorization])
        let isSecure = Self.forwardedProtocol.map { headers[$0] == "https" } ?? false
        origin = Self.origin(request.head.authority, isSecure: isSecure)
        // A browser says where a form comes from; a program that doesn't has no cookies to abuse.
        let sender = Self.sender.flatMap { headers[$0] }
        let site = Self.fetchSite.flatMap { headers[$0] }
        isOfThisSite =
            (sender == nil || sender == origin) && (site == nil || site == "same-origin")
        let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
        isNegotiated = path.starts(with: "/sdmx/".utf8)
        isAPI =
            isNegotiated || path.elementsEqual("/healthz".utf8) || path.elementsEqual("/api".utf8)
            || path.starts(with: "/api/".utf8)
    }

    /// Whether only the head of the answer is wanted.
    var isHead: Bool { method == "HEAD" }

    /// The query as it was sent, without the question mark.
    var query: Substring.UTF8View {
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else {
            return target.utf8.suffix(0)
        }
        return target.utf8[target.utf8.index(after: mark)...]
    }

    /// The path, decoded.
    func path() throws(RequestFault) -> String {
        let raw = target.utf8.prefix { $0 != UInt8(ascii: "?") }
        guard target.utf8.count <= RequestLimits.target else {
            guard isAPI, raw.count <= RequestLimits.path else { throw .targetTooLong }
            throw .badParameter(
                "query", "is longer than \(RequestLimits.target) bytes; ask for less at a time")
        }
        guard raw.first == UInt8(ascii: "/"),
            let path = PercentDecoding.text(raw, plusIsSpace: false),
            // What isn't UTF-8 has been replaced by U+FFFD before it arrives here.
            !path.unicodeScalars.contains("\u{FFFD}")
        else {
            throw .badPath(
                "the path isn't valid: it begins with / and is percent-encoded UTF-8 without NUL")
        }
        return path
    }

    /// The language for a page.
    func language(_ query: QueryParameters) -> Language {
        Language.preferred(
            acceptLanguage: acceptLanguage, cookie: Cookies.value(of: "language", in: cookie),
            query: query["lang"])
    }

    private static let sender = HTTPFields.Element.Name("Origin")
    private static let fetchSite = HTTPFields.Element.Name("Sec-Fetch-Site")

    /// The token of credentials whose scheme is Bearer, in letters of any case (RFC 9110, 11.1).
    private static func bearer(_ credentials: String?) -> String? {
        guard let parts = credentials?.split(separator: " ", maxSplits: 1), parts.count == 2,
            parts[0].lowercased() == "bearer"
        else { return nil }
        return String(parts[1])
    }

    /// Path and query, also of a target that was sent as a whole address (RFC 9112, 3.2.2).
    private static func originForm(_ target: String) -> Substring {
        for scheme in ["http://", "https://"] where target.hasPrefix(scheme) {
            return target.dropFirst(scheme.count).drop { $0 != "/" && $0 != "?" }
        }
        return target[...]
    }

    /// What a proxy in front of the server spoke with the client.
    private static let forwardedProtocol = HTTPFields.Element.Name("X-Forwarded-Proto")

    /// An address from the `Host` field, which is anything that a client cares to send: only a
    /// name or number with a port is taken.
    private static func origin(_ host: String?, isSecure: Bool) -> String {
        guard let host, !host.isEmpty, host.utf8.count <= 255 else { return "" }
        for byte in host.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
                continue
            default:
                return ""
            }
        }
        return (isSecure ? "https://" : "http://") + host
    }
}
