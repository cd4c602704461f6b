import Records
import Register

/// The records that name one record, by what it is to them and by their kind.
struct Ties: Sendable {
    /// One sort of tie.
    struct Sort: Hashable, Sendable {
        let role: Link.Role
        let kind: Kind
    }

    /// More than this many aren't looked at one by one.
    static let most = 1_000

    /// The names of the records at the far ends, by the sort of tie, in the register's order.
    let incoming: [Sort: [RecordSummary]]
    /// Whether ``incoming`` holds them all.
    let isComplete: Bool

    init(_ page: LinkPage) {
        var incoming: [Sort: [RecordSummary]] = [:]
        for tie in page.items where tie.direction == .incoming {
            let sort = Sort(role: tie.role, kind: tie.other.kind)
            incoming[sort, default: []].append(tie.other)
        }
        self.incoming = incoming
        isComplete = page.total <= page.items.count
    }
}
