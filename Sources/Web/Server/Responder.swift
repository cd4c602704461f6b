import Hummingbird
import Logging
import Register

/// Answers requests: reads them strictly, finds their route, and finishes what the route answers.
struct Responder: HTTPResponder {
    typealias Context = BasicRequestContext

    let routes: RouteTable
    let failurePage: @Sendable (PageFailure, PageRequest) -> PageResponse
    let finisher: Finisher
    let logger: Logger

    func respond(to request: Request, context: Context) async throws -> Response {
        let began = ContinuousClock.now
        let asked = AskedFor(request)
        let response: Response
        do {
            response = try await answer(asked, request)
        } catch {
            let fault = RequestFault(error)
            if fault == .internalError {
                logger.error(
                    "request failed",
                    metadata: ["path": "\(asked.target)", "error": "\(error)"])
            }
            response = finisher.finish(failure(fault, asked), asked, tag: nil)
        }
        log(asked, response, ContinuousClock.now - began)
        return response
    }

    private func answer(_ asked: AskedFor, _ request: Request) async throws -> Response {
        let path = try asked.path()
        guard let match = routes.match(path) else {
            throw RequestFault.notFound(
                asked.isAPI
                    ? "there is no endpoint \(path); GET /api lists them"
                    : "there is no page \(path)")
        }
        let route = match.route
        let query = try QueryParameters(encoded: asked.query)
        switch (request.method, route.get) {
        case (.get, let handler?), (.head, let handler?):
            return try await get(handler, match, path, query, asked, request)
        case (.options, _):
            return options(route, asked)
        case (.post, _) where route.post != nil || route.form != nil:
            return try await post(request, match, path, query, asked)
        default:
            guard let handler = route.writing[asked.method] else {
                throw RequestFault.methodNotAllowed(allowed: route.methods)
            }
            let body = try await BodyReader.bytes(of: request)
            let type = BodyReader.mediaType(of: request)
            let answer = try await handler(live(match, query, asked, body, type))
            return finisher.finish(answer, asked, tag: nil)
        }
    }

    private func post(
        _ request: Request, _ match: RouteTable.Match, _ path: String, _ query: QueryParameters,
        _ asked: AskedFor
    ) async throws -> Response {
        let form = try await FormBody.read(request)
        if let handler = match.route.post {
            let answer = try handler(
                EndpointRequest(
                    remainder: match.remainder, parameters: form, origin: asked.origin,
                    isPost: true))
            return finisher.finish(answer, asked, tag: nil)
        }
        guard let handler = match.route.form else {
            throw RequestFault.methodNotAllowed(allowed: match.route.methods)
        }
        guard asked.isOfThisSite else {
            throw RequestFault.forbidden("the form was sent from another site; send it from here")
        }
        let page = try await handler(
            pageRequest(match, path, query, asked, asked.language(query)), form)
        return finisher.finish(Answer(page), asked, tag: nil)
    }

    private func get(
        _ handler: Route.Handler, _ match: RouteTable.Match, _ path: String,
        _ query: QueryParameters, _ asked: AskedFor, _ sent: Request
    ) async throws -> Response {
        switch handler {
        case .page(let page):
            try checkLengths(query)
            let language = asked.language(query)
            let tag = try finisher.tag(asked, language: language)
            if let same = finisher.unchanged(asked, tag) { return same }
            var answer = try page(pageRequest(match, path, query, asked, language))
            if let completion = answer.completion { answer = await completion(answer) }
            return finisher.finish(Answer(answer), asked, tag: tag)
        case .livePage(let page):
            try checkLengths(query)
            let request = pageRequest(match, path, query, asked, asked.language(query))
            return finishLive(Answer(try await page(request)), asked)
        case .endpoint(let endpoint):
            let tag = try finisher.tag(asked, language: nil)
            if let same = finisher.unchanged(asked, tag) { return same }
            let answer = try endpoint(
                EndpointRequest(
                    remainder: match.remainder, parameters: query, origin: asked.origin,
                    isPost: false, accept: asked.accept))
            return finisher.finish(answer, asked, tag: tag)
        case .live(let handler):
            let answer = try await handler(live(match, query, asked))
            if case .stream(let content) = answer.body, !asked.isHead {
                return finisher.stream(answer, content, asked, from: sent.body)
            }
            return finishLive(answer, asked)
        }
    }

    /// What changes by itself has its bytes as its tag: it is made each time, but sent only to those
    /// who haven't got it.
    private func finishLive(_ answer: Answer, _ asked: AskedFor) -> Response {
        guard case .bytes(let bytes) = answer.body, answer.status == 200,
            answer.keeping == .revalidated
        else { return finisher.finish(answer, asked, tag: nil) }
        let tag = EntityTag(of: bytes)
        return finisher.unchanged(asked, tag) ?? finisher.finish(answer, asked, tag: tag)
    }

    private func pageRequest(
        _ match: RouteTable.Match, _ path: String, _ query: QueryParameters, _ asked: AskedFor,
        _ language: Language
    ) -> PageRequest {
        PageRequest(
            path: path, remainder: match.remainder, captures: match.captures, query: query,
            language: language, origin: asked.origin, cookieHeader: asked.cookie)
    }

    private func live(
        _ match: RouteTable.Match, _ query: QueryParameters, _ asked: AskedFor,
        _ body: [UInt8] = [], _ type: String? = nil
    ) -> LiveRequest {
        LiveRequest(
            method: asked.method, captures: match.captures, parameters: query,
            origin: asked.origin, bearer: asked.bearer, contentType: type ?? "", body: body)
    }

    private func checkLengths(_ query: QueryParameters) throws(RequestFault) {
        for item in query.items where item.value.utf8.count > RequestLimits.parameterValue {
            throw .badParameter(
                String(item.name.prefix(100)),
                "is longer than \(RequestLimits.parameterValue) bytes; shorten it")
        }
    }

    private func options(_ route: Route, _ asked: AskedFor) -> Response {
        var answer = Answer("", [], keeping: .never)
        answer.status = 204
        let methods = route.methods.joined(separator: ", ")
        answer.headers = [("Allow", methods)]
        if asked.isAPI {
            answer.headers += [
                ("Access-Control-Allow-Methods", methods),
                ("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match"),
                ("Access-Control-Max-Age", "86400"),
            ]
        }
        return finisher.finish(answer, asked, tag: nil)
    }

    private func failure(_ fault: RequestFault, _ asked: AskedFor) -> Answer {
        guard !asked.isAPI else { return ProblemDetails.answer(fault) }
        let query = (try? QueryParameters(encoded: asked.query)) ?? QueryParameters()
        let request = PageRequest(
            path: (try? asked.path()) ?? "/", query: query, language: asked.language(query),
            origin: asked.origin, cookieHeader: asked.cookie)
        var answer = Answer(failurePage(fault.pageFailure, request))
        answer.status = fault.status
        answer.keeping = .never
        answer.headers += fault.headers
        return answer
    }

    private func log(_ asked: AskedFor, _ response: Response, _ time: Duration) {
        let status = response.status.code
        let level: Logger.Level = status >= 500 ? .error : status >= 400 ? .info : .debug
        logger.log(
            level: level, "request",
            metadata: [
                "method": "\(asked.method)", "path": "\(asked.target.prefix(512))",
                "status": "\(status)", "microseconds": "\(time / .microseconds(1))",
            ])
    }
}
