import Hummingbird
import Register

/// Makes HTTP responses of answers: header fields, entity tags, compression, HEAD.
struct Finisher: Sendable {
    /// What tags depend on beside the request: the software, and the register at the start.
    let salt: String
    /// The journal entry up to which the register holds everything.
    let version: @Sendable () throws -> UInt64
    /// The present day as yyyymmdd: what is over and what is to come depends on it.
    let day: @Sendable () -> Int32
    private let standing = StandingHeaders()

    init(
        salt: String, version: @escaping @Sendable () throws -> UInt64,
        day: @escaping @Sendable () -> Int32 = SiteClock.utc.day
    ) {
        self.salt = salt
        self.version = version
        self.day = day
    }

    /// The tag that the answer to a request will have.
    func tag(_ asked: AskedFor, language: Language?) throws -> EntityTag {
        try tag(
            target: String(asked.target), origin: asked.origin, language: language,
            accept: asked.isNegotiated ? asked.accept ?? "" : "")
    }

    /// The tag of what is at a target, as a client reaches it.
    /// - Parameter accept: the media types that it takes, where the answer depends on them.
    func tag(
        target: String, origin: String, language: Language?, accept: String = ""
    ) throws -> EntityTag {
        EntityTag([
            salt, String(try version()), String(day()), target, origin, language?.rawValue ?? "",
            accept,
        ])
    }

    /// The answer to a client that has the content already; nil when it hasn't.
    func unchanged(_ asked: AskedFor, _ tag: EntityTag) -> Response? {
        tag.matched(in: asked.ifNoneMatch).map { notModified(asked, $0, .revalidated) }
    }

    /// The response.
    /// - Parameter tag: the content's tag; nil for what has none: errors, and answers to POST.
    func finish(_ answer: Answer, _ asked: AskedFor, tag: EntityTag?) -> Response {
        let isFresh = answer.status == 200 && answer.keeping != .never
        let tag = isFresh ? tag : nil
        switch answer.body {
        case .bytes(let bytes):
            return finish(answer, bytes, asked, tag)
        case .pieces(let source):
            return finish(answer, source, asked, tag)
        case .stream:
            return finish(answer, [], asked, nil)
        }
    }

    /// The response to who follows what happens. It isn't packed, as each piece must leave at once,
    /// and it ends as soon as the client is gone.
    func stream(
        _ answer: Answer,
        _ content: @escaping @Sendable ((String) async throws -> Void) async throws -> Void,
        _ asked: AskedFor, from client: RequestBody
    ) -> Response {
        var headers = headers(answer, asked, tag: nil, isPacked: false)
        // The connection can't be used again, as nobody reads what else the client may send.
        headers[.connection] = "close"
        let body = ResponseBody { writer in
            try await client.consumeWithCancellationOnInboundClose { _ in
                try await content { text in try await writer.write(ByteBuffer(string: text)) }
            }
            try await writer.finish(nil)
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status), headers: headers, body: body)
    }

    private func finish(
        _ answer: Answer, _ bytes: [UInt8], _ asked: AskedFor, _ tag: EntityTag?
    ) -> Response {
        let packs =
            asked.takesGzip && bytes.count >= Gzip.worthwhile && Gzip.helps(answer.contentType)
        let packed = packs ? Gzip.compress(bytes) : nil
        let text = tag?.text(gzip: packed != nil)
        if let text, EntityTag.takesAny(asked.ifNoneMatch) {
            return notModified(asked, text, answer.keeping)
        }
        var headers = headers(answer, asked, tag: text, isPacked: packed != nil)
        let content = packed ?? bytes
        if answer.status != 204 { headers[.contentLength] = String(content.count) }
        let status = HTTPResponse.Status(code: answer.status)
        guard !asked.isHead, !content.isEmpty else {
            return Response(status: status, headers: headers)
        }
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: content)))
    }

    private func finish(
        _ answer: Answer, _ source: any PieceSource, _ asked: AskedFor, _ tag: EntityTag?
    ) -> Response {
        let packs = asked.takesGzip && Gzip.helps(answer.contentType)
        let text = tag?.text(gzip: packs)
        if let text, EntityTag.takesAny(asked.ifNoneMatch) {
            return notModified(asked, text, answer.keeping)
        }
        var headers = headers(answer, asked, tag: text, isPacked: packs)
        let isHead = asked.isHead
        // An unknown length is sent in chunks; the mark of their end would follow even a head
        // alone, so the connection ends there.
        if isHead { headers[.connection] = "close" }
        let body = ResponseBody { writer in
            if !isHead { try await Self.write(source, to: &writer, packs: packs) }
            try await writer.finish(nil)
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status), headers: headers, body: body)
    }

    private static func write(
        _ source: any PieceSource, to writer: inout any ResponseBodyWriter, packs: Bool
    ) async throws {
        let deadline = ContinuousClock.now + RequestLimits.answerTime
        var source = source
        let stream = packs ? Gzip() : nil
        if packs, stream == nil { throw RequestFault.internalError }
        while let piece = try source.next() {
            guard ContinuousClock.now < deadline else { throw RequestFault.tooSlow }
            let bytes = stream?.compress(piece, isLast: false) ?? piece
            if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
        }
        if let stream {
            try await writer.write(ByteBuffer(bytes: stream.compress([], isLast: true)))
        }
    }

    private func notModified(
        _ asked: AskedFor, _ tag: String, _ keeping: PageResponse.Keeping
    ) -> Response {
        var headers = asked.isAPI ? standing.api : standing.page
        headers[.eTag] = tag
        headers[.cacheControl] = Self.cacheControl(keeping)
        var response = Response(status: .notModified, headers: headers)
        response.headers[.contentLength] = nil
        return response
    }

    private func headers(
        _ answer: Answer, _ asked: AskedFor, tag: String?, isPacked: Bool
    ) -> HTTPFields {
        var headers =
            switch answer.sharing {
            case .none: asked.isAPI ? standing.api : standing.page
            case .framed: standing.framed
            case .drawing: standing.drawing
            case .data: standing.api
            }
        if !answer.contentType.isEmpty { headers[.contentType] = answer.contentType }
        if let tag { headers[.eTag] = tag }
        if isPacked { headers[.contentEncoding] = "gzip" }
        headers[.cacheControl] = Self.cacheControl(answer.keeping)
        for (name, value) in answer.headers { headers.add(name, value) }
        return headers
    }

    private static func cacheControl(_ keeping: PageResponse.Keeping) -> String {
        switch keeping {
        case .revalidated: "no-cache"
        case .forever: "public, max-age=31536000, immutable"
        case .never: "no-store"
        }
    }
}
