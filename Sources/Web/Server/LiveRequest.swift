import Hummingbird

/// An endpoint that shows or changes what goes on: it may wait for others, and knows who asks.
typealias LiveHandler = @Sendable (LiveRequest) async throws -> Answer

/// What is asked of a live endpoint, checked and decoded.
struct LiveRequest: Sendable {
    /// The method, such as `POST`.
    let method: String
    /// What the names in braces of the route stand for.
    let captures: [String: String]
    /// The query.
    let parameters: QueryParameters
    /// Where the client reaches the server, such as `http://127.0.0.1:8080`.
    let origin: String
    /// The token of `Authorization: Bearer` (RFC 6750, 2.1), if there is one.
    let bearer: String?
    /// The media type of the body, in lower case and without its parameters; empty if none is said.
    let contentType: String
    /// The body; empty for GET.
    let body: [UInt8]

    /// A captured segment; the route has it.
    func captured(_ name: String) -> String { captures[name] ?? "" }
}

/// Reads bodies within their limits.
enum BodyReader {
    /// The whole body.
    /// - Throws: ``RequestFault/bodyTooLarge`` or ``RequestFault/tooSlow``.
    static func bytes(of request: Request) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }),
            length > RequestLimits.body
        {
            throw RequestFault.bodyTooLarge
        }
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await collect(request.body) }
            group.addTask {
                try await Task.sleep(for: RequestLimits.bodyTime)
                throw RequestFault.tooSlow
            }
            defer { group.cancelAll() }
            guard let bytes = try await group.next() else { throw RequestFault.tooSlow }
            return bytes
        }
    }

    /// The media type of the body, in lower case and without its parameters.
    static func mediaType(of request: Request) -> String? {
        request.headers[.contentType].map { $0.prefix { $0 != ";" && $0 != " " }.lowercased() }
    }

    private static func collect(_ body: RequestBody) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await part in body {
            guard bytes.count + part.readableBytes <= RequestLimits.body else {
                throw RequestFault.bodyTooLarge
            }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }
}
