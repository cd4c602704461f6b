import Records
import Register

/// The page of a forum, a fair, a visit or any other meeting.
struct EventPage {
    let record: Record
    let event: Event
    /// The places around it, the outermost first.
    let path: PlacePath
    /// All editions of its series in time, this one among them; none without a series.
    let editions: [Record]
    let signed: [Record]
    let figures: SubjectFigures
    let pen: RecordPen

    init(_ event: Event, _ around: inout Surroundings, _ context: PageContext) throws {
        record = around.stored.record
        self.event = event
        path = try PlacePath(of: event.place, &around)
        let series = try event.series.map { try context.register.events(ofSeries: $0) } ?? []
        editions = series.count > 1 ? series.map(\.record) : []
        signed = try around.records(naming: .event, kind: .agreement).newestFirst
        figures = try SubjectFigures(of: around, withShared: true, context)
        pen = try RecordPen(
            [record] + editions + signed, figures: figures.all, names: path.ids, context)
    }
}
