import Hummingbird

/// Reads a form that was sent as a body (`application/x-www-form-urlencoded`).
enum FormBody {
    static func read(_ request: Request) async throws -> QueryParameters {
        let type = request.headers[.contentType] ?? "application/x-www-form-urlencoded"
        let media = type.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard media == "application/x-www-form-urlencoded" else {
            throw RequestFault.unsupportedMediaType(
                "the body is \(media.prefix(100)); send application/x-www-form-urlencoded")
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }),
            length > RequestLimits.body
        {
            throw RequestFault.bodyTooLarge
        }
        let bytes = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await collect(request.body) }
            group.addTask {
                try await Task.sleep(for: RequestLimits.bodyTime)
                throw RequestFault.tooSlow
            }
            defer { group.cancelAll() }
            guard let bytes = try await group.next() else { throw RequestFault.tooSlow }
            return bytes
        }
        return try QueryParameters(encoded: bytes)
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
