import Records
import Register

extension SourcesPage {
    var response: PageResponse {
        var all = ListState()
        all.sort = .name
        let downloads = SiteAddress.listFiles(all, kind: .source)
        let shell = context.shell(
            title: words(.sourcesTitle), description: words(.sourcesHelp), layout: .plain,
            division: .sources, downloads: downloads)
        return PageResponse(
            html: shell.render { page in
                page.put(PageTitle(title: words(.sourcesTitle)))
                page.put(Lead(.text(words(.sourcesHelp))))
                page.element(.p, class: "sorting") { page in
                    page.element(
                        .strong, class: "total", text: words.count(total, Kind.source.name))
                    page.text(" · ")
                    page.link(
                        to: SiteAddress.list(.source, all), text: words(.sourcesAsList))
                }
                page.put(DownloadLinks(downloads: downloads, words: words))
                for document in documents { write(document, to: &page) }
            })
    }

    private func write(_ document: Document, to page: inout HTMLWriter) {
        let (id, source) = (document.cited.id, document.cited.source)
        let number = String(id.text.map { $0 == "/" ? "-" : $0 })
        page.section(source.longLabel(id, words), id: number) { page in
            page.paragraph(.joined(details(of: document), separator: " · "))
            guard !document.footnotes.isEmpty else { return }
            let count = words(.footnotes(document.footnotes.count))
            page.element(.details, .open(documents.count < 3)) { page in
                page.element(.summary, text: count)
                page.put(table(document.footnotes, id: number, caption: count))
            }
        }
    }

    private func details(of document: Document) -> [Inline] {
        let source = document.cited.source
        var details: [Inline] = [
            .link(words(.factsResting(document.cited.facts)), to: address(document.cited))
        ]
        if source.title != nil {
            details += [source.author, source.publisher].compactMap(\.self).map { .name($0) }
            if let date = source.date { details.append(words.date(date)) }
        }
        details.append(.code(document.cited.id.text))
        if let url = source.url {
            details.append(.external(words(.originalDocument), to: Address(url)))
        }
        return details
    }

    private func address(_ cited: CitedSource) -> Address { SiteAddress.record(cited.id) }

    private func table(
        _ footnotes: [CitedSource], id: String, caption: String
    ) -> DataTable {
        DataTable(
            id: "notes-" + id, caption: caption,
            columns: [
                Column(words(.columnNumber), .number), Column(words.field("title")),
                Column(words.field("publisher")), Column(words.field("date")),
                Column(words(.columnFacts), .number), Column(words(.originalDocument), .source),
            ],
            rows: footnotes.map(row), firstColumnIsHead: false, captionIsUnseen: true,
            words: words)
    }

    private func row(_ cited: CitedSource) -> [Inline] {
        let source = cited.source
        let gap = Inline.gap(words(.notRecorded))
        return [
            .text(source.noteNumber.map { String($0) } ?? ""),
            .link(source.longLabel(cited.id, words), to: address(cited)),
            (source.publisher ?? source.author).map { .name($0) } ?? gap,
            source.date.map { words.date($0, .short) } ?? gap,
            .text(words.number(cited.facts)),
            source.url.map { .external(WebHost.name(of: $0), to: Address($0)) }
                ?? .gap(words(.noOriginal)),
        ]
    }
}

/// What a reader recognises of an address.
enum WebHost {
    /// The host of an http or https address, without `www.`; the address itself when it has none.
    static func name(of url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
    }
}
