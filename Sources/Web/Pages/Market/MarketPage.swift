import Exchange
import Register
import TradingFloor

/// `/market`: all sections: what is on, the day's timetable, the latest deals and quotations.
struct MarketPage: MarketPageShown {
    private let context: MarketContext
    private let scenes: [SectionScene]

    private static let deals = 12

    private var words: Catalogue { context.words }

    init(_ context: MarketContext) async throws {
        self.context = context
        var scenes: [SectionScene] = []
        for (_, section) in context.floor.sections.sorted(by: { $0.key < $1.key }) {
            scenes.append(
                try await SectionScene(section, at: context.now, deals: Self.deals, sessions: 20))
        }
        self.scenes = scenes
    }

    func response() throws -> PageResponse {
        guard !scenes.isEmpty else { return NoMarketPage.response(context.page, words(.noSection)) }
        let shell = context.shell(
            title: words(.marketTitle), description: words(.marketLead),
            downloads: [.json(MarketData.sections)])
        return PageResponse(
            html: shell.render { page in
                page.put(PageTitle(title: words(.marketTitle), folio: folio))
                page.put(Lead(.text(words(.marketLead))))
                page.section(words(.whatIsOn), id: "now") { page in page.put(now) }
                writeToday(to: &page)
                writeComing(to: &page)
                writeDeals(to: &page)
                writeQuotations(to: &page)
            })
    }

    private var folio: [Inline] {
        var folio: [Inline] = [.sequence([.text(words(.asOf) + " "), words.moment(iso)])]
        if context.token == nil {
            folio.append(
                .link(
                    words(.signIn), to: MarketPath.signIn(returningTo: MarketPath.market.text)))
        } else {
            folio += scenes.map { scene in
                .link(
                    words(.deskOf(scene.title)), to: MarketPath.desk(scene.name).address)
            }
            folio.append(.link(words(.signOut), to: MarketPath.signOut.address))
        }
        return folio
    }

    private var iso: String { MarketTime.iso(present) }

    // MARK: Now

    private var now: DataTable {
        DataTable(
            id: "sections", caption: words(.whatIsOn),
            columns: [
                Column(words(.section)), Column(words(.phaseName)), Column(words(.whereItStands)),
                Column(words(.instruments), .number), Column(words(.auctions), .number),
                Column(words(.sessionsHeld), .number), Column(words(.contractsMade), .number),
            ],
            rows: scenes.map { scene in
                let tables = MarketTables(scene: scene, words: words)
                return [
                    .link(scene.title, to: MarketPath.section(scene.name).address),
                    tables.standingMark, .text(tables.standing),
                    .text(words.number(scene.instruments.count)),
                    .text(words.number(scene.auctions.count)),
                    .text(words.number(Int(scene.sessions.first?.number ?? 0))),
                    .text(words.number(Int(clamping: scene.contracts.all))),
                ]
            }, downloads: [.json(MarketData.sections)], captionIsUnseen: true, words: words)
    }

    // MARK: The day

    /// The clock's moment, unless all sections are ahead of it.
    private var present: Instant { scenes.map(\.now).min() ?? context.now }
    /// The moment of the section that is furthest ahead.
    private var latest: Instant { scenes.map(\.now).max() ?? context.now }

    private func writeToday(to page: inout HTMLWriter) {
        let plates = [present, latest].lazy.compactMap { moment in
            DaySchedule(scenes, on: MarketTime.day(moment), words).plate(now: moment)
        }
        page.section(words(.thisDay), id: "today") { page in
            if let plate = plates.first {
                page.put(plate)
            } else {
                page.paragraph(.text(words(.nothingToday)))
            }
        }
    }

    private func writeComing(to page: inout HTMLWriter) {
        let coming = scenes.compactMap { scene -> Entry? in
            guard case .planned(let start) = scene.standing, let session = scene.session else {
                return nil
            }
            let time = MarketTime(words, scene.timetable?.zone)
            return Entry(
                date: time.moment(start),
                title: .link(scene.title, to: MarketPath.section(scene.name).address),
                details: [
                    .text(session.plan.name.isEmpty ? session.plan.code : session.plan.name)
                ])
        }
        guard !coming.isEmpty else { return }
        page.section(words(.nextSessions), id: "next") { page in
            page.put(EntryList(coming, words: words))
        }
    }

    // MARK: Deals and quotations

    private func writeDeals(to page: inout HTMLWriter) {
        page.section(words(.latestDeals), id: "deals", help: words(.dealsHelp)) { page in
            let dealing = scenes.filter { !$0.deals.isEmpty }
            guard !dealing.isEmpty else {
                return page.paragraph(.text(words(.noDeals)))
            }
            for scene in dealing {
                page.subsection(
                    .link(scene.title, to: MarketPath.section(scene.name).address)
                ) { page in
                    page.put(
                        MarketTables(scene: scene, words: words).deals(
                            "deals-" + scene.name, Array(scene.deals.prefix(5)),
                            downloads: [MarketFile.deals(scene.name).download]))
                }
            }
        }
    }

    private func writeQuotations(to page: inout HTMLWriter) {
        let quoting = scenes.compactMap { scene in scene.lastOver.map { (scene, $0) } }
        guard !quoting.isEmpty else { return }
        page.section(
            words(.latestQuotations), id: "quotations", help: words(.quotationsHelp)
        ) { page in
            for (scene, session) in quoting {
                page.subsection(
                    .link(
                        scene.title + ", " + words(.sessionNumber(Int(session.number))),
                        to: MarketPath.session(String(session.number), of: scene.name).address)
                ) { page in
                    page.put(
                        MarketTables(scene: scene, words: words).quotations(
                            "quotations-" + scene.name, session.quotations.filter { !$0.isEmpty },
                            caption: words(.quotationsOf(scene.title)),
                            downloads: MarketData.quotations(
                                of: scene.name, session: session.number),
                            region: { context.record($0, otherwise: $1) }))
                }
            }
        }
    }
}

/// `/market` where there is no exchange, or no section yet.
struct NoMarketPage: Page {
    private let context: PageContext

    init(_ context: PageContext) { self.context = context }

    var response: PageResponse {
        Self.response(context, context.words(.noExchange))
    }

    /// Says why nothing is here, and how to make something of it.
    static func response(_ context: PageContext, _ why: String) -> PageResponse {
        let words = context.words
        let shell = context.shell(
            title: words(.marketTitle), description: words(.marketLead), division: .market)
        return PageResponse(
            html: shell.render { page in
                page.put(PageTitle(title: words(.marketTitle)))
                page.put(Lead(.text(words(.marketLead))))
                page.put(
                    EmptyState(
                        title: words(.noSectionTitle), why: why,
                        ways: [
                            .sequence([
                                .text(words(.wayDemo) + " "),
                                .code("fondaco trade demo --into DIR"),
                            ]),
                            .sequence([
                                .text(words(.wayMake) + " "),
                                .code("fondaco trade section make NAME"),
                            ]),
                        ]))
            })
    }
}
