internal import Exchange

extension Clients {
    mutating func order(
        _ errand: Errand, _ firm: ParticipantIndex, _ section: borrowing Section
    ) -> (ParticipantIndex, SectionAction) {
        var order = NewOrder(
            id: 0, side: chance.happens(500) ? .buy : .sell, price: price(), quantity: quantity())
        if chance.happens(150) { order.validity = .immediateOrCancel }
        if errand == .specialOrder { specialise(&order, section) }
        let broker = section.participants[Int(firm)].broker
        let sender = broker == 0 ? firm : broker
        let last = lastOrder[sender, default: 0]
        // Numbers needn't be in sequence.
        let number = chance.happens(30) ? last &+ chance.number(1...1 << 50) : last + 1
        if number > last { lastOrder[sender] = min(number, 1 << 60) }
        var entry = OrderEntry(
            sender: sender, client: broker == 0 ? 0 : firm, clientOrder: number,
            instrument: instrument([.continuous, .call], section), order: order)
        if errand == .coveredOrder { cover(&entry, section) }
        return (entry.sender, .enter(entry))
    }

    /// A sale on a receipt that its owner has.
    private mutating func cover(_ entry: inout OrderEntry, _ section: borrowing Section) {
        let receipts = section.warehouseReceipts.filter { $0.free > 0 }
        guard !receipts.isEmpty else { return }
        let receipt = chance.one(of: receipts)
        let broker = section.participants[Int(receipt.owner)].broker
        let sender = broker == 0 ? receipt.owner : broker
        let last = lastOrder[sender, default: 0]
        lastOrder[sender] = last + 1
        entry.sender = sender
        entry.client = broker == 0 ? 0 : receipt.owner
        entry.clientOrder = last + 1
        entry.instrument = receipt.instrument
        entry.receipt = receipt.number
        entry.order.side = chance.happens(950) ? .sell : .buy
        entry.order.quantity = chance.number(1...receipt.free)
    }

    private mutating func specialise(_ order: inout NewOrder, _ section: borrowing Section) {
        order.kind = chance.one(of: OrderKind.allCases)
        if order.kind != .limit && order.kind != .stopLimit && chance.happens(900) {
            order.price = 0
        }
        if order.kind == .stop || order.kind == .stopLimit { order.stop = price() }
        if order.kind == .market || order.kind == .stop {
            order.protection = chance.number(0...temper.spread)
        }
        if chance.happens(400) { order.validity = chance.one(of: Validity.allCases) }
        if order.validity == .goodTillDate {
            let ahead = chance.number(Int64(-10)...chance.one(of: [100, 100_000, 90_000_000]))
            order.date = UInt64(max(0, section.clock.rawValue + ahead))
        }
        if chance.happens(200) { order.display = chance.number(1...order.quantity) }
        if chance.happens(100) { order.minimum = chance.number(1...order.quantity) }
        if chance.happens(150) { order.conditions.insert(.allOrNone) }
        if chance.happens(100) { order.conditions.insert(.postOnly) }
    }

    /// An order of a firm, one that stands if possible; sometimes any.
    mutating func name(_ firm: ParticipantIndex, _ section: borrowing Section) -> OrderName {
        let own = section.openOrders(of: firm)
        guard chance.happens(950) else {
            return OrderName(sender: firm, clientOrder: chance.number(1...40))
        }
        let all = own.isEmpty ? section.openOrders() : own
        guard !all.isEmpty else { return OrderName(sender: firm, clientOrder: 1) }
        let order = chance.one(of: all)
        if chance.happens(300) { return OrderName(sender: firm, order: order.number) }
        return OrderName(sender: order.sender, clientOrder: order.clientOrder)
    }

    mutating func replacement(
        _ firm: ParticipantIndex, _ section: borrowing Section
    ) -> SectionAction {
        lastRequest += 1
        return .replace(
            OrderReplacement(
                name: name(firm, section), request: chance.happens(200) ? 0 : lastRequest,
                price: price(), quantity: quantity()))
    }

    /// What no client that works would send.
    mutating func nonsense(_ section: borrowing Section) -> SectionAction {
        // An order's id, participant and group are the section's to set, so no journal keeps them.
        let wild: [Int64] = [.min, -1, 0, 1, 1 << 40, 1 << 41, 1 << 62, .max]
        var order = NewOrder(
            id: 0, side: .sell, kind: chance.one(of: OrderKind.allCases),
            price: chance.one(of: wild), quantity: chance.one(of: wild))
        order.display = chance.one(of: wild)
        order.validity = chance.one(of: Validity.allCases)
        order.date = chance.next()
        let far = UInt32(truncatingIfNeeded: chance.one(of: wild))
        let currency = CurrencyCode("XTS") ?? House.currencies[0]
        switch chance.number(0...9) {
        case 0:
            return .enter(
                OrderEntry(
                    sender: chance.happens(500) ? 1 : far, client: far, clientOrder: chance.next(),
                    instrument: chance.happens(500) ? 0 : far, receipt: 1 << 40, order: order))
        case 1:
            return .enter(
                OrderEntry(sender: 1, clientOrder: 1 << 61, instrument: 0, order: order))
        case 2:
            return .payIn(
                Payment(
                    voucher: 0, participant: far, currency: currency, amount: chance.one(of: wild)))
        case 3:
            return .payOut(
                Payment(
                    voucher: 0, participant: 1, currency: currency, amount: chance.one(of: wild)))
        case 4:
            return .registerDeal(
                DealProposal(
                    sender: 1, client: far, side: .buy, counterparty: far, instrument: far,
                    price: chance.one(of: wild), quantity: chance.one(of: wild), receipt: 7))
        case 5:
            return .withdrawReceipt(
                owner: 1, receipt: chance.number(0...9), quantity: chance.one(of: wild))
        case 6: return .step(contract: chance.next(), .sign, by: far)
        case 7: return .auction(chance.next(), .bid(chance.one(of: wild)), by: 1, client: far)
        case 8: return .cancel(OrderName(sender: far, order: chance.next()))
        default: return .alterParticipant(far, section.participants[0])
        }
    }
}
