import Records
import Register
import Statistics

/// What there is to be seen of a place or an organisation: its figures through time, its partners,
/// the validity of its agreements, who it works with. Only what there is: never an empty box.
struct DashboardPage {
    let context: PageContext
    let stored: StoredRecord
    let summary: RecordSummary?
    /// Drawings of its own figures, the most telling first.
    let own: [SeriesDrawing]
    /// Drawings of others' figures with it.
    let shared: [SeriesDrawing]
    let material: SeriesMaterial

    var words: Catalogue { context.words }
    var id: RecordID { stored.record.id }

    /// How many indicators are drawn.
    private static let mostOwn = 8
    private static let mostShared = 4
    /// How many figures are read to choose the indicators.
    private static let mostFigures = 4_000

    /// The kinds that have a dashboard.
    static func fits(_ kind: Kind) -> Bool { kind == .place || kind == .organisation }

    /// - Throws: ``PageFailure/notFound`` when there is no such place or organisation.
    init(_ id: RecordID, _ context: PageContext) throws {
        guard Self.fits(id.kind), let stored = try context.register.record(id) else {
            throw PageFailure.notFound
        }
        self.context = context
        self.stored = stored
        summary = try context.register.summary(id)
        let material = try Self.material(context) { $0.subjects = [id] }
        self.material = material
        own = Self.indicators(of: material, atMost: Self.mostOwn).map { indicator in
            SeriesDrawing(
                subjects: [id], indicators: [indicator], material: material, context)
        }
        let others = try Self.material(context) { $0.counterparts = [id] }
        shared = Self.indicators(of: others, atMost: Self.mostShared).map { indicator in
            SeriesDrawing(
                subjects: [], indicators: [indicator], counterparts: [id], material: others, context
            )
        }
    }

    private static func material(
        _ context: PageContext, _ choose: (inout ObservationQuery) -> Void
    ) throws -> SeriesMaterial {
        var query = ObservationQuery()
        choose(&query)
        query.sort = .subject
        query.limit = mostFigures
        let figures = try context.register.figures(query)
        return SeriesMaterial(
            figures, containment: try context.register.containment(of: figures))
    }

    /// The indicators of which more than one figure can be drawn together, those with the longest
    /// series first, then those with the most figures.
    private static func indicators(of material: SeriesMaterial, atMost most: Int) -> [String] {
        var weights: [String: (periods: Int, figures: Int)] = [:]
        for series in material.set.series {
            let old = weights[series.key.indicator] ?? (0, 0)
            weights[series.key.indicator] = (
                max(old.periods, series.points.count), old.figures + series.points.count
            )
        }
        return weights.filter { $0.value.figures > 1 }
            .sorted { left, right in
                let (a, b) = (left.value, right.value)
                return (b.periods, b.figures, left.key) < (a.periods, a.figures, right.key)
            }
            .prefix(most).map(\.key)
    }
}
