import Exchange
import Register
import TradingFloor

/// `/market/<section>/desk`: what somebody who is signed in has in a section: deposits, orders,
/// contracts, warehouse receipts.
struct DeskPage: MarketPageShown {
    private let context: MarketContext
    private let section: String
    private let scene: SectionScene
    /// Nil for the operator.
    private let firm: Participant?
    private let held: Held
    private let faults: [String]
    private let values: OrderValues?

    /// What a participant has.
    private struct Held: Sendable {
        var balances: [Balances] = []
        var orders: [OrderState] = []
        var contracts: [Contract] = []
        var receipts: [Receipt] = []
        /// The order that was just sent.
        var sent: OrderState?
    }

    private static let mostContracts = 20
    private static let mostOrders = 200

    private var words: Catalogue { context.words }
    private var tables: MarketTables { MarketTables(scene: scene, words: words) }
    private var figures: MarketFigures { MarketFigures(words: words) }

    init(_ context: MarketContext) async throws {
        try await self.init(context, faults: [], values: nil)
    }

    /// - Parameters:
    ///   - faults: what is wrong with what was sent.
    ///   - values: what was sent.
    init(_ context: MarketContext, faults: [String], values: OrderValues?) async throws {
        let floor = try context.section()
        let visitor = try context.visitor(to: floor)
        self.context = context
        self.faults = faults
        self.values = values
        section = floor.name
        scene = try await SectionScene(floor, at: context.now, deals: 0, sessions: 1)
        guard let participant = visitor.participant else {
            (firm, held) = (nil, Held())
            return
        }
        let firms = floor.directory.participants
        firm = Int(participant) < firms.count ? firms[Int(participant)] : nil
        let sent = context.request.query["order"].flatMap { UInt64($0) }
        held = try await floor.read { state, _ in
            Held(
                balances: state.balances(of: participant),
                orders: state.openOrders(of: participant),
                contracts: state.newestContracts(
                    of: participant, limit: Self.mostContracts + 1),
                receipts: state.warehouseReceipts.filter { $0.owner == participant },
                sent: sent.flatMap {
                    state.order(OrderName(sender: participant, clientOrder: $0))
                })
        }
    }

    func response() throws -> PageResponse {
        let title = words(.deskOf(scene.title))
        var shell = context.shell(title: title)
        shell.mayBeIndexed = false
        let response = PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(
                        steps: [
                            (words(.marketTitle), MarketPath.market.address),
                            (scene.title, MarketPath.section(section).address),
                        ], words: words))
                page.put(PageTitle(kicker: kicker, title: title, folio: folio))
                page.put(Lead(.text(tables.standing)))
                if !faults.isEmpty { page.put(FormNotice(lines: faults)) }
                if let sent = held.sent { writeSent(sent, to: &page) }
                guard firm != nil else {
                    page.paragraph(.text(words(.operatorDesk)))
                    return page.paragraph(
                        .link(
                            words(.contractsName), to: MarketPath.contracts(section).address))
                }
                writeBalances(to: &page)
                writeOrders(to: &page)
                writeContracts(to: &page)
                writeReceipts(to: &page)
            })
        return MarketContext.kept(response)
    }

    private var kicker: [Inline] {
        guard let firm else { return [.text(words(.operatorName))] }
        return [context.record(firm.organisation, otherwise: firm.name)]
    }

    private var folio: [Inline] {
        [
            firm.map { .code($0.code) } ?? .text(words(.operatorName)),
            .sequence([.text(words(.asOf) + " "), words.moment(MarketTime.iso(scene.now))]),
            .link(words(.signOut), to: MarketPath.signOut.address),
        ]
    }

    // MARK: What was just sent

    private func writeSent(_ order: OrderState, to page: inout HTMLWriter) {
        let state =
            order.refusal == .none
            ? order.open > 0 ? words(.orderStands(figures.lots(order.open))) : words(.orderDone)
            : words.refusal(order.refusal)
        page.element(.p, class: "notice", .role(.status)) { page in
            page.text(words(.orderTaken(words.number(Int(clamping: order.number)))) + " " + state)
        }
    }

    // MARK: Money

    private func writeBalances(to page: inout HTMLWriter) {
        page.section(words(.balances), id: "balances", help: words(.balancesHelp)) { page in
            guard !held.balances.isEmpty else {
                return page.paragraph(.text(words(.noDeposit)))
            }
            page.put(
                DataTable(
                    id: "balances-table", caption: words(.balances),
                    columns: [
                        Column(words(.currency)), Column(words(.free), .number),
                        Column(words(.blocked), .number), Column(words(.security), .number),
                        Column(words(.owed), .number),
                    ],
                    rows: held.balances.map { balance in
                        let amounts = [
                            balance.free, balance.blocked, balance.security, balance.owed,
                        ]
                        return [.text(balance.currency.text)]
                            + amounts.map { .text(figures.amount($0, balance.currency)) }
                    }, captionIsUnseen: true, words: words))
        }
    }

    // MARK: Orders

    private func writeOrders(to page: inout HTMLWriter) {
        let traded = scene.instruments.filter(SentOrder.takes)
        if let first = traded.first {
            page.section(words(.newOrder), id: "order", help: words(.newOrderHelp)) { page in
                page.put(
                    OrderFields(
                        section: section, instruments: traded,
                        values: values ?? OrderValues(fresh: first.code), words: words))
            }
        }
        page.section(
            words(.openOrders), id: "orders", count: words.number(held.orders.count)
        ) { page in
            guard !held.orders.isEmpty else {
                return page.paragraph(.text(words(.noOrders)))
            }
            page.put(orders)
        }
    }

    private var orders: DataTable {
        DataTable(
            id: "orders-table", caption: words(.openOrders),
            columns: [
                Column(words(.order)), Column(words(.instrument)), Column(words(.side)),
                Column(words(.price), .number), Column(words(.openLots), .number),
                Column(words(.blocked), .number), Column(words(.actions)),
            ],
            rows: held.orders.prefix(Self.mostOrders).map { order in
                let instrument = scene.instrument(order.instrument)
                return [
                    .text(words.number(Int(clamping: order.number))),
                    tables.link(order.instrument),
                    .text(words(order.side == .buy ? .buy : .sell)),
                    tables.price(order.price, instrument), .text(figures.lots(order.open)),
                    instrument.map { .text(figures.money(order.blocked, $0.currency)) }
                        ?? .gap(words(.noPrice)),
                    cancelButton(order),
                ]
            }, captionIsUnseen: true, words: words)
    }

    private func cancelButton(_ order: OrderState) -> Inline {
        let number = words.number(Int(clamping: order.number))
        return .markup(
            SafeHTML { page in
                page.element(
                    .form, class: "in-row", .methodPost,
                    .action(MarketPath.cancellations(section).address)
                ) { page in
                    page.void(
                        .input, .type(.hidden), .name("order"), .value(String(order.number)))
                    page.element(
                        .button, .type(.submit), .label(words(.cancelOrder(number))),
                        text: words(.cancel))
                }
            })
    }

    // MARK: Contracts and receipts

    private func writeContracts(to page: inout HTMLWriter) {
        page.section(
            words(.contractsName), id: "contracts"
        ) { page in
            guard !held.contracts.isEmpty else {
                return page.paragraph(.text(words(.noContracts)))
            }
            let newest = Array(held.contracts.prefix(Self.mostContracts))
            page.put(ContractTable(tables: tables, contracts: newest, firm: firm).table)
            if held.contracts.count > newest.count {
                page.paragraph(
                    .link(
                        words(.contractsName), to: MarketPath.contracts(section).address))
            }
        }
    }

    private func writeReceipts(to page: inout HTMLWriter) {
        guard !held.receipts.isEmpty else { return }
        page.section(
            words(.receipts), id: "receipts", count: words.number(held.receipts.count)
        ) { page in
            page.put(
                DataTable(
                    id: "receipts-table", caption: words(.receipts),
                    columns: [
                        Column(words(.receipt)), Column(words(.instrument)),
                        Column(words(.free), unit: words(.lots), .number),
                        Column(words(.blocked), unit: words(.lots), .number),
                        Column(words(.committed), unit: words(.lots), .number),
                        Column(words(.validTo)),
                    ],
                    rows: held.receipts.map { receipt in
                        [
                            .text(words.number(Int(clamping: receipt.number))),
                            tables.link(receipt.instrument), .text(figures.lots(receipt.free)),
                            .text(figures.lots(receipt.blocked)),
                            .text(figures.lots(receipt.committed)),
                            receipt.validTo == .distantFuture
                                ? .text(words(.noEnd)) : tables.time.moment(receipt.validTo),
                        ]
                    }, captionIsUnseen: true, words: words))
        }
    }
}
