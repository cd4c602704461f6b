import Records

/// Gathers the codes that figures use, figure by figure.
public struct StructureGatherer: Sendable {
    private var tables: KeyTables
    private var seen: [Seen: Int32] = [:]
    private var statements: Int32 = 0
    private var firstDay: Int32 = .max
    private var lastDay: Int32 = .min

    /// A key with its period.
    private struct Seen: Hashable {
        let key: KeyNumbers
        let first: Int32
        let last: Int32
    }

    /// Begins with none.
    public init(wording: Wording) {
        tables = KeyTables(wording)
    }

    /// Takes a figure.
    public mutating func add(_ figure: Figure) {
        let time = TimePeriod(figure.observation.period)
        let key = tables.numbers(of: figure, time)
        let seen = Seen(key: key, first: time.firstDay, last: time.lastDay)
        let count = (self.seen[seen] ?? 0) + 1
        self.seen[seen] = count
        statements = max(statements, count)
        firstDay = min(firstDay, time.firstDay)
        lastDay = max(lastDay, time.lastDay)
    }

    /// The structures of all figures taken.
    public func structures() -> FigureStructures {
        var tables = tables
        for statement in 0..<statements { _ = tables.number(ofStatement: Int(statement) + 1) }
        _ = tables.sort()
        var used: [Dimension: [Code]] = [:]
        for dimension in Dimension.ofSeries { used[dimension] = tables.codes(of: dimension) }
        return FigureStructures(
            used: used, span: firstDay <= lastDay ? firstDay...lastDay : nil)
    }
}

/// The code lists of the register's figures, and what values occur.
public struct FigureStructures: Sendable {
    /// The codes that occur in each dimension, in order.
    let used: [Dimension: [Code]]
    /// The days that the figures speak of, yyyymmdd.
    let span: ClosedRange<Int32>?

    /// The codes of a list.
    func codes(of list: CodelistID) -> [Code] {
        switch list {
        case .status: return CodelistID.statuses
        case .qualifier: return CodelistID.qualifiers
        case .party:
            // Both lists are sorted; each code stands once.
            var codes = used[.subject] ?? []
            let subjects = Set(codes.map(\.id))
            codes += (used[.counterpart] ?? []).filter { !subjects.contains($0.id) }
            return codes.sorted { $0.id < $1.id }
        default:
            let dimension = Dimension.ofSeries.first { $0.codelist == list }
            return dimension.flatMap { used[$0] } ?? []
        }
    }
}
