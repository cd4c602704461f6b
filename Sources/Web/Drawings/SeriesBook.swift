import Records
import Register
import Statistics

/// Figures of the register in the form that computing with them needs.
extension Register {
    /// The most figures that one page computes with.
    static let mostFigures = 20_000

    /// The figures that a query asks for, of which at most ``mostFigures`` are read.
    func figures(_ query: ObservationQuery) throws -> [Statistics.Figure] {
        var query = query
        query.offset = 0
        query.limit = min(query.limit, Self.mostFigures)
        var rows: [ObservationRow] = []
        try eachObservation(query) { rows.append($0) }
        return try figures(rows)
    }

    /// Figures with the date of their newest source, which decides between statements that are
    /// equally exact.
    func figures(_ rows: [ObservationRow]) throws -> [Statistics.Figure] {
        let sources = Set(rows.flatMap { $0.citations.map(\.source) })
        var dates: [RecordID: PartialDate] = [:]
        for (id, record) in try records(sources.sorted()) {
            if case .source(let source) = record.body { dates[id] = source.date }
        }
        return rows.map { row in
            Statistics.Figure(
                id: row.id, row.observation, citations: row.citations,
                statedOn: row.citations.compactMap { dates[$0.source] }
                    .max { $0.lastDay < $1.lastDay })
        }
    }
}
