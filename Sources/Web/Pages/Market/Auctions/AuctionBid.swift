import Exchange
import TradingFloor

/// An act in an auction, sent by one of the forms of its page.
enum AuctionBid: MarketFormTaken {
    static func take(
        _ form: QueryParameters, _ context: MarketContext
    ) async throws -> PageResponse {
        let section = try context.section()
        let mandate = try context.mandate(in: section)
        let number = try context.number()
        var values = BidValues(form)
        guard let act = values.act else {
            throw BadParameter("act", .choice(BidAct.allCases.map(\.rawValue)))
        }
        let (wanted, faults) = try await reading(values, act, number, mandate, section, context)
        guard let wanted else { return try await again(values, faults, context) }
        let events = try await context.submitOnce(
            .auction(number, wanted.act, by: mandate.own, client: wanted.client),
            form: values.number, to: section)
        if let refusal = events.first(where: { $0.kind.isRefusal }) {
            values.number = FormNumber.fresh()
            let refused = FormFaults(form: act.rawValue, context.words.refusal(refusal.reason))
            return try await again(values, refused, context)
        }
        return .redirect(to: target(of: number, values, events, mandate, section))
    }

    /// Where it leads: who has bought or sold by it is shown the contract, as the auction may be over.
    private static func target(
        of number: UInt64, _ values: BidValues, _ events: [SectionEvent], _ mandate: Mandate,
        _ section: SectionFloor
    ) -> String {
        let sold = events.first {
            $0.kind == .lotSold && $0.order == number
                && (mandate.seen.contains($0.participant)
                    || mandate.seen.contains($0.counterparty))
        }
        if let sold {
            return MarketPath.contract(String(sold.subject), of: section.name).text
        }
        return MarketPath.auction(String(number), of: section.name).text
            + "?sent=\(values.number)"
    }

    /// The act that was meant and for whom; nil with what is wrong.
    private static func reading(
        _ values: BidValues, _ act: BidAct, _ number: UInt64, _ mandate: Mandate,
        _ section: SectionFloor, _ context: MarketContext
    ) async throws -> ((act: AuctionAct, client: ParticipantIndex)?, FormFaults) {
        let words = context.words
        let stances = try await AuctionStances(number, mandate, section, at: context.now)
        let found = try await section.read { state, _ in
            state.instrument(of: .auction(number))
        }
        guard let stances, let found else {
            throw MarketDenial.noAuction(section: section.name)
        }
        var reading = FormReading(
            words: words, instrument: section.directory.instruments[Int(found)],
            faults: FormFaults(form: act.rawValue))
        guard let principal = mandate.principal(values.client) else {
            reading.faults.add(
                mandate.principals.isEmpty
                    ? words(.throughBroker(mandate.broker?.name ?? "")) : words(.wrongClient),
                at: mandate.principals.isEmpty ? nil : .client)
            return (nil, reading.faults)
        }
        let stance = stances.principals.first { $0.participant == principal }
        let wanted = wanted(act, values, stance, words, &reading)
        guard let wanted, reading.faults.isEmpty else { return (nil, reading.faults) }
        return ((wanted, mandate.client(principal)), reading.faults)
    }

    private static func wanted(
        _ act: BidAct, _ values: BidValues, _ stance: AuctionStance?, _ words: Catalogue,
        _ reading: inout FormReading
    ) -> AuctionAct? {
        switch act {
        case .bid: return reading.price(values.price).map { .bid($0) }
        case .seal: return reading.price(values.price).map { .seal($0) }
        case .improve: return reading.price(values.price).map { .improve($0) }
        case .retract: return .retract
        case .withdraw: return .withdraw
        case .take:
            let (price, lots) = (reading.price(values.price), reading.lots(values.lots))
            guard let price, let lots else { return nil }
            return .take(price, lots)
        case .buyNow:
            // For the exchange this is a bid at the offered price: where the offer is gone it would
            // bind as a plain bid, which isn't what was asked for.
            let isOffered = stance?.chances.contains { chance in
                if case .buyNow(let ticks) = chance {
                    return reading.price(values.price) == ticks
                }
                return false
            }
            guard isOffered == true else {
                reading.faults.add(words(.buyNowGone))
                return nil
            }
            return reading.price(values.price).map { .bid($0) }
        }
    }

    private static func again(
        _ values: BidValues, _ faults: FormFaults, _ context: MarketContext
    ) async throws -> PageResponse {
        try await context.again {
            try await AuctionPage($0, faults: faults, values: values)
        }
    }
}
