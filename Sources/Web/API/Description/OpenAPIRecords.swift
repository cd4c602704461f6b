import Records

/// The kinds of record as OpenAPI describes them.
enum OpenAPIRecords {
    /// Writes a kind's schema: its fields, and which it can't be without.
    static func write(_ kind: Kind, to writer: inout JSONWriter) {
        writer.name(kind.name)
        writer.object {
            $0.member("type", "object")
            $0.member("required", ["kind", "id", "cite"] + required(kind))
            $0.name("properties")
            $0.object { properties in
                properties.name("kind")
                properties.object { $0.member("const", kind.name) }
                properties.name("id")
                properties.raw(OpenAPIParameters.idSchema(kind.prefixes).utf8)
                for field in Record.fields(of: kind) {
                    properties.name(field)
                    properties.raw(schema(field, kind).utf8)
                }
                properties.name("cite")
                properties.raw(list("Citation", least: 1).utf8)
            }
        }
    }

    private static func required(_ kind: Kind) -> [String] {
        switch kind {
        case .source: []
        case .place, .organisation: ["name", "type"]
        case .person: ["name", "office"]
        case .agreement: ["title", "type", "parties"]
        case .measure: ["title", "plan"]
        case .event, .project: ["title", "type"]
        case .offer: ["by", "direction", "what"]
        case .observation: ["indicator", "subject", "period", "value", "unit"]
        }
    }

    private static func schema(_ field: String, _ kind: Kind) -> String {
        switch (field, kind) {
        case ("value", .observation), ("lat", _), ("lon", _): #"{"type":"number"}"#
        case ("value", _), ("capacity", _), ("area", _), ("floor_area", _): reference("Quantity")
        case ("note_number", _), ("jobs", .project), ("edition", _): #"{"type":"number"}"#
        case ("aliases", _): list("Alias")
        case ("participants", _): list("Participant")
        case ("qualifier", _): reference("Qualifier")
        case ("type", _): types(kind)
        case ("parties", _), ("organisers", _), ("sites", _), ("sectors", _), ("areas", _),
            ("sections", _), ("specialisations", _), ("services", _), ("infrastructure", _),
            ("incentives", _):
            #"{"type":"array","items":{"type":"string"}}"#
        default: #"{"type":"string"}"#
        }
    }

    private static func types(_ kind: Kind) -> String {
        switch kind {
        case .place: OpenAPIParameters.choice(Place.PlaceType.allCases.map(\.rawValue))
        case .organisation:
            OpenAPIParameters.choice(Organisation.OrganisationType.allCases.map(\.rawValue))
        case .agreement:
            OpenAPIParameters.choice(Agreement.AgreementType.allCases.map(\.rawValue))
        case .event: OpenAPIParameters.choice(Event.EventType.allCases.map(\.rawValue))
        case .project: OpenAPIParameters.choice(Project.ProjectType.allCases.map(\.rawValue))
        default: #"{"type":"string"}"#
        }
    }

    private static func reference(_ name: String) -> String {
        ##"{"$ref":"#/components/schemas/\##(name)"}"##
    }

    private static func list(_ item: String, least: Int = 0) -> String {
        #"{"type":"array","minItems":\#(least),"items":\#(reference(item))}"#
    }
}
