import Records

extension PersonPage: RecordView {
    private var words: Catalogue { pen.words }

    var leaf: RecordLeaf {
        var leaf = RecordLeaf(title: person.name)
        leaf.breadcrumbs = Crumbs.list(.person, person.of, pen)
        leaf.kicker = [.text(words.kind(Kind.person.name))]
        leaf.lead = words.lead(.person(office: person.office, of: pen.link(person.of)))
        leaf.sections = [
            list("events", words(.sectionEvents), events),
            list("agreements", words(.sectionAgreements), agreements),
            list("projects", words(.sectionProjects), projects),
            list("offers", words(.sectionOffers), offers),
            list("colleagues", words(.colleagues), colleagues),
        ]
        return leaf
    }

    private func list(_ id: String, _ title: String, _ records: [Record]) -> LeafSection? {
        .list(id, title, records.map { pen.entry($0) }, words)
    }
}
