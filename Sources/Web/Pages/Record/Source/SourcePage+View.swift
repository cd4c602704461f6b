import Records

extension SourcePage: RecordView {
    private var words: Catalogue { pen.words }

    var leaf: RecordLeaf {
        var leaf = RecordLeaf(title: source.longLabel(record.id, words))
        leaf.titleLanguage = titleLanguage
        leaf.breadcrumbs = Crumbs.list(.source, source.citedIn, pen)
        leaf.kicker = [.text(words.kind(Kind.source.name))]
        if let number = source.noteNumber {
            leaf.kicker.append(.text(words(.note(String(number)))))
        }
        leaf.lead = words.lead(
            .source(
                author: source.author, publisher: source.publisher,
                date: source.date?.description, facts: total))
        leaf.facts = [
            pen.fact(.author, source.author.map { .name($0) }),
            pen.fact(.publisher, source.publisher.map { .name($0) }),
            pen.fact(.date, source.date.map { words.date($0) }),
            pen.fact(.url, original),
            pen.fact(.lang, source.language.map { .text(words.languageName($0)) }),
            pen.fact(.citedIn, citedIn),
        ]
        leaf.division = .sources
        leaf.sections = [factSection, footnoteSection]
        return leaf
    }

    /// Titles stand as the citing document gives them, in its language.
    private var titleLanguage: String? {
        guard source.title != nil else { return nil }
        let language = document?.language ?? source.language
        return language == words.language.rawValue ? nil : language
    }

    /// The way to the document itself, or that there is none.
    private var original: Inline {
        guard let url = source.url, Address(url).isSafe else {
            return .muted(words(.noOriginal))
        }
        return .markup(
            SafeHTML { page in
                page.link(
                    to: Address(url), class: "out", .rel("nofollow noopener external")
                ) { $0.text(url) }
            })
    }

    private var citedIn: Inline? {
        guard let document = source.citedIn else { return nil }
        guard let number = source.noteNumber else { return pen.link(document) }
        return .sequence([pen.link(document), ", ", .text(words(.note(String(number))))])
    }

    private var factSection: LeafSection? {
        guard !facts.isEmpty else { return nil }
        return LeafSection(
            id: "facts", title: words(.facts), count: words.number(total)
        ) { page in
            let file = Download.json(SiteAddress.factsData(of: record.id))
            page.put(DownloadLinks(downloads: [file], words: words))
            for group in facts {
                page.subsection(.text(words.kinds(group.kind.name))) { page in
                    page.put(EntryList(group.facts.map(entry), words: words))
                }
            }
            if pages > 1 { page.put(pagination) }
        }
    }

    private func entry(_ fact: (record: Record, locators: [String])) -> Entry {
        var entry = pen.lines.entry(fact.record)
        if !fact.locators.isEmpty {
            entry.details.append(.muted(Locator.words(fact.locators, words)))
        }
        return entry
    }

    private var pagination: Pagination {
        let address = { SiteAddress.facts(restingOn: record.id, page: $0) }
        let first = (page - 1) * Self.pageSize + 1
        let last = min(page * Self.pageSize, total)
        return Pagination(
            first: page > 1 ? address(1) : nil, previous: page > 1 ? address(page - 1) : nil,
            next: page < pages ? address(page + 1) : nil,
            summary: words(
                .range(
                    from: words.number(first), to: words.number(last), of: words.number(total))),
            words: words)
    }

    private var footnoteSection: LeafSection? {
        .list("footnotes", words(.footnotes), footnotes.map { pen.lines.entry($0) }, words)
    }
}
