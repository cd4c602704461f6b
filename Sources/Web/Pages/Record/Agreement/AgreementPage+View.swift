import Records

extension AgreementPage: RecordView {
    private var words: Catalogue { pen.words }

    /// The sentence names so many parties; the facts name them all.
    private static let partiesInSentence = 4

    var leaf: RecordLeaf {
        let type = agreement.agreementType.rawValue
        let named = Array(agreement.parties.prefix(Self.partiesInSentence))
        var leaf = RecordLeaf(title: agreement.name, titleLanguage: pen.phraseLanguage)
        leaf.breadcrumbs =
            Crumbs.list(.agreement, words)
            + chain.reversed().map { (pen.names.text($0.id), SiteAddress.record($0.id)) }
        leaf.kicker = [pen.type(type, of: .agreement)]
        leaf.lead = words.lead(
            .agreement(
                type: type, parties: named.map { pen.link($0) },
                others: agreement.parties.count - named.count,
                signed: agreement.signed?.description, status: agreement.status?.rawValue))
        leaf.facts = [
            named.count < agreement.parties.count
                ? pen.fact(.parties, .joined(agreement.parties.map { pen.link($0) })) : nil,
            pen.fact(.signed, agreement.signed.map { words.date($0) }),
            pen.fact(.event, pen.link(agreement.event)),
            pen.fact(.validity, words.span(agreement.validFrom, agreement.validTo)),
            pen.fact(
                .status, agreement.status.map { pen.status($0.rawValue, of: .agreement) }),
            pen.fact(.value, agreement.value.map { .quantity(words.quantity($0)) }),
            pen.fact(.areas, pen.topics(agreement.areas, of: .agreement)),
            pen.fact(.note, agreement.note.map(pen.phrase)),
        ]
        leaf.sections = [
            list("implements", words(.sectionImplements), chain),
            list("implemented-by", words(.sectionImplementedBy), implementedBy),
            MeasureTable.section(measures, pen),
            list("projects", words(.sectionProjects), projects),
            figures.tables(pen).section(words(.sectionFigures)),
            figures.sharedTables(pen).section(words(.sharedFigures)),
            list("among-parties", words(.amongParties), amongParties),
            list("alongside", words(.signedAlongside), signedAlongside),
        ]
        return leaf
    }

    private func list(_ id: String, _ title: String, _ records: [Record]) -> LeafSection? {
        .list(id, title, records.map { pen.entry($0) }, words)
    }
}
