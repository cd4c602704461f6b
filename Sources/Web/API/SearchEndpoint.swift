import Records
import Register

/// `GET /api/search`: the records that words mean, the best first.
struct SearchEndpoint {
    let register: Register

    static let parameters = ["q", "kind", "facets", "limit"]

    func answer(_ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(
            request.parameters, knowing: Self.parameters, repeated: ["kind", "facets"])
        guard let text = try read.text("q", limit: RecordListEndpoint.longestWords) else {
            throw RequestFault.badParameter("q", "is missing; the words to look for")
        }
        var query = RecordQuery()
        query.text = text
        query.sort = .relevance
        query.kinds = try read.kinds("kind")
        query.facets = Set(try read.choices("facets", of: RecordFacet.self))
        query.limit = try read.integer(
            "limit", in: 1...RecordListEndpoint.mostItems,
            standard: RecordListEndpoint.standardLimit)
        // Words of nothing but spaces name nothing; without words the register gives everything.
        guard text.contains(where: { !$0.isWhitespace }) else { return Self.nothing }
        let page = try register.find(query)
        return .json(reserving: 64 + page.items.count * 192) {
            $0.object {
                $0.member("total", page.total)
                $0.name("items")
                $0.array { list in for item in page.items { SearchJSON.write(item, to: &list) } }
                if !query.facets.isEmpty {
                    $0.name("facets")
                    FacetJSON.write(page.facets, to: &$0)
                }
                SearchJSON.writeHints(page, to: &$0)
            }
        }
    }

    private static let nothing = Answer("application/json", Array(#"{"total":0,"items":[]}"#.utf8))
}

/// Found records as the API writes them.
enum SearchJSON {
    static func write(_ item: FoundRecord, to writer: inout JSONWriter) {
        writer.object {
            $0.member("id", item.summary.id.text)
            $0.member("kind", item.summary.kind.name)
            $0.member("name", item.summary.name)
            $0.name("score")
            $0.number(score(item.score))
            $0.name("snippet")
            if let snippet = item.snippet { $0.string(snippet.text) } else { $0.null() }
        }
    }

    /// A score with four decimals.
    static func score(_ value: Double) -> ExactDecimal {
        let bounded = value.isFinite ? min(max(value, 0), 1) : 0
        return ExactDecimal(coefficient: Int64((bounded * 10_000).rounded()), scale: 4) ?? .zero
    }

    /// Writes how the words were taken, where not as they stand.
    static func writeHints(_ page: RecordPage, to writer: inout JSONWriter) {
        if page.isRelaxed {
            writer.name("relaxed")
            writer.bool(true)
        }
        guard !page.corrections.isEmpty else { return }
        writer.name("corrections")
        writer.array { list in
            for (word, taken) in page.corrections {
                list.object {
                    $0.member("word", word)
                    $0.member("taken", taken)
                }
            }
        }
    }
}
