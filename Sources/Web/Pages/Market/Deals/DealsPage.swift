import Exchange
import Register
import TradingFloor

/// `/market/<section>/desk/deals`: negotiated deals: one's side of a deal is registered here, the
/// other side's confirmed, one's own taken back.
struct DealsPage: MarketPageShown {
    private let context: MarketContext
    private let scene: SectionScene
    private let mandate: Mandate
    private let deals: [RegisteredDeal]
    private let receipts: [Receipt]
    private let faults: FormFaults
    private let values: DealValues?
    /// What came of the form that led here.
    private let outcome: [SectionEvent]

    private var words: Catalogue { context.words }
    private var tables: MarketTables { MarketTables(scene: scene, words: words) }

    init(_ context: MarketContext) async throws {
        try await self.init(context, faults: FormFaults(), values: nil)
    }

    /// - Parameters:
    ///   - faults: what is wrong with what was sent.
    ///   - values: what was sent.
    init(_ context: MarketContext, faults: FormFaults, values: DealValues?) async throws {
        let section = try context.section()
        let mandate = try context.mandate(in: section)
        self.context = context
        self.mandate = mandate
        self.faults = faults
        self.values = values
        outcome = context.outcome()
        scene = try await SectionScene(section, at: context.now, deals: 0, sessions: 1)
        (deals, receipts) = try await section.read { state, _ in
            (
                state.registeredDeals(of: mandate.seen),
                state.warehouseReceipts.filter { mandate.seen.contains($0.owner) }
            )
        }
    }

    func response() throws -> PageResponse {
        let title = words(.dealsOf(scene.title))
        var shell = context.shell(title: title)
        shell.mayBeIndexed = false
        let response = PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(
                        steps: [
                            (words(.marketTitle), MarketPath.market.address),
                            (scene.title, MarketPath.section(scene.name).address),
                            (words(.myDesk), MarketPath.desk(scene.name).address),
                        ], words: words))
                page.put(
                    PageTitle(
                        title: title, folio: [.text(mandate.firm(mandate.own)?.name ?? "")]))
                page.put(Lead(.text(words(.dealsLead))))
                page.put(FormNotice(faults: faults, words: words))
                page.put(OutcomeNotice(outcome, tables, mandate))
                page.section(words(.registerDeal), id: "register") { page in
                    writeForm(to: &page)
                }
                page.section(
                    words(.dealsWaiting), id: "registered", count: words.number(deals.count)
                ) { page in
                    page.put(
                        RegisteredDeals(
                            deals: deals, receipts: receipts, tables: tables, mandate: mandate))
                }
            })
        return MarketContext.kept(response)
    }

    private func writeForm(to page: inout HTMLWriter) {
        let dealt = scene.instruments.filter(SentDeal.takes)
        guard let first = dealt.first else {
            return page.paragraph(.text(words(.noDealInstrument)))
        }
        if scene.session?.refusal(of: .deal) != nil {
            page.paragraph(.strong(words(.dealsNotNow)), " ", .text(tables.standing))
        }
        page.put(
            DealFields(
                section: scene.name, instruments: dealt, mandate: mandate,
                receipts: ReceiptChoice(
                    held: receipts, goods: scene.instruments, mandate: mandate),
                values: values ?? DealValues(fresh: first.code),
                faults: faults.of(DealFields.form), words: words))
    }
}

/// What stands in the fields of a negotiated deal, as it was written.
struct DealValues: Sendable, EntryValues {
    private var texts: [FieldName: String] = [:]
    /// The form's own number: sent again, it is the same form.
    private(set) var number = FormNumber.fresh()

    private static let fields: [FieldName] = [
        .counterparty, .instrument, .side, .price, .lots, .receipt, .client,
    ]

    /// An empty form.
    init(fresh instrument: String) {
        texts[.instrument] = instrument
        texts[.side] = "buy"
    }

    /// What was sent.
    init(_ form: QueryParameters) {
        for field in Self.fields { texts[field] = form.text(field) }
        number = FormNumber.sent(form["form"])
    }

    subscript(field: FieldName) -> String { texts[field] ?? "" }

    /// The same under a new number.
    var renumbered: DealValues {
        var values = self
        values.number = FormNumber.fresh()
        return values
    }
}

/// The form of a negotiated deal.
struct DealFields: Component, EntryForm {
    /// What the ids of its fields begin with.
    static let form = "deal"

    let section: String
    let instruments: [Instrument]
    let mandate: Mandate
    let receipts: ReceiptChoice
    let values: DealValues
    let faults: FormFaults
    let words: Catalogue

    /// The one that deals can be made in, where there is but one.
    private var only: Instrument? { instruments.count == 1 ? instruments.first : nil }

    func write(to page: inout HTMLWriter) {
        guard !mandate.principals.isEmpty else {
            return page.paragraph(.text(words(.throughBroker(mandate.broker?.name ?? ""))))
        }
        page.element(
            .form, class: "filters order-form", .methodPost,
            .action(MarketPath.deals(section).address)
        ) { page in
            page.put(
                PrincipalField(
                    mandate: mandate, choices: mandate.principals, value: values[.client],
                    faults: faults, words: words))
            page.put(
                field(
                    .counterparty, words(.counterparty), .text, help: words(.counterpartyHelp),
                    isRequired: true))
            page.put(
                field(
                    .instrument, words(.instrument),
                    .choice(instruments.map { ($0.code, $0.code + ": " + $0.name) })))
            page.put(
                field(
                    .side, words(.yourSide),
                    .choice([("buy", words(.buy)), ("sell", words(.sell))])))
            page.put(
                field(
                    .price,
                    [words(.price), only.map { MarketFigures(words: words).unit(of: $0) }]
                        .compactMap(\.self).joined(separator: ", "), isRequired: true))
            page.put(
                field(
                    .lots, [words(.quantity), words(.lots)].joined(separator: ", "),
                    isRequired: true))
            if !receipts.held.isEmpty {
                page.put(
                    field(
                        .receipt, words(.receipt), .choice(receipts.options(words)),
                        help: words(.receiptHelp)))
            }
            page.hidden("form", String(values.number))
            page.element(.div, class: "field-send") { page in
                page.element(.button, .type(.submit), text: words(.registerDeal))
            }
        }
    }
}
