import Records
import Register

/// What clients offer while somebody types (section 6 of the specification).
struct Suggestions {
    let register: Register

    private static let count = 10
    private static let furthest = 200

    /// `GET /api/reconcile/suggest/entity?prefix=Grod`: records whose name begins so.
    @Sendable func entities(_ request: EndpointRequest) throws -> Answer {
        let (prefix, skipped) = try read(request)
        guard !prefix.isEmpty else { return try answer(request, []) { _, _ in } }
        let found = try register.suggest(
            prefix, kinds: ReconcileTypes.kinds, limit: skipped + Self.count)
        let page = Array(found.dropFirst(skipped))
        let records = try register.records(page.map(\.id))
        let describer = Describer(register: register)
        return try answer(request, page) { summary, writer in
            writer.member("id", summary.id.text)
            writer.member("name", summary.name)
            guard let record = records[summary.id] else { return }
            writer.member("description", try describer.line(record))
            writer.name("notable")
            writer.array { list in
                for type in ReconcileTypes.named(of: record) { NamedJSON.write(type, to: &list) }
            }
        }
    }

    /// `GET /api/reconcile/suggest/type?prefix=pl`: types of record.
    @Sendable func types(_ request: EndpointRequest) throws -> Answer {
        try named(request, ReconcileTypes.all)
    }

    /// `GET /api/reconcile/suggest/property?prefix=par`: fields of records.
    @Sendable func properties(_ request: EndpointRequest) throws -> Answer {
        try named(request, ReconcileProperties.of(ReconcileTypes.kinds))
    }

    /// `GET /api/reconcile/flyout?id=place/by/grodno`: a few words on a suggested record.
    @Sendable func flyout(_ request: EndpointRequest) throws -> Answer {
        let id = request.parameters["id"] ?? ""
        guard let record = RecordID(id), let stored = try register.record(record)?.record else {
            throw RequestFault.notFound("there is no record \(ParameterReader.quoted(id))")
        }
        let description = try Describer(register: register).line(stored)
        let html = SafeHTML { page in
            page.element(.p) { page in
                page.element(.strong, text: stored.name)
                page.text(" ")
                page.text(description)
            }
        }
        var writer = JSONWriter()
        writer.object {
            $0.member("id", id)
            $0.member("html", String(decoding: html.bytes, as: UTF8.self))
        }
        return try JSONP.answer(request, writer.bytes)
    }

    private func named(
        _ request: EndpointRequest, _ all: [ReconcileTypes.Named]
    ) throws -> Answer {
        let (prefix, skipped) = try read(request)
        let wanted = prefix.lowercased()
        let fitting = all.filter { named in
            named.id.lowercased().hasPrefix(wanted) || named.name.lowercased().hasPrefix(wanted)
                || named.id.lowercased().contains(":" + wanted)
        }
        let page = Array(fitting.dropFirst(skipped).prefix(wanted.isEmpty ? 200 : 50))
        return try answer(request, page) { named, writer in
            writer.member("id", named.id)
            writer.member("name", named.name)
        }
    }

    private func read(_ request: EndpointRequest) throws(RequestFault) -> (String, Int) {
        let prefix = request.parameters["prefix"] ?? ""
        guard prefix.unicodeScalars.count <= ReconcileBatch.longestText else {
            throw .badParameter(
                "prefix", "has over \(ReconcileBatch.longestText) characters; shorten it")
        }
        let read = try ParameterReader(
            request.parameters, knowing: ["prefix", "cursor"], isLenient: true)
        return (prefix, try read.integer("cursor", in: 0...Self.furthest, standard: 0))
    }

    private func answer<Item>(
        _ request: EndpointRequest, _ items: [Item],
        _ write: (Item, inout JSONWriter) throws -> Void
    ) throws -> Answer {
        var writer = JSONWriter()
        try writer.object {
            $0.name("result")
            try $0.array { list in
                for item in items { try list.object { try write(item, &$0) } }
            }
        }
        return try JSONP.answer(request, writer.bytes)
    }
}
