import Records
import Register
import Statistics

/// What the explorer shows when nothing is chosen yet: the most telling views of the register.
struct TrackStart: Sendable {
    /// A view worth seeing.
    struct View: Sendable {
        let choice: SeriesChoice
        /// How many figures it rests on.
        let figures: Int
    }

    /// The most telling first.
    let views: [View]

    static let empty = TrackStart(views: [])

    private init(views: [View]) { self.views = views }

    /// How many indicators are looked at more closely, and how many figures of each.
    private static let most = (indicators: 12, figures: 1_000, views: 8)

    /// Looks for the views: indicators with many figures, of the subject that has most of them,
    /// those with several periods first.
    init(_ register: Register) throws {
        let counts = try register.choices(ObservationQuery()).indicators
        var views: [(view: View, score: Int)] = []
        for (indicator, _) in counts.prefix(Self.most.indicators) {
            var query = ObservationQuery()
            query.indicators = [indicator]
            query.limit = Self.most.figures
            let set = SeriesSet(try register.figures(query))
            if let found = Self.view(of: indicator, set) { views.append(found) }
        }
        views.sort { $0.score > $1.score }
        self.views = views.prefix(Self.most.views).map(\.view)
    }

    private static func view(of indicator: String, _ set: SeriesSet) -> (view: View, score: Int)? {
        // Of one subject where it has many partners, else of all subjects.
        var bySubject: [RecordID: (figures: Int, series: Int)] = [:]
        var repeated = 0
        for series in set.series {
            let key = series.key.subject
            let old = bySubject[key] ?? (0, 0)
            bySubject[key] = (old.figures + series.points.count, old.series + 1)
            if series.points.count > 1 { repeated += series.points.count }
        }
        let total = set.series.reduce(0) { $0 + $1.points.count }
        guard total > 2,
            let first = bySubject.max(by: { left, right in
                (left.value.figures, right.key) < (right.value.figures, left.key)
            })
        else { return nil }
        var choice = SeriesChoice()
        choice.indicators = [indicator]
        // Values are worth more than rates; trade is what the register is about.
        let role = IndicatorRoles.standard.role(of: indicator)
        let weight = role != nil ? 4 : 1
        if first.value.figures * 2 > total, first.value.figures > 3 {
            choice.subjects = [first.key]
            return (
                View(choice: choice, figures: first.value.figures),
                (repeated * 3 + first.value.figures) * weight
            )
        }
        return (View(choice: choice, figures: total), (repeated * 3 + total) * weight)
    }
}
