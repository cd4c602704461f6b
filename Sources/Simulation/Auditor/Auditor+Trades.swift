internal import Exchange

extension Auditor {
    /// Two orders traded: what they are, whether they may, whose turn it was, what it is worth.
    mutating func trade(_ event: SectionEvent) throws(Finding) {
        let first = try standing(event.order, event)
        let second = try standing(event.counter, event)
        guard first.instrument == second.instrument, first.instrument == event.instrument,
            first.side != second.side, event.participant == first.owner,
            event.counterparty == second.owner
        else { throw wrong("trades", event, "these orders can't trade with each other") }
        guard event.quantity > 0, event.quantity <= first.open, event.quantity <= second.open
        else {
            throw wrong("trades", event, "\(first.open) and \(second.open) are open")
        }
        try checkPrice(event, first, second)
        try checkPriority(event, first, second)
        try fill(first, event.quantity)
        try fill(second, event.quantity)
        guard event.remaining == orders[second.number]?.open ?? 0 else {
            throw wrong("trades", event, "\(orders[second.number]?.open ?? 0) is left")
        }
        let buyer = first.side == .buy ? first : second
        let seller = first.side == .buy ? second : first
        try makeContract(
            event, buyer: buyer.owner, seller: seller.owner, buyerResident: buyer.isResident,
            sellerResident: seller.isResident, receipt: seller.receipt)
    }

    private mutating func fill(_ fact: OrderFact, _ quantity: Quantity) throws(Finding) {
        if fact.open == quantity {
            remove(fact.number)
        } else {
            orders[fact.number]?.open -= quantity
        }
    }

    private func checkPrice(
        _ event: SectionEvent, _ first: OrderFact, _ second: OrderFact
    ) throws(Finding) {
        let buyer = first.side == .buy ? first : second
        let seller = first.side == .buy ? second : first
        if let limit = buyer.limit, event.price > limit {
            throw wrong("trades", event, "the buyer gives \(limit) at most")
        }
        if let limit = seller.limit, event.price < limit {
            throw wrong("trades", event, "the seller wants \(limit) at least")
        }
        guard event.price > 0, !buyer.isWaiting, !seller.isWaiting else {
            throw wrong("trades", event, "a stop that waits, or a price below one tick")
        }
        let book = Int(event.instrument)
        guard event.kind == .dealt else {
            guard phases[book] == .call else {
                throw wrong("phases", event, "no call is on")
            }
            return
        }
        guard phases[book] == .continuous || uncrossed.contains(event.instrument) else {
            throw wrong("phases", event, "the book doesn't trade")
        }
        guard event.side == first.side, second.limit == event.price else {
            throw wrong("trades", event, "it isn't at the standing order's price")
        }
        if let fixed = instruments[book].bands.fixed, !fixed.contains(event.price) {
            throw wrong("bands", event, "trades are within \(fixed)")
        }
        if first.group != 0 && first.group == second.group {
            throw wrong("trades", event, "both are of one group that doesn't trade with itself")
        }
    }

    /// By price, then time: nobody who was to come first still stands.
    private func checkPriority(
        _ event: SectionEvent, _ first: OrderFact, _ second: OrderFact
    ) throws(Finding) {
        // In a call both sides queue; else only the one that stood.
        for fact in event.kind == .dealtInCall ? [first, second] : [second] {
            let ahead = standing.first { number in
                guard number != fact.number, let other = orders[number], other.isPlain,
                    other.instrument == fact.instrument, other.side == fact.side
                else { return false }
                return isAhead(other, of: fact)
            }
            if let ahead {
                throw wrong(
                    "priority", event, "order \(ahead) was to come before \(fact.number)")
            }
        }
    }

    private func isAhead(_ other: OrderFact, of fact: OrderFact) -> Bool {
        // Orders without a limit come before all.
        guard let limit = fact.limit, let price = other.limit else { return false }
        if price != limit {
            return fact.side == .buy ? price > limit : price < limit
        }
        // What is shown comes before all-or-none.
        if fact.isAllOrNone { return true }
        return fact.isPlain && other.arrival < fact.arrival
    }

    // MARK: Contracts

    mutating func makeContract(
        _ event: SectionEvent, buyer: ParticipantIndex, seller: ParticipantIndex,
        buyerResident: Bool, sellerResident: Bool, receipt: UInt64
    ) throws(Finding) {
        let instrument = try instrument(event)
        let value = Int128(event.price) * Int128(event.quantity) * Int128(instrument.tickValue)
        guard Int128(event.amount) == value else {
            throw wrong("money", event, "the value is \(value)")
        }
        contractsMade += 1
        guard event.subject == contractsMade else {
            throw wrong("contracts", event, "the next contract is \(contractsMade)")
        }
        let bought = buyerResident ? instrument.resident : instrument.nonResident
        let sold = sellerResident ? instrument.resident : instrument.nonResident
        let fact = ContractFact(
            instrument: event.instrument, buyer: buyer, seller: seller, price: event.price,
            quantity: event.quantity, value: event.amount, receipt: receipt,
            buyerFee: Share.down(event.amount, bought.fee),
            sellerFee: Share.down(event.amount, sold.fee),
            buyerSecurity: Share.down(event.amount, bought.deposit),
            sellerSecurity: receipt == 0 ? Share.down(event.amount, sold.deposit) : 0)
        contracts[contractsMade] = fact
        money[Purse(owner: buyer, currency: instrument.currency), default: 0] -=
            Int128(fact.buyerFee)
        money[Purse(owner: seller, currency: instrument.currency), default: 0] -=
            Int128(fact.sellerFee)
        fees[instrument.currency, default: 0] += Int128(fact.buyerFee) + Int128(fact.sellerFee)
    }

    /// Where a contract can go from where it is.
    private static func follows(_ next: ContractState, _ state: ContractState) -> Bool {
        switch (state, next) {
        case (.concluded, .concluded), (.concluded, .signed), (.signed, .paid), (.paid, .shipped),
            (.shipped, .accepted), (.accepted, .closed):
            true
        case (.concluded, .ended), (.signed, .ended), (.paid, .ended), (.shipped, .ended): true
        case (_, .defaulted): !state.isFinal
        default: false
        }
    }

    mutating func step(_ event: SectionEvent) throws(Finding) {
        guard let fact = contracts[event.subject],
            let next = ContractState(rawValue: UInt8(clamping: event.quantity))
        else { throw wrong("contracts", event, "there is no such contract") }
        guard Self.follows(next, fact.state) else {
            throw wrong("contracts", event, "it is \(fact.state)")
        }
        contracts[event.subject]?.state = next
    }

    mutating func payPenalty(_ event: SectionEvent) throws(Finding) {
        guard let fact = contracts[event.subject], fact.state == .defaulted else {
            throw wrong("contracts", event, "it isn't defaulted")
        }
        let isBuyer = event.side == .buy
        let (loser, winner) = isBuyer ? (fact.buyer, fact.seller) : (fact.seller, fact.buyer)
        let most = isBuyer ? fact.buyerSecurity : fact.sellerSecurity
        guard event.participant == loser, event.counterparty == winner,
            (0...most).contains(event.amount)
        else { throw wrong("money", event, "the security is \(most) at most") }
        let currency = try instrument(event).currency
        money[Purse(owner: loser, currency: currency), default: 0] -= Int128(event.amount)
        money[Purse(owner: winner, currency: currency), default: 0] += Int128(event.amount)
    }
}
