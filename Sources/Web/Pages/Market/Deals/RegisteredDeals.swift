import Exchange

/// The registered deals that wait: those in which others name the firm, each with a button that says
/// the same from its side, and its own, each with a button that takes it back.
struct RegisteredDeals: Component {
    let deals: [RegisteredDeal]
    let receipts: [Receipt]
    let tables: MarketTables
    let mandate: Mandate

    private var words: Catalogue { tables.words }
    private var section: String { tables.scene.name }

    /// Registered by others, naming one whom the reader may trade for.
    private var offered: [RegisteredDeal] {
        deals.filter { mandate.principals.contains($0.counterparty) }
    }

    private var own: [RegisteredDeal] { deals.filter { mandate.seen.contains($0.owner) } }

    func write(to page: inout HTMLWriter) {
        page.subsection(.text(words(.dealsOffered))) { page in
            if offered.isEmpty {
                page.paragraph(.text(words(.noDealsOffered)))
            } else {
                page.put(table("offered-table", words(.dealsOffered), offered, isOwn: false))
            }
        }
        page.subsection(.text(words(.dealsOwn))) { page in
            if own.isEmpty {
                page.paragraph(.text(words(.noDealsOwn)))
            } else {
                page.put(table("own-table", words(.dealsOwn), own, isOwn: true))
            }
        }
    }

    private func table(
        _ id: String, _ caption: String, _ deals: [RegisteredDeal], isOwn: Bool
    ) -> DataTable {
        let whose = mandate.clients.isEmpty ? [] : [Column(words(.whose))]
        return DataTable(
            id: id, caption: caption,
            columns: [Column(words(.deal))] + whose + [
                Column(words(.counterparty)), Column(words(.instrument)),
                Column(words(.yourSide)), Column(words(.price), .number),
                Column(words(.quantity), unit: words(.lots), .number),
                Column(words(.value), .number), Column(words(.actions)),
            ],
            rows: deals.map { row($0, isOwn: isOwn) }, captionIsUnseen: true, words: words)
    }

    private func row(_ deal: RegisteredDeal, isOwn: Bool) -> [Inline] {
        let instrument = tables.scene.instrument(deal.instrument)
        let (mine, other) =
            isOwn ? (deal.owner, deal.counterparty) : (deal.counterparty, deal.owner)
        let buys = (deal.side == .buy) == isOwn
        return [.text(words.number(Int(clamping: deal.number)))]
            + (mandate.clients.isEmpty ? [] : [.code(mandate.code(mine))]) + [
                .sequence([.code(mandate.code(other)), .text(" " + name(other))]),
                tables.link(deal.instrument), .text(words(buys ? .buy : .sell)),
                tables.price(deal.price, instrument), .text(tables.figures.lots(deal.quantity)),
                instrument.flatMap { value(of: deal, $0) } ?? .gap(words(.noPrice)),
                isOwn
                    ? ([deal.owner, deal.sender].contains(mandate.own) ? withdrawal(deal) : "")
                    : instrument.map { confirmation(deal, $0) } ?? "",
            ]
    }

    private func name(_ firm: ParticipantIndex) -> String { mandate.firm(firm)?.name ?? "" }

    private func value(of deal: RegisteredDeal, _ instrument: Instrument) -> Inline? {
        let value = Int128(deal.price) * Int128(deal.quantity) * Int128(instrument.tickValue)
        return .text(tables.figures.money(value, instrument.currency))
    }

    // MARK: Buttons

    private func withdrawal(_ deal: RegisteredDeal) -> Inline {
        .markup(
            SafeHTML { page in
                page.element(
                    .form, class: "in-row", .methodPost,
                    .action(MarketPath.withdrawals(section).address)
                ) { page in
                    page.hidden("deal", String(deal.number))
                    page.element(
                        .button, .type(.submit),
                        .label(words(.withdrawDeal(words.number(Int(clamping: deal.number))))),
                        text: words(.takeBack))
                }
            })
    }

    /// The other side's word as a form: the same terms from this side.
    private func confirmation(_ deal: RegisteredDeal, _ instrument: Instrument) -> Inline {
        let sells = deal.side == .buy
        let fitting = receipts.filter {
            sells && $0.owner == deal.counterparty && $0.instrument == deal.instrument
                && $0.free >= deal.quantity
        }
        return .markup(
            SafeHTML { page in
                page.element(
                    .form, class: "in-row", .methodPost,
                    .action(MarketPath.deals(section).address)
                ) { page in
                    page.hidden("counterparty", mandate.code(deal.owner))
                    page.hidden("client", mandate.code(deal.counterparty))
                    page.hidden("instrument", instrument.code)
                    page.hidden("side", sells ? "sell" : "buy")
                    page.hidden("price", MarketFigures.price(deal.price, of: instrument))
                    page.hidden("lots", String(deal.quantity))
                    page.hidden("confirms", String(deal.number))
                    page.hidden("form", String(FormNumber.fresh()))
                    if !fitting.isEmpty { writeReceipts(fitting, deal, to: &page) }
                    page.element(
                        .button, .type(.submit),
                        .label(words(.confirmDeal(words.number(Int(clamping: deal.number))))),
                        text: words(.confirm))
                }
            })
    }

    private func writeReceipts(
        _ fitting: [Receipt], _ deal: RegisteredDeal, to page: inout HTMLWriter
    ) {
        let choice = ReceiptChoice(
            held: fitting, goods: tables.scene.instruments, mandate: mandate)
        page.element(
            .select,
            attributes: [.id("receipt-\(deal.number)"), .name("receipt"), .label(words(.receipt))]
        ) { page in
            for option in choice.options(words) {
                page.element(.option, .value(option.value), text: option.text)
            }
        }
        page.text(" ")
    }
}
