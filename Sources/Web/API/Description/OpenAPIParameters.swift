import Records
import Register

/// A parameter of the API as OpenAPI describes it.
struct OpenAPIParameters {
    let name: String
    let description: String
    /// JSON Schema of one value.
    let schema: String
    var isList = false
    var isRequired = false
    var isInPath = false
    /// The name under `components/parameters`, where it isn't the parameter's own.
    var component: String?

    func write(to writer: inout JSONWriter) {
        writer.name(component ?? name)
        writer.object {
            $0.member("name", name)
            $0.member("in", isInPath ? "path" : "query")
            $0.member("description", description)
            if isRequired || isInPath {
                $0.name("required")
                $0.bool(true)
            }
            if isList {
                $0.member("style", "form")
                $0.name("explode")
                $0.bool(true)
            }
            $0.name("schema")
            let list =
                #"{"type":"array","minItems":1,"maxItems":\#(ParameterReader.mostValues),"items":\#(schema)}"#
            $0.raw((isList ? list : schema).utf8)
        }
    }

    /// A parameter that takes ids of places: of the known ones, if they are few.
    static func place(_ name: String, _ text: String, _ known: [String]) -> OpenAPIParameters {
        OpenAPIParameters(
            name: name, description: text,
            schema: known.isEmpty ? idSchema(["place"]) : choice(known), isList: true)
    }

    static let all: [OpenAPIParameters] =
        records + observations + OpenAPIFindings.parameters + [
            OpenAPIParameters(
                name: "id", description: "The record's id; its slashes may stand as they are.",
                schema: idSchema(Kind.allCases.flatMap(\.prefixes), example: "place/by/grodno"),
                isInPath: true),
            OpenAPIParameters(
                name: "id", description: "The source's id; its slashes may stand as they are.",
                schema: idSchema(Kind.source.prefixes, example: "seed/000"), isInPath: true,
                component: "source"),
            OpenAPIParameters(
                name: "q", description: "The words to look for, in any script and spelling.",
                schema: text(500, example: "Гродно"), isRequired: true, component: "words"),
            OpenAPIParameters(
                name: "links_limit", description: "How many links to give.",
                schema: integer(
                    0...RecordEndpoint.mostLinks, standard: RecordEndpoint.standardLinks)),
            limit("limit", RecordListEndpoint.mostItems, RecordListEndpoint.standardLimit),
            limit(
                "limit_observations", ObservationEndpoint.mostItems,
                ObservationEndpoint.standardLimit),
            limit("limit_calendar", CalendarEndpoint.mostItems, CalendarEndpoint.standardLimit),
            OpenAPIParameters(
                name: "what", description: "What stands in the calendar; alternatives.",
                schema: choice(CalendarMark.Sort.allCases.map(\.rawValue)), isList: true),
            OpenAPIParameters(
                name: "series", description: "Series of events; alternatives.", schema: slug,
                isList: true),
            limit("limit_history", HistoryEndpoint.mostItems, HistoryEndpoint.standardLimit),
            limit(
                "limit_findings", FindingsEndpoint.mostItems, FindingsEndpoint.standardLimit),
            limit("limit_facts", FactsEndpoint.mostItems, FactsEndpoint.standardLimit),
            OpenAPIParameters(
                name: "cursor", description: "Where to go on: `next` of the page before.",
                schema: #"{"type":"string","pattern":"^AQ[A-Za-z0-9_-]{24,4000}$"}"#),
            OpenAPIParameters(
                name: "cursor", description: "Where to go on: `next` of the page before.",
                schema: #"{"type":"string","pattern":"^o[1-9][0-9]{0,6}$"}"#,
                component: "cursor_count"),
        ]

    private static let records = [
        OpenAPIParameters(
            name: "kind", description: "Kinds of record; alternatives.",
            schema: choice(Kind.allCases.map(\.name)), isList: true),
        OpenAPIParameters(
            name: "type", description: "Types within the kind; for figures, indicators.",
            schema: slug, isList: true),
        OpenAPIParameters(
            name: "status", description: "Statuses of agreements, projects and measures.",
            schema: slug, isList: true),
        OpenAPIParameters(
            name: "year", description: "Years that the record's time touches; alternatives.",
            schema: #"{"type":"integer","minimum":1,"maximum":9999}"#, isList: true),
        OpenAPIParameters(
            name: "sector", description: "Sectors and areas, exactly; alternatives.",
            schema: text(RecordListEndpoint.longestPhrase), isList: true),
        OpenAPIParameters(
            name: "q", description: "Words to look for, in any script and spelling.",
            schema: text(500)),
        OpenAPIParameters(
            name: "from", description: "The record's time doesn't end before this date.",
            schema: date),
        OpenAPIParameters(
            name: "to", description: "The record's time doesn't begin after this date.",
            schema: date),
        OpenAPIParameters(
            name: "sort",
            description: "The order; by default the best match with words, else the name.",
            schema: choice(RecordSort.allCases.map(\.rawValue))),
        OpenAPIParameters(
            name: "facets", description: "What to count.",
            schema: choice(RecordFacet.allCases.map(\.rawValue)), isList: true),
    ]

    private static let observations = [
        OpenAPIParameters(
            name: "indicator", description: "What is measured; alternatives.",
            schema: slug, isList: true),
        OpenAPIParameters(
            name: "subject", description: "Whose figure it is: a record's id; alternatives.",
            schema: idSchema(Kind.allCases.flatMap(\.prefixes)), isList: true),
        OpenAPIParameters(
            name: "counterpart", description: "With whom: a record's id; alternatives.",
            schema: idSchema(Kind.allCases.flatMap(\.prefixes)), isList: true),
        OpenAPIParameters(
            name: "product", description: "The product, exactly.", schema: text(300)),
        OpenAPIParameters(
            name: "sort", description: "The order.",
            schema: choice(ObservationQuery.Sort.allCases.map(\.rawValue)),
            component: "sort_observations"),
        OpenAPIParameters(
            name: "format", description: "The format of the answer.",
            schema: choice(["json", "csv"])),
    ]

    private static func limit(
        _ component: String, _ most: Int, _ standard: Int
    ) -> OpenAPIParameters {
        OpenAPIParameters(
            name: "limit", description: "How many items to give.",
            schema: integer(1...most, standard: standard), component: component)
    }

    static func idSchema(_ prefixes: [String], example: String? = nil) -> String {
        let segment = "[a-z0-9]([a-z0-9-]*[a-z0-9])?"
        let pattern = "^(\(prefixes.joined(separator: "|")))(/\(segment))+$"
        let shown = example.map { #","examples":["\#($0)"]"# } ?? ""
        return
            #"{"type":"string","maxLength":\#(RecordID.maximumLength),"pattern":"\#(pattern)"\#(shown)}"#
    }

    static func choice(_ values: [String]) -> String {
        var writer = JSONWriter()
        writer.object {
            $0.member("type", "string")
            $0.member("enum", values)
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func text(_ most: Int, example: String? = nil) -> String {
        let shown = example.map { #","examples":["\#($0)"]"# } ?? ""
        return
            #"{"type":"string","minLength":1,"maxLength":\#(most),"pattern":"^[^\\u0000]+$"\#(shown)}"#
    }

    private static func integer(_ range: ClosedRange<Int>, standard: Int) -> String {
        #"{"type":"integer","minimum":\#(range.lowerBound),"maximum":\#(range.upperBound),"default":\#(standard)}"#
    }

    private static let slug =
        #"{"type":"string","maxLength":100,"pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}"#

    /// A year, a month or a day of the calendar.
    private static let date: String = {
        let year = "(?!0000)[0-9]{4}"
        let leapYear =
            "(?!0000)([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
        let days = [
            "-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?", "-(0[13-9]|1[0-2])-(29|30)",
            "-(0[13578]|1[02])-31",
        ]
        let pattern = "^(\(year)(\(days.joined(separator: "|")))?|\(leapYear)-02-29)$"
        return #"{"type":"string","pattern":"\#(pattern)","examples":["2021-06"]}"#
    }()
}
