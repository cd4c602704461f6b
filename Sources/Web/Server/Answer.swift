import Records

/// What a route answers, before the server adds what all answers have.
struct Answer: Sendable {
    /// The HTTP status.
    var status = 200
    /// The media type.
    var contentType: String
    /// The content.
    var body: Body
    /// Header fields of this answer alone.
    var headers: [(name: String, value: String)] = []
    /// How long it may be kept.
    var keeping: PageResponse.Keeping
    /// What other sites may do with it; what is said here goes before what its address allows.
    var sharing = PageResponse.Sharing.none

    /// Content as a whole or piece by piece.
    enum Body: Sendable {
        case bytes([UInt8])
        case pieces(any PieceSource)
        /// Written as it comes, for as long as the client stays: server-sent events.
        case stream(@Sendable (_ write: (String) async throws -> Void) async throws -> Void)
    }

    init(
        _ contentType: String, _ bytes: [UInt8], keeping: PageResponse.Keeping = .revalidated
    ) {
        self.contentType = contentType
        body = .bytes(bytes)
        self.keeping = keeping
    }

    /// A long answer, written piece by piece so that it needs little memory. One that turns out
    /// short is taken as a whole, so that it has a length.
    init(_ contentType: String, pieces source: some PieceSource) throws {
        self.contentType = contentType
        keeping = .revalidated
        var source = source
        var bytes: [UInt8] = []
        while bytes.count < Self.whole {
            guard let piece = try source.next() else {
                body = .bytes(bytes)
                return
            }
            bytes += piece
        }
        body = .pieces(Resumed(first: bytes, rest: source))
    }

    init(_ page: PageResponse) {
        status = page.status
        contentType = page.contentType
        body = .bytes(page.bytes)
        headers = page.headers
        keeping = page.keeping
        sharing = page.sharing
    }

    /// JSON that the closure writes.
    static func json(
        _ contentType: String = "application/json", reserving capacity: Int = 2_048,
        _ content: (inout JSONWriter) throws -> Void
    ) rethrows -> Answer {
        var writer = JSONWriter(reserving: capacity)
        try content(&writer)
        return Answer(contentType, writer.bytes)
    }

    private static let whole = 256 << 10
}

/// Gives an answer's content piece by piece.
protocol PieceSource: Sendable {
    /// The next piece; nil at the end.
    mutating func next() throws -> [UInt8]?
}

/// A source of which the first piece was already taken.
private struct Resumed: PieceSource {
    var first: [UInt8]?
    var rest: any PieceSource

    mutating func next() throws -> [UInt8]? {
        guard let piece = first else { return try rest.next() }
        first = nil
        return piece
    }
}
