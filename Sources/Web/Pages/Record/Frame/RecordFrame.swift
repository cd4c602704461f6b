import Records
import Register

/// What the pages of all kinds have in common: where the record stands, its name, the sentence
/// with its sources beside it, the sections, and the ways to its data and its history.
struct RecordFrame {
    let context: PageContext
    let stored: StoredRecord
    /// The number of the current revision, when the one shown is an older one.
    let current: Int?
    let leaf: RecordLeaf
    let notes: [SourceNote]

    private var words: Catalogue { context.words }
    private var id: RecordID { stored.record.id }

    /// The whole page as UTF-8.
    func render() -> [UInt8] {
        var shell = context.shell(
            title: leaf.title, layout: .record, division: leaf.division,
            downloads: [.json(SiteAddress.data(of: id))])
        shell.mayBeIndexed = current == nil
        let sections = leaf.sections.compactMap(\.self)
        return shell.render { page in
            page.put(Breadcrumbs(steps: leaf.breadcrumbs, words: words))
            page.put(
                PageTitle(
                    kicker: leaf.kicker, title: leaf.title, language: leaf.titleLanguage,
                    otherNames: leaf.otherNames, folio: folio))
            writeRevisionNotice(to: &page)
            writeHead(to: &page)
            page.put(
                Contents(
                    sections: sections.map { ($0.title, $0.id, $0.count) }, words: words))
            for section in sections {
                page.section(
                    section.title, id: section.id, count: section.count, help: section.help,
                    content: section.write)
            }
        }
    }

    /// The sentence, the key figures and the record's own facts, with the record's sources in the margin.
    private func writeHead(to page: inout HTMLWriter) {
        page.beside(SourceNotes(notes: notes, words: words)) { page in
            page.put(Lead(leaf.lead))
            page.put(KeyFigures(leaf.keyFigures))
            let facts = leaf.facts.compactMap(\.self).filter { !$0.values.isEmpty }
            if !facts.isEmpty {
                page.element(.dl, class: "facts") { page in
                    for fact in facts { page.put(fact) }
                }
            }
        }
    }

    private func writeRevisionNotice(to page: inout HTMLWriter) {
        guard current != nil else { return }
        page.element(.p, class: "notice", .role(.status)) { page in
            page.text(words(.olderRevision(stored.revision)))
            page.text(" ")
            page.link(to: SiteAddress.record(id), text: words(.currentRevision))
        }
    }

    private var folio: [Inline] {
        let drawings: [Inline] =
            DashboardPage.fits(id.kind)
            ? [.link(words(DashboardPhrase.inDrawings), to: SiteAddress.dashboard(id))] : []
        return [.code(id.text), .text(words(.revision(stored.revision)))] + drawings + [
            .link(words(.historyTitle), to: SiteAddress.history(id)),
            .link(words(.asJSON), to: SiteAddress.data(of: id)),
        ]
    }
}
