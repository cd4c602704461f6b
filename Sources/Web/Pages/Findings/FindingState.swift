import Records
import Statistics

/// Which findings are listed, as it stands in the page's address.
struct FindingState: Hashable, Sendable {
    var kinds: [Finding.Kind] = []
    var grade: Finding.Grade?
    /// Only what speaks of this record.
    var subject: RecordID?
    /// Which page, from 1.
    var page = 1

    /// The grades that a list of findings can have: what agrees is only counted.
    static let grades: [Finding.Grade] = [.contradiction, .tension]

    /// All findings, or those that speak of a record.
    init(subject: RecordID? = nil) { self.subject = subject }

    /// Reads the state from a query.
    init(_ query: QueryParameters) throws(BadParameter) {
        for item in query.items where !item.value.isEmpty {
            switch item.name {
            case "kind":
                guard let kind = Finding.Kind(rawValue: item.value) else {
                    throw BadParameter("kind", .choice(Finding.Kind.allCases.map(\.rawValue)))
                }
                if !kinds.contains(kind) { kinds.append(kind) }
            case "grade":
                guard let grade = Self.grades.first(where: { $0.rawValue == item.value }) else {
                    throw BadParameter("grade", .choice(Self.grades.map(\.rawValue)))
                }
                self.grade = grade
            case "subject": subject = try BadParameter.id(item.value, "subject")
            case "page": page = try BadParameter.page(item.value)
            default: break
            }
        }
    }

    /// The state as a query, in one order.
    func items(withPage: Bool = true) -> [(name: String, value: String?)] {
        var items: [(name: String, value: String?)] = Finding.Kind.allCases
            .filter(kinds.contains).map { ("kind", $0.rawValue) }
        items.append(("grade", grade?.rawValue))
        items.append(("subject", subject?.text))
        if withPage, page > 1 { items.append(("page", String(page))) }
        return items.filter { $0.value != nil }
    }

    /// Whether anything narrows the list.
    var isFiltered: Bool { !kinds.isEmpty || grade != nil || subject != nil }

    /// The state with something else changed, on the first page.
    func with(_ change: (inout FindingState) -> Void) -> FindingState {
        var state = self
        state.page = 1
        change(&state)
        return state
    }
}
