import Records
import Register

/// `GET /api/records/{id}`: one record with what it is tied to.
struct RecordEndpoint {
    let register: Register
    let sources: SourceShelf

    static let parameters = ["links_limit"]
    static let standardLinks = 1_000
    static let mostLinks = 10_000

    func answer(_ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(request.parameters, knowing: Self.parameters)
        let limit = try read.integer(
            "links_limit", in: 0...Self.mostLinks, standard: Self.standardLinks)
        let id = try IDWords.id(request.remainder)
        return try register.reading { try answer(id, links: limit) }
    }

    private func answer(_ id: RecordID, links limit: Int) throws -> Answer {
        guard let stored = try register.record(id) else {
            throw RequestFault.notFound("there is no record \(id); GET /api/search finds records")
        }
        let links = try register.links(of: stored, limit: limit)
        return try .json(reserving: stored.body.count + links.items.count * 128 + 512) {
            try RecordJSON.write(stored.body, stored.record, to: &$0) {
                RecordJSON.writeProvenance(stored, to: &$0)
                try sources.write(sourcesOf: stored.record, to: &$0)
                $0.name("links")
                $0.array { list in for link in links.items { write(link, to: &list) } }
                $0.member("links_total", links.total)
            }
        }
    }

    private func write(_ link: LinkedRecord, to writer: inout JSONWriter) {
        writer.object {
            $0.member("role", link.role.name)
            $0.member("direction", link.direction.rawValue)
            $0.member("id", link.other.id.text)
            $0.member("kind", link.other.kind.name)
            $0.member("name", link.other.name)
        }
    }
}
