import Records
import Register

extension HistoryPage {
    /// The page; or, where the address names a revision, that revision as JSON.
    var response: PageResponse {
        if let asked { return PageResponse("application/json", asked.body) }
        return PageResponse(html: html)
    }

    private var html: [UInt8] {
        let words = context.words
        var shell = context.shell(
            title: words(.historyOf(names.text(id))), layout: .record, division: .register,
            downloads: [.json(SiteAddress.historyData(of: id))])
        shell.mayBeIndexed = false
        return shell.render { page in
            page.put(
                Breadcrumbs(
                    steps: Crumbs.list(id.kind, words)
                        + [(names.text(id), SiteAddress.record(id))], words: words))
            page.put(
                PageTitle(
                    kicker: [.text(words(.historyTitle))], title: names.text(id),
                    language: names[id]?.nameLanguage(in: words.language),
                    folio: [
                        .code(id.text), .link(words(.currentRevision), to: SiteAddress.record(id)),
                    ]))
            page.put(Lead(.text(words(.historyHelp))))
            page.element(.ol, class: "revisions", .role(.list)) { page in
                for change in revisions {
                    page.element(.li) { write(change, to: &$0) }
                }
            }
        }
    }

    private func write(_ change: Change, to page: inout HTMLWriter) {
        let words = context.words
        page.element(.h2) { page in
            page.put(
                Inline.link(
                    words(.revision(change.revision)),
                    to: SiteAddress.revision(change.revision, of: id)))
        }
        page.element(.p, class: "by") { page in
            page.put(
                Inline.joined(
                    [
                        words.moment(moment(of: change)),
                        .name(change.actor),
                        .text(words(.entry(Int(clamping: change.sequence)))),
                        .link("JSON", to: data(of: change)),
                    ], separator: " · "))
        }
        if change.isFirst { page.element(.p, class: "help", text: words(.firstEntered)) }
        page.element(.dl, class: "changes") { page in
            for field in change.difference.fields {
                FieldDifferenceView(
                    difference: field, kind: id.kind, isFirst: change.isFirst, names: names,
                    words: words
                ).write(to: &page)
            }
        }
    }

    /// To the second, as HTML's `time` knows it.
    private func moment(of change: Change) -> String {
        Timestamp.text(microseconds: change.time).prefix(19) + "Z"
    }

    /// One revision in its canonical form.
    private func data(of change: Change) -> Address {
        Address(
            path: SitePath.history(id).text, query: [("revision", String(change.revision))])
    }
}
