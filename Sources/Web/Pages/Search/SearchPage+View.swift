import Records
import Register

extension SearchPage {
    var response: PageResponse {
        let title = state.text.isEmpty ? words(.searchTitle) : words(.searchTitleFor(state.text))
        var shell = context.shell(
            title: title, layout: .list, division: .register, downloads: isAsked ? downloads : [])
        shell.hasSearchField = false
        shell.mayBeIndexed = false
        return PageResponse(
            html: shell.render { page in
                page.put(PageTitle(title: title))
                page.put(searchForm)
                if isAsked {
                    page.put(filters)
                    writeAnswer(to: &page)
                } else {
                    writeQuestion(to: &page)
                }
            })
    }

    /// The search field. The filters stay when the words change.
    private var searchForm: SearchForm {
        SearchForm(
            text: state.text, kept: state.items(withPage: false).filter { $0.name != "q" },
            words: words)
    }

    private func writeQuestion(to page: inout HTMLWriter) {
        page.element(.p, class: "help", text: words(.searchHelp))
        page.put(
            EmptyState(
                title: words(.searchNothingAsked), why: words(.searchHelp),
                ways: [.link(words(.searchWayBrowse), to: SiteAddress.overview)]))
    }

    private func writeAnswer(to page: inout HTMLWriter) {
        writeNotices(to: &page)
        guard found.total > 0 else {
            writeNothing(to: &page)
            return
        }
        page.put(
            SortLine(
                count: words(.recordsFound(found.total)), orders: orders, words: words))
        if entries.isEmpty {
            page.put(EmptyState.pageBeyondEnd(part, words) { SiteAddress.search(state.onPage($0)) })
        } else {
            page.put(EntryList(entries, words: words))
        }
        page.put(part.pagination(words) { SiteAddress.search(state.onPage($0)) })
        page.put(DownloadLinks(downloads: downloads, words: words))
    }

    private func writeNotices(to page: inout HTMLWriter) {
        for (word, taken) in found.corrections where word != taken {
            page.notice([.text(words(.searchCorrected(word, taken)))])
        }
        if found.isRelaxed, found.total > 0 {
            page.notice([.text(words(.searchRelaxed))])
        }
    }

    private func writeNothing(to page: inout HTMLWriter) {
        var ways: [Inline] = []
        if state.isFiltered {
            let address = SiteAddress.search(state.unfiltered)
            ways.append(.link(words(.searchWayFilters), to: address))
        }
        if !state.text.isEmpty { ways.append(.text(words(.searchWayShorter))) }
        ways.append(.link(words(.searchWayBrowse), to: SiteAddress.overview))
        let isText = !state.text.isEmpty
        page.put(
            EmptyState(
                title: isText ? words(.searchEmptyTitle(state.text)) : words(.emptyListTitle),
                why: state.isFiltered ? words(.emptyListWhyShort) : words(.searchEmptyWhy),
                ways: ways))
    }
}

/// The large search field with what the address holds besides the words.
struct SearchForm: Component {
    let text: String
    let kept: [(name: String, value: String?)]
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        page.element(
            .form, class: "search search-large", .role(.search), .methodGet,
            .action(SiteAddress.page(.search))
        ) { page in
            page.element(.label, class: "unseen", .for("q"), text: words(.searchLabel))
            page.void(
                .input, .type(.search), .id("q"), .name("q"), .value(text),
                .placeholder(words(.searchPlaceholderLong)), .maxlength(200),
                .autocomplete(false), .spellcheckOff)
            for item in kept {
                page.void(.input, .type(.hidden), .name(item.name), .value(item.value ?? ""))
            }
            page.element(.button, .type(.submit), text: words(.searchButton))
        }
    }
}

extension EmptyState {
    /// For a page's number behind the list's end.
    static func pageBeyondEnd(
        _ part: PageOfList, _ words: Catalogue, _ address: (Int) -> Address
    ) -> EmptyState {
        EmptyState(
            title: words(.pageBeyondEnd(part.number)), why: words(.pagesInAll(part.last)),
            ways: [.link(words(.firstPage), to: address(1))])
    }
}
