/// The query of an address, decoded, with names in their order; a name may stand more than once.
struct QueryParameters: Sendable, Hashable {
    /// A name and its value.
    struct Item: Sendable, Hashable {
        let name: String
        let value: String
    }

    /// All of them in their order.
    let items: [Item]

    /// No query.
    init() { items = [] }

    /// Names and values, already decoded.
    init(_ items: [(name: String, value: String)]) {
        self.items = items.map { Item(name: $0.name, value: $0.value) }
    }

    /// Reads `a=1&b=x+y&c=%D0%93`: the form encoding, where `+` is a space (WHATWG URL 5.1), but
    /// strictly: what isn't UTF-8, or holds NUL, isn't guessed at.
    init(encoded: some Collection<UInt8>) throws(RequestFault) {
        var items: [Item] = []
        for part in encoded.split(separator: UInt8(ascii: "&")) {
            guard items.count < RequestLimits.parameters else {
                throw .badParameter(
                    "query", "it has over \(RequestLimits.parameters) parameters; send fewer")
            }
            let equals = part.firstIndex(of: UInt8(ascii: "="))
            let name = try Self.decoded(part[..<(equals ?? part.endIndex)], of: "query")
            let value = try equals.map { equals throws(RequestFault) in
                try Self.decoded(part[part.index(after: equals)...], of: name)
            }
            items.append(Item(name: name, value: value ?? ""))
        }
        self.items = items
    }

    /// The first value of a name; nil when the name isn't there.
    subscript(name: String) -> String? {
        items.first { $0.name == name }?.value
    }

    /// All values of a name, in their order.
    func all(_ name: String) -> [String] {
        items.compactMap { $0.name == name ? $0.value : nil }
    }

    /// The values of a name that can be repeated or hold a list (`kind=place,event&kind=offer`),
    /// without empty ones.
    func list(_ name: String) -> [String] {
        all(name).flatMap { $0.split(separator: ",").map(String.init) }
    }

    private static func decoded(
        _ bytes: some Collection<UInt8>, of name: String
    ) throws(RequestFault) -> String {
        guard let text = PercentDecoding.text(bytes, plusIsSpace: true) else {
            throw .badParameter(
                name,
                "it isn't valid UTF-8, or holds NUL; percent-encode the bytes of UTF-8 text")
        }
        return text
    }
}
