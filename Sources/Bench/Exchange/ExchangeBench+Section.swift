import Exchange
import Foundation

extension ExchangeBench {
    /// A section's replay: orders and cancellations of 64 firms in one book, with client orders,
    /// admission, deposits, fees, contracts and all events, one thread. Two flows: L (limit orders
    /// that meet, a contract for nearly every second one) and F's orders and cancellations with
    /// the mid price at rest.
    static func section(repetitions: Int = 5) {
        let ladder = MarketFlow.ladder(count: 1_000_000, seed: seed)
        let market = MarketFlow.market(.still, count: 2_000_000, seed: seed)
        for (name, flow) in [("flow L", ladder), ("flow F static", market)] {
            for isGrouped in [false, true] {
                let commands = sectionCommands(flow)
                measureSection(
                    isGrouped ? "\(name), self-trade prevention" : name, commands, repetitions,
                    isGrouped: isGrouped)
            }
        }
    }

    private static let firms: UInt32 = 64

    /// The flow as commands of firms in turn, a thousand a millisecond.
    private static func sectionCommands(_ flow: [MarketMessage]) -> [SectionCommand] {
        flow.enumerated().map { place, message in
            let firm = UInt32(message.id % UInt64(firms)) + 1
            let name = OrderName(sender: firm, clientOrder: message.id / UInt64(firms) + 1)
            let time = Instant(1_800_000_000_000 + Int64(place / 1_000))
            switch message.kind {
            case .limit, .immediate:
                let order = NewOrder(
                    id: 0, side: message.isSell ? .sell : .buy, price: message.price,
                    quantity: message.quantity,
                    validity: message.kind == .immediate ? .immediateOrCancel : .day)
                let entry = OrderEntry(
                    sender: firm, clientOrder: name.clientOrder, instrument: 0, order: order)
                return SectionCommand(time: time, action: .enter(entry))
            case .cancel: return SectionCommand(time: time, action: .cancel(name))
            case .replace:
                let replacement = OrderReplacement(
                    name: name, request: UInt64(place) + 1, price: message.price,
                    quantity: message.quantity)
                return SectionCommand(time: time, action: .replace(replacement))
            }
        }
    }

    private static func openSection(_ events: inout SectionEvents, isGrouped: Bool) -> Section {
        var section = Section(SectionLimits(orders: 1 << 21, ordersPerBook: 1 << 20))
        guard let currency = CurrencyCode("RUB") else { return section }
        let day: Int64 = 86_400_000
        let instrument = Instrument(
            code: "MILK", name: "Raw milk", commodity: RecordName("commodity/milk"),
            lotSize: ExactDecimal(1), unit: "t", tickValue: 1, tickSize: ExactDecimal(1, scale: 2),
            currency: currency,
            basis: Basis(rule: .exw, place: "", region: RecordName("place/ru/karelia")),
            deadlines: ContractTerms(
                signing: day, payment: day, shipment: day, acceptance: day, claims: day),
            resident: Rates(deposit: 500, fee: 10), nonResident: Rates(deposit: 1_000, fee: 20))
        var actions: [SectionAction] = [.list(instrument)]
        for number in 1...firms {
            let firm = Participant(
                code: "F\(number)", name: "Firm \(number)",
                organisation: RecordName("organisation/f\(number)"),
                isResident: number % 2 == 0, selfTrade: isGrouped ? .cancelOldest : nil)
            let payment = Payment(
                voucher: UInt64(number), participant: number, currency: currency,
                amount: 1 << 50)
            actions += [.admit(firm), .payIn(payment)]
        }
        actions.append(.enterPhase(nil, .continuous))
        for action in actions {
            section.apply(SectionCommand(time: Instant(0), action: action), into: &events)
        }
        events.removeAll()
        return section
    }

    private static func measureSection(
        _ name: String, _ commands: [SectionCommand], _ repetitions: Int, isGrouped: Bool
    ) {
        var (best, processor) = (Double.infinity, Double.infinity)
        var (deals, count) = (0, 0)
        var hash: UInt64 = 0
        for _ in 0..<repetitions {
            var events = SectionEvents()
            var section = openSection(&events, isGrouped: isGrouped)
            (deals, count) = (0, 0)
            let before = processorSeconds()
            let took = ContinuousClock().measure {
                let all = commands.span
                for place in all.indices {
                    section.apply(all[place], into: &events)
                    count += events.count
                    for position in 0..<events.count where events[position].kind == .dealt {
                        deals += 1
                    }
                    events.removeAll()
                }
            }
            best = min(best, took / .seconds(1))
            processor = min(processor, processorSeconds() - before)
            hash = section.contractsMade.all
        }
        let millions = Double(commands.count) / 1e6
        print(
            String(
                format:
                    "section, %@: %.2f million commands/s, %.2f by processor time (goal 3); "
                    + "%d events, %d deals, %llu contracts", name, millions / best,
                millions / processor, count, deals, hash))
    }
}
