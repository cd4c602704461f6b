import Exchange
import Register
import TradingFloor

/// An order sent by the form.
enum SentOrder: MarketFormTaken {
    /// Whether an instrument is traded by orders.
    static func takes(_ instrument: Instrument) -> Bool {
        instrument.mode == .continuous || instrument.mode == .call
    }

    static func take(
        _ form: QueryParameters, _ context: MarketContext
    ) async throws -> PageResponse {
        let section = try context.section()
        let mandate = try context.mandate(in: section)
        let values = OrderValues(form)
        let receipts = try await section.read { state, _ in
            state.warehouseReceipts.filter { mandate.seen.contains($0.owner) }
        }
        switch entry(values, mandate, receipts, section, context.words) {
        case .failure(let wrong): return try await again(values, wrong.faults, context)
        case .success(let entry):
            let events = try await context.submit(.enter(entry), to: section)
            let refusal = events.first { $0.kind == .refused || $0.kind == .repeated }
            if let refusal, refusal.reason != .none {
                // The section remembers what it refused by its number: corrected, it is another
                // order.
                let faults = FormFaults(
                    form: OrderFields.form, context.words.refusal(refusal.reason))
                return try await again(values.renumbered, faults, context)
            }
            return .redirect(
                to: Address(
                    path: MarketPath.desk(section.name).text,
                    query: [("order", String(values.number))]
                ).text)
        }
    }

    private struct Wrong: Error {
        let faults: FormFaults
    }

    private static func entry(
        _ values: OrderValues, _ mandate: Mandate, _ receipts: [Receipt],
        _ section: SectionFloor, _ words: Catalogue
    ) -> Result<OrderEntry, Wrong> {
        guard let index = section.directory.instrument(values[.instrument]),
            case let instrument = section.directory.instruments[Int(index)], takes(instrument)
        else {
            var faults = FormFaults(form: OrderFields.form)
            faults.add(words(.wrongInstrument), at: .instrument)
            return .failure(Wrong(faults: faults))
        }
        var reading = OrderReading(values, instrument, words)
        let principal = mandate.principal(values[.client])
        if principal == nil { reading.add(words(.wrongClient), at: .client) }
        let order = reading.order()
        let receipt = reading.receipt(receipts)
        guard let principal, let order, reading.faults.isEmpty else {
            return .failure(Wrong(faults: reading.faults))
        }
        return .success(
            OrderEntry(
                sender: mandate.own, client: mandate.client(principal),
                clientOrder: values.number, instrument: index, receipt: receipt, order: order))
    }

    /// The desk again, with what was written and what is wrong with it.
    private static func again(
        _ values: OrderValues, _ faults: FormFaults, _ context: MarketContext
    ) async throws -> PageResponse {
        try await context.again { try await DeskPage($0, faults: faults, values: values) }
    }
}

/// An order taken back by a button of the desk.
enum Cancellation: MarketFormTaken {
    static func take(
        _ form: QueryParameters, _ context: MarketContext
    ) async throws -> PageResponse {
        let section = try context.section()
        let mandate = try context.mandate(in: section)
        guard let order = form["order"].flatMap({ UInt64($0) }), order > 0 else {
            throw BadParameter("order", .between(1...Int.max))
        }
        let events = try await context.submit(
            .cancel(OrderName(sender: mandate.own, order: order)), to: section)
        guard let refusal = events.first(where: { $0.kind == .cancelRefused }) else {
            return .redirect(to: MarketPath.desk(section.name).text)
        }
        let faults = FormFaults(context.words.refusal(refusal.reason))
        return try await context.again { try await DeskPage($0, faults: faults, values: nil) }
    }
}
