import Exchange
import Register
import TradingFloor

/// `/market/<section>/desk`: what somebody who is signed in has in a section, and what those have
/// who trade through it: deposits, orders, registered deals, contracts, warehouse receipts.
struct DeskPage: MarketPageShown {
    private let context: MarketContext
    private let section: String
    private let scene: SectionScene
    /// Nil for the operator.
    private let mandate: Mandate?
    private let held: Held
    private let faults: FormFaults
    private let values: OrderValues?

    /// What a participant has.
    struct Held: Sendable {
        /// By firm, the participant's own first.
        var balances: [(firm: ParticipantIndex, balances: [Balances])] = []
        var orders: [OrderState] = []
        var deals: [RegisteredDeal] = []
        var contracts: [Contract] = []
        var receipts: [Receipt] = []
        /// The order that was just sent.
        var sent: OrderState?
    }

    private static let mostContracts = 20

    private var words: Catalogue { context.words }
    private var tables: MarketTables { MarketTables(scene: scene, words: words) }
    private var figures: MarketFigures { MarketFigures(words: words) }

    init(_ context: MarketContext) async throws {
        try await self.init(context, faults: FormFaults(), values: nil)
    }

    /// - Parameters:
    ///   - faults: what is wrong with what was sent.
    ///   - values: what was sent.
    init(_ context: MarketContext, faults: FormFaults, values: OrderValues?) async throws {
        let floor = try context.section()
        mandate = Mandate(try context.visitor(to: floor), in: floor)
        self.context = context
        self.faults = faults
        self.values = values
        section = floor.name
        scene = try await SectionScene(floor, at: context.now, deals: 0, sessions: 1)
        guard let mandate else {
            held = Held()
            return
        }
        let sent = context.request.query["order"].flatMap { UInt64($0) }
        let orders = try await floor.openOrders(
            ofAny: mandate.seen, limit: DeskTables.mostOrders + 1)
        let contracts = try await floor.contracts(
            ofAny: mandate.seen, limit: Self.mostContracts + 1)
        held = try await floor.read { state, _ in
            Held(
                balances: mandate.seen.map { ($0, state.balances(of: $0)) }, orders: orders,
                deals: state.registeredDeals(of: mandate.seen), contracts: contracts,
                receipts: state.warehouseReceipts.filter { mandate.seen.contains($0.owner) },
                sent: sent.flatMap {
                    state.order(OrderName(sender: mandate.own, clientOrder: $0))
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
                page.put(FormNotice(faults: faults, words: words))
                if let sent = held.sent { writeSent(sent, to: &page) }
                guard let mandate else {
                    page.paragraph(.text(words(.operatorDesk)))
                    return page.paragraph(
                        .link(
                            words(.contractsName), to: MarketPath.contracts(section).address))
                }
                write(DeskTables(tables: tables, mandate: mandate), mandate, to: &page)
            })
        return MarketContext.kept(response)
    }

    private var kicker: [Inline] {
        guard let mandate, let firm = mandate.firm(mandate.own) else {
            return [.text(words(.operatorName))]
        }
        let clients = mandate.clients.count
        return [context.record(firm.organisation, otherwise: firm.name)]
            + (clients > 0 ? [.text(words(.clientsCount(clients)))] : [])
    }

    private var folio: [Inline] {
        [
            mandate.map { .code($0.code($0.own)) } ?? .text(words(.operatorName)),
            .sequence([.text(words(.asOf) + " "), words.moment(MarketTime.iso(scene.now))]),
            .link(words(.signOut), to: MarketPath.signOut.address),
        ]
    }

    private func write(
        _ desk: DeskTables, _ mandate: Mandate, to page: inout HTMLWriter
    ) {
        page.section(words(.balances), id: "balances", help: words(.balancesHelp)) { page in
            if held.balances.allSatisfy(\.balances.isEmpty) {
                page.paragraph(.text(words(.noDeposit)))
            } else {
                page.put(desk.balances(held.balances))
            }
        }
        writeNewOrder(mandate, to: &page)
        page.section(
            words(.openOrders), id: "orders",
            count: words.number(min(held.orders.count, DeskTables.mostOrders))
                + (held.orders.count > DeskTables.mostOrders ? "+" : "")
        ) { page in
            if held.orders.isEmpty {
                page.paragraph(.text(words(.noOrders)))
            } else {
                page.put(desk.orders(held.orders))
            }
        }
        writeDeals(desk, mandate, to: &page)
        writeContracts(mandate, to: &page)
        guard !held.receipts.isEmpty else { return }
        page.section(
            words(.receipts), id: "receipts", count: words.number(held.receipts.count)
        ) { page in page.put(desk.receipts(held.receipts)) }
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

    // MARK: What can be done

    private func writeNewOrder(_ mandate: Mandate, to page: inout HTMLWriter) {
        let traded = scene.instruments.filter(SentOrder.takes)
        guard let first = traded.first else { return }
        page.section(words(.newOrder), id: "order", help: words(.newOrderHelp)) { page in
            page.put(
                OrderFields(
                    section: section, instruments: traded, mandate: mandate,
                    receipts: ReceiptChoice(
                        held: held.receipts, goods: scene.instruments, mandate: mandate),
                    values: values ?? OrderValues(fresh: first.code),
                    faults: faults.of(OrderFields.form), words: words))
        }
    }

    private func writeDeals(
        _ desk: DeskTables, _ mandate: Mandate, to page: inout HTMLWriter
    ) {
        guard scene.instruments.contains(where: SentDeal.takes) else { return }
        page.section(
            words(.negotiatedDeals), id: "registered", count: words.number(held.deals.count)
        ) { page in
            page.put(
                RegisteredDeals(
                    deals: held.deals, receipts: held.receipts, tables: tables, mandate: mandate))
            page.paragraph(
                .link(words(.registerDeal), to: MarketPath.deals(section).address))
        }
    }

    private func writeContracts(_ mandate: Mandate, to page: inout HTMLWriter) {
        page.section(words(.contractsName), id: "contracts") { page in
            guard !held.contracts.isEmpty else {
                return page.paragraph(.text(words(.noContracts)))
            }
            let newest = Array(held.contracts.prefix(Self.mostContracts))
            page.put(ContractTable(tables: tables, contracts: newest, mandate: mandate).table)
            if held.contracts.count > newest.count {
                page.paragraph(
                    .link(
                        words(.contractsName), to: MarketPath.contracts(section).address))
            }
        }
    }
}
