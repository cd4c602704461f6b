import Exchange
import Register
import TradingFloor

/// What stands in the fields of an order.
struct OrderValues: Sendable {
    var instrument = ""
    var side = Side.buy
    var price = ""
    var lots = ""
    var validity = Validity.goodTillCancelled
    /// The sender's own number of the order: sent again, it is the same order.
    var number: UInt64

    /// The validities that the form offers.
    static let validities: [Validity] = [
        .goodTillCancelled, .day, .session, .immediateOrCancel, .fillOrKill,
    ]
    /// Numbers that any program can hold exactly.
    private static let numbers: ClosedRange<UInt64> = 1...(1 << 53)

    /// An empty form.
    init(fresh instrument: String) {
        self.instrument = instrument
        number = UInt64.random(in: Self.numbers)
    }

    /// The same under a new number.
    var renumbered: OrderValues {
        var values = self
        values.number = UInt64.random(in: Self.numbers)
        return values
    }

    /// What was sent; what can't be read is as in an empty form.
    init(_ form: QueryParameters) {
        instrument = form["instrument"] ?? ""
        side = form["side"] == "sell" ? .sell : .buy
        price = String((form["price"] ?? "").prefix(40))
        lots = String((form["lots"] ?? "").prefix(40))
        let name = form["validity"]
        validity = Self.validities.first { "\($0)" == name } ?? .goodTillCancelled
        let sent = form["order"].flatMap { UInt64($0) }
        number =
            sent.flatMap { Self.numbers.contains($0) ? $0 : nil }
            ?? UInt64.random(in: Self.numbers)
    }
}

/// The fields of a limit order.
struct OrderFields: Component {
    let section: String
    let instruments: [Instrument]
    let values: OrderValues
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        page.element(
            .form, class: "filters order-form", .methodPost,
            .action(MarketPath.orders(section).address)
        ) { page in
            if let only = instruments.first, instruments.count == 1 {
                page.void(.input, .type(.hidden), .name("instrument"), .value(only.code))
            } else {
                write(
                    "instrument", words(.instrument), values.instrument,
                    instruments.map { ($0.code, $0.code + ": " + $0.name) }, to: &page)
            }
            write(
                "side", words(.side), values.side == .buy ? "buy" : "sell",
                [("buy", words(.buy)), ("sell", words(.sell))], to: &page)
            let unit = instruments.count == 1 ? instruments.first : nil
            write(
                "price",
                [
                    words(.price), unit.map { MarketFigures(words: words).unit(of: $0) },
                ].compactMap(\.self).joined(separator: ", "), values.price, to: &page)
            let lot = unit.map { words(.lotIs(MarketFigures(words: words).goods(1, of: $0))) }
            write(
                "lots",
                [words(.quantity), words(.lots)].joined(separator: ", ") + (lot ?? ""),
                values.lots, to: &page)
            write(
                "validity", words(.validityName), "\(values.validity)",
                OrderValues.validities.map { ("\($0)", words(.validity($0))) }, to: &page)
            page.void(
                .input, .type(.hidden), .name("order"), .value(String(values.number)))
            page.element(.button, .type(.submit), text: words(.sendOrder))
        }
    }

    private func write(
        _ name: String, _ label: String, _ value: String, to page: inout HTMLWriter
    ) {
        page.element(.div, class: "field") { page in
            page.element(.label, .for("order-" + name), text: label)
            page.void(
                .input, .type(.text), .id("order-" + name), .name(name), .value(value),
                .numeric, .required, .maxlength(40), .autocomplete(false))
        }
    }

    private func write(
        _ name: String, _ label: String, _ chosen: String,
        _ options: [(value: String, text: String)], to page: inout HTMLWriter
    ) {
        page.element(.div, class: "field") { page in
            page.element(.label, .for("order-" + name), text: label)
            page.element(.select, .id("order-" + name), .name(name)) { page in
                for option in options {
                    page.element(
                        .option, .value(option.value), .selected(option.value == chosen),
                        text: option.text)
                }
            }
        }
    }
}

/// A limit order sent by the form.
enum SentOrder: MarketFormTaken {
    /// Whether an instrument is traded by orders.
    static func takes(_ instrument: Instrument) -> Bool {
        instrument.mode == .continuous || instrument.mode == .call
    }

    static func take(
        _ form: QueryParameters, _ context: MarketContext
    ) async throws -> PageResponse {
        let section = try context.section()
        let visitor = try context.visitor(to: section)
        guard let participant = visitor.participant else { throw MarketDenial.notAllowed }
        let values = OrderValues(form)
        let words = context.words
        guard let index = section.directory.instrument(values.instrument),
            case let instrument = section.directory.instruments[Int(index)], takes(instrument)
        else {
            return try await again(values, [words(.wrongInstrument)], section, context)
        }
        let price = MarketFigures.ticks(values.price, of: instrument)
        let lots = Int64(values.lots.filter { !" \u{A0}\u{202F}".contains($0) })
        var faults: [String] = []
        if price.map({ $0 <= 0 }) ?? true {
            let tick = MarketFigures(words: words).price(1, of: instrument)
            faults.append(
                words(.wrongPrice(tick, MarketFigures(words: words).unit(of: instrument))))
        }
        if lots.map({ $0 <= 0 }) ?? true { faults.append(words(.wrongLots)) }
        guard let price, let lots, faults.isEmpty else {
            return try await again(values, faults, section, context)
        }
        let entry = OrderEntry(
            sender: participant, clientOrder: values.number, instrument: index,
            order: NewOrder(
                id: 0, side: values.side, price: price, quantity: lots,
                validity: values.validity))
        let events = try await context.submit(.enter(entry), to: section)
        let refusal = events.first { $0.kind == .refused || $0.kind == .repeated }
        if let refusal, refusal.reason != .none {
            // The section remembers what it refused by its number: corrected, it is another order.
            return try await again(
                values.renumbered, [words.refusal(refusal.reason)], section, context)
        }
        return .redirect(
            to: Address(
                path: MarketPath.desk(section.name).text,
                query: [("order", String(values.number))]
            ).text)
    }

    /// The desk again, with what was written and what is wrong with it.
    private static func again(
        _ values: OrderValues, _ faults: [String], _ section: SectionFloor,
        _ context: MarketContext
    ) async throws -> PageResponse {
        let desk = try await DeskPage(context, faults: faults, values: values)
        var response = try context.page.register.reading { try desk.response() }
        response.status = 422
        return response
    }
}

/// An order taken back by a button of the desk.
enum Cancellation: MarketFormTaken {
    static func take(
        _ form: QueryParameters, _ context: MarketContext
    ) async throws -> PageResponse {
        let section = try context.section()
        let visitor = try context.visitor(to: section)
        guard let participant = visitor.participant else { throw MarketDenial.notAllowed }
        guard let order = form["order"].flatMap({ UInt64($0) }), order > 0 else {
            throw BadParameter("order", .between(1...Int.max))
        }
        let events = try await context.submit(
            .cancel(OrderName(sender: participant, order: order)), to: section)
        guard let refusal = events.first(where: { $0.kind == .cancelRefused }) else {
            return .redirect(to: MarketPath.desk(section.name).text)
        }
        let desk = try await DeskPage(
            context, faults: [context.words.refusal(refusal.reason)], values: nil)
        var response = try context.page.register.reading { try desk.response() }
        response.status = 422
        return response
    }
}
