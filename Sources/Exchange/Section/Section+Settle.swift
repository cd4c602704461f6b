internal import BasicContainers

extension Section {
    /// Takes the book's events of one command in order: moves deposits and goods, makes contracts,
    /// and says what happened.
    ///
    /// - Parameter cause: why orders are cancelled, where the book only knows that it was asked.
    mutating func settleScratch(
        _ instrument: InstrumentIndex, cause: SectionReason? = nil,
        into events: inout SectionEvents
    ) {
        for position in 0..<scratch.count {
            settle(scratch[position], instrument, cause, into: &events)
        }
        scratch.removeAll()
    }

    @inline(__always)
    private mutating func settle(
        _ event: Event, _ instrument: InstrumentIndex, _ cause: SectionReason?,
        into events: inout SectionEvents
    ) {
        let slot = UInt32(truncatingIfNeeded: event.order)
        switch event.kind {
        case .accepted:
            records[slot].status = .open
            records[slot].open = event.quantity
            firms[Int(event.participant)].openOrders &+= 1
            tell(.accepted, slot, event, into: &events)
        case .traded: settleDeal(event, instrument, into: &events)
        case .crossed: settleDeal(event, instrument, into: &events)
        case .cancelled:
            let released = release(slot)
            var told = event
            told.remaining = 0
            tell(.cancelled, slot, told, amount: released, cause: cause, into: &events)
        default: settleRarely(event, slot, instrument, into: &events)
        }
    }

    @inline(never)
    private mutating func settleRarely(
        _ event: Event, _ slot: UInt32, _ instrument: InstrumentIndex,
        into events: inout SectionEvents
    ) {
        switch event.kind {
        case .replaced:
            if event.reason == .callPrice {
                records[slot].blockPrice = min(records[slot].blockPrice, event.price)
            }
            setOpen(slot, event.quantity)
            tell(.replaced, slot, event, into: &events)
        case .reduced:
            setOpen(slot, event.quantity)
            tell(.reduced, slot, event, into: &events)
        case .triggered: tell(.triggered, slot, event, into: &events)
        case .refused where event.order == 0:
            events.append(
                SectionEvent(
                    .commandRefused, reason: SectionReason(event.reason),
                    instrument: instrument))
        case .refused:
            _ = release(slot, wasOpen: false)
            records[slot].status = .refused
            records.setReason(of: slot, SectionReason(event.reason))
            tell(.refused, slot, event, into: &events)
        case .cancelRefused: tell(.cancelRefused, slot, event, into: &events)
        case .replaceRefused: tell(.replaceRefused, slot, event, into: &events)
        case .halted:
            bandHalts.append(instrument)
            tellBook(.halted, event, instrument, into: &events)
        case .uncrossed: tellBook(.uncrossed, event, instrument, into: &events)
        case .accepted, .traded, .crossed, .cancelled: break
        }
    }

    // MARK: Deposits behind orders

    /// An order has another open quantity or price: it blocks what it needs now. More than it had is
    /// only asked for after the free deposit was looked at.
    mutating func setOpen(_ slot: UInt32, _ open: Quantity) {
        let record = records[slot]
        if record.isCovered { receipts.block(records.receipt(of: slot), open - record.open) }
        records[slot].open = open
        let need = self.need(slot, open)
        let board = Int(record.instrument)
        let free = AccountIndex(record.owner, boards[board].currency, .free)
        let blocked = AccountIndex(record.owner, boards[board].currency, .blocked)
        if need > record.blocked {
            let more = min(need - record.blocked, ledger[free])
            ledger.post(more, from: free, to: blocked)
            records[slot].blocked += more
        } else {
            ledger.post(record.blocked - need, from: blocked, to: free)
            records[slot].blocked = need
        }
    }

    /// What an order needs to block for an open quantity.
    @inline(__always)
    func need(_ slot: UInt32, _ open: Quantity) -> Money {
        guard open > 0 else { return 0 }
        let board = Int(records[slot].instrument)
        let rule = boards[board].rule(
            isResident: records[slot].isResident, isCovered: records[slot].isCovered)
        // Never more than when the order came in, so it is in range.
        let value = DepositRule.value(records[slot].blockPrice, open, rule.tickValue)
        return rule.block(value ?? DepositRule.largestValue)
    }

    /// An order is gone: what stood behind it is free. Gives the amount.
    @inline(__always)
    mutating func release(_ slot: UInt32, wasOpen: Bool = true) -> Money {
        let amount = records[slot].blocked
        let owner = records[slot].owner
        let currency = boards[Int(records[slot].instrument)].currency
        ledger.post(
            amount, from: AccountIndex(owner, currency, .blocked),
            to: AccountIndex(owner, currency, .free))
        if records[slot].isCovered {
            receipts.block(records.receipt(of: slot), -records[slot].open)
        }
        records[slot].blocked = 0
        records[slot].open = 0
        records[slot].status = .gone
        if wasOpen { firms[Int(owner)].openOrders &-= 1 }
        return amount
    }

    // MARK: Events

    @inline(__always)
    private func tell(
        _ kind: SectionEventKind, _ slot: UInt32, _ event: Event, amount: Money? = nil,
        cause: SectionReason? = nil, into events: inout SectionEvents
    ) {
        var reason = SectionReason(event.reason)
        if let cause, event.reason == .requested { reason = cause }
        events.append(
            SectionEvent(
                kind, reason: reason, side: records[slot].side,
                instrument: records[slot].instrument, participant: records[slot].owner,
                counterparty: records[slot].sender, order: records.number(of: slot),
                counter: records[slot].clientOrder, price: event.price,
                quantity: event.quantity, remaining: event.remaining,
                amount: amount ?? records[slot].blocked))
    }

    private func tellBook(
        _ kind: SectionEventKind, _ event: Event, _ instrument: InstrumentIndex,
        into events: inout SectionEvents
    ) {
        let slot = UInt32(truncatingIfNeeded: event.order)
        events.append(
            SectionEvent(
                kind, reason: SectionReason(event.reason), side: event.side,
                instrument: instrument, order: slot == 0 ? 0 : records.number(of: slot),
                price: event.price, quantity: event.quantity, remaining: event.remaining))
    }
}
