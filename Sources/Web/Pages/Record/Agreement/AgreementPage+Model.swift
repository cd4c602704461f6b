import Records
import Register

/// The page of an agreement, a programme or a law.
struct AgreementPage {
    let record: Record
    let agreement: Agreement
    /// The agreements that it carries out: the nearest first.
    let chain: [Record]
    /// The agreements that carry it out.
    let implementedBy: [Record]
    let measures: [Record]
    let projects: [Record]
    /// Other agreements that were signed at the same event.
    let signedAlongside: [Record]
    /// Other agreements of the same two parties.
    let amongParties: [Record]
    let figures: SubjectFigures
    let pen: RecordPen

    /// The longest chain that is followed.
    private static let longestChain = 8

    init(_ agreement: Agreement, _ around: inout Surroundings, _ context: PageContext) throws {
        record = around.stored.record
        self.agreement = agreement
        chain = try Self.chain(from: agreement, record.id, &around)
        implementedBy = try around.records(naming: .implements, kind: .agreement).newestFirst
        measures = try around.records(naming: .plan, kind: .measure)
        projects = try around.records(naming: .agreement, kind: .project).newestFirst
        figures = try SubjectFigures(of: around, withShared: true, context)
        let own = record.id
        signedAlongside =
            try agreement.event.map { event in
                try context.register.linked(to: event, role: .event, kind: .agreement, limit: 50)
                    .map(\.record).filter { $0.id != own }.newestFirst
            } ?? []
        let known = Set([record] + chain + implementedBy + signedAlongside)
        amongParties = try Self.amongParties(of: agreement, context)
            .filter { !known.contains($0) }.newestFirst
        pen = try RecordPen(
            [record] + chain + implementedBy + measures + projects + signedAlongside
                + amongParties, figures: figures.all, context)
    }

    /// The agreements of two parties, looked for at the narrower one, which has fewer.
    private static func amongParties(
        of agreement: Agreement, _ context: PageContext
    ) throws -> [Record] {
        guard agreement.parties.count == 2,
            let narrow = agreement.parties.max(by: { $0.text.count < $1.text.count })
        else { return [] }
        let parties = Set(agreement.parties)
        return try context.register.linked(to: narrow, role: .party, kind: .agreement, limit: 100)
            .map(\.record).filter { record in
                guard case .agreement(let other) = record.body else { return false }
                return parties.isSubset(of: other.parties)
            }
    }

    private static func chain(
        from agreement: Agreement, _ id: RecordID, _ around: inout Surroundings
    ) throws -> [Record] {
        var chain: [Record] = []
        var known: Set<RecordID> = [id]
        var next = agreement.implements
        while let id = next, chain.count < longestChain, known.insert(id).inserted,
            let record = try around.record(id), case .agreement(let above) = record.body
        {
            chain.append(record)
            next = above.implements
        }
        return chain
    }
}
