import Records
import Register

extension OrganisationPage: RecordView {
    private var words: Catalogue { pen.words }
    private var isPark: Bool { body.organisationType.isPark }

    var leaf: RecordLeaf {
        let type = body.organisationType.rawValue
        let summary = pen.names[id]
        var leaf = RecordLeaf(title: pen.names.text(id))
        leaf.titleLanguage = summary?.nameLanguage(in: words.language)
        leaf.breadcrumbs = path.steps(pen)
        leaf.kicker = [pen.type(type, of: .organisation)]
        leaf.otherNames = OtherNames.of(body.name, body.aliases, without: leaf.title)
        leaf.lead = words.lead(
            .organisation(
                type: type, place: pen.link(body.place), parent: pen.link(body.parent),
                founded: body.founded?.description))
        leaf.facts = [
            pen.fact(.sectors, pen.topics(body.sectors, of: .organisation)),
            pen.fact(.website, body.website.map { .external($0, to: Address($0)) }),
            pen.fact(.note, body.note.map(pen.phrase)),
        ]
        leaf.keyFigures = figures.key(
            order: isPark ? SubjectFigures.orderOfParks : SubjectFigures.order, words)
        leaf.division = isPark ? .zones : .register
        leaf.sections = [isPark ? profile.section : nil] + figureSections + ties
        return leaf
    }

    private var profile: ParkProfile { ParkProfile(body: body, pen: pen) }

    /// A zone's figures under what they tell; any other body's in one section.
    private var figureSections: [LeafSection?] {
        let order = isPark ? SubjectFigures.orderOfParks : SubjectFigures.order
        return [
            figures.tables(order: order, pen).section(words(.sectionFigures)),
            figures.sharedTables(pen).section(words(.sharedFigures)),
        ]
    }

    private var ties: [LeafSection?] {
        [
            list("projects", isPark ? words(.parkProjects) : words(.sectionProjects), projects),
            list("agreements", words(.sectionAgreements), agreements),
            list("measures", words(.sectionMeasures), measures),
            list("offers-made", words(.sectionOffersMade), offersMade),
            list("offers-received", words(.sectionOffersReceived), offersReceived),
            list("events", words(.sectionEvents), events),
            list("parks", words(.sectionZones), parks),
            list("members", words(.sectionMembers), members),
            list("people", words(.sectionPeople), people),
        ]
    }

    private func list(_ id: String, _ title: String, _ records: [Record]) -> LeafSection? {
        .list(id, title, records.map { pen.entry($0) }, words)
    }
}
