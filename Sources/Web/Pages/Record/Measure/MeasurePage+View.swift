import Records

extension MeasurePage: RecordView {
    private var words: Catalogue { pen.words }

    var leaf: RecordLeaf {
        var leaf = RecordLeaf(title: measure.name, titleLanguage: pen.phraseLanguage)
        leaf.breadcrumbs = Crumbs.list(.measure, measure.plan, pen)
        leaf.kicker = [.text(words.kind(Kind.measure.name))]
        leaf.lead = words.lead(
            .measure(
                plan: pen.link(measure.plan), executor: measure.executor.map(pen.party),
                deadline: measure.deadline?.description, status: measure.status?.rawValue))
        leaf.facts = [
            pen.fact(.executor, measure.executor.map(pen.party)),
            pen.fact(.deadline, measure.deadline.map { words.date($0) }),
            pen.fact(.status, measure.status.map { pen.status($0.rawValue, of: .measure) }),
        ]
        leaf.sections = [
            figures.tables(pen).section(words(.sectionFigures)),
            siblings.count > 1
                ? MeasureTable.section(
                    siblings, title: words(.samePlan), current: record.id, pen) : nil,
        ]
        return leaf
    }
}
