internal import Exchange

extension Auditor {
    mutating func accept(
        _ event: SectionEvent, _ action: SectionAction
    ) throws(Finding) {
        guard case .enter(let entry) = action, entry.clientOrder == event.counter,
            entry.sender == event.counterparty
        else { throw wrong("orders", event, "nobody sent this order") }
        let key = ClientKey(sender: entry.sender, number: entry.clientOrder)
        guard remembered[key] == nil else {
            throw wrong("once", event, "client order \(entry.clientOrder) was sent before")
        }
        guard orders[event.order] == nil else {
            throw wrong("orders", event, "an order of this number stands")
        }
        let owner = entry.client == 0 ? entry.sender : entry.client
        guard event.participant == owner, event.instrument == entry.instrument,
            event.side == entry.order.side, event.quantity == entry.order.quantity
        else { throw wrong("orders", event, "it isn't what was sent") }
        let participant = try participant(owner)
        let isPriced = entry.order.kind == .limit || entry.order.kind == .stopLimit
        if isPriced && event.price != entry.order.price {
            throw wrong("orders", event, "it isn't the limit that was sent")
        }
        arrivals += 1
        let fact = OrderFact(
            number: event.order, owner: owner, sender: entry.sender,
            clientOrder: entry.clientOrder, instrument: entry.instrument, order: entry.order,
            receipt: entry.receipt, open: event.quantity,
            limit: isPriced ? event.price : event.price == 0 ? nil : event.price,
            isWaiting: entry.order.kind == .stop || entry.order.kind == .stopLimit,
            arrival: arrivals, isResident: participant.isResident,
            group: participant.selfTrade == nil
                ? 0
                : participant.firmGroup == 0
                    ? UInt64(owner) : UInt64(participant.firmGroup) | 1 << 40)
        try checkAccepted(fact, event)
        remembered[key] = event.order
        orders[event.order] = fact
        standing.append(event.order)
    }

    private func checkAccepted(_ fact: OrderFact, _ event: SectionEvent) throws(Finding) {
        let instrument = try instrument(event)
        if let limit = fact.limit, let entry = instrument.bands.entry, !fact.isWaiting,
            fact.order.kind == .limit, !entry.contains(limit)
        {
            throw wrong("bands", event, "the limit is outside \(entry)")
        }
        let rates = fact.isResident ? instrument.resident : instrument.nonResident
        let deposit = fact.receipt == 0 ? rates.deposit : 0
        guard let limit = fact.limit, fact.order.kind == .limit else { return }
        let value = limit * event.quantity * instrument.tickValue
        let block = Share.up(value, deposit) + Share.up(value, rates.fee)
        // A sale may block at a better price than its limit.
        guard event.amount == block || (fact.side == .sell && event.amount > block) else {
            throw wrong("deposits", event, "it should block \(block)")
        }
    }

    /// A refusal that has a number is remembered: the same client order is refused again.
    mutating func remember(_ event: SectionEvent, _ action: SectionAction) {
        guard case .enter(let entry) = action, event.order != 0 else { return }
        remembered[ClientKey(sender: entry.sender, number: entry.clientOrder)] = event.order
    }

    func standing(_ number: UInt64, _ event: SectionEvent) throws(Finding) -> OrderFact {
        guard let fact = orders[number] else {
            throw wrong("orders", event, "order \(number) doesn't stand")
        }
        return fact
    }

    mutating func remove(_ number: UInt64) {
        orders[number] = nil
        standing.removeAll { $0 == number }
    }

    mutating func cancel(
        _ event: SectionEvent, _ action: SectionAction
    ) throws(Finding) {
        let fact = try standing(event.order, event)
        guard event.quantity == fact.open, event.participant == fact.owner,
            event.instrument == fact.instrument, event.side == fact.side
        else { throw wrong("orders", event, "\(fact.open) is open of it") }
        if event.reason == SectionReason(Reason.requested) {
            guard case .cancel(let name) = action,
                name.sender == 0 || name.sender == fact.sender || name.sender == fact.owner
            else { throw wrong("orders", event, "neither its sender nor its owner asked") }
        }
        remove(event.order)
    }

    /// Another quantity, or price: by its owner, by the call, or because it met its own group.
    mutating func change(_ event: SectionEvent) throws(Finding) {
        var fact = try standing(event.order, event)
        guard event.quantity > 0, event.participant == fact.owner else {
            throw wrong("orders", event, "nothing would be open of it")
        }
        if event.kind == .reduced && event.quantity > fact.open {
            throw wrong("orders", event, "only \(fact.open) is open of it")
        }
        fact.open = event.quantity
        if event.kind == .replaced {
            arrivals += 1
            fact.arrival = arrivals
            let isPriced = fact.order.kind == .limit || fact.order.kind == .stopLimit
            fact.limit = isPriced ? event.price : event.price == 0 ? nil : event.price
        }
        orders[event.order] = fact
    }

    mutating func trigger(_ event: SectionEvent) throws(Finding) {
        var fact = try standing(event.order, event)
        guard fact.isWaiting, event.quantity == fact.open else {
            throw wrong("orders", event, "it didn't wait, or \(fact.open) is open of it")
        }
        arrivals += 1
        fact.arrival = arrivals
        fact.isWaiting = false
        fact.limit = event.price
        orders[event.order] = fact
    }

    /// Orders that are gone are forgotten, so their senders' numbers are free again; contracts that
    /// are over as well.
    mutating func forget(_ event: SectionEvent) throws(Finding) {
        let gone = remembered.filter { orders[$0.value] == nil }
        guard Int(event.quantity) == gone.count else {
            throw wrong("once", event, "\(gone.count) orders are gone")
        }
        for key in gone.keys { remembered[key] = nil }
        contracts = contracts.filter { !$0.value.state.isFinal }
    }
}
