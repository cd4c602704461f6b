import Records
import Register

/// `GET /api/openapi.json`: the description of the API (OpenAPI 3.1).
struct OpenAPIEndpoint {
    let register: Register
    /// The exchange beside the register, if there is one.
    var market: MarketDescription?

    /// So many places are listed one by one; more are only described.
    private static let mostPlaces = 500

    func answer(_ request: EndpointRequest) throws -> Answer {
        _ = try ParameterReader(request.parameters, knowing: [])
        let places = try places([])
        let countries = try self.places(["country"])
        let regions = try self.places(["region"])
        return .json(reserving: 65_536) {
            $0.object {
                $0.member("openapi", "3.1.0")
                $0.name("info")
                $0.raw(Self.info.utf8)
                $0.name("servers")
                $0.array { list in list.object { $0.member("url", "/") } }
                $0.name("tags")
                $0.raw(Self.tags.utf8)
                $0.name("paths")
                $0.object { paths in
                    for (path, text) in Self.paths {
                        paths.name(path)
                        paths.raw(text.utf8)
                    }
                    market?.writePaths(to: &paths)
                }
                $0.name("components")
                $0.object {
                    $0.name("parameters")
                    $0.object { list in
                        for parameter in OpenAPIParameters.all { parameter.write(to: &list) }
                        let lists = [
                            ("place", Self.placeText, places),
                            ("country", "Countries (their ids); alternatives.", countries),
                            ("region", "Regions (their ids); alternatives.", regions),
                        ]
                        for (name, text, ids) in lists {
                            OpenAPIParameters.place(name, text, ids).write(to: &list)
                        }
                        market?.writeParameters(to: &list)
                    }
                    $0.name("securitySchemes")
                    $0.raw(Self.security.utf8)
                    $0.name("responses")
                    $0.raw(OpenAPISchemas.responses.utf8)
                    $0.name("schemas")
                    OpenAPISchemas.write(to: &$0, withMarket: market != nil)
                }
            }
        }
    }

    private static let placeText =
        "Places: everything inside one of them, not the places themselves; alternatives."

    /// The ids of all places of the types; none when there are too many to list.
    private func places(_ types: [String]) throws -> [String] {
        var query = RecordQuery()
        query.kinds = [.place]
        query.types = types
        query.sort = .name
        query.limit = Self.mostPlaces
        let page = try register.find(query)
        guard page.total <= Self.mostPlaces else { return [] }
        return page.items.map { $0.summary.id.text }.sorted()
    }

    private static let info = """
        {"title":"Fondaco","version":"\(FondacoServer.version)","summary":"The register: cited \
        facts about regional cooperation; and the exchange","description":"The register is read \
        only; the exchange takes commands of those who have a token. Lists are paged \
        by `cursor`: give the `next` of one page to get the following one. Answers carry a strong \
        `ETag`; `If-None-Match` gives 304 while nothing has changed. Errors are problem details \
        (RFC 9457). Numbers are exact decimals: read them as such.","license":{"name":\
        "Apache-2.0","identifier":"Apache-2.0"}}
        """

    private static let security = """
        {"bearer":{"type":"http","scheme":"bearer","description":"A token of the exchange, issued by \
        `fondaco trade token`"}}
        """

    private static let tags = """
        [{"name":"records","description":"Records, search and history"},\
        {"name":"figures","description":"Observations"},\
        {"name":"reconciliation","description":"W3C Entity Reconciliation service, version 0.2"},\
        {"name":"exchange","description":"Sections, sessions, books, orders, contracts"},\
        {"name":"service","description":"The service itself"}]
        """
}
