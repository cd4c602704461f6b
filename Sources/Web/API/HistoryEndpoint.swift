import Records
import Register

/// `GET /api/history/{id}`: every revision of a record, the newest first.
struct HistoryEndpoint {
    let register: Register

    static let parameters = ["limit", "cursor"]
    static let standardLimit = 50
    static let mostItems = 500

    func answer(_ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(request.parameters, knowing: Self.parameters)
        let limit = try read.integer("limit", in: 1...Self.mostItems, standard: Self.standardLimit)
        let offset = try OffsetCursor.offset(try read.text("cursor", limit: 100))
        let id = try IDWords.id(request.remainder)
        let revisions = try register.history(of: id)
        guard !revisions.isEmpty else {
            throw RequestFault.notFound("there is no record \(id); GET /api/search finds records")
        }
        let page = revisions.dropFirst(offset).prefix(limit)
        return .json {
            $0.object {
                $0.member("id", id.text)
                $0.member("total", revisions.count)
                $0.name("items")
                $0.array { list in
                    for stored in page {
                        list.object {
                            RecordJSON.writeProvenance(stored, to: &$0)
                            $0.name("record")
                            $0.raw(stored.body)
                        }
                    }
                }
                $0.nullable(
                    "next",
                    OffsetCursor.next(after: offset, given: page.count, of: revisions.count))
            }
        }
    }
}
