/// The reconciliation service as OpenAPI describes it.
enum OpenAPIReconciliation {
    static let paths: [(String, String)] = [
        ("/api/reconcile", #"{"get":\#(service),"post":\#(form)}"#),
        ("/api/reconcile/suggest/entity", suggest("Entity", "Records whose name begins so")),
        ("/api/reconcile/suggest/type", suggest("Type", "Types of record")),
        ("/api/reconcile/suggest/property", suggest("Property", "Fields of records")),
        ("/api/reconcile/properties", properties),
        (
            "/api/reconcile/flyout",
            ofRecord(
                "flyout", "A few words on a record",
                #"{"application/json":{"schema":{"type":"object","required":["id","html"]}}}"#)
        ),
        (
            "/api/reconcile/preview",
            ofRecord(
                "preview", "A record in a small page",
                #"{"text/html":{"schema":{"type":"string"}}}"#)
        ),
    ]

    private static let answers = """
        "200":{"description":"The manifest; the candidates for `queries`; the fields for \
        `extend`","content":{"application/json":{"schema":{"type":"object"}},\
        "application/javascript":{"schema":{"type":"string"}}}}
        """

    private static let service = """
        {"operationId":"reconcile","tags":["reconciliation"],"summary":"The manifest; with \
        queries, candidates; with extend, fields","parameters":[\
        {"name":"queries","in":"query","description":"A batch of queries.","content":\
        {"application/json":{"schema":{"$ref":"#/components/schemas/ReconcileFewQueries"}}}},\
        {"name":"extend","in":"query","description":"Fields of matched records.","content":\
        {"application/json":{"schema":{"$ref":"#/components/schemas/ReconcileExtend"}}}},\
        \(callback)],"responses":{\(answers),\(OpenAPISchemas.failures([]))}}
        """

    private static let form = """
        {"operationId":"reconcileBatch","tags":["reconciliation"],"summary":"The same for batches \
        that are too long for an address","requestBody":{"required":true,"content":\
        {"application/x-www-form-urlencoded":{"schema":{"$ref":\
        "#/components/schemas/ReconcileForm"},"examples":{"names":{"summary":"A name of a place","value":{"queries":\
        "{\\"q0\\":{\\"query\\":\\"Grodno\\"}}"}}}}}},\
        "responses":{\(answers),"408":{"$ref":"#/components/responses/TooSlow"},\
        "413":{"$ref":"#/components/responses/TooLarge"},\
        "415":{"$ref":"#/components/responses/UnsupportedMediaType"},\
        \(OpenAPISchemas.failures([]))}}
        """

    private static let callback = """
        {"name":"callback","in":"query","description":"The function to wrap the answer in, for \
        clients that load it as a script.","schema":{"type":"string","maxLength":100,"pattern":\
        "^[A-Za-z_$][A-Za-z0-9_$.]*$"}}
        """

    private static func suggest(_ name: String, _ summary: String) -> String {
        """
        {"get":{"operationId":"suggest\(name)","tags":["reconciliation"],"summary":"\(summary)",\
        "parameters":[{"name":"prefix","in":"query","description":"What was typed so far.",\
        "schema":{"type":"string","maxLength":500,"pattern":"^[^\\u0000]*$"}},\
        {"name":"cursor","in":"query","description":"How many to leave out.","schema":\
        {"type":"integer","minimum":0,"maximum":200}},\(callback)],\
        "responses":{"200":{"description":"Suggestions","content":{"application/json":{"schema":\
        {"$ref":"#/components/schemas/Suggestions"}},"application/javascript":{"schema":\
        {"type":"string"}}}},\(OpenAPISchemas.failures([]))}}}
        """
    }

    private static let properties = """
        {"get":{"operationId":"proposeProperties","tags":["reconciliation"],"summary":"The fields \
        that records of a type have","parameters":[{"name":"type","in":"query","description":\
        "A type's id.","schema":{"type":"string","maxLength":200,"pattern":"^[^\\u0000]*$",\
        "examples":["place"]}},{"name":"limit","in":"query","description":"How many to give.",\
        "schema":{"type":"integer","minimum":0,"maximum":1000}},\(callback)],\
        "responses":{"200":{"description":"Properties","content":{"application/json":{"schema":\
        {"type":"object","required":["properties"]}},"application/javascript":{"schema":\
        {"type":"string"}}}},\(OpenAPISchemas.failures([]))}}}
        """

    private static func ofRecord(
        _ name: String, _ summary: String, _ content: String
    ) -> String {
        """
        {"get":{"operationId":"\(name)","tags":["reconciliation"],"summary":"\(summary)",\
        "parameters":[{"name":"id","in":"query","required":true,"description":"A record's id.",\
        "schema":{"$ref":"#/components/schemas/RecordID"}}],"responses":{"200":{"description":\
        "\(summary)","content":\(content)},\(OpenAPISchemas.failures(["NotFound"]))}}}
        """
    }

    /// The schemas of what clients send and get.
    static let schemas: [(String, String)] = [
        ("ReconcileQueries", queries(ReconcileBatch.mostQueries)),
        ("ReconcileFewQueries", queries(ReconcileBatch.mostInAddress)),
        (
            "ReconcileValue",
            """
            {"description":"A text, a whole number, a boolean, a record as {id, name}, or a list \
            of these","anyOf":[{"type":"string"},{"type":"boolean"},{"type":"null"},\
            {"type":"integer","minimum":-999999999999999,"maximum":999999999999999},\
            {"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"}},\
            \(others)},{"type":"array","maxItems":20,"items":{"type":"string"}}]}
            """
        ),
        (
            "ReconcileExtend",
            """
            {"type":"object","required":["ids","properties"],\(others),"properties":{"ids":\
            {"type":"array","maxItems":1000,"items":{"type":"string"}},"properties":{"type":\
            "array","maxItems":50,"items":{"type":"object","required":["id"],\(others),\
            "properties":{"id":{"type":"string"},"settings":{"type":"object",\(others)}}}}}}
            """
        ),
        // JSON inside a form field can't be described by more than its media type, and validators
        // pass over that: the patterns give the plainest form of each.
        (
            "ReconcileForm",
            """
            {"type":"object","description":"The patterns show a batch of one query and the fields \
            of one record; ReconcileQueries and ReconcileExtend say all that there may be",\
            "properties":{"queries":{"type":"string","contentMediaType":"application/json",\
            "contentSchema":{"$ref":"#/components/schemas/ReconcileQueries"},"pattern":\
            "^\\\\{\\"[a-z0-9]{1,20}\\":\\\\{\\"query\\":\\"[^\\"\\\\\\\\\\\\u0000-\\\\u001F]{1,100}\\"\\\\}\\\\}$"},\
            "extend":{"type":"string","contentMediaType":"application/json","contentSchema":\
            {"$ref":"#/components/schemas/ReconcileExtend"},"pattern":\
            "^\\\\{\\"ids\\":\\\\[\\"[a-z0-9/-]{1,100}\\"\\\\],\\"properties\\":\\\\[\\\\{\\"id\\":\\"[a-z_]{1,40}\\"\\\\}\\\\]\\\\}$"}},\
            "anyOf":[{"required":["queries"]},{"required":["extend"]}]}
            """
        ),
        (
            "Suggestions",
            """
            {"type":"object","required":["result"],"properties":{"result":{"type":"array","items":\
            {"type":"object","required":["id","name"],"properties":{"id":{"type":"string"},\
            "name":{"type":"string"},"description":{"type":"string"}}}}}}
            """
        ),
    ]

    /// What else an object may hold: it is passed over.
    private static let others = #""additionalProperties":{"type":["string","boolean","null"]}"#

    private static func queries(_ most: Int) -> String {
        """
        {"type":"object","maxProperties":\(most),"additionalProperties":{"type":"object",\
        "required":["query"],\(others),"properties":{"query":{"type":"string","maxLength":\
        \(ReconcileBatch.longestText)},"type":{"anyOf":[{"type":"string"},{"type":"null"},\
        {"type":"array","maxItems":\(ReconcileBatch.mostTypes),"items":{"type":"string"}}]},\
        "limit":{"type":["integer","null"],"minimum":1,"maximum":\(ReconcileBatch.highestLimit)},\
        "type_strict":{"enum":["any","all","should",null]},"properties":{"type":["array","null"],\
        "maxItems":\(ReconcileBatch.mostProperties),"items":{"type":"object","required":["pid"],\
        \(others),"properties":{"pid":{"type":"string"},"v":{"$ref":\
        "#/components/schemas/ReconcileValue"}}}}}}}
        """
    }
}
