import Exchange
import Register
import TradingFloor

/// `/market/<section>/quotations`: an instrument's quotations through time.
struct QuotationsPage: MarketPageShown {
    private let context: MarketContext
    private let scene: SectionScene
    /// The instrument that is looked at; nil in a section without any.
    private let index: InstrumentIndex?

    private var words: Catalogue { context.words }
    private var tables: MarketTables { MarketTables(scene: scene, words: words) }

    init(_ context: MarketContext) async throws {
        self.context = context
        let section = try context.section()
        scene = try await SectionScene(
            section, at: context.now, deals: 0, sessions: InstrumentChart.sessions)
        if let code = context.request.query["instrument"] {
            guard let index = section.directory.instrument(code) else {
                throw BadParameter(
                    "instrument", .choice(scene.instruments.map(\.code)))
            }
            self.index = index
        } else {
            // The first that was ever quoted tells more than the first of the list.
            let quoted = scene.sessions.lazy.flatMap(\.quotations).first { $0.open != nil }
            index = quoted?.key.instrument ?? (scene.instruments.isEmpty ? nil : 0)
        }
    }

    func response() throws -> PageResponse {
        let title = words(.quotationsOf(scene.title))
        let downloads = MarketData.quotations(of: scene.name)
        let chart = try index.flatMap {
            try InstrumentChart(.quotations, scene, $0, words).plate(id: "through-time")
        }
        let shell = context.shell(
            title: title, description: words(.quotationsLead), downloads: downloads)
        return PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(
                        steps: [
                            (words(.marketTitle), MarketPath.market.address),
                            (scene.title, MarketPath.section(scene.name).address),
                        ], words: words))
                page.put(PageTitle(title: title))
                page.put(Lead(.text(words(.quotationsLead))))
                guard let index, let instrument = scene.instrument(index) else {
                    return page.put(
                        EmptyState(
                            title: words(.noInstruments), why: words(.noInstrumentsWhy),
                            ways: [.code("fondaco trade instrument add \(scene.name) …")]))
                }
                page.put(form(instrument))
                let rows = rows(index, instrument)
                page.section(
                    instrument.code + ": " + instrument.name, id: "quoted",
                    count: words(.sessionsCount(rows.count))
                ) { page in
                    if let chart { page.put(chart) }
                    if rows.isEmpty {
                        page.paragraph(.text(words(.neverQuoted)))
                    } else {
                        page.put(table(rows, instrument, downloads))
                    }
                    page.paragraph(.sequence([tables.link(instrument)]))
                }
            })
    }

    private func form(_ instrument: Instrument) -> FilterForm {
        FilterForm(
            action: MarketPath.quotations(scene.name).address,
            fields: [
                FormField(
                    label: words(.instrument), name: "instrument",
                    control: .choice(
                        selected: instrument.code,
                        options: scene.instruments.map { ($0.code, $0.code + ": " + $0.name) }))
            ], submit: words(.apply))
    }

    private func rows(
        _ index: InstrumentIndex, _ instrument: Instrument
    ) -> [(session: SessionRecord, quotation: Quotation)] {
        scene.sessions.flatMap { session in
            session.quotations.filter { $0.key.instrument == index && !$0.isEmpty }.map {
                (session, $0)
            }
        }
    }

    private func table(
        _ rows: [(session: SessionRecord, quotation: Quotation)], _ instrument: Instrument,
        _ downloads: [Download]
    ) -> DataTable {
        let unit = tables.figures.unit(of: instrument)
        return DataTable(
            id: "quoted-table", caption: words(.quotationsFinal),
            columns: [
                Column(words(.session)), Column(words(.opened)),
                Column(words(.openPrice), unit: unit, .number),
                Column(words(.high), unit: unit, .number),
                Column(words(.low), unit: unit, .number),
                Column(words(.lastPrice), unit: unit, .number),
                Column(words(.average), unit: unit, .number),
                Column(words(.volume), unit: words(.lots), .number),
                Column(words(.value), unit: instrument.currency.text, .number),
                Column(words(.deals), .number),
            ],
            rows: rows.map { row($0.session, $0.quotation, instrument) }, downloads: downloads,
            words: words)
    }

    private func row(
        _ session: SessionRecord, _ quotation: Quotation, _ instrument: Instrument
    ) -> [Inline] {
        let figures = tables.figures
        let average = quotation.average.map { figures.average($0, of: instrument) }
        return [
            .link(
                words.number(Int(session.number)) + " " + session.plan,
                to: MarketPath.session(String(session.number), of: scene.name).address),
            tables.time.moment(session.opened), tables.price(quotation.open, instrument),
            tables.price(quotation.high, instrument), tables.price(quotation.low, instrument),
            tables.price(quotation.last, instrument),
            average.map { .text($0) } ?? .gap(words(.noPrice)),
            .text(figures.lots(quotation.volume)),
            .text(
                figures.amount(
                    quotation.market.value + quotation.negotiated.value, instrument.currency)),
            .text(words.number(Int(quotation.deals))),
        ]
    }
}
