/// Where pages meet the server: a page is a function from what was asked to what is answered.
/// The server has already checked and decoded the request, and takes care of HEAD, conditional
/// requests, compression, security headers and errors.
///
/// ```swift
/// var routes = PageRoutes()
/// routes.get("/zones") { request in try ZonesPage(register, request).response }
/// routes.get("/records/**") { request in … request.remainder is "place/by/grodno" … }
/// ```
typealias PageHandler = @Sendable (PageRequest) throws -> PageResponse

/// A page of what changes by itself: it may wait for others, and its answer's bytes are its tag.
typealias LivePageHandler = @Sendable (PageRequest) async throws -> PageResponse

/// What a page does with a form that was sent to it.
typealias FormPageHandler = @Sendable (PageRequest, QueryParameters) async throws -> PageResponse

/// What is asked of a page.
struct PageRequest: Sendable {
    /// The whole path, decoded: `/records/place/by/grodno`.
    let path: String
    /// What `**` in the route stands for, decoded and without a slash in front; empty for a route
    /// without `**`.
    let remainder: String
    /// What the names in braces of the route stand for, decoded.
    let captures: [String: String]
    /// The query, decoded, in its order.
    let query: QueryParameters
    /// The language to answer in: `?lang=`, else the cookie `language`, else what the browser
    /// accepts, else English.
    let language: Language
    /// Where the client reaches the server, such as `http://127.0.0.1:8080`; no slash at the end.
    let origin: String

    /// The value of a cookie that the client sent.
    func cookie(_ name: String) -> String? { Cookies.value(of: name, in: cookieHeader) }

    private let cookieHeader: String?

    init(
        path: String, remainder: String = "", captures: [String: String] = [:],
        query: QueryParameters = QueryParameters(), language: Language = .english,
        origin: String = "", cookieHeader: String? = nil
    ) {
        self.path = path
        self.remainder = remainder
        self.captures = captures
        self.query = query
        self.language = language
        self.origin = origin
        self.cookieHeader = cookieHeader
    }
}

/// What a page answers.
struct PageResponse: Sendable {
    /// The HTTP status.
    var status = 200
    /// The media type.
    var contentType = "text/html; charset=utf-8"
    /// The content.
    var bytes: [UInt8]
    /// Header fields beside those that the server writes itself (`Location`, `Set-Cookie`, …).
    var headers: [(name: String, value: String)] = []
    /// How long the answer may be kept.
    var keeping = Keeping.revalidated

    /// What other sites may do with it.
    var sharing = Sharing.none

    /// Makes the answer itself where that takes long; awaited, so that it holds no thread that
    /// others' requests need.
    var completion: (@Sendable (PageResponse) async -> PageResponse)?

    /// Who may show an answer, and what browsers let it do.
    enum Sharing: Sendable {
        /// A page of this site alone.
        case none
        /// A page that other sites may show in a frame.
        case framed
        /// An image with a style of its own, for anybody.
        case drawing
        /// Data, for anybody.
        case data
    }

    /// How long an answer may be kept by browsers and caches.
    enum Keeping: Sendable {
        /// Kept, but asked for again each time; the server answers 304 while the register and the
        /// address are the same. Right for everything that is made from the register.
        case revalidated
        /// Kept for ever: the address changes with the content.
        case forever
        /// Not kept.
        case never
    }

    /// A page of HTML.
    init(html bytes: [UInt8], status: Int = 200) {
        self.bytes = bytes
        self.status = status
    }

    /// Any other content.
    init(_ contentType: String, _ bytes: [UInt8], keeping: Keeping = .revalidated) {
        self.contentType = contentType
        self.bytes = bytes
        self.keeping = keeping
    }

    /// Sends the client elsewhere on this site.
    /// - Parameter location: a path with its query, percent-encoded.
    static func redirect(to location: String, permanent: Bool = false) -> PageResponse {
        var response = PageResponse("text/plain; charset=utf-8", [], keeping: .never)
        response.status = permanent ? 301 : 303
        response.headers = [("Location", location)]
        return response
    }
}

/// Why a page can't be shown. A handler throws it, or returns a page with a status of its own.
enum PageFailure: Error, Sendable {
    /// There is nothing at this address (404).
    case notFound
    /// A part of the address is wrong (400): which, and what would be right.
    case badRequest(parameter: String, reason: String)
    /// Not a method of this address (405).
    case methodNotAllowed
    /// The server is at fault (500). What happened is in the log, not in the answer.
    case internalError

    /// The HTTP status.
    var status: Int {
        switch self {
        case .notFound: 404
        case .badRequest: 400
        case .methodNotAllowed: 405
        case .internalError: 500
        }
    }
}

/// The pages by their addresses.
struct PageRoutes: Sendable {
    /// A route by its pattern.
    struct Entry: Sendable {
        let pattern: String
        let route: Route
    }

    private(set) var entries: [Entry] = []

    /// Makes the page that says what went wrong; it has the status of the failure. `QueryError`
    /// from the register arrives here as ``PageFailure/badRequest(parameter:reason:)``.
    var failure: @Sendable (PageFailure, PageRequest) -> PageResponse = { failure, _ in
        var response = PageResponse(
            "text/plain; charset=utf-8", Array("\(failure)\n".utf8), keeping: .never)
        response.status = failure.status
        return response
    }

    init() {}

    /// A page for GET (and HEAD).
    /// - Parameter pattern: `/zones`, or `/records/**`. The longest pattern that fits decides; an
    ///   exact one goes before one with `**`.
    mutating func get(_ pattern: String, _ handler: @escaping PageHandler) {
        entries.append(Entry(pattern: pattern, route: Route(get: .page(handler))))
    }

    /// A page of what changes by itself.
    /// - Parameters:
    ///   - pattern: as for pages, or with names in braces: `/market/{section}`.
    ///   - form: what it does with a form that is sent to it.
    mutating func live(
        _ pattern: String, form: FormPageHandler? = nil, _ handler: @escaping LivePageHandler
    ) {
        entries.append(
            Entry(pattern: pattern, route: Route(get: .livePage(handler), form: form)))
    }
}
