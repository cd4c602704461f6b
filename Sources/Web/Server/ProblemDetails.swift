import Records

/// Errors as data: problem details for HTTP (RFC 9457).
enum ProblemDetails {
    static let contentType = "application/problem+json"

    /// The answer that says what is wrong.
    static func answer(_ fault: RequestFault) -> Answer {
        var writer = JSONWriter()
        writer.object {
            $0.member("type", "about:blank")
            $0.member("title", fault.title)
            $0.member("status", fault.status)
            $0.member("detail", fault.detail)
            $0.member("parameter", fault.parameter)
        }
        var answer = Answer(contentType, writer.bytes, keeping: .never)
        answer.status = fault.status
        answer.headers += fault.headers
        return answer
    }
}
