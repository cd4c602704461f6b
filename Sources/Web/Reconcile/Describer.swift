import Records
import Register

/// Says in a short line what a record is, so that namesakes can be told apart.
struct Describer {
    let register: Register

    /// Such as `city, Grodno Region, Belarus` or `enterprise, Minsk, Belarus`.
    func line(_ record: Record) throws -> String {
        var parts: [String] = []
        if let type = record.content.type ?? Optional(record.kind.name) {
            parts.append(type.split(separator: "-").joined(separator: " "))
        }
        if let place = Self.place(of: record) {
            parts += try register.path(of: place).reversed().map(\.name)
        }
        if case .person(let person) = record.body { parts = [person.office] }
        if let days = record.content.days, record.kind != .organisation {
            parts.append(String(days.lowerBound / 10_000))
        }
        return parts.joined(separator: ", ")
    }

    private static func place(of record: Record) -> RecordID? {
        switch record.body {
        case .place(let place): place.parent
        default: record.content.links.first { $0.role == .place }?.target
        }
    }
}
