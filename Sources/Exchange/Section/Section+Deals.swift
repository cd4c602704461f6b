internal import BasicContainers

/// What of a deal falls to one side.
struct DealShare {
    var security: Money
    var fee: Money
}

/// One side of a deal that isn't made by orders.
struct DealSide {
    var owner: ParticipantIndex
    var isResident: Bool
    /// What stands behind it on the owner's blocked account.
    var blocked: Money
    /// The seller's receipt, on which the lots are blocked, or 0.
    var receipt: UInt64 = 0
}

/// What is dealt.
struct DealTerms {
    var instrument: InstrumentIndex
    var price: Ticks
    var quantity: Quantity
    var source: ContractSource
}

extension Section {
    /// Two orders traded: deposits become securities, fees go to the house, goods are committed, and
    /// a contract is made.
    @inline(__always)
    mutating func settleDeal(
        _ event: Event, _ instrument: InstrumentIndex, into events: inout SectionEvents
    ) {
        let first = UInt32(truncatingIfNeeded: event.order)
        let second = UInt32(truncatingIfNeeded: event.counter)
        let inCall = event.kind == .crossed
        let firstBuys = inCall || event.side == .buy
        let value =
            DepositRule.value(event.price, event.quantity, boards[Int(instrument)].tickValue)
            ?? DepositRule.largestValue
        let firstShare = take(event.quantity, from: first, value)
        let secondShare = take(event.quantity, from: second, value)
        let buyer = firstBuys ? first : second
        let seller = firstBuys ? second : first
        let contract = contracts.add(
            Contract(
                number: 0, instrument: instrument, buyer: records[buyer].owner,
                seller: records[seller].owner, buyOrder: records.number(of: buyer),
                sellOrder: records.number(of: seller), price: event.price, quantity: event.quantity,
                value: value,
                buyerSecurity: firstBuys ? firstShare.security : secondShare.security,
                sellerSecurity: firstBuys ? secondShare.security : firstShare.security,
                buyerFee: firstBuys ? firstShare.fee : secondShare.fee,
                sellerFee: firstBuys ? secondShare.fee : firstShare.fee,
                receipt: records.receipt(of: seller), made: clock,
                due: clock.advanced(by: boards[Int(instrument)].signing), state: .concluded,
                source: inCall ? .call : .book,
                isTransit: !records[buyer].isResident && !records[seller].isResident))
        quote(
            instrument, .market, event.price, event.quantity, value,
            isTransit: !records[buyer].isResident && !records[seller].isResident)
        events.append(
            SectionEvent(
                inCall ? .dealtInCall : .dealt, side: firstBuys ? .buy : .sell,
                instrument: instrument, participant: records[first].owner,
                counterparty: records[second].owner, order: records.number(of: first),
                counter: records.number(of: second), price: event.price, quantity: event.quantity,
                remaining: event.remaining, amount: value, subject: contract))
    }

    /// Makes the contract of a deal that isn't made by orders; gives its number and value.
    mutating func conclude(
        _ terms: DealTerms, buyer: DealSide, seller: DealSide
    ) -> (contract: UInt64, value: Money) {
        let board = Int(terms.instrument)
        let currency = boards[board].currency
        let value =
            DepositRule.value(terms.price, terms.quantity, boards[board].tickValue)
            ?? DepositRule.largestValue
        func share(_ side: DealSide) -> DealShare {
            let rule = boards[board].rule(
                isResident: side.isResident, isCovered: side.receipt != 0)
            return DealShare(security: rule.security(value), fee: rule.fee(value))
        }
        let bought = collect(share(buyer), from: buyer.blocked, buyer.owner, currency)
        let sold = collect(share(seller), from: seller.blocked, seller.owner, currency)
        if seller.receipt != 0 { receipts.commit(seller.receipt, terms.quantity) }
        let contract = contracts.add(
            Contract(
                number: 0, instrument: terms.instrument, buyer: buyer.owner,
                seller: seller.owner, buyOrder: 0, sellOrder: 0, price: terms.price,
                quantity: terms.quantity, value: value, buyerSecurity: bought.security,
                sellerSecurity: sold.security, buyerFee: bought.fee, sellerFee: sold.fee,
                receipt: seller.receipt, made: clock,
                due: clock.advanced(by: boards[board].signing), state: .concluded,
                source: terms.source, isTransit: !buyer.isResident && !seller.isResident))
        quote(
            terms.instrument, terms.source == .negotiated ? .negotiated : .market, terms.price,
            terms.quantity, value, isTransit: !buyer.isResident && !seller.isResident)
        return (contract, value)
    }

    /// Counts a deal for the quotation.
    @inline(__always)
    private mutating func quote(
        _ instrument: InstrumentIndex, _ source: DealSource, _ price: Ticks,
        _ quantity: Quantity, _ value: Money, isTransit: Bool
    ) {
        quotationBook.add(
            source, row: boards[Int(instrument)].quotationRow, price: price, quantity: quantity,
            value: value, isTransit: isTransit)
    }

    /// A part of an order traded for a value: its security and fee leave the order's block, and what
    /// the rest of the order doesn't need any more is free.
    @inline(__always)
    private mutating func take(
        _ quantity: Quantity, from slot: UInt32, _ value: Money
    ) -> DealShare {
        let left = records[slot].open &- quantity
        let owner = records[slot].owner
        let board = Int(records[slot].instrument)
        let rule = boards[board].rule(
            isResident: records[slot].isResident, isCovered: records[slot].isCovered)
        let need = self.need(slot, left)
        let pot = records[slot].blocked &- need
        records[slot].blocked = need
        records[slot].open = left
        if rule.isCovered { receipts.commit(records.receipt(of: slot), quantity) }
        if left == 0 {
            records[slot].status = .gone
            firms[Int(owner)].openOrders &-= 1
        }
        return collect(
            DealShare(security: rule.security(value), fee: rule.fee(value)), from: pot, owner,
            boards[board].currency)
    }

    /// Takes a deal's security and fee from what stood behind it; the rest is free.
    @inline(__always)
    private mutating func collect(
        _ share: DealShare, from pot: Money, _ owner: ParticipantIndex, _ currency: UInt8
    ) -> DealShare {
        guard share.security &+ share.fee <= pot else {
            return collectElsewhere(share, pot, owner, currency)
        }
        let blocked = AccountIndex(owner, currency, .blocked)
        ledger.post(
            share.security, from: blocked, to: AccountIndex(owner, currency, .security))
        ledger.post(share.fee, from: blocked, to: AccountIndex(house: .fees, currency))
        ledger.post(
            pot &- share.security &- share.fee, from: blocked,
            to: AccountIndex(owner, currency, .free))
        return share
    }

    /// A sale brought more than it blocked for: first the block, then the free deposit makes up the
    /// security, then the fee; security that isn't there is missing, a fee that isn't there is owed.
    @inline(never)
    private mutating func collectElsewhere(
        _ share: DealShare, _ pot: Money, _ owner: ParticipantIndex, _ currency: UInt8
    ) -> DealShare {
        let free = AccountIndex(owner, currency, .free)
        ledger.post(pot, from: AccountIndex(owner, currency, .blocked), to: free)
        let security = min(share.security, ledger[free])
        ledger.post(security, from: free, to: AccountIndex(owner, currency, .security))
        // A call may find a price beyond what anybody blocked at; fees stay countable all the same.
        let countable = Ledger.largestDeposit - ledger[AccountIndex(house: .fees, currency)]
        let fee = min(share.fee, max(0, countable))
        charge(fee, owner, currency)
        return DealShare(security: security, fee: fee)
    }

    /// Takes a fee from the free deposit; what isn't there is owed. Gives what is owed of it.
    @discardableResult
    mutating func charge(_ fee: Money, _ owner: ParticipantIndex, _ currency: UInt8) -> Money {
        let free = AccountIndex(owner, currency, .free)
        let fees = AccountIndex(house: .fees, currency)
        let paid = min(fee, ledger[free])
        ledger.post(paid, from: free, to: fees)
        if paid < fee {
            ledger.post(fee - paid, from: AccountIndex(owner, currency, .arrears), to: fees)
            firms[Int(owner)].owesFees = true
        }
        return fee - paid
    }
}
