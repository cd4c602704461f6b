import Records
import Register

/// The page of a holder of a public office.
struct PersonPage {
    let record: Record
    let person: Person
    let events: [Record]
    let agreements: [Record]
    let projects: [Record]
    let offers: [Record]
    /// Other office holders of the same place or body.
    let colleagues: [Record]
    let pen: RecordPen

    init(_ person: Person, _ around: inout Surroundings, _ context: PageContext) throws {
        record = around.stored.record
        self.person = person
        events = try around.records(naming: .organiser, .participant, kind: .event).newestFirst
        agreements = try around.records(naming: .party, kind: .agreement).newestFirst
        projects = try around.records(naming: .party, kind: .project).newestFirst
        offers = try around.records(naming: .by, .to, kind: .offer).newestFirst
        let own = record.id
        colleagues =
            try person.of.map { of in
                try context.register.linked(to: of, role: .of, kind: .person, limit: 50)
                    .map(\.record).filter { $0.id != own }
            } ?? []
        pen = try RecordPen(
            [record] + events + agreements + projects + offers + colleagues, context)
    }
}
