/// The main divisions of the site, as they stand in the head of every page.
enum Division: CaseIterable, Sendable {
    case register, market, zones, figures, map, network, calendar, sources, api

    /// Where it begins.
    var address: Address {
        switch self {
        case .register: "/browse"
        case .market: MarketPath.market.address
        case .zones: "/zones"
        case .figures: "/figures"
        case .map: "/map"
        case .network: "/network"
        case .calendar: "/calendar"
        case .sources: "/sources"
        case .api: "/data"
        }
    }

    fileprivate var phrase: Phrase {
        switch self {
        case .register: .navRegister
        case .market: .navMarket
        case .zones: .navZones
        case .figures: .navFigures
        case .map: .navMap
        case .network: .navNetwork
        case .calendar: .navCalendar
        case .sources: .navSources
        case .api: .navAPI
        }
    }
}

/// What every page has around its own content: head, masthead, foot.
struct PageShell {
    /// How the page's middle is laid out.
    enum Layout: String, Sendable {
        /// Text with a margin for sources.
        case record
        /// Filters beside a list.
        case list
        /// The whole width for one wide table.
        case wide
        /// A column of text, or the home page.
        case plain
    }

    let words: Catalogue
    /// The page's name; the site's name is added.
    let title: String
    var description: String?
    var layout = Layout.plain
    /// The division the page belongs to.
    var division: Division?
    /// What stands in the search field.
    var searchText = ""
    /// The home page has a search field of its own in the middle.
    var hasSearchField = true
    /// This page in each language.
    var translations: [(language: Language, address: Address)] = []
    /// This page's data as files.
    var downloads: [Download] = []
    /// The state of the data ("entry 1,234, 29 June 2021").
    var dataVersion: String?
    /// Search engines may list the page.
    var mayBeIndexed = true

    /// The whole page as UTF-8.
    func render(_ content: (inout HTMLWriter) -> Void) -> [UInt8] {
        var page = HTMLWriter()
        page.doctype()
        page.element(.html, .lang(words.language.rawValue)) { page in
            writeHead(to: &page)
            page.element(.body) { page in
                page.link(to: "#main", class: "skip", text: words(.skipToContent))
                writeMasthead(to: &page)
                page.element(
                    .main, class: "page page-" + layout.rawValue, .id("main"), .tabindex(-1),
                    content: content)
                writeFoot(to: &page)
            }
        }
        return page.finish()
    }

    // MARK: Head

    private func writeHead(to page: inout HTMLWriter) {
        page.element(.head) { page in
            page.void(.meta, .utf8)
            page.element(.title, text: title.isEmpty ? "Fondaco" : title + " · Fondaco")
            page.void(
                .meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
            page.void(.meta, .name("color-scheme"), .content("light dark"))
            page.void(
                .meta, .name("theme-color"), .content("#FBF8F3"),
                .media("(prefers-color-scheme: light)"))
            page.void(
                .meta, .name("theme-color"), .content("#191613"),
                .media("(prefers-color-scheme: dark)"))
            if let description {
                page.void(.meta, .name("description"), .content(description))
            }
            if !mayBeIndexed {
                page.void(.meta, .name("robots"), .content("noindex"))
            }
            page.void(.link, .rel("stylesheet"), .href(Stylesheet.address))
            page.script(at: SiteScript.address)
            page.void(
                .link, .rel("icon"), .mediaType("image/svg+xml"), .href(SiteIcon.address))
            page.void(
                .link, .rel("alternate"), .mediaType("application/atom+xml"),
                .title(words(CalendarPhrase.newsTitle)), .href(SiteAddress.newsFeed))
            for translation in translations {
                page.void(
                    .link, .rel("alternate"), .hreflang(translation.language.rawValue),
                    .href(translation.address))
            }
            for download in downloads {
                page.void(
                    .link, .rel("alternate"), .mediaType(download.mediaType),
                    .href(download.address))
            }
        }
    }

    // MARK: Masthead

    private func writeMasthead(to page: inout HTMLWriter) {
        page.element(.header, class: "masthead") { page in
            page.element(.div, class: "masthead-line") { page in
                page.link(to: "/", class: "house-name", .label(words(.homeLabel))) { page in
                    page.markup(Ornaments.mark)
                    page.element(.span, text: "Fondaco")
                }
                page.element(.nav, class: "divisions", .label(words(.mainNavigation))) { page in
                    page.element(.ul) { page in
                        for division in Division.allCases { write(division, to: &page) }
                    }
                }
                if hasSearchField {
                    page.put(SearchField(text: searchText, id: "search", words: words))
                }
                if !translations.isEmpty { writeLanguages(to: &page) }
            }
        }
    }

    private func write(_ item: Division, to page: inout HTMLWriter) {
        page.element(.li) { page in
            if item == division {
                page.link(to: item.address, .current(.true)) { $0.text(words(item.phrase)) }
            } else {
                page.link(to: item.address, text: words(item.phrase))
            }
        }
    }

    private func writeLanguages(to page: inout HTMLWriter) {
        page.element(.nav, class: "languages", .label(words(.languageSwitch))) { page in
            page.element(.ul) { page in
                for (language, address) in translations {
                    let code = language.rawValue
                    page.element(.li) { page in
                        if language == words.language {
                            page.element(
                                .span, .lang(code), .title(language.ownName), .current(.true),
                                text: code.uppercased())
                        } else {
                            page.link(
                                to: address, .lang(code), .hreflang(code),
                                .title(language.ownName)
                            ) { page in
                                page.element(.span, .hiddenFromReaders, text: code.uppercased())
                                page.element(.span, class: "unseen", text: language.ownName)
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Foot

    private func writeFoot(to page: inout HTMLWriter) {
        page.element(.footer, class: "foot") { page in
            page.markup(Ornaments.arcade)
            page.element(.div, class: "foot-text") { page in
                page.element(.p, class: "promise", text: words(.footPromise))
                if let dataVersion {
                    page.element(.p) { page in
                        page.text(words(.dataVersion(dataVersion)))
                    }
                }
                page.put(DownloadLinks(downloads: downloads, words: words))
                page.element(.p) { page in
                    page.text(words(.softwareLicence))
                    page.text(" ")
                    page.link(to: "/data") { $0.text(words(.apiHint)) }
                }
            }
        }
    }
}

/// The field that searches the whole register.
struct SearchField: Component {
    let text: String
    /// Unique in the page.
    let id: String
    /// The large one of the home and search pages.
    var isLarge = false
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        page.element(
            .form, class: isLarge ? "search search-large" : "search", .role(.search), .methodGet,
            .action("/search")
        ) { page in
            page.element(.label, class: "unseen", .for(id), text: words(.searchLabel))
            page.void(
                .input, .type(.search), .id(id), .name("q"), .value(text),
                .placeholder(words(isLarge ? .searchPlaceholderLong : .searchPlaceholder)),
                .maxlength(200), .autocomplete(false), .spellcheckOff)
            page.element(.button, .type(.submit), text: words(.searchButton))
        }
    }
}
