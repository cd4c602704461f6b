import Exchange

/// What a firm has, in tables; a broker's name in each row whose it is.
struct DeskTables {
    let tables: MarketTables
    let mandate: Mandate

    /// So many standing orders are shown.
    static let mostOrders = 200

    private var words: Catalogue { tables.words }
    private var figures: MarketFigures { tables.figures }
    /// Whether it must be said whose something is.
    private var hasClients: Bool { !mandate.clients.isEmpty }

    private var whose: [Column] { hasClients ? [Column(words(.whose))] : [] }

    private func whose(_ firm: ParticipantIndex) -> [Inline] {
        hasClients ? [.code(mandate.code(firm))] : []
    }

    // MARK: Money

    func balances(
        _ held: [(firm: ParticipantIndex, balances: [Balances])]
    ) -> DataTable {
        DataTable(
            id: "balances-table", caption: words(.balances),
            columns: whose + [
                Column(words(.currency)), Column(words(.free), .number),
                Column(words(.blocked), .number), Column(words(.security), .number),
                Column(words(.owed), .number),
            ],
            rows: held.flatMap { firm, balances in
                balances.map { balance in
                    let amounts = [
                        balance.free, balance.blocked, balance.security, balance.owed,
                    ]
                    return whose(firm) + [.text(balance.currency.text)]
                        + amounts.map { .text(figures.amount($0, balance.currency)) }
                }
            }, captionIsUnseen: true, words: words)
    }

    // MARK: Orders

    func orders(_ held: [OrderState]) -> DataTable {
        DataTable(
            id: "orders-table", caption: words(.openOrders),
            columns: [Column(words(.order))] + whose + [
                Column(words(.instrument)), Column(words(.side)),
                Column(words(.price), .number), Column(words(.openLots), .number),
                Column(words(.blocked), .number), Column(words(.actions)),
            ],
            rows: held.prefix(Self.mostOrders).map { order in
                let instrument = tables.scene.instrument(order.instrument)
                return [.text(words.number(Int(clamping: order.number)))] + whose(order.owner) + [
                    tables.link(order.instrument),
                    .text(words(order.side == .buy ? .buy : .sell)),
                    tables.price(order.price, instrument), .text(figures.lots(order.open)),
                    instrument.map { .text(figures.money(order.blocked, $0.currency)) }
                        ?? .gap(words(.noPrice)),
                    // Whatever somebody else sent for a client isn't the broker's to cancel.
                    [order.sender, order.owner].contains(mandate.own) ? cancelButton(order) : "",
                ]
            }, captionIsUnseen: true, words: words)
    }

    private func cancelButton(_ order: OrderState) -> Inline {
        let number = words.number(Int(clamping: order.number))
        return .markup(
            SafeHTML { page in
                page.element(
                    .form, class: "in-row", .methodPost,
                    .action(MarketPath.cancellations(tables.scene.name).address)
                ) { page in
                    page.hidden("order", String(order.number))
                    page.element(
                        .button, .type(.submit), .label(words(.cancelOrder(number))),
                        text: words(.cancel))
                }
            })
    }

    // MARK: Receipts

    func receipts(_ held: [Receipt]) -> DataTable {
        DataTable(
            id: "receipts-table", caption: words(.receipts),
            columns: [Column(words(.receipt))] + whose + [
                Column(words(.instrument)), Column(words(.free), unit: words(.lots), .number),
                Column(words(.blocked), unit: words(.lots), .number),
                Column(words(.committed), unit: words(.lots), .number), Column(words(.validTo)),
            ],
            rows: held.map { receipt in
                [.text(words.number(Int(clamping: receipt.number)))] + whose(receipt.owner) + [
                    tables.link(receipt.instrument), .text(figures.lots(receipt.free)),
                    .text(figures.lots(receipt.blocked)), .text(figures.lots(receipt.committed)),
                    receipt.validTo == .distantFuture
                        ? .text(words(.noEnd)) : tables.time.moment(receipt.validTo),
                ]
            }, captionIsUnseen: true, words: words)
    }
}
