import Exchange
import Testing

/// The section's ledger beside the slow reference: answers, balances, contracts after every command.
@Suite struct ClearingReferenceTests {
    private static let rates: [(deposit: Int64, fee: Int64)] = [
        (1_000, 10), (2_500, 33), (1_000, 10), (2_500, 33),
    ]
    private static let currency = RecordedCurrency.rouble

    private struct Pair: ~Copyable {
        static let limits = SectionLimits(orders: 4_096, ordersPerBook: 512, instruments: 2)

        var section = Section(Pair.limits)
        var reference = ReferenceClearing(rates: ClearingReferenceTests.rates, tick: 7)
        var events = SectionEvents()
        var random: SeededRandom
        var time: Int64 = 0
        var sent: UInt64 = 0
        var voucher: UInt64 = 0
        /// The owner of each order, by its client order.
        var owners: [UInt64: Int] = [:]

        init(seed: UInt64) {
            random = SeededRandom(seed: seed)
            let day: Int64 = 1 << 37
            let instrument = Instrument(
                code: "X", name: "X", commodity: RecordName("x"), lotSize: ExactDecimal(1),
                unit: "t", tickValue: 7, tickSize: ExactDecimal(1),
                currency: ClearingReferenceTests.currency,
                basis: Basis(rule: .exw, place: "", region: RecordName("x")),
                deadlines: ContractTerms(
                    signing: day, payment: day, shipment: day, acceptance: day, claims: day),
                resident: Rates(deposit: 1_000, fee: 10),
                nonResident: Rates(deposit: 2_500, fee: 33))
            apply(.list(instrument))
            for firm in 0..<4 {
                apply(
                    .admit(
                        Participant(
                            code: "F\(firm)", name: "", organisation: RecordName("x"),
                            isResident: firm % 2 == 0)))
            }
            apply(.enterPhase(nil, .continuous))
        }

        mutating func apply(_ action: SectionAction) {
            events.removeAll()
            section.apply(SectionCommand(time: Instant(time), action: action), into: &events)
        }

        /// Goes on with a section restored from a snapshot; the fault if that can't be.
        mutating func restart() -> String? {
            let hash = section.stateHash
            do throws(StateError) {
                section = try Section(Self.limits, restoring: section.snapshot())
            } catch {
                return "\(error)"
            }
            return section.stateHash == hash ? nil : "another state after a restart"
        }

        /// The reason of the last command's refusal, if it was refused.
        var refusal: String? {
            guard events.count > 0 else { return nil }
            let event = events[0]
            let kinds: [SectionEventKind] = [
                .refused, .replaceRefused, .commandRefused, .cancelRefused,
            ]
            return kinds.contains(event.kind) ? event.reason.name : nil
        }
    }

    @Test func balancesAndContractsAreThoseOfTheReference() {
        for seed in 1...UInt64(Scale.runs) {
            var pair = Pair(seed: seed)
            for step in 0..<Scale.commands {
                let (told, wanted) = Self.step(&pair)
                var found = Self.difference(pair)
                if step % 64 == 63, let fault = pair.restart() { found = fault }
                guard told == wanted && found == nil else {
                    Issue.record(
                        "seed \(seed), step \(step): \(told ?? "done") / \(wanted ?? "done"); \(found ?? "")"
                    )
                    return
                }
            }
            #expect(pair.section.checkInvariants().isEmpty, "seed \(seed)")
            #expect(pair.section.contractsMade.all > 0, "seed \(seed)")
        }
    }

    /// One random command to both; what each says of it.
    private static func step(_ pair: inout Pair) -> (String?, String?) {
        pair.time += 1
        let owner = Int.random(in: 0..<4, using: &pair.random)
        let firm = ParticipantIndex(owner + 1)
        switch Int.random(in: 0..<100, using: &pair.random) {
        case ..<10: return pay(&pair, owner, firm)
        case ..<60: return enter(&pair, owner, firm)
        case ..<72:
            let id = UInt64.random(in: 0...pair.sent, using: &pair.random)
            guard let owner = pair.owners[id] else { return (nil, nil) }
            pair.apply(
                .cancel(OrderName(sender: ParticipantIndex(owner + 1), clientOrder: id)))
            let stands = pair.reference.orders[id] != nil
            pair.reference.cancel(id)
            return (pair.refusal, stands ? nil : "orderGone")
        case ..<86: return replace(&pair)
        case ..<94: return contract(&pair)
        default:
            if pair.section.phase(0) == .call {
                pair.apply(.uncross(nil, reference: nil, then: .continuous))
                pair.reference.uncross()
            } else {
                pair.apply(.enterPhase(nil, .call))
                pair.reference.enter(.call)
            }
            return (nil, nil)
        }
    }

    private static func pay(
        _ pair: inout Pair, _ owner: Int, _ firm: ParticipantIndex
    ) -> (String?, String?) {
        let amount = Int64.random(in: 1...20_000, using: &pair.random)
        pair.voucher += 1
        let payment = Payment(
            voucher: pair.voucher, participant: firm, currency: currency, amount: amount)
        guard pair.random.chance(40) else {
            pair.apply(.payIn(payment))
            pair.reference.pay(owner, amount)
            return (pair.refusal, nil)
        }
        pair.apply(.payOut(payment))
        guard pair.reference.owed[owner] == 0 else { return (pair.refusal, "feesInArrears") }
        let covers = pair.reference.free(owner) >= amount
        if covers { pair.reference.wealth[owner] -= amount }
        return (pair.refusal, covers ? nil : "insufficientDeposit")
    }

    private static func enter(
        _ pair: inout Pair, _ owner: Int, _ firm: ParticipantIndex
    ) -> (String?, String?) {
        pair.sent += 1
        pair.owners[pair.sent] = owner
        var order = NewOrder(
            id: pair.sent, side: pair.random.chance(50) ? .buy : .sell,
            price: Int64.random(in: 90...110, using: &pair.random),
            quantity: Int64.random(in: 1...40, using: &pair.random))
        order.participant = firm
        if pair.random.chance(20) { order.validity = .immediateOrCancel }
        if pair.random.chance(10) { order.validity = .fillOrKill }
        if pair.random.chance(15) && !order.validity.isImmediate { order.display = 1 }
        pair.apply(
            .enter(
                OrderEntry(sender: firm, clientOrder: pair.sent, instrument: 0, order: order)))
        return (pair.refusal, pair.reference.enter(order, owner))
    }

    private static func replace(_ pair: inout Pair) -> (String?, String?) {
        let id = UInt64.random(in: 0...pair.sent, using: &pair.random)
        guard let owner = pair.owners[id] else { return (nil, nil) }
        let price = Int64.random(in: 90...110, using: &pair.random)
        let quantity = Int64.random(in: 1...40, using: &pair.random)
        pair.apply(
            .replace(
                OrderReplacement(
                    name: OrderName(sender: ParticipantIndex(owner + 1), clientOrder: id),
                    price: price, quantity: quantity)))
        return (pair.refusal, pair.reference.replace(id, price, quantity))
    }

    private static func contract(_ pair: inout Pair) -> (String?, String?) {
        guard !pair.reference.deals.isEmpty else { return (nil, nil) }
        let deal = Int.random(in: 0..<pair.reference.deals.count, using: &pair.random)
        guard !pair.reference.deals[deal].isOver,
            let contract = pair.section.contract(UInt64(deal) + 1)
        else { return (nil, nil) }
        if pair.random.chance(50) {
            let buyerFails = pair.random.chance(50)
            pair.apply(
                .step(
                    contract: contract.number, buyerFails ? .defaultOfBuyer : .defaultOfSeller,
                    by: 0))
            pair.reference.fail(deal, side: buyerFails ? 0 : 1)
            return (pair.refusal, nil)
        }
        // Who is on both sides speaks twice.
        for party in [contract.buyer, contract.seller] {
            pair.apply(.step(contract: contract.number, .endByAgreement, by: party))
        }
        pair.reference.end(deal)
        return (pair.refusal, nil)
    }

    /// What differs between the two; nil if nothing does.
    private static func difference(_ pair: borrowing Pair) -> String? {
        for owner in 0..<4 {
            let firm = ParticipantIndex(owner + 1)
            var got: [Int64] = [0, 0, 0, 0]
            if let money = pair.section.balances(of: firm).first {
                got = [money.free, money.blocked, money.security, money.owed]
            }
            let wanted: [Int64] = [
                pair.reference.free(owner), pair.reference.blocked(owner),
                pair.reference.security(owner), pair.reference.owed[owner],
            ]
            if got != wanted { return "firm \(firm) has \(got), should have \(wanted)" }
        }
        let made = Int(pair.section.contractsMade.all)
        guard made == pair.reference.deals.count else {
            return "\(made) contracts, should be \(pair.reference.deals.count)"
        }
        guard let last = pair.reference.deals.last,
            let contract = pair.section.contract(UInt64(made))
        else { return nil }
        let sides = [contract.buyer, contract.seller].map { Int($0) - 1 }
        guard sides == last.sides.map(\.owner) else { return "other sides of contract \(made)" }
        if last.isOver { return nil }
        let isSame =
            contract.buyerSecurity == last.sides[0].security
            && contract.sellerSecurity == last.sides[1].security
            && contract.buyerFee == last.sides[0].fee && contract.sellerFee == last.sides[1].fee
        return isSame ? nil : "other securities or fees of contract \(made)"
    }
}
