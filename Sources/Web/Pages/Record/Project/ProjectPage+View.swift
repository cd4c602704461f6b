import Records
import Register

extension ProjectPage: RecordView {
    private var words: Catalogue { pen.words }

    var leaf: RecordLeaf {
        let type = project.projectType.rawValue
        let value = project.value.map { words.quantity($0) }
        var leaf = RecordLeaf(title: project.name, titleLanguage: pen.phraseLanguage)
        leaf.breadcrumbs =
            Crumbs.list(.project, words)
            + path.steps(pen)
        leaf.kicker = [pen.type(type, of: .project)]
        leaf.lead = words.lead(
            .project(
                type: type, parties: project.parties.map { pen.link($0) },
                place: pen.link(project.place), value: value, status: project.status?.rawValue))
        leaf.keyFigures = keyFigures
        leaf.facts = [
            pen.fact(.start, project.end == nil ? project.start.map { words.date($0) } : nil),
            pen.fact(.end, project.start == nil ? project.end.map { words.date($0) } : nil),
            pen.fact(.period, bothEnds),
            pen.fact(.status, project.status.map { pen.status($0.rawValue, of: .project) }),
            pen.fact(.sector, pen.topics([project.sector].compactMap(\.self), of: .project)),
            pen.fact(.agreement, pen.link(project.agreement)),
            pen.fact(.note, project.note.map(pen.phrase)),
        ]
        leaf.sections = [
            figures.tables(pen).section(words(.sectionFigures)),
            figures.sharedTables(pen).section(words(.sharedFigures)),
            .list(
                "same-agreement", words(.sameAgreement), siblings.map { pen.entry($0) },
                words),
        ]
        return leaf
    }

    private var bothEnds: Inline? {
        guard project.start != nil, project.end != nil else { return nil }
        return words.span(project.start, project.end)
    }

    /// What the project is worth, makes and gives, large.
    private var keyFigures: [KeyFigure] {
        var figures: [KeyFigure] = []
        let label = { (field: FieldWord) in words.field(field.rawValue) }
        if let value = project.value {
            figures.append(KeyFigure(label(.value), .quantity(words.quantity(value))))
        }
        if let capacity = project.capacity {
            figures.append(KeyFigure(label(.capacity), .quantity(words.quantity(capacity))))
        }
        if let jobs = project.jobs {
            figures.append(KeyFigure(label(.jobs), .text(words.number(jobs))))
        }
        return figures
    }
}
