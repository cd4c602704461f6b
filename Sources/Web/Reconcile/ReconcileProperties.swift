import Records

/// The properties of records as the reconciliation service knows them: the fields of the data.
enum ReconcileProperties {
    /// A property's id: the field's name.
    typealias Named = ReconcileTypes.Named

    /// The properties of the kinds, each once, in the order of the fields.
    static func of(_ kinds: [Kind]) -> [Named] {
        var names: [String] = []
        for kind in kinds {
            for field in Record.fields(of: kind) where !names.contains(field) {
                names.append(field)
            }
        }
        return names.map(named)
    }

    static func named(_ field: String) -> Named {
        let words = field.split(separator: "_").joined(separator: " ")
        return Named(id: field, name: words.prefix(1).uppercased() + words.dropFirst())
    }

    /// Whether any kind has the property.
    static func isKnown(_ id: String) -> Bool { known.contains(id) }

    private static let known = Set(Kind.allCases.flatMap { Record.fields(of: $0) })

    /// A record's values of a property.
    static func values(of id: String, in fields: JSONValue) -> [JSONValue] {
        switch fields[id] {
        case nil, .null: []
        case .array(let items): items
        case .some(let value): [value]
        }
    }
}
