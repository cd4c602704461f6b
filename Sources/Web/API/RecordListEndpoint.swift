import Records
import Register

/// `GET /api/records`: the records that fit, page by page; and the same whole as a file.
struct RecordListEndpoint {
    let register: Register

    static let filters = [
        "kind", "type", "status", "place", "country", "region", "year", "sector", "q", "from", "to",
        "sort",
    ]
    static let parameters = filters + ["facets", "limit", "cursor"]
    static let repeated: Set<String> = [
        "kind", "type", "status", "place", "country", "region", "year", "sector", "facets",
    ]
    static let standardLimit = 20
    static let mostItems = 200
    /// How many records a file holds at most.
    static let mostRows = 100_000
    /// The longest words to look for, in characters.
    static let longestWords = 500
    /// The longest name of a sector, in characters.
    static let longestPhrase = 100

    /// A page.
    func answer(_ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(
            request.parameters, knowing: Self.parameters, repeated: Self.repeated)
        var query = try Self.query(read)
        query.facets = Set(try read.choices("facets", of: RecordFacet.self))
        query.limit = try read.integer(
            "limit", in: 1...Self.mostItems, standard: Self.standardLimit)
        query.cursor = try read.text("cursor", limit: 4_096)
        let page = try find(query)
        return .json(reserving: 64 + page.items.count * 512) {
            $0.object {
                $0.member("total", page.total)
                $0.name("items")
                $0.array { list in for item in page.items { Self.write(item, to: &list) } }
                $0.name("next")
                if let next = page.next { $0.string(next) } else { $0.null() }
                if !query.facets.isEmpty {
                    $0.name("facets")
                    FacetJSON.write(page.facets, to: &$0)
                }
                SearchJSON.writeHints(page, to: &$0)
            }
        }
    }

    /// The page that a query asks for. A cursor that looks like one but doesn't fit the list leads
    /// nowhere, which isn't the same as one that can't be read.
    private func find(_ query: RecordQuery) throws -> RecordPage {
        do {
            return try register.find(query)
        } catch let error as QueryError where error.parameter == "cursor" {
            guard let cursor = query.cursor, Self.looksLikeCursor(cursor) else { throw error }
            throw RequestFault.notFound("cursor: \(error.reason)")
        }
    }

    private static func looksLikeCursor(_ text: String) -> Bool {
        text.hasPrefix("AQ") && (26...4_002).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
                default: false
                }
            }
    }

    /// The whole list in a format.
    func file(_ format: RecordFile.Format, _ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(
            request.parameters, knowing: Self.filters, repeated: Self.repeated)
        let query = try Self.query(read)
        return try RecordFile(
            register: register, query: query, format: format, origin: request.origin
        ).answer()
    }

    /// What the filters ask for.
    static func query(_ read: ParameterReader) throws(RequestFault) -> RecordQuery {
        var query = RecordQuery()
        query.text = try read.text("q", limit: longestWords) ?? ""
        query.kinds = try read.kinds("kind")
        query.types = try read.slugs("type")
        query.statuses = try read.slugs("status")
        query.places = try read.places("place")
        query.countries = try read.places("country")
        query.regions = try read.places("region")
        query.years = try read.integers("year", in: 1...9_999)
        query.topics = try read.texts("sector", limit: longestPhrase)
        query.from = try read.firstDay("from")
        query.to = try read.lastDay("to")
        query.sort = try read.choice("sort")
        // Without words nothing is more relevant than anything else.
        if query.text.isEmpty, query.sort == .relevance { query.sort = nil }
        return query
    }

    static func write(_ item: FoundRecord, to writer: inout JSONWriter) {
        RecordJSON.write(item.record.canonicalJSON, item.record, to: &writer) {
            $0.member("revision", item.revision)
        }
    }
}
