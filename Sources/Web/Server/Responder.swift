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
        guard let (route, remainder) = routes.match(path) else {
            throw RequestFault.notFound(
                asked.isAPI
                    ? "there is no endpoint \(path); GET /api lists them"
                    : "there is no page \(path)")
        }
        let query = try QueryParameters(encoded: asked.query)
        switch request.method {
        case .get, .head:
            return try await get(route.get, remainder, path, query, asked)
        case .options:
            return options(route, asked)
        case .post:
            guard let post = route.post else { fallthrough }
            let form = try await FormBody.read(request)
            let answer = try post(
                EndpointRequest(
                    remainder: remainder, parameters: form, origin: asked.origin, isPost: true))
            return finisher.finish(answer, asked, tag: nil)
        default:
            throw RequestFault.methodNotAllowed(allowed: route.methods)
        }
    }

    private func get(
        _ handler: Route.Handler, _ remainder: String, _ path: String, _ query: QueryParameters,
        _ asked: AskedFor
    ) async throws -> Response {
        switch handler {
        case .page(let page):
            try checkLengths(query)
            let language = asked.language(query)
            let tag = try finisher.tag(asked, language: language)
            if let same = finisher.unchanged(asked, tag) { return same }
            var answer = try page(
                PageRequest(
                    path: path, remainder: remainder, query: query, language: language,
                    origin: asked.origin, cookieHeader: asked.cookie))
            if let completion = answer.completion { answer = await completion(answer) }
            return finisher.finish(Answer(answer), asked, tag: tag)
        case .endpoint(let endpoint):
            let tag = try finisher.tag(asked, language: nil)
            if let same = finisher.unchanged(asked, tag) { return same }
            let answer = try endpoint(
                EndpointRequest(
                    remainder: remainder, parameters: query, origin: asked.origin,
                    isPost: false, accept: asked.accept))
            return finisher.finish(answer, asked, tag: tag)
        }
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
                ("Access-Control-Allow-Headers", "Content-Type, If-None-Match"),
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
        if let allowed = fault.allowed {
            answer.headers.append(("Allow", allowed.joined(separator: ", ")))
        }
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
