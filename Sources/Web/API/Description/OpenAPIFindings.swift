import Records
import Statistics

/// Findings as OpenAPI describes them.
enum OpenAPIFindings {
    static let parameters = [
        OpenAPIParameters(
            name: "kind", description: "Sorts of check; alternatives.",
            schema: OpenAPIParameters.choice(Finding.Kind.allCases.map(\.rawValue)), isList: true,
            component: "finding_kind"),
        OpenAPIParameters(
            name: "grade", description: "How the figures stand to each other.",
            schema: OpenAPIParameters.choice(FindingState.grades.map(\.rawValue)),
            component: "finding_grade"),
        OpenAPIParameters(
            name: "subject",
            description: "Only what speaks of this record, as subject or as counterpart.",
            schema: OpenAPIParameters.idSchema(Kind.allCases.flatMap(\.prefixes)),
            component: "finding_subject"),
    ]

    static let schemas: [(String, String)] = [
        (
            "FindingEvidence",
            """
            {"type":"object","required":["role","id","indicator","subject","counterpart",\
            "product","period","value","unit","qualifier","cite"],"properties":{\
            "role":{"type":"string"},"id":{"$ref":"#/components/schemas/RecordID"},\
            "indicator":{"type":"string"},"subject":{"type":"string"},\
            "counterpart":{"type":["string","null"]},"product":{"type":["string","null"]},\
            "period":{"type":"string"},"value":{"type":"number"},"unit":{"type":"string"},\
            "qualifier":{"type":["string","null"]},\
            "cite":{"type":"array","items":{"$ref":"#/components/schemas/Citation"}}}}
            """
        ),
        (
            "Finding",
            """
            {"type":"object","required":["id","kind","comparison","relation","grade","subject",\
            "period","stated","expected","unit","difference","relative","score","evidence"],\
            "properties":{"id":{"type":"string"},\
            "kind":\(OpenAPIParameters.choice(Finding.Kind.allCases.map(\.rawValue))),\
            "comparison":\(OpenAPIParameters.choice(Finding.Comparison.allCases.map(\.rawValue))),\
            "relation":{"type":"string","enum":["equal","at-most"]},\
            "grade":\(OpenAPIParameters.choice(Finding.Grade.allCases.map(\.rawValue))),\
            "subject":{"type":["string","null"]},"period":{"type":["string","null"]},\
            "stated":{"type":"number"},"expected":{"type":"number"},"unit":{"type":"string"},\
            "difference":{"type":"number"},"relative":{"type":["number","null"],\
            "description":"the difference in percent of what is expected"},\
            "score":{"type":"integer","minimum":0,"maximum":1000},\
            "evidence":{"type":"array","items":{"$ref":"#/components/schemas/FindingEvidence"}}}}
            """
        ),
        (
            "FindingList",
            """
            {"type":"object","required":["total","figures","tallies","items","next"],\
            "properties":{"total":{"type":"integer"},"figures":{"type":"integer"},\
            "tallies":{"type":"array","items":{"type":"object","required":["kind","compared",\
            "agreed","incomparable"],"properties":{"kind":{"type":"string"},\
            "compared":{"type":"integer"},"agreed":{"type":"integer"},\
            "incomparable":{"type":"integer"}}}},\
            "items":{"type":"array","items":{"$ref":"#/components/schemas/Finding"}},\
            "next":{"type":["string","null"]}}}
            """
        ),
    ]
}
