/// The addresses of the API as OpenAPI describes them.
extension OpenAPIEndpoint {
    static let paths: [(String, String)] =
        [
            (
                "/api",
                get(
                    "index", "service", "What there is", [], ok("Index"))
            ),
            (
                "/healthz",
                get(
                    "health", "service", "Whether the service can answer", [], ok("Health"))
            ),
            (
                "/api/openapi.json",
                get(
                    "openapi", "service", "This description", [], ok("Description"))
            ),
            (
                "/api/records/{id}",
                get(
                    "record", "records", "One record with what it is tied to",
                    ["id", "links_limit"],
                    ok("RecordWithLinks"), "NotFound")
            ),
            (
                "/api/records",
                get(
                    "records", "records", "The records that fit, page by page",
                    filters + ["facets", "limit", "cursor"], ok("RecordList"), "NotFound")
            ),
            (
                "/api/records.json",
                get(
                    "recordsAsJSON", "records", "The whole list, at most 100,000 records", filters,
                    ok("RecordFile"))
            ),
            (
                "/api/records.csv",
                get(
                    "recordsAsCSV", "records", "The whole list as CSV, at most 100,000 records",
                    filters,
                    file("text/csv"))
            ),
            (
                "/api/records.jsonl",
                get(
                    "recordsAsLines", "records",
                    "The whole list in canonical form, one record a line, at most 100,000", filters,
                    file("application/x-ndjson"))
            ),
            (
                "/api/records.geojson",
                get(
                    "recordsAsFeatures", "records",
                    "Those of the list that are anywhere, as GeoJSON (RFC 7946)", filters,
                    features)
            ),
            (
                "/api/search",
                get(
                    "search", "records", "The records that words mean, the best first",
                    ["words", "kind", "facets", "limit"], ok("SearchResults"))
            ),
            (
                "/api/observations",
                get(
                    "observations", "figures", "Figures, page by page",
                    figures + ["format", "limit_observations", "cursor_count"],
                    okOrCSV("ObservationList"))
            ),
            (
                "/api/observations.json",
                get(
                    "observationsAsJSON", "figures", "All figures that fit, at most 100,000",
                    figures,
                    ok("ObservationFile"))
            ),
            (
                "/api/observations.csv",
                get(
                    "observationsAsCSV", "figures", "All figures that fit as CSV, at most 100,000",
                    figures, file("text/csv"))
            ),
            (
                "/api/observations.jsonl",
                get(
                    "observationsAsLines", "figures",
                    "All figures that fit, one a line, at most 100,000",
                    figures, file("application/x-ndjson"))
            ),
            (
                "/api/findings",
                get(
                    "findings", "figures",
                    "Where figures don't fit each other, and how much was compared; 503 while "
                        + "that is being found out",
                    [
                        "finding_kind", "finding_grade", "finding_subject", "limit_findings",
                        "cursor_count",
                    ],
                    ok("FindingList"))
            ),
            (
                "/api/calendar",
                get(
                    "calendar", "records", "Events, deadlines, and when agreements begin and end",
                    calendar + ["limit_calendar", "cursor_count"], ok("Calendar"))
            ),
            (
                "/api/calendar.csv",
                get(
                    "calendarAsCSV", "records", "The same whole as CSV, at most 100,000 rows",
                    calendar, file("text/csv"))
            ),
            (
                "/api/history/{id}",
                get(
                    "history", "records", "A record's revisions, the newest first",
                    ["id", "limit_history", "cursor_count"], ok("History"), "NotFound")
            ),
            (
                "/api/sources/{id}/facts",
                get(
                    "facts", "records", "The records that rest on a source",
                    ["source", "limit_facts", "cursor_count"], ok("Facts"), "NotFound")
            ),
        ] + OpenAPIReconciliation.paths

    private static let filters = [
        "kind", "type", "status", "place", "country", "region", "year", "sector", "q", "from", "to",
        "sort",
    ]

    private static let calendar = [
        "what", "place", "country", "region", "series", "sector", "q", "from", "to",
    ]

    private static let figures = [
        "indicator", "subject", "counterpart", "product", "from", "to", "sort_observations",
    ]

    private static func get(
        _ name: String, _ tag: String, _ summary: String, _ parameters: [String], _ ok: String,
        _ failures: String...
    ) -> String {
        let list = parameters.map { ##"{"$ref":"#/components/parameters/\##($0)"}"## }
            .joined(separator: ",")
        return """
            {"get":{"operationId":"\(name)","tags":["\(tag)"],"summary":"\(summary)",\
            "parameters":[\(list)],"responses":{"200":\(ok),\(OpenAPISchemas.failures(failures))}}}
            """
    }

    private static func ok(_ schema: String) -> String {
        """
        {"description":"\(schema)","content":{"application/json":{"schema":\
        {"$ref":"#/components/schemas/\(schema)"}}}}
        """
    }

    private static func okOrCSV(_ schema: String) -> String {
        """
        {"description":"\(schema)","content":{"application/json":{"schema":\
        {"$ref":"#/components/schemas/\(schema)"}},"text/csv":{"schema":{"type":"string"}}}}
        """
    }

    private static let features = """
        {"description":"A feature collection; each feature has id, kind, name, type, url, and in \
        `location` whose point it is: own, place or around","content":{"\(GeoJSON.mediaType)":\
        {"schema":{"type":"object","required":["type","features"],"properties":{"type":\
        {"const":"FeatureCollection"},"features":{"type":"array","items":{"type":"object"}},\
        "total":{"type":"integer"},"located":{"type":"integer"},"cut":{"type":"boolean"}}}}}}
        """

    private static func file(_ media: String) -> String {
        """
        {"description":"The file; X-Fondaco-Cut gives the number of rows where there are more",\
        "content":{"\(media)":{"schema":{"type":"string"}}}}
        """
    }
}
