import Register

/// Why a request isn't answered as asked: what is wrong, and what would be right.
enum RequestFault: Error, Sendable, Hashable {
    /// A parameter of the query or form (400): its name, and what is wrong with it.
    case badParameter(_ name: String, _ reason: String)
    /// The path can't be read (400).
    case badPath(_ reason: String)
    /// The body can't be read (400).
    case badBody(_ reason: String)
    /// Who asks isn't known (401).
    case unauthorized(_ detail: String)
    /// Who asks may not (403).
    case forbidden(_ detail: String)
    /// There is nothing at this address (404).
    case notFound(_ detail: String)
    /// The address knows other methods (405).
    case methodNotAllowed(allowed: [String])
    /// The body took too long to arrive (408).
    case tooSlow
    /// The body is too long (413).
    case bodyTooLarge
    /// The target is too long (414).
    case targetTooLong
    /// The body is of a media type that isn't understood here (415).
    case unsupportedMediaType(_ detail: String)
    /// What was sent is well formed, but can't be done (422): the member that is wrong, if it is one.
    case unprocessable(_ detail: String, member: String?)
    /// More was sent than may be (429); after how many seconds it may be again.
    case tooMany(_ detail: String, after: Int)
    /// What would have to do it can't at present (503).
    case unavailable(_ detail: String)
    /// The server is at fault (500); what happened stands in the log only.
    case internalError

    /// The HTTP status.
    var status: Int {
        switch self {
        case .badParameter, .badPath, .badBody: 400
        case .unauthorized: 401
        case .forbidden: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .tooSlow: 408
        case .bodyTooLarge: 413
        case .targetTooLong: 414
        case .unsupportedMediaType: 415
        case .unprocessable: 422
        case .tooMany: 429
        case .internalError: 500
        case .unavailable: 503
        }
    }

    /// The status in words (RFC 9110, 15).
    var title: String {
        switch self {
        case .badParameter, .badPath, .badBody: "Bad Request"
        case .unauthorized: "Unauthorized"
        case .forbidden: "Forbidden"
        case .notFound: "Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .tooSlow: "Request Timeout"
        case .bodyTooLarge: "Content Too Large"
        case .targetTooLong: "URI Too Long"
        case .unsupportedMediaType: "Unsupported Media Type"
        case .unprocessable: "Unprocessable Content"
        case .tooMany: "Too Many Requests"
        case .internalError: "Internal Server Error"
        case .unavailable: "Service Unavailable"
        }
    }

    /// What is wrong and what would be right, in words.
    var detail: String {
        switch self {
        case .badParameter(let name, let reason): "\(name): \(reason)"
        case .badPath(let reason), .badBody(let reason): reason
        case .notFound(let detail), .unsupportedMediaType(let detail), .unauthorized(let detail),
            .forbidden(let detail), .unavailable(let detail), .unprocessable(let detail, _),
            .tooMany(let detail, _):
            detail
        case .methodNotAllowed(let allowed):
            "this address knows \(allowed.joined(separator: ", "))"
        case .tooSlow:
            "the body didn't arrive in time; send it again"
        case .bodyTooLarge:
            "the body is longer than \(RequestLimits.body) bytes; send it in parts"
        case .targetTooLong:
            "path and query are longer than \(RequestLimits.target) bytes; ask for less at a time"
        case .internalError:
            "the server made a mistake; its log says which"
        }
    }

    /// The parameter or member that is wrong, if it is one.
    var parameter: String? {
        switch self {
        case .badParameter(let name, _): name
        case .unprocessable(_, let member): member
        default: nil
        }
    }

    /// Header fields that tell a client what would be right.
    var headers: [(name: String, value: String)] {
        switch self {
        case .methodNotAllowed(let allowed): [("Allow", allowed.joined(separator: ", "))]
        case .unauthorized: [("WWW-Authenticate", "Bearer realm=\"exchange\"")]
        case .tooMany(_, let seconds): [("Retry-After", String(seconds))]
        case .unavailable: [("Retry-After", "1")]
        default: []
        }
    }

    /// The fault that an error stands for.
    init(_ error: any Error) {
        switch error {
        case let fault as RequestFault: self = fault
        case let query as QueryError: self = .badParameter(query.parameter, query.reason)
        case let failure as PageFailure: self = .init(failure)
        default: self = .internalError
        }
    }

    private init(_ failure: PageFailure) {
        switch failure {
        case .notFound: self = .notFound("there is nothing at this address")
        case .badRequest(let parameter, let reason): self = .badParameter(parameter, reason)
        case .methodNotAllowed: self = .methodNotAllowed(allowed: ["GET", "HEAD"])
        case .internalError: self = .internalError
        }
    }

    /// The fault as pages know it.
    var pageFailure: PageFailure {
        switch self {
        case .badParameter(let name, let reason): .badRequest(parameter: name, reason: reason)
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .internalError: .internalError
        default: .badRequest(parameter: "address", reason: detail)
        }
    }
}
