import Records
import Register

extension HomePage {
    var response: PageResponse {
        var shell = context.shell(title: "", description: words(.homeLead), layout: .plain)
        shell.hasSearchField = false
        return PageResponse(
            html: shell.render { page in
                page.element(.div, class: "home-head") { page in
                    page.put(PageTitle(title: words(.homeTitle)))
                    page.put(Lead(.text(words(.homeLead))))
                    page.put(SearchField(text: "", id: "q", isLarge: true, words: words))
                    page.element(.p, class: "help", text: words(.searchHelp))
                }
                writeCounts(to: &page)
                writeMarket(to: &page)
                page.markup(drawings)
                writeNewest(to: &page)
                writeFigures(to: &page)
                writeWays(to: &page)
            })
    }

    private func writeCounts(to page: inout HTMLWriter) {
        page.section(
            words(.homeCounts), id: "kinds", count: words(.homeTotal(total))
        ) { page in
            page.put(
                KeyFigures(
                    RegisterKinds.shown.map { kind in
                        KeyFigure(
                            words.kinds(kind.name), .text(words.number(counts[kind] ?? 0)),
                            address: SiteAddress.list(kind))
                    }))
        }
    }

    /// What is on at the exchange, where there is one.
    private func writeMarket(to page: inout HTMLWriter) {
        guard let entries = context.market?.entries(words) else { return }
        page.section(words(.marketNow), id: "market", help: words(.marketNowHelp)) { page in
            page.put(EntryList(entries, words: words))
            page.paragraph(.link(words(.marketTitle), to: MarketPath.market.address))
        }
    }

    private func writeNewest(to page: inout HTMLWriter) {
        guard !agreements.isEmpty || !events.isEmpty else { return }
        page.element(.div, class: "home-pair") { page in
            writeNewest(agreements, .agreement, words(.homeAgreements), to: &page)
            writeNewest(events, .event, words(.homeEvents), to: &page)
        }
    }

    private func writeNewest(
        _ entries: [Entry], _ kind: Kind, _ title: String, to page: inout HTMLWriter
    ) {
        guard !entries.isEmpty else { return }
        page.section(title, id: kind.name + "s") { page in
            page.put(EntryList(entries, words: words))
            page.paragraph(
                .link(words(.showAll(counts[kind] ?? 0)), to: SiteAddress.list(kind)))
        }
    }

    private func writeFigures(to page: inout HTMLWriter) {
        guard !figures.isEmpty else { return }
        page.section(words(.homeFigures), id: "figures", help: words(.homeFiguresHelp)) { page in
            page.put(table)
            page.paragraph(
                .link(words(.homeFiguresMore), to: SiteAddress.figures(FigureState())))
        }
    }

    private var table: DataTable {
        DataTable(
            id: "turnovers", caption: words(.homeFiguresHelp),
            columns: [
                Column(words.field("subject")), Column(words.field("counterpart")),
                Column(words.field("period")), Column(words(.columnFigure), .number),
                Column(words(.columnSource), .source),
            ],
            rows: figures.map { row in
                [
                    row.subject.link(words.language), row.counterpart?.link(words.language) ?? "",
                    .link(
                        words.date(row.observation.period.description, .short),
                        to: SiteAddress.record(row.id)),
                    .quantity(words.value(of: row.observation)),
                    sources.marks(row.citations, of: row.id),
                ]
            }, captionIsUnseen: true, words: words)
    }

    private func writeWays(to page: inout HTMLWriter) {
        page.section(words(.homeWays), id: "ways") { page in
            page.put(
                LinkColumns(links: [
                    (words(.browseTitle), SiteAddress.overview, nil),
                    (words(.homeZones), SiteAddress.zones, nil),
                    (words(.homeFiguresMore), SiteAddress.figures(FigureState()), nil),
                    (words(.homeSourcesMore), SiteAddress.sources, nil),
                    (words(.apiTitle), SiteAddress.data, nil),
                ]))
        }
    }
}
