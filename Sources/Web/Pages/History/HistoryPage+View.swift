import Records

extension HistoryPage {
    /// The page.
    var response: PageResponse {
        let words = context.words
        var shell = context.shell(
            title: words(.historyOf(names.text(id))), layout: .record, division: .register,
            downloads: [.json(SiteAddress.historyData(of: id))])
        shell.mayBeIndexed = false
        let bytes = shell.render { page in
            page.put(
                Breadcrumbs(
                    steps: Crumbs.list(id.kind, words)
                        + [(names.text(id), SiteAddress.record(id))], words: words))
            page.put(
                PageTitle(
                    kicker: [.text(words(.historyTitle))], title: names.text(id),
                    language: names[id]?.nameLanguage(in: words.language),
                    folio: [.code(id.text), .link(words(.currentRevision), to: SiteAddress.record(id))]))
            page.put(Lead(.text(words(.historyHelp))))
            page.element(.ol, class: "revisions", .role(.list)) { page in
                for change in revisions {
                    page.element(.li) { write(change, to: &$0) }
                }
            }
        }
        return PageResponse(html: bytes)
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
                        words.moment(UTCMoment(microseconds: change.time).text),
                        .name(change.actor),
                        .text(words(.entry(Int(clamping: change.sequence)))),
                        .link("JSON", to: data(of: change)),
                    ], separator: " · "))
        }
        if change.isFirst { page.element(.p, class: "help", text: words(.firstEntered)) }
        page.element(.dl, class: "changes") { page in
            for field in change.difference.fields {
                FieldDifferenceView(
                    difference: field, isFirst: change.isFirst, names: names, words: words
                ).write(to: &page)
            }
        }
    }

    /// The revision as the API gives it.
    private func data(of change: Change) -> Address {
        Address(
            path: SiteAddress.data(of: id).text, query: [("revision", String(change.revision))])
    }
}
