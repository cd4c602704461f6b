import Records
import Register

/// The page of a figure.
struct FigurePage {
    let record: Record
    let figure: Observation
    /// The figures of the same indicator, subject, counterpart and product; a growth stands with
    /// what it is the growth of.
    let series: [FigureSeries]
    /// Where the table of them is.
    let state: FigureState
    let pen: RecordPen

    private static let growthEnding = "-growth"
    private static let most = 200

    init(_ figure: Observation, _ around: inout Surroundings, _ context: PageContext) throws {
        record = around.stored.record
        self.figure = figure
        let isGrowth = figure.indicator.hasSuffix(Self.growthEnding)
        let base =
            isGrowth
            ? String(figure.indicator.dropLast(Self.growthEnding.count)) : figure.indicator
        var state = FigureState()
        state.indicators = [base, base + Self.growthEnding]
        state.subject = figure.subject
        state.counterpart = figure.counterpart
        state.product = figure.product
        state.sort = .period
        self.state = state
        let rows = try context.register.observations(state.query(pageSize: Self.most)).items
            .filter { row in
                row.observation.counterpart == figure.counterpart
                    && row.observation.product == figure.product
            }
        series = FigureSeries.series(of: rows, by: .counterpart, language: context.language)
            .map(\.withoutSides)
        pen = try RecordPen([record], figures: rows, context)
    }
}

extension FigureSeries {
    /// The series without partner and product, which are the same in every line.
    fileprivate var withoutSides: FigureSeries {
        FigureSeries(
            indicator: indicator,
            lines: lines.map { line in
                Line(
                    partner: nil, product: nil, period: line.period, level: line.level,
                    growth: line.growth)
            })
    }
}
