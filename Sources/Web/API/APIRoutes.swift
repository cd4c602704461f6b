import Records
import Register

/// The endpoints of the API by their addresses.
struct APIRoutes {
    let register: Register
    let clock: RegisterClock
    let day: SiteClock
    var market: MarketDescription?

    func add(to table: inout RouteTable) {
        let record = RecordEndpoint(
            register: register, sources: SourceShelf(register, clock))
        let list = RecordListEndpoint(register: register)
        let search = SearchEndpoint(register: register)
        let figures = ObservationEndpoint(register: register)
        let history = HistoryEndpoint(register: register)
        let facts = FactsEndpoint(register: register)
        let findings = FindingsEndpoint(register: register)
        let calendar = CalendarEndpoint(register: register, clock: day)
        let description = OpenAPIEndpoint(register: register, market: market)
        let endpoints: [(String, EndpointHandler)] = [
            ("/healthz", health),
            ("/api", index),
            ("/api/openapi.json", description.answer),
            ("/api/records", list.answer),
            ("/api/records.csv", { try list.file(.csv, $0) }),
            ("/api/records.json", { try list.file(.json, $0) }),
            ("/api/records.jsonl", { try list.file(.lines, $0) }),
            ("/api/records.geojson", { try list.file(.features, $0) }),
            ("/api/records/**", record.answer),
            ("/api/search", search.answer),
            ("/api/observations", figures.answer),
            ("/api/observations.csv", { try figures.file(.csv, $0) }),
            ("/api/observations.json", { try figures.file(.json, $0) }),
            ("/api/observations.jsonl", { try figures.file(.lines, $0) }),
            ("/api/findings", findings.answer),
            ("/api/calendar", calendar.answer),
            ("/api/calendar.csv", calendar.file),
            (SiteAddress.calendarFeed.text, CalendarFeed(register: register).answer),
            (SiteAddress.newsFeed.text, NewsFeed(register: register).answer),
            ("/api/history/**", history.answer),
            ("/api/sources/**/facts", facts.answer),
        ]
        for (pattern, handler) in endpoints {
            table.add(pattern, Route(get: .endpoint(handler)))
        }
        ReconcileRoutes(register: register).add(to: &table)
        SDMXRoutes(register: register).add(to: &table)
    }

    /// `GET /healthz`: whether the register can be read, and how far it has come.
    @Sendable private func health(_ request: EndpointRequest) throws -> Answer {
        _ = try ParameterReader(request.parameters, knowing: [])
        let sequence = try register.sequence()
        var answer = Answer.json {
            $0.object {
                $0.member("status", "ok")
                $0.member("sequence", Int(clamping: sequence))
                $0.member("version", FondacoServer.version)
            }
        }
        answer.keeping = .never
        return answer
    }

    /// `GET /api`: what there is.
    @Sendable private func index(_ request: EndpointRequest) throws -> Answer {
        _ = try ParameterReader(request.parameters, knowing: [])
        let state = try register.state()
        return .json {
            $0.object {
                $0.member("name", "Fondaco")
                $0.member("version", FondacoServer.version)
                $0.member("description", "A register of cited facts about regional cooperation")
                $0.member("sequence", Int(clamping: state.sequence))
                $0.member("updated", Timestamp.text(microseconds: state.time))
                $0.name("records")
                $0.object { counts in
                    for kind in Kind.allCases {
                        counts.member(kind.name, state.counts[kind] ?? 0)
                    }
                }
                $0.name("links")
                $0.object { links in
                    for (name, address) in Self.links { links.member(name, address) }
                }
            }
        }
    }

    private static let links = [
        ("openapi", "/api/openapi.json"),
        ("records", "/api/records"),
        ("record", "/api/records/{id}"),
        ("search", "/api/search?q={words}"),
        ("observations", "/api/observations"),
        ("findings", "/api/findings"),
        ("calendar", "/api/calendar"),
        ("history", "/api/history/{id}"),
        ("facts", "/api/sources/{id}/facts"),
        ("reconcile", "/api/reconcile"),
        ("market", "/api/market"),
        ("health", "/healthz"),
    ]
}
