/// A parameter of a query's address, decoded.
public struct QueryItem: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: String

    /// A parameter.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// Reads the parameters of a query's address: each at most once, none unknown.
struct QueryReader {
    private let items: [QueryItem]

    init(_ items: [QueryItem], knowing known: [String]) throws(SDMXFault) {
        for (index, item) in items.enumerated() {
            guard known.contains(item.name) else {
                throw .syntax(
                    "the parameter \(SDMXFault.quoted(item.name)) is not known; known are "
                        + known.joined(separator: ", "))
            }
            guard !items[..<index].contains(where: { $0.name == item.name }) else {
                throw .syntax("\(item.name) stands twice; give it once")
            }
        }
        self.items = items
    }

    func text(_ name: String) -> String? { items.first { $0.name == name }?.value }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) throws(SDMXFault) -> Choice? where Choice.RawValue == String {
        guard let text = text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw .syntax(
                "\(name): \(SDMXFault.quoted(text)) is none of "
                    + Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    func count(_ name: String) throws(SDMXFault) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), number > 0 else {
            throw .syntax("\(name): \(SDMXFault.quoted(text)) is no whole number from 1 on")
        }
        return number
    }

    func period(_ name: String) throws(SDMXFault) -> QueryPeriod? {
        guard let text = text(name) else { return nil }
        guard let period = QueryPeriod(text) else {
            throw .syntax(
                "\(name): \(SDMXFault.quoted(text)) is no period; one is 2021, 2021-06, "
                    + "2021-06-29, 2021-Q2, 2021-S1 or the like")
        }
        return period
    }
}
