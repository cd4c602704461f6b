import Records
import Register

/// The page of a single record.
struct SingleRecordPage {
    private let context: PageContext
    private let stored: StoredRecord
    private let current: Int?
    private let view: any RecordView

    /// Gathers what the page of a record shows.
    /// - Throws: ``PageFailure/notFound`` when there is no such record or revision,
    ///   ``BadParameter`` when the revision or page asked for isn't a number.
    init(_ id: RecordID, _ context: PageContext) throws {
        self.context = context
        guard let newest = try context.register.record(id) else { throw PageFailure.notFound }
        stored = try Self.revision(of: newest, context)
        current = stored.revision == newest.revision ? nil : newest.revision
        var surroundings = try Surroundings(context.register, stored)
        view = try Self.view(of: &surroundings, context)
    }

    /// The page.
    var response: PageResponse {
        var leaf = view.leaf
        let ties = context.market?.ties(to: stored.record.id) ?? []
        leaf.facts.append(Fact(context.words(.tradedHere), values: ties))
        let frame = RecordFrame(
            context: context, stored: stored, current: current, leaf: leaf,
            notes: view.pen.sources.notes(stored.record.citations))
        return PageResponse(html: frame.render())
    }

    /// The revision that the address asks for: the newest one unless it names another.
    private static func revision(
        of newest: StoredRecord, _ context: PageContext
    ) throws -> StoredRecord {
        guard let asked = context.request.query["revision"], !asked.isEmpty else { return newest }
        guard let number = Int(asked) else { throw BadParameter("revision", .page) }
        let history = try context.register.history(of: newest.record.id)
        guard let revision = history.first(where: { $0.revision == number }) else {
            throw PageFailure.notFound
        }
        return revision
    }

    private static func view(
        of surroundings: inout Surroundings, _ context: PageContext
    ) throws -> any RecordView {
        let record = surroundings.stored.record
        switch record.body {
        case .source(let source): return try SourcePage(source, &surroundings, context)
        case .place(let place): return try PlacePage(place, &surroundings, context)
        case .organisation(let body): return try OrganisationPage(body, &surroundings, context)
        case .person(let person): return try PersonPage(person, &surroundings, context)
        case .agreement(let agreement): return try AgreementPage(agreement, &surroundings, context)
        case .measure(let measure): return try MeasurePage(measure, &surroundings, context)
        case .event(let event): return try EventPage(event, &surroundings, context)
        case .project(let project): return try ProjectPage(project, &surroundings, context)
        case .offer(let offer): return try OfferPage(offer, &surroundings, context)
        case .observation(let figure): return try FigurePage(figure, &surroundings, context)
        }
    }
}

/// How the page of a record of one kind is written.
protocol RecordView {
    /// Knows the names and sources that the page needs.
    var pen: RecordPen { get }
    /// What the page says.
    var leaf: RecordLeaf { get }
}
