import Register

/// The calendar's answers as OpenAPI describes them.
enum OpenAPICalendar {
    static let schemas: [(String, String)] = [
        (
            "CalendarItem",
            """
            {"type":"object","required":["what","id","kind","name","start","precision","overdue",\
            "cite"],"properties":{"what":\(whatSchema),"id":{"$ref":"#/components/schemas/RecordID"},\
            "kind":{"$ref":"#/components/schemas/Kind"},"name":{"type":"string"},\
            "start":{"type":"string","description":"As exact as the source: a year, a month or a day"},\
            "end":{"type":"string"},"precision":\(precisionSchema),"status":{"type":"string"},\
            "overdue":{"type":"boolean","description":"A deadline before today that nothing says was \
            met"},"place":{"$ref":"#/components/schemas/RecordID"},"series":{"type":"string"},\
            "edition":{"type":"integer"},"cite":{"type":"array","minItems":1,"items":\
            {"$ref":"#/components/schemas/Citation"}}}}
            """
        ),
        ("Calendar", OpenAPISchemas.list("CalendarItem", #""today":{"type":"string"},"#)),
    ]

    private static let whatSchema = OpenAPIParameters.choice(
        CalendarMark.Sort.allCases.map(\.rawValue))
    private static let precisionSchema = OpenAPIParameters.choice(
        CalendarEntry.Precision.allCases.map(\.rawValue))
}
