import Exchange
import Journal
import Register
import TradingFloor

/// `/market/<section>`: what is on, what is traded, when, and by which rules.
struct SectionPage: MarketPageShown {
    private let context: MarketContext
    private let scene: SectionScene

    private static let deals = 20
    private static let sessions = 10

    private var words: Catalogue { context.words }
    private var tables: MarketTables { MarketTables(scene: scene, words: words) }

    init(_ context: MarketContext) async throws {
        self.context = context
        scene = try await SectionScene(
            context.section(), at: context.now, deals: Self.deals, sessions: Self.sessions)
    }

    func response() throws -> PageResponse {
        let shell = context.shell(
            title: words(.sectionTitle(scene.title)), description: tables.standing,
            downloads: [.json(MarketData.section(scene.name))])
        return PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(
                        steps: [(words(.marketTitle), MarketPath.market.address)], words: words))
                page.put(
                    PageTitle(
                        kicker: [.text(words(.sectionKicker))], title: scene.title, folio: folio))
                page.put(Lead(.text(tables.standing)))
                page.element(.div, class: "market-figures") { $0.put(KeyFigures(keyFigures)) }
                page.put(Contents(sections: contents, words: words))
                writeInstruments(to: &page)
                writeAuctions(to: &page)
                writeTimetable(to: &page)
                writeDeals(to: &page)
                writeSessions(to: &page)
                writeRules(to: &page)
                writeJournal(to: &page)
            })
    }

    private var folio: [Inline] {
        [
            .code(scene.name),
            .sequence([
                .text(words(.asOf) + " "), words.moment(MarketTime.iso(scene.now)),
            ]),
            .link(words(.myDesk), to: MarketPath.desk(scene.name).address),
        ]
    }

    private var keyFigures: [KeyFigure] {
        let deals = scene.quotations.reduce(0) { $0 + $1.deals }
        return [
            KeyFigure(
                words(.dealsInSession), .text(words.number(Int(deals))),
                detail: scene.sessions.first.map { words(.sessionNumber(Int($0.number))) },
                address: scene.sessions.first.map {
                    MarketPath.session(String($0.number), of: scene.name).address
                }),
            KeyFigure(words(.instruments), .text(words.number(scene.instruments.count))),
            KeyFigure(words(.firms), .text(words.number(scene.firms))),
            KeyFigure(
                words(.contractsMade), .text(words.number(Int(clamping: scene.contracts.all))),
                detail: words(.inTransit(Int(clamping: scene.contracts.transit)))),
        ]
    }

    private var contents: [(title: String, id: String, count: String?)] {
        [
            (words(.instruments), "instruments", words.number(scene.instruments.count)),
            (words(.auctions), "auctions", words.number(scene.auctions.count)),
            (words(.timetable), "timetable", nil), (words(.latestDeals), "deals", nil),
            (words(.sessionsHeld), "sessions", nil), (words(.rules), "rules", nil),
            (words(.journal), "journal", nil),
        ]
    }

    // MARK: What is traded

    private func writeInstruments(to page: inout HTMLWriter) {
        page.section(
            words(.instruments), id: "instruments", count: words.number(scene.instruments.count),
            help: words(.instrumentsHelp)
        ) { page in
            guard !scene.instruments.isEmpty else {
                return page.put(
                    EmptyState(
                        title: words(.noInstruments), why: words(.noInstrumentsWhy),
                        ways: [.code("fondaco trade instrument add \(scene.name) …")]))
            }
            page.put(tables.instruments)
        }
    }

    private func writeAuctions(to page: inout HTMLWriter) {
        page.section(words(.auctions), id: "auctions", help: words(.auctionsHelp)) { page in
            if scene.auctions.isEmpty {
                page.paragraph(.text(words(.noAuctions)))
            } else {
                page.put(tables.auctions)
            }
        }
    }

    private func writeDeals(to page: inout HTMLWriter) {
        page.section(words(.latestDeals), id: "deals", help: words(.dealsHelp)) { page in
            if scene.deals.isEmpty {
                page.paragraph(.text(words(.noDeals)))
            } else {
                page.put(
                    tables.deals(
                        "deals-table", scene.deals,
                        downloads: [
                            MarketFile.deals(scene.name).download,
                            .json(MarketData.trades(of: scene.name)),
                        ]))
            }
        }
    }

    private func writeSessions(to page: inout HTMLWriter) {
        page.section(words(.sessionsHeld), id: "sessions") { page in
            guard !scene.sessions.isEmpty else {
                return page.paragraph(.text(words(.noSessions)))
            }
            page.put(tables.sessions(scene.sessions))
            page.paragraph(
                .link(words(.allSessions), to: MarketPath.sessions(scene.name).address), " · ",
                .link(words(.quotationsThroughTime), to: MarketPath.quotations(scene.name).address)
            )
        }
    }

    // MARK: When

    private func writeTimetable(to page: inout HTMLWriter) {
        page.section(words(.timetable), id: "timetable") { page in
            let schedule = DaySchedule([scene], on: MarketTime.day(scene.now), words)
            if let plate = schedule.plate(now: scene.now) {
                page.put(plate)
            } else {
                page.paragraph(.text(words(.nothingToday)))
            }
            guard let timetable = scene.timetable else {
                return page.paragraph(.text(words(.noTimetable)))
            }
            page.put(SectionTimetable(scene: scene, timetable: timetable, words: words))
        }
    }

    // MARK: Rules and journal

    private func writeRules(to page: inout HTMLWriter) {
        page.section(words(.rules), id: "rules", help: words(.rulesHelp)) { page in
            guard !scene.instruments.isEmpty else { return }
            let figures = tables.figures
            page.put(
                DataTable(
                    id: "rates", caption: words(.ratesCaption),
                    columns: [
                        Column(words(.instrument)),
                        Column(words(.deposit), unit: words(.residents), .number),
                        Column(words(.deposit), unit: words(.nonResidents), .number),
                        Column(words(.fee), unit: words(.residents), .number),
                        Column(words(.fee), unit: words(.nonResidents), .number),
                    ],
                    rows: scene.instruments.map { instrument in
                        [
                            tables.link(instrument),
                            .text(figures.rate(instrument.resident.deposit)),
                            .text(figures.rate(instrument.nonResident.deposit)),
                            .text(figures.rate(instrument.resident.fee)),
                            .text(figures.rate(instrument.nonResident.fee)),
                        ]
                    }, words: words))
        }
    }

    private func writeJournal(to page: inout HTMLWriter) {
        page.section(words(.journal), id: "journal", help: words(.journalHelp)) { page in
            let head = scene.status.head
            page.put(
                FactList(
                    [
                        Fact(
                            words(.journalEntry), .text(words.number(Int(clamping: head.sequence)))),
                        Fact(words(.journalHash), .code(head.hash.description)),
                        Fact(
                            words(.journalCommands),
                            .text(words.number(Int(clamping: scene.status.commands)))),
                    ], words: words))
        }
    }
}

/// A section's timetable: the weekly pattern, its exceptions, what comes next.
struct SectionTimetable: Component {
    let scene: SectionScene
    let timetable: Timetable
    let words: Catalogue

    private static let next = 5

    private var time: MarketTime { MarketTime(words, timetable.zone) }

    func write(to page: inout HTMLWriter) {
        page.paragraph(.text(words(.clockOfTimetable(timetable.zone.name))))
        if !timetable.entries.isEmpty { page.put(week) }
        let coming = coming
        if !coming.isEmpty {
            page.subsection(.text(words(.nextSessions))) { page in
                page.put(EntryList(coming, words: words))
            }
        }
        let exceptions = exceptions
        if !exceptions.isEmpty {
            page.subsection(.text(words(.exceptions))) { page in
                page.put(EntryList(exceptions, words: words))
            }
        }
    }

    private var week: DataTable {
        DataTable(
            id: "week", caption: words(.weeklyPattern),
            columns: [
                Column(words(.plan)), Column(words(.onDays)), Column(words(.phases)),
                Column(words(.forWhom)),
            ],
            rows: timetable.entries.map { entry in
                let plan = timetable.plans[entry.plan]
                return [
                    .text(plan.name.isEmpty ? plan.code : plan.name), .text(days(of: entry)),
                    .text(
                        plan.phases.map { words(.phase($0.kind)) + " " + $0.start.text }.joined(
                            separator: ", ")),
                    .text(
                        plan.places.isEmpty
                            ? words(.forAll) : plan.places.map(\.text).joined(separator: ", ")),
                ]
            }, downloads: [.json(MarketData.timetable(scene.name))], words: words)
    }

    private func days(of entry: TimetableEntry) -> String {
        let days =
            entry.weekdays == .everyDay
            ? words(.everyDay)
            : Weekday.allCases.filter(entry.weekdays.contains).map { words(.weekday($0)) }
                .joined(separator: ", ")
        let bounds = [
            entry.first.map { words(.fromDay(words.date($0.text))) },
            entry.last.map { words(.throughDay(words.date($0.text))) },
        ].compactMap(\.self)
        return ([days] + bounds).joined(separator: ", ")
    }

    private var coming: [Entry] {
        var entries: [Entry] = []
        var moment = scene.now
        while entries.count < Self.next, let session = timetable.next(after: moment),
            let start = session.starts.first
        {
            let plan = timetable.plans[session.plan]
            entries.append(
                Entry(
                    date: time.moment(start),
                    title: .text(plan.name.isEmpty ? plan.code : plan.name)))
            moment = start
        }
        return entries
    }

    private var exceptions: [Entry] {
        let today = timetable.zone.day(at: scene.now)
        return timetable.exceptions.filter { $0.day >= today }.prefix(20).map { exception in
            Entry(
                date: words.time(exception.day.text),
                title: .text(exception.name.isEmpty ? words(.noSessionThen) : exception.name),
                details: exception.plans.isEmpty
                    ? [.text(words(.noSessionThen))]
                    : exception.plans.map { .text(timetable.plans[$0].code) })
        }
    }
}
