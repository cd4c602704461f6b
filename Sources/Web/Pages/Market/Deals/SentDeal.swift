import Exchange
import TradingFloor

/// One side of a negotiated deal, registered by the form, or by the button that says the same as the
/// other side.
enum SentDeal: MarketFormTaken {
    /// Whether an instrument's deals may be negotiated.
    static func takes(_ instrument: Instrument) -> Bool {
        instrument.mode == .negotiated || SentOrder.takes(instrument)
    }

    static func take(
        _ form: QueryParameters, _ context: MarketContext
    ) async throws -> PageResponse {
        let section = try context.section()
        let mandate = try context.mandate(in: section)
        let values = DealValues(form)
        let receipts = try await section.read { state, _ in
            state.warehouseReceipts.filter { mandate.seen.contains($0.owner) }
        }
        var faults = FormFaults(form: DealFields.form)
        let proposal = proposal(values, mandate, receipts, section, context.words, &faults)
        guard let proposal else {
            return try await again(values, faults, context)
        }
        if let confirmed = form["confirms"], !context.wasSent(form: values.number),
            !(try await waits(confirmed, proposal, section))
        {
            let gone = FormFaults(
                form: DealFields.form, context.words.refusal(SectionReason(.unknownProposal)))
            return try await again(values.renumbered, gone, context)
        }
        let events = try await context.submitOnce(
            .registerDeal(proposal), form: values.number, to: section)
        if let refusal = events.first(where: { $0.kind == .commandRefused }) {
            let refused = FormFaults(
                form: DealFields.form, context.words.refusal(refusal.reason))
            return try await again(values.renumbered, refused, context)
        }
        return .redirect(
            to: MarketPath.deals(section.name).text + "?sent=\(values.number)")
    }

    /// Whether the deal that a button confirms still waits with the terms that were shown; else the
    /// click would offer a deal of the reader's own.
    private static func waits(
        _ number: String, _ proposal: DealProposal, _ section: SectionFloor
    ) async throws -> Bool {
        let principal = proposal.client == 0 ? proposal.sender : proposal.client
        return try await section.read { state, _ in
            state.registeredDeals(of: [principal]).contains {
                String($0.number) == number && $0.owner == proposal.counterparty
                    && $0.counterparty == principal && $0.instrument == proposal.instrument
                    && $0.side != proposal.side && $0.price == proposal.price
                    && $0.quantity == proposal.quantity
            }
        }
    }

    private static func proposal(
        _ values: DealValues, _ mandate: Mandate, _ receipts: [Receipt], _ section: SectionFloor,
        _ words: Catalogue, _ faults: inout FormFaults
    ) -> DealProposal? {
        let principal = mandate.principal(values[.client])
        if principal == nil { faults.add(words(.wrongClient), at: .client) }
        let counterparty = mandate.anyFirm(values[.counterparty].uppercased())
        if counterparty == nil || counterparty == principal {
            faults.add(words(.wrongFirm), at: .counterparty)
        }
        guard let index = section.directory.instrument(values[.instrument]),
            case let instrument = section.directory.instruments[Int(index)], takes(instrument)
        else {
            faults.add(words(.wrongInstrument), at: .instrument)
            return nil
        }
        let side: Side? =
            values[.side] == "buy" ? .buy : values[.side] == "sell" ? .sell : nil
        if side == nil { faults.add(words(.wrongSide), at: .side) }
        var reading = FormReading(words: words, instrument: instrument, faults: faults)
        let price = reading.price(values[.price])
        let lots = reading.lots(values[.lots])
        let receipt = reading.receipt(values[.receipt], of: receipts)
        faults = reading.faults
        guard faults.isEmpty, let principal, let counterparty, let side, let price, let lots else {
            return nil
        }
        return DealProposal(
            sender: mandate.own, client: mandate.client(principal), side: side,
            counterparty: counterparty, instrument: index, price: price, quantity: lots,
            receipt: receipt)
    }

    private static func again(
        _ values: DealValues, _ faults: FormFaults, _ context: MarketContext
    ) async throws -> PageResponse {
        try await context.again { try await DealsPage($0, faults: faults, values: values) }
    }
}

/// A registered deal taken back by its button.
enum DealWithdrawal: MarketFormTaken {
    static func take(
        _ form: QueryParameters, _ context: MarketContext
    ) async throws -> PageResponse {
        let section = try context.section()
        let mandate = try context.mandate(in: section)
        guard let deal = form["deal"].flatMap({ UInt64($0) }), deal > 0 else {
            throw BadParameter("deal", .between(1...Int.max))
        }
        let events = try await context.submit(.withdrawDeal(mandate.own, deal), to: section)
        guard let refusal = events.first(where: { $0.kind == .commandRefused }) else {
            return .redirect(to: MarketPath.deals(section.name).text)
        }
        let faults = FormFaults(context.words.refusal(refusal.reason))
        return try await context.again { try await DealsPage($0, faults: faults, values: nil) }
    }
}
