import Hummingbird

/// Reads a form that was sent as a body (`application/x-www-form-urlencoded`).
enum FormBody {
    private static let mediaType = "application/x-www-form-urlencoded"

    static func read(_ request: Request) async throws -> QueryParameters {
        let media = BodyReader.mediaType(of: request) ?? mediaType
        guard media == mediaType else {
            throw RequestFault.unsupportedMediaType(
                "the body is \(media.prefix(100)); send \(mediaType)")
        }
        return try QueryParameters(encoded: try await BodyReader.bytes(of: request))
    }
}
