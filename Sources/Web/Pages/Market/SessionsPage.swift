import Exchange
import Register
import TradingFloor

/// `/market/<section>/sessions`: the sessions that were held, and the one that is on.
struct SessionsPage: MarketPageShown {
    private let context: MarketContext
    private let scene: SectionScene

    private var words: Catalogue { context.words }

    init(_ context: MarketContext) async throws {
        self.context = context
        scene = try await SectionScene(
            context.section(), at: context.now, deals: 0, sessions: 200)
    }

    func response() throws -> PageResponse {
        let title = words(.sessionsOf(scene.title))
        let shell = context.shell(
            title: title, description: words(.sessionsHelp),
            downloads: [.json(MarketData.sessions(scene.name))])
        return PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(
                        steps: [
                            (words(.marketTitle), MarketPath.market.address),
                            (scene.title, MarketPath.section(scene.name).address),
                        ], words: words))
                page.put(PageTitle(title: title))
                page.put(Lead(.text(words(.sessionsHelp))))
                guard !scene.sessions.isEmpty else {
                    return page.put(
                        EmptyState(
                            title: words(.noSessions), why: words(.noSessionsWhy),
                            ways: [
                                .code("fondaco trade session open \(scene.name) …"),
                                .link(scene.title, to: MarketPath.section(scene.name).address),
                            ]))
                }
                page.put(MarketTables(scene: scene, words: words).sessions(scene.sessions))
                page.paragraph(
                    .link(
                        words(.quotationsThroughTime),
                        to: MarketPath.quotations(scene.name).address))
            })
    }
}

/// `/market/<section>/sessions/<number>`: the results of a session.
struct SessionPage: MarketPageShown {
    private let context: MarketContext
    private let scene: SectionScene
    private let record: SessionRecord
    /// The deals that were made in it, as far as they are remembered, the oldest first.
    private let deals: [Trade]

    private static let mostDeals = 500

    private var words: Catalogue { context.words }
    private var tables: MarketTables { MarketTables(scene: scene, words: words) }

    init(_ context: MarketContext) async throws {
        self.context = context
        let section = try context.section()
        scene = try await SectionScene(section, at: context.now, deals: 0, sessions: 1)
        (record, deals) = try await SessionDeals.read(
            try context.number(), of: section, atMost: Self.mostDeals)
    }

    private var rows: [Quotation] {
        let rows = record.closed == nil ? scene.quotations : record.quotations
        return rows.filter { !$0.isEmpty }
    }

    func response() throws -> PageResponse {
        let title = words(.sessionTitle(scene.title, Int(record.number)))
        let shell = context.shell(
            title: title, description: lead,
            downloads: MarketData.quotations(of: scene.name, session: record.number)
                + [.json(MarketData.session(record.number, of: scene.name))])
        return PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(
                        steps: [
                            (words(.marketTitle), MarketPath.market.address),
                            (scene.title, MarketPath.section(scene.name).address),
                            (words(.sessionsHeld), MarketPath.sessions(scene.name).address),
                        ], words: words))
                page.put(
                    PageTitle(
                        kicker: [.text(words(.resultsKicker))], title: title,
                        folio: [.code(record.plan)]))
                page.put(Lead(.text(lead)))
                writeQuotations(to: &page)
                writeDeals(to: &page)
                writeBundle(to: &page)
            })
    }

    private var lead: String {
        let from = tables.time.clock(record.opened, asOf: .distantPast)
        guard let closed = record.closed else {
            return words(.sessionStillOn(from))
        }
        let to = tables.time.clock(closed, asOf: record.opened)
        let count = Int(clamping: record.deals)
        return words(
            record.isCancelled
                ? .sessionWasCancelled(from, to, count) : .sessionWas(from, to, count))
    }

    private func writeQuotations(to page: inout HTMLWriter) {
        page.section(
            words(.quotationsName), id: "quotations", help: words(.quotationsHelp)
        ) { page in
            guard !rows.isEmpty else { return page.paragraph(.text(words(.noQuotations))) }
            page.put(
                tables.quotations(
                    "quotations-table", rows,
                    caption: words(record.closed == nil ? .quotationsSoFar : .quotationsFinal),
                    downloads: record.closed == nil
                        ? [] : MarketData.quotations(of: scene.name, session: record.number),
                    region: { context.record($0, otherwise: $1) }))
        }
    }

    private func writeDeals(to page: inout HTMLWriter) {
        page.section(
            words(.dealsName), id: "deals", count: words.number(Int(clamping: record.deals)),
            help: words(.dealsHelp)
        ) { page in
            guard !deals.isEmpty else { return page.paragraph(.text(words(.noDealsInSession))) }
            if record.deals > UInt64(deals.count) {
                page.paragraph(.text(words(.dealsCut(deals.count))))
            }
            page.put(
                tables.deals(
                    "deals-table", deals,
                    downloads: [
                        MarketFile.sessionDeals(String(record.number), of: scene.name).download
                    ]))
        }
    }

    private func writeBundle(to page: inout HTMLWriter) {
        page.section(words(.bundle), id: "bundle", help: words(.bundleHelp)) { page in
            guard record.closed != nil else {
                return page.paragraph(.text(words(.bundleLater)))
            }
            page.paragraph(
                .link(
                    words(.bundleGet),
                    to: MarketData.bundle(record.number, of: scene.name)))
            page.paragraph(
                .text(words(.bundleCheck) + " "),
                .code("fondaco trade check \(scene.name)-\(record.number).jsonl"))
            page.put(
                FactList(
                    [
                        Fact(words(.bundleEntries), .text(range(record.entries))),
                        Fact(words(.bundleCommands), .text(range(record.commands))),
                    ], words: words))
        }
    }

    private func range(_ range: (first: UInt64, last: UInt64)) -> String {
        words.number(Int(clamping: range.first)) + "–" + words.number(Int(clamping: range.last))
    }
}
