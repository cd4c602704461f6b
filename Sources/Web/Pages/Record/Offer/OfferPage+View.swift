import Records

extension OfferPage: RecordView {
    private var words: Catalogue { pen.words }

    var leaf: RecordLeaf {
        var leaf = RecordLeaf(
            title: offer.what.capitalisedFirst, titleLanguage: pen.phraseLanguage)
        leaf.breadcrumbs = Crumbs.list(.offer, offer.by, pen)
        leaf.kicker = [pen.type(offer.direction.rawValue, of: .offer)]
        leaf.lead = words.lead(
            .offer(
                isRequest: offer.direction == .request, by: pen.link(offer.by),
                to: pen.link(offer.to), what: offer.what, date: offer.date?.description))
        leaf.facts = [
            pen.fact(.date, offer.date.map { words.date($0) }),
            pen.fact(.note, offer.note.map(pen.phrase)),
        ]
        leaf.sections = [
            .list(
                "counterparts", words(.counterOffers), counterparts.map { pen.entry($0) },
                help: words(.counterOffersHelp), words),
            list("others", words(.otherOffers), others),
        ]
        return leaf
    }

    private func list(_ id: String, _ title: String, _ records: [Record]) -> LeafSection? {
        .list(id, title, records.map { pen.entry($0) }, words)
    }
}

extension String {
    /// The text as it stands at the beginning of a line.
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
