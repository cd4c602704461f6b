import Records
import Register

extension EventPage: RecordView {
    private var words: Catalogue { pen.words }

    var leaf: RecordLeaf {
        let type = event.eventType.rawValue
        var leaf = RecordLeaf(title: event.name, titleLanguage: pen.phraseLanguage)
        leaf.breadcrumbs =
            Crumbs.list(.event, words)
            + path.steps(pen)
        leaf.kicker = [pen.type(type, of: .event)]
        leaf.lead = words.lead(
            .event(
                type: type, place: pen.link(event.place), start: event.start?.description,
                end: event.end?.description, edition: event.edition))
        leaf.facts = [
            pen.fact(.outcome, event.outcome.map(pen.phrase)),
            pen.fact(.organisers, all: event.organisers.map { pen.link($0) }),
        ]
        leaf.keyFigures = figures.key(order: Self.order, words)
        leaf.sections = [
            participants, signedHere, sections,
            figures.tables(pen).section(words(.sectionFigures)),
            figures.sharedTables(pen).section(words(.sharedFigures)), timeline,
        ]
        return leaf
    }

    private static let order: [IndicatorWord] = [
        .participants, .exhibitors, .countriesRepresented, .regionsRepresented, .contractsValue,
        .contractsCount, .agreementsCount,
    ]

    private var signedHere: LeafSection? {
        .list("signed", words(.sectionSignedHere), signed.map { pen.entry($0) }, words)
    }

    private var sections: LeafSection? {
        guard !event.sections.isEmpty else { return nil }
        return LeafSection(
            id: "sections", title: words(.sectionSections),
            count: words.number(event.sections.count)
        ) { page in
            page.element(.ul, class: "plain") { page in
                for section in event.sections {
                    page.element(.li) { $0.put(pen.phrase(section)) }
                }
            }
        }
    }

    /// Who took part: records by name, and delegations with their number and origin.
    private var participants: LeafSection? {
        guard !event.participants.isEmpty else { return nil }
        return LeafSection(
            id: "participants", title: words(.sectionParticipants),
            count: words.number(event.participants.count)
        ) { page in
            page.element(.ul, class: "plain") { page in
                for participant in event.participants {
                    page.element(.li) { $0.put(line(participant)) }
                }
            }
        }
    }

    private func line(_ participant: Event.Participant) -> Inline {
        if let id = participant.id { return pen.link(id) }
        var pieces: [Inline] = []
        if let count = participant.count {
            let quantity = words.quantity(
                String(count), qualifier: participant.qualifier?.rawValue)
            pieces += [.quantity(quantity), " "]
        }
        if let what = participant.what { pieces.append(pen.phrase(what)) }
        if let from = participant.from { pieces += [" · ", pen.link(from)] }
        return .sequence(pieces)
    }

    /// The series in time; this edition isn't linked.
    private var timeline: LeafSection? {
        let entries = editions.map { edition in
            var entry = pen.entry(edition)
            if edition.id == record.id { entry.title = .strong(event.name) }
            return entry
        }
        return .list(
            "editions", words(.sectionEditions), entries, asTimeline: true, words)
    }
}
