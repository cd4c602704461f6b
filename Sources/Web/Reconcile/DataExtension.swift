import Records
import Register

/// Gives the fields of records that a client has matched (section 7 of the specification).
struct DataExtension {
    let register: Register

    private static let mostIDs = 1_000
    private static let mostProperties = 50
    private static let longestType = 200

    /// `GET /api/reconcile/properties?type=place`: the properties that records of a type have.
    @Sendable func proposals(_ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(
            request.parameters, knowing: ["type", "limit"], isLenient: true)
        let type = request.parameters["type"] ?? ""
        guard type.unicodeScalars.count <= Self.longestType else {
            throw RequestFault.badParameter("type", "is too long; the id of a type, such as place")
        }
        let limit = try read.integer("limit", in: 0...1_000, standard: 1_000)
        let kinds = ReconcileTypes.parse(type).map { [$0.kind] } ?? ReconcileTypes.kinds
        let properties = ReconcileProperties.of(kinds)
        var writer = JSONWriter()
        writer.object {
            if !type.isEmpty { $0.member("type", type) }
            $0.name("properties")
            $0.array { list in
                for property in properties.prefix(limit) {
                    NamedJSON.write(property, to: &list)
                }
            }
        }
        return try JSONP.answer(request, writer.bytes)
    }

    /// The answer to `extend={"ids":[…],"properties":[{"id":…}]}`.
    func rows(_ text: String) throws -> [UInt8] {
        let asked = try JSONParameter.parse(text, "extend")
        if case .object(let members) = asked {
            try JSONParameter.checkOthers(members, "extend", knowing: ["ids", "properties"])
        }
        let ids = try texts(asked["ids"], "ids", Self.mostIDs) { $0 }
        let properties = try texts(asked["properties"], "properties", Self.mostProperties) {
            property throws(RequestFault) in
            if case .object(let members) = property {
                try JSONParameter.checkOthers(members, "extend", knowing: ["id", "settings"])
            }
            return property["id"]
        }
        let records = try register.records(ids.compactMap { RecordID($0) })
        let names = try register.summaries(
            records.values.flatMap { $0.content.links.map(\.target) })
        var writer = JSONWriter(reserving: 4_096)
        writer.object {
            $0.name("meta")
            $0.array { list in
                for id in properties {
                    NamedJSON.write(ReconcileProperties.named(id), to: &list)
                }
            }
            $0.name("rows")
            $0.object { rows in
                var written: Set<String> = []
                for id in ids where written.insert(id).inserted {
                    rows.name(id)
                    write(RecordID(id).flatMap { records[$0] }, properties, names, to: &rows)
                }
            }
        }
        return writer.bytes
    }

    private func texts(
        _ value: JSONValue?, _ name: String, _ most: Int,
        _ pick: (JSONValue) throws(RequestFault) -> JSONValue?
    ) throws(RequestFault) -> [String] {
        guard case .array(let items) = value else {
            throw .badParameter(
                "extend", "\(name) is no list; {\"ids\":[…],\"properties\":[{\"id\":…}]}")
        }
        guard items.count <= most else {
            throw .badParameter("extend", "\(name) has over \(most) items; send fewer")
        }
        var texts: [String] = []
        for item in items {
            guard case .string(let text) = try pick(item) else {
                throw .badParameter("extend", "\(name) holds something else than ids")
            }
            if !texts.contains(text) { texts.append(text) }
        }
        return texts
    }

    private func write(
        _ record: Record?, _ properties: [String], _ names: [RecordID: RecordSummary],
        to writer: inout JSONWriter
    ) {
        let fields = record.map { PropertyComparison.fields(of: $0) } ?? .object([])
        writer.object { row in
            for property in properties {
                row.name(property)
                row.array { cells in
                    for value in ReconcileProperties.values(of: property, in: fields) {
                        write(value, names, to: &cells)
                    }
                }
            }
        }
    }

    /// Writes a cell: a record as id and name, a number as such, everything else as text.
    private func write(
        _ value: JSONValue, _ names: [RecordID: RecordSummary], to writer: inout JSONWriter
    ) {
        writer.object {
            switch value {
            case .string(let text):
                if let id = RecordID(text), let summary = names[id] {
                    $0.member("id", text)
                    $0.member("name", summary.name)
                } else {
                    $0.member("str", text)
                }
            case .number(let number):
                $0.member(number.scale == 0 ? "int" : "float", number)
            case .bool(let bool):
                $0.name("bool")
                $0.bool(bool)
            case .object:
                writeObject(value, names, to: &$0)
            case .array, .null:
                $0.member("str", "")
            }
        }
    }

    /// A name, a quantity or a participant in one cell.
    private func writeObject(
        _ value: JSONValue, _ names: [RecordID: RecordSummary], to writer: inout JSONWriter
    ) {
        if case .string(let text) = value["id"], let id = RecordID(text), let summary = names[id] {
            writer.member("id", text)
            writer.member("name", summary.name)
            return
        }
        var words: [String] = []
        for name in ["text", "what", "count", "amount", "unit", "qualifier"] {
            switch value[name] {
            case .string(let text): words.append(text)
            case .number(let number): words.append(number.description)
            default: continue
            }
        }
        writer.member("str", words.joined(separator: " "))
    }
}
