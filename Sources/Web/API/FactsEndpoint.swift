import Records
import Register

/// `GET /api/sources/{id}/facts`: the records that rest on a source.
struct FactsEndpoint {
    let register: Register

    static let parameters = ["limit", "cursor"]
    static let standardLimit = 100
    static let mostItems = 1_000

    func answer(_ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(request.parameters, knowing: Self.parameters)
        let limit = try read.integer("limit", in: 1...Self.mostItems, standard: Self.standardLimit)
        let offset = try OffsetCursor.offset(try read.text("cursor", limit: 100))
        let id = try IDWords.id(request.remainder)
        guard id.kind == .source, try register.summary(id) != nil else {
            throw RequestFault.notFound("there is no source \(id); GET /api/records?kind=source")
        }
        let facts = try register.facts(restingOn: id, offset: offset, limit: limit)
        return .json {
            $0.object {
                $0.member("source", id.text)
                $0.member("total", facts.total)
                $0.name("items")
                $0.array { list in
                    for fact in facts.items {
                        list.object {
                            $0.member("id", fact.record.id.text)
                            $0.member("kind", fact.record.kind.name)
                            $0.member("name", fact.record.name)
                            $0.nullable("at", fact.locator)
                        }
                    }
                }
                $0.nullable(
                    "next",
                    OffsetCursor.next(after: offset, given: facts.items.count, of: facts.total))
            }
        }
    }
}
