import Records
import Register

/// The page of an enterprise, an authority or any other body; a technopark's or a zone's shows its
/// profile as well.
struct OrganisationPage {
    let id: RecordID
    let body: Organisation
    /// The places around its seat, the outermost first.
    let path: PlacePath
    let figures: SubjectFigures
    let agreements: [Record]
    let projects: [Record]
    let events: [Record]
    let measures: [Record]
    let offersMade: [Record]
    let offersReceived: [Record]
    let people: [Record]
    /// The bodies that belong to it.
    let members: [Record]
    /// The technoparks and zones that it runs or that work with it.
    let parks: [Record]
    let pen: RecordPen

    init(_ body: Organisation, _ around: inout Surroundings, _ context: PageContext) throws {
        id = around.id
        self.body = body
        path = try PlacePath(of: body.place, &around)
        figures = try SubjectFigures(of: around, withShared: true, context)
        agreements = try around.records(naming: .party, kind: .agreement).newestFirst
        projects = try around.records(naming: .party, kind: .project).newestFirst
        events = try around.records(naming: .organiser, .participant, kind: .event).newestFirst
        measures = try around.records(naming: .executor, kind: .measure).newestFirst
        offersMade = try around.records(naming: .by, kind: .offer).newestFirst
        offersReceived = try around.records(naming: .to, kind: .offer).newestFirst
        people = try around.records(naming: .of, kind: .person).byName
        members = try around.records(naming: .parent, kind: .organisation).byName
        parks = try around.records(naming: .managedBy, .university, kind: .organisation).byName
        let shown =
            [around.stored.record] + agreements + projects + events + measures + offersMade
            + offersReceived + people + members + parks
        pen = try RecordPen(shown, figures: figures.all, names: path.ids, context)
    }
}
