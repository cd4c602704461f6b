import Records

/// What the API's answers look like, as OpenAPI describes it.
enum OpenAPISchemas {
    /// The members `"400":…,"405":…` of an operation's responses.
    /// - Parameter more: further responses by their component names.
    static func failures(_ more: [String]) -> String {
        let codes = ["NotFound": "404"]
        let all =
            [("400", "BadRequest")] + more.compactMap { name in codes[name].map { ($0, name) } } + [
                ("405", "MethodNotAllowed"), ("414", "TooLong"),
                ("default", "Problem"),
            ]
        return all.map { ##""\##($0)":{"$ref":"#/components/responses/\##($1)"}"## }
            .joined(separator: ",")
    }

    static let responses: String = {
        let all = [
            ("BadRequest", "A part of the request is wrong; the answer names it"),
            ("NotFound", "There is nothing of this id, or at this place of the list"),
            ("Unauthorized", "A token is needed, or the one that was sent isn't good"),
            ("Forbidden", "The token isn't good for this"),
            (
                "Refused",
                "A member of the body can't be right, or the section refuses: with a numbered reason"
            ),
            ("TooMany", "More commands than may be were sent; Retry-After says when to go on"),
            ("Unavailable", "The section takes no commands at present"),
            ("MethodNotAllowed", "The address knows other methods"),
            ("TooSlow", "The body didn't arrive in time"),
            ("TooLarge", "The body is too long"),
            ("TooLong", "Path and query are too long"),
            ("UnsupportedMediaType", "The body is no form"),
            ("Problem", "Something else went wrong"),
        ]
        let members = all.map { name, text in
            """
            "\(name)":{"description":"\(text)","content":{"application/problem+json":{"schema":\
            {"$ref":"#/components/schemas/ProblemDetails"}}}}
            """
        }
        return "{" + members.joined(separator: ",") + "}"
    }()

    /// Writes `components/schemas`.
    static func write(to writer: inout JSONWriter, withMarket: Bool) {
        writer.object { schemas in
            if withMarket { MarketSchemas.write(to: &schemas) }
            let all =
                answers + values + OpenAPICalendar.schemas + OpenAPIFindings.schemas
                + OpenAPIReconciliation.schemas
            for (name, text) in all {
                schemas.name(name)
                schemas.raw(text.utf8)
            }
            for kind in Kind.allCases { OpenAPIRecords.write(kind, to: &schemas) }
        }
    }

    private static let values: [(String, String)] = [
        ("RecordID", OpenAPIParameters.idSchema(Kind.allCases.flatMap(\.prefixes))),
        (
            "Citation",
            """
            {"type":"object","required":["source"],"properties":{"source":{"$ref":\
            "#/components/schemas/RecordID"},"at":{"type":"string"}}}
            """
        ),
        (
            "Alias",
            """
            {"type":"object","required":["text"],"properties":{"text":{"type":"string"},\
            "lang":{"type":"string"}}}
            """
        ),
        (
            "Quantity",
            """
            {"type":"object","required":["amount","unit"],"properties":{"amount":{"type":"number"},\
            "unit":{"type":"string"},"qualifier":{"$ref":"#/components/schemas/Qualifier"}}}
            """
        ),
        ("Qualifier", OpenAPIParameters.choice(Qualifier.allCases.map(\.rawValue))),
        (
            "Participant",
            """
            {"type":"object","properties":{"id":{"type":"string"},"what":{"type":"string"},\
            "count":{"type":"integer"},"from":{"type":"string"},"qualifier":{"type":"string"}}}
            """
        ),
        (
            "ProblemDetails",
            """
            {"type":"object","required":["type","title","status","detail"],"properties":{\
            "type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},\
            "detail":{"type":"string"},"parameter":{"type":"string"}}}
            """
        ),
        (
            "Facets",
            """
            {"type":"object","additionalProperties":{"type":"array","items":{"type":"object",\
            "required":["value","count","selected"],"properties":{"value":{"type":"string"},\
            "name":{"type":"string"},"count":{"type":"integer"},"selected":{"type":"boolean"}}}}}
            """
        ),
        (
            "Corrections",
            """
            {"type":"array","items":{"type":"object","required":["word","taken"],"properties":{\
            "word":{"type":"string"},"taken":{"type":"string"}}}}
            """
        ),
        ("Next", #"{"type":["string","null"],"description":"The cursor of the next page"}"#),
        ("Kind", OpenAPIParameters.choice(Kind.allCases.map(\.name))),
    ]

    static func list(_ item: String, _ more: String = "") -> String {
        """
        {"type":"object","required":["total","items","next"],"properties":{\(more)"total":\
        {"type":"integer"},"items":{"type":"array","items":{"$ref":\
        "#/components/schemas/\(item)"}},"next":{"$ref":"#/components/schemas/Next"},\
        "facets":{"$ref":"#/components/schemas/Facets"},"relaxed":{"type":"boolean"},\
        "corrections":{"$ref":"#/components/schemas/Corrections"}}}
        """
    }

    private static func file(_ item: String) -> String {
        """
        {"type":"object","required":["total","items","cut"],"properties":{"total":\
        {"type":"integer"},"items":{"type":"array","items":{"$ref":\
        "#/components/schemas/\(item)"}},"cut":{"type":"boolean"}}}
        """
    }

    private static let answers: [(String, String)] = [
        ("Index", #"{"type":"object","required":["name","version","sequence","links"]}"#),
        (
            "Health",
            """
            {"type":"object","required":["status","sequence"],"properties":{"status":\
            {"const":"ok"},"sequence":{"type":"integer"},"version":{"type":"string"}}}
            """
        ),
        ("Description", #"{"type":"object","required":["openapi","info","paths"]}"#),
        (
            "Record",
            """
            {"oneOf":[\(Kind.allCases.map { "{\"$ref\":\"#/components/schemas/\($0.name)\"}" }
                .joined(separator: ","))],"discriminator":{"propertyName":"kind"}}
            """
        ),
        (
            "ListedRecord",
            """
            {"allOf":[{"$ref":"#/components/schemas/Record"},{"type":"object","required":["name",\
            "revision"],"properties":{"name":{"type":"string"},"revision":{"type":"integer"}}}]}
            """
        ),
        (
            "Link",
            """
            {"type":"object","required":["role","direction","id","kind","name"],"properties":{\
            "role":{"type":"string"},"direction":{"enum":["in","out"]},"id":{"$ref":\
            "#/components/schemas/RecordID"},"kind":{"$ref":"#/components/schemas/Kind"},\
            "name":{"type":"string"}}}
            """
        ),
        (
            "RecordWithLinks",
            """
            {"allOf":[{"$ref":"#/components/schemas/ListedRecord"},{"type":"object","required":\
            ["sequence","updated","actor","sources","links","links_total"],"properties":{"sequence":\
            {"type":"integer"},"updated":{"type":"string","format":"date-time"},"actor":\
            {"type":"string"},"sources":{"type":"array","items":{"type":"object","required":["id",\
            "name"],"properties":{"id":{"type":"string"},"name":{"type":"string"},"publisher":\
            {"type":"string"},"date":{"type":"string"},"url":{"type":"string"}}}},"links":\
            {"type":"array","items":{"$ref":"#/components/schemas/Link"}},"links_total":\
            {"type":"integer"}}}]}
            """
        ),
        ("RecordList", list("ListedRecord")),
        ("RecordFile", file("ListedRecord")),
        (
            "SearchResults",
            """
            {"type":"object","required":["total","items"],"properties":{"total":{"type":"integer"},\
            "items":{"type":"array","items":{"$ref":"#/components/schemas/SearchResult"}},\
            "facets":{"$ref":"#/components/schemas/Facets"},"relaxed":{"type":"boolean"},\
            "corrections":{"$ref":"#/components/schemas/Corrections"}}}
            """
        ),
        (
            "SearchResult",
            """
            {"type":"object","required":["id","kind","name","score","snippet"],"properties":{\
            "id":{"$ref":"#/components/schemas/RecordID"},"kind":{"$ref":\
            "#/components/schemas/Kind"},"name":{"type":"string"},"score":{"type":"number",\
            "minimum":0,"maximum":1},"snippet":{"type":["string","null"]}}}
            """
        ),
        (
            "ObservationRow",
            """
            {"type":"object","required":["id","indicator","subject","counterpart","product",\
            "period","value","unit","qualifier","base_period","cite"],"properties":{"id":{"$ref":\
            "#/components/schemas/RecordID"},"indicator":{"type":"string"},"subject":{"$ref":\
            "#/components/schemas/RecordID"},"counterpart":{"type":["string","null"]},"product":\
            {"type":["string","null"]},"period":{"type":"string"},"value":{"type":"number"},\
            "unit":{"type":"string"},"qualifier":{"type":["string","null"]},"base_period":\
            {"type":["string","null"]},"cite":{"type":"array","items":{"$ref":\
            "#/components/schemas/Citation"}}}}
            """
        ),
        ("ObservationList", list("ObservationRow")),
        ("ObservationFile", file("ObservationRow")),
        (
            "Revision",
            """
            {"type":"object","required":["revision","sequence","updated","actor","record"],\
            "properties":{"revision":{"type":"integer"},"sequence":{"type":"integer"},"updated":\
            {"type":"string","format":"date-time"},"actor":{"type":"string"},"record":{"$ref":\
            "#/components/schemas/Record"}}}
            """
        ),
        ("History", list("Revision", #""id":{"type":"string"},"#)),
        (
            "Fact",
            """
            {"type":"object","required":["id","kind","name","at"],"properties":{"id":{"$ref":\
            "#/components/schemas/RecordID"},"kind":{"$ref":"#/components/schemas/Kind"},\
            "name":{"type":"string"},"at":{"type":["string","null"]}}}
            """
        ),
        ("Facts", list("Fact", #""source":{"type":"string"},"#)),
    ]
}
