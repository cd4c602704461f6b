import Records
import Register

/// `/api/reconcile`: the W3C Entity Reconciliation service, version 0.2
/// (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/).
struct ReconcileRoutes {
    let register: Register

    func add(to table: inout RouteTable) {
        let suggestions = Suggestions(register: register)
        let preview = Preview(register: register)
        table.add("/api/reconcile", Route(get: .endpoint(service), post: service))
        let others: [(String, EndpointHandler)] = [
            ("suggest/entity", suggestions.entities),
            ("suggest/type", suggestions.types),
            ("suggest/property", suggestions.properties),
            ("flyout", suggestions.flyout),
            ("properties", DataExtension(register: register).proposals),
            ("preview", preview.answer),
        ]
        for (name, handler) in others {
            table.add("/api/reconcile/" + name, Route(get: .endpoint(handler)))
        }
    }

    /// The manifest, or the answer to `queries` or `extend`. Of both, `queries` is answered, but
    /// neither may be wrong.
    @Sendable private func service(_ request: EndpointRequest) throws -> Answer {
        let most = request.isPost ? ReconcileBatch.mostQueries : ReconcileBatch.mostInAddress
        let batch = try request.parameters["queries"].map { try ReconcileBatch($0, most: most) }
        let extend = try request.parameters["extend"].map {
            try DataExtension(register: register).rows($0)
        }
        if let batch { return try JSONP.answer(request, try results(of: batch)) }
        if let extend { return try JSONP.answer(request, extend) }
        guard !request.isPost else {
            throw RequestFault.badParameter(
                "queries", "is missing; a form with queries or extend")
        }
        return try JSONP.answer(request, Manifest(origin: request.origin).json)
    }

    private func results(of batch: ReconcileBatch) throws -> [UInt8] {
        let matcher = Matcher(register: register)
        let describer = Describer(register: register)
        var writer = JSONWriter(reserving: 4_096)
        try writer.object { results in
            for (name, query) in batch.queries {
                results.name(name)
                try results.object {
                    $0.name("result")
                    try $0.array { list in
                        for candidate in try matcher.candidates(query) {
                            try write(candidate, describer, to: &list)
                        }
                    }
                }
            }
        }
        return writer.bytes
    }

    private func write(
        _ candidate: Matcher.Candidate, _ describer: Describer, to writer: inout JSONWriter
    ) throws {
        try writer.object {
            $0.member("id", candidate.record.id.text)
            $0.member("name", candidate.name)
            $0.member("description", try describer.line(candidate.record))
            $0.name("type")
            $0.array { list in
                for type in ReconcileTypes.named(of: candidate.record) {
                    NamedJSON.write(type, to: &list)
                }
            }
            $0.name("score")
            $0.number(Self.score(candidate.score))
            $0.name("match")
            $0.bool(candidate.isMatch)
            $0.name("features")
            $0.array { list in
                list.object {
                    $0.member("id", "name")
                    $0.member("value", Self.score(candidate.nameScore))
                }
                for (id, agrees) in candidate.properties {
                    list.object {
                        $0.member("id", id)
                        $0.member("value", agrees ? 100 : 0)
                    }
                }
            }
        }
    }

    /// A score with two decimals.
    private static func score(_ value: Double) -> ExactDecimal {
        let bounded = value.isFinite ? min(max(value, 0), 100) : 0
        return ExactDecimal(coefficient: Int64((bounded * 100).rounded()), scale: 2) ?? .zero
    }
}

/// Types and properties as the service writes them.
enum NamedJSON {
    static func write(_ named: ReconcileTypes.Named, to writer: inout JSONWriter) {
        writer.object {
            $0.member("id", named.id)
            $0.member("name", named.name)
        }
    }
}

/// Answers that may be wrapped for old clients: `callback(…)`.
enum JSONP {
    static func answer(_ request: EndpointRequest, _ json: [UInt8]) throws -> Answer {
        guard let callback = request.parameters["callback"] else {
            return Answer("application/json", json)
        }
        guard isFunctionName(callback) else {
            throw RequestFault.badParameter(
                "callback", "is not the name of a function; letters, digits, _, $ and .")
        }
        // The comment keeps the answer from beginning with what the client chose.
        return Answer(
            "application/javascript; charset=utf-8",
            Array("/**/\(callback)(".utf8) + json + Array(");".utf8))
    }

    private static func isFunctionName(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count)
            && text.utf8.first.map { !(0x30...0x39).contains($0) && $0 != 0x2E } ?? false
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x2E: true
                default: false
                }
            }
    }
}
