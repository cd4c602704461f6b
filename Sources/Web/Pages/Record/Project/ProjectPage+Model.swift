import Records
import Register

/// The page of something that partners do together.
struct ProjectPage {
    let record: Record
    let project: Project
    /// The places around it, the outermost first.
    let path: PlacePath
    let figures: SubjectFigures
    /// Other projects under the same agreement.
    let siblings: [Record]
    let pen: RecordPen

    init(_ project: Project, _ around: inout Surroundings, _ context: PageContext) throws {
        record = around.stored.record
        self.project = project
        path = try PlacePath(of: project.place, &around)
        figures = try SubjectFigures(of: around, withShared: true, context)
        let own = record.id
        siblings =
            try project.agreement.map { agreement in
                try context.register.linked(
                    to: agreement, role: .agreement, kind: .project, limit: 50
                )
                .map(\.record).filter { $0.id != own }.newestFirst
            } ?? []
        pen = try RecordPen([record] + siblings, figures: figures.all, names: path.ids, context)
    }
}
