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
        var figures: [Statistics.Figure] = []
        try eachObservation(query) { row in
            figures.append(
                Statistics.Figure(
                    id: row.id, row.observation, citations: row.citations,
                    statedOn: nil))
        }
        return figures
    }
}
