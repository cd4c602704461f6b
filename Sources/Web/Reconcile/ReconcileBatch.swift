import Records

/// A batch of reconciliation queries as clients send it: `{"q0": {"query": …}, …}`.
struct ReconcileBatch {
    /// One query.
    struct Query {
        let text: String
        /// The types wanted; empty for any.
        let types: [String]
        let strictness: Strictness
        let limit: Int
        let properties: [Property]
    }

    /// What a query says of the record beside its name.
    struct Property {
        let id: String
        /// Any of these will do.
        let values: [JSONValue]
    }

    /// What becomes of records of other types.
    enum Strictness: String, CaseIterable {
        /// They are left out unless they have one of the types.
        case any
        /// They are left out unless they have all of the types.
        case all
        /// They come later.
        case should
    }

    /// The queries by their names in the batch.
    let queries: [(name: String, query: Query)]

    static let mostQueries = 500
    /// How many queries fit into an address.
    static let mostInAddress = 20
    static let mostCandidates = 100
    static let standardCandidates = 10
    static let mostProperties = 20
    static let mostTypes = 20
    static let highestLimit = 10_000 as Int64
    /// The longest name to look for, in characters.
    static let longestText = 500

    /// Reads a batch.
    /// - Parameters:
    ///   - text: the parameter `queries`.
    ///   - most: how many queries it may have.
    init(_ text: String, most: Int = mostQueries) throws(RequestFault) {
        guard case .object(let members) = try JSONParameter.parse(text, "queries") else {
            throw .badParameter(
                "queries", "is not an object; {\"q0\": {\"query\": \"Grodno\"}}")
        }
        guard members.count <= most else {
            throw .badParameter(
                "queries", "has over \(most) queries; send fewer at a time, by POST")
        }
        var queries: [(name: String, query: Query)] = []
        for member in members {
            queries.append((member.name, try Self.query(member)))
        }
        self.queries = queries
    }

    private static func query(_ member: JSONValue.Member) throws(RequestFault) -> Query {
        let path = "queries.\(ParameterReader.quoted(member.name))"
        guard case .object(let members) = member.value else {
            throw .badParameter(path, "is not an object; {\"query\": \"Grodno\"}")
        }
        try JSONParameter.checkOthers(
            members, path, knowing: ["query", "type", "limit", "type_strict", "properties"])
        guard case .string(let text) = member.value["query"] else {
            throw .badParameter(path + ".query", "is missing or no text; the name to look for")
        }
        guard text.unicodeScalars.count <= longestText else {
            throw .badParameter(
                path + ".query", "has over \(longestText) characters; shorten it")
        }
        return Query(
            text: text, types: try types(member.value["type"], path + ".type"),
            strictness: try strictness(member.value["type_strict"], path + ".type_strict"),
            limit: try limit(member.value["limit"], path + ".limit"),
            properties: try properties(member.value["properties"], path + ".properties"))
    }

    private static func types(
        _ value: JSONValue?, _ path: String
    ) throws(RequestFault) -> [String] {
        switch value {
        case nil, .null: return []
        case .string(let type): return [type]
        case .array(let items):
            var types: [String] = []
            guard items.count <= mostTypes else {
                throw .badParameter(path, "has over \(mostTypes) types; send fewer")
            }
            for item in items {
                guard case .string(let type) = item else {
                    throw .badParameter(path, "holds something else than texts; ids of types")
                }
                types.append(type)
            }
            return types
        default: throw .badParameter(path, "is no text; the id of a type, such as place")
        }
    }

    private static func strictness(
        _ value: JSONValue?, _ path: String
    ) throws(RequestFault) -> Strictness {
        switch value {
        case nil, .null: return .any
        case .string(let text):
            guard let strictness = Strictness(rawValue: text) else { fallthrough }
            return strictness
        default: throw .badParameter(path, "is not known; any, all or should")
        }
    }

    private static func limit(
        _ value: JSONValue?, _ path: String
    ) throws(RequestFault) -> Int {
        switch value {
        case nil, .null: return standardCandidates
        case .number(let number)
        where number.scale == 0 && (1...highestLimit).contains(number.coefficient):
            return Int(min(number.coefficient, Int64(mostCandidates)))
        default: throw .badParameter(path, "is no whole number from 1 to \(highestLimit)")
        }
    }

    private static func properties(
        _ value: JSONValue?, _ path: String
    ) throws(RequestFault) -> [Property] {
        switch value {
        case nil, .null: return []
        case .array(let items):
            guard items.count <= mostProperties else {
                throw .badParameter(path, "has over \(mostProperties) properties; send fewer")
            }
            var properties: [Property] = []
            for item in items {
                guard case .object(let members) = item, case .string(let id) = item["pid"] else {
                    throw .badParameter(path, "has an item without pid; {\"pid\":…,\"v\":…}")
                }
                try JSONParameter.checkOthers(members, path, knowing: ["pid", "v"])
                properties.append(Property(id: id, values: values(item["v"])))
            }
            return properties
        default: throw .badParameter(path, "is no list; [{\"pid\":…,\"v\":…}]")
        }
    }

    private static func values(_ value: JSONValue?) -> [JSONValue] {
        switch value {
        case nil, .null: []
        case .array(let items): items
        case .some(let value): [value]
        }
    }
}

/// JSON that was sent as the text of a parameter.
enum JSONParameter {
    static func parse(_ text: String, _ name: String) throws(RequestFault) -> JSONValue {
        do throws(JSONSyntaxError) {
            return try JSONParser.parse(Array(text.utf8))
        } catch {
            throw .badParameter(name, "is not valid JSON: \(error)")
        }
    }

    /// Passes over members that aren't known, as long as they are plain: an object or a list that
    /// isn't understood would change what is asked.
    static func checkOthers(
        _ members: [JSONValue.Member], _ path: String, knowing names: [String]
    ) throws(RequestFault) {
        for member in members where !names.contains(member.name) {
            switch member.value {
            case .string, .bool, .null: continue
            default:
                throw .badParameter(
                    path, "\(ParameterReader.quoted(member.name)) is not known here")
            }
        }
    }
}
