import Exchange
import TradingFloor

/// The form of an order: what every order has, and behind "further terms" what few have.
struct OrderFields: Component, EntryForm {
    /// What the ids of its fields begin with.
    static let form = "order"

    let section: String
    let instruments: [Instrument]
    let mandate: Mandate
    /// What a seller may put behind it.
    let receipts: ReceiptChoice
    let values: OrderValues
    var faults = FormFaults(form: Self.form)
    let words: Catalogue

    private var figures: MarketFigures { MarketFigures(words: words) }
    /// The one that the form is for, where it is for one.
    private var only: Instrument? { instruments.count == 1 ? instruments.first : nil }

    func write(to page: inout HTMLWriter) {
        guard !mandate.principals.isEmpty else {
            return page.paragraph(.text(words(.throughBroker(mandate.broker?.name ?? ""))))
        }
        page.element(
            .form, class: "filters order-form", .methodPost,
            .action(MarketPath.orders(section).address)
        ) { page in
            writePlain(to: &page)
            page.element(
                .details, class: "further", .open(values.hasFurtherTerms)
            ) { page in
                page.element(.summary, text: words(.furtherTerms))
                page.element(.p, class: "field-help", text: words(.furtherTermsHelp))
                page.element(.div, class: "further-fields") { writeFurther(to: &$0) }
            }
            page.hidden("order", String(values.number))
            page.element(.div, class: "field-send") { page in
                page.element(.button, .type(.submit), text: words(.sendOrder))
            }
        }
    }

    private func writePlain(to page: inout HTMLWriter) {
        page.put(
            PrincipalField(
                mandate: mandate, choices: mandate.principals, value: values[.client],
                faults: faults, words: words))
        if let only {
            page.hidden("instrument", only.code)
        } else {
            page.put(
                field(
                    .instrument, words(.instrument),
                    .choice(instruments.map { ($0.code, $0.code + ": " + $0.name) })))
        }
        page.put(
            field(
                .side, words(.side), .choice([("buy", words(.buy)), ("sell", words(.sell))])))
        page.put(
            field(
                .price,
                [words(.price), only.map { figures.unit(of: $0) }].compactMap(\.self)
                    .joined(separator: ", ")))
        page.put(
            field(
                .lots, [words(.quantity), words(.lots)].joined(separator: ", "),
                help: only.map { words(.lotIs(figures.goods(1, of: $0))) }, isRequired: true))
        page.put(
            field(
                .validity, words(.validityName),
                .choice(OrderValues.validities.map { ("\($0)", words(.validity($0))) })))
    }

    private func writeFurther(to page: inout HTMLWriter) {
        page.put(
            field(
                .kind, words(.kindName),
                .choice(OrderKind.allCases.map { ("\($0)", words(.orderKind($0))) }),
                help: words(.kindHelp)))
        page.put(field(.stop, words(.stopName), help: words(.stopHelp)))
        page.put(field(.protection, words(.protectionName), help: words(.protectionHelp)))
        page.put(field(.through, words(.throughName), .moment, help: words(.throughHelp)))
        page.put(field(.display, words(.displayName), help: words(.displayHelp)))
        page.put(field(.minimum, words(.minimumName), help: words(.minimumHelp)))
        if !receipts.held.isEmpty {
            page.put(
                field(
                    .receipt, words(.receipt), .choice(receipts.options(words)),
                    help: words(.receiptHelp)))
        }
        page.put(field(.allOrNone, words(.allOrNoneName), .mark, help: words(.allOrNoneHelp)))
        page.put(field(.postOnly, words(.postOnlyName), .mark, help: words(.postOnlyHelp)))
    }
}

/// Warehouse receipts as choices of a form; the first is to have none.
struct ReceiptChoice: Sendable {
    let held: [Receipt]
    /// The section's instruments by number.
    let goods: [Instrument]
    let mandate: Mandate

    func options(_ words: Catalogue) -> [(value: String, text: String)] {
        [("", words(.noReceipt))] + held.map { (String($0.number), text($0, words)) }
    }

    private func text(_ receipt: Receipt, _ words: Catalogue) -> String {
        let goods = Int(receipt.instrument) < goods.count ? goods[Int(receipt.instrument)].code : ""
        return words(
            .receiptOption(
                words.number(Int(clamping: receipt.number)),
                mandate.clients.isEmpty
                    ? goods : mandate.code(receipt.owner) + ", " + goods,
                MarketFigures(words: words).lots(receipt.free)))
    }
}
