import Records
import Register

/// The page of one action of a plan.
struct MeasurePage {
    let record: Record
    let measure: Measure
    /// The plan's measures, this one among them.
    let siblings: [Record]
    let figures: SubjectFigures
    let pen: RecordPen

    init(_ measure: Measure, _ around: inout Surroundings, _ context: PageContext) throws {
        record = around.stored.record
        self.measure = measure
        siblings = try context.register.linked(
            to: measure.plan, role: .plan, kind: .measure, limit: Surroundings.mostRead
        ).map(\.record)
        figures = try SubjectFigures(of: around, context)
        pen = try RecordPen([record] + siblings, figures: figures.all, context)
    }
}
