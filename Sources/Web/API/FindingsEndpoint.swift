import Records
import Register
import Statistics

/// `GET /api/findings`: where figures don't fit each other, page by page.
struct FindingsEndpoint {
    let register: Register

    static let parameters = ["kind", "grade", "subject", "limit", "cursor"]
    static let standardLimit = 100
    static let mostItems = 1_000

    /// The kinds and grades that can be asked for.
    private enum Grade: String, CaseIterable { case contradiction, tension }

    func answer(_ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(
            request.parameters, knowing: Self.parameters, repeated: ["kind"])
        var state = FindingState()
        state.kinds = try read.choices("kind", of: Finding.Kind.self)
        state.grade = try read.choice("grade", of: Grade.self)
            .flatMap { Finding.Grade(rawValue: $0.rawValue) }
        state.subject = try read.ids("subject").first
        let limit = try read.integer("limit", in: 1...Self.mostItems, standard: Self.standardLimit)
        let offset = try OffsetCursor.offset(try read.text("cursor", limit: 100))
        switch try FindingsReading(state, register) {
        case .beingMade: return Self.notYet
        case .tooMany(let count):
            throw RequestFault.badParameter(
                "subject",
                "is needed: of \(count) figures only those of one record are compared at a time")
        case .ready(let examination, let figures, _):
            let found = examination.matching(state)
            let items = Array(found.dropFirst(offset).prefix(limit))
            return Answer(
                "application/json",
                FindingsFile.json(
                    items, of: found.count, examination, figures: figures,
                    next: OffsetCursor.next(after: offset, given: items.count, of: found.count),
                    hasNext: true))
        }
    }

    private static var notYet: Answer {
        var writer = JSONWriter()
        writer.object {
            $0.member("type", "about:blank")
            $0.member("title", "Service Unavailable")
            $0.member("status", 503)
            $0.member("detail", "the findings are being made; ask again in a moment")
        }
        var answer = Answer(ProblemDetails.contentType, writer.bytes, keeping: .never)
        answer.status = 503
        answer.headers = [("Retry-After", "2")]
        return answer
    }
}
