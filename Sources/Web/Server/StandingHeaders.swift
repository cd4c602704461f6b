import Hummingbird

/// The header fields that don't depend on the answer: what browsers may do with it.
struct StandingHeaders: Sendable {
    /// For pages and everything that they load.
    let page: HTTPFields
    /// For the API, which other sites may read.
    let api: HTTPFields
    /// For content that other sites may show in a frame.
    let framed: HTTPFields
    /// For drawings as files, which have their style inside.
    let drawing: HTTPFields

    init() {
        page = Self.fields(
            Self.common + [
                ("Content-Security-Policy", Self.policy + "; frame-ancestors 'none'"),
                ("Cross-Origin-Resource-Policy", "same-origin"),
                ("X-Frame-Options", "DENY"),
                ("Vary", "Accept-Encoding, Accept-Language, Cookie"),
            ])
        api = Self.fields(
            Self.common + Self.shared + [
                ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
            ])
        framed = Self.fields(
            Self.common + Self.shared + [
                (
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                        + "base-uri 'none'"
                )
            ])
        drawing = Self.fields(
            Self.common + Self.shared + [
                ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
            ])
    }

    private static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'"

    private static let common = [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        (
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"
        ),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]

    private static let shared = [
        ("Access-Control-Allow-Origin", "*"),
        ("Access-Control-Expose-Headers", "ETag, Link, X-Fondaco-Cut"),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("Vary", "Accept-Encoding"),
    ]

    private static func fields(_ pairs: [(String, String)]) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in pairs { fields.add(name, value) }
        return fields
    }
}

extension HTTPFields {
    /// Adds a field. A name or value that HTTP doesn't allow is left out.
    mutating func add(_ name: String, _ value: String) {
        guard let field = HTTPFields.Element.Name(name) else { return }
        self[field] = value
    }
}
