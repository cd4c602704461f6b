internal import BasicContainers

extension Section {
    /// Takes a new order, if its sender and owner are admitted and the owner's deposit covers it.
    mutating func enter(_ entry: borrowing OrderEntry, into events: inout SectionEvents) {
        let owner = entry.client == 0 ? entry.sender : entry.client
        guard isKnown(entry.sender) && isKnown(owner) else {
            refuse(entry, owner, SectionReason(.unknownParticipant), into: &events)
            return
        }
        guard entry.clientOrder != 0 else {
            refuse(entry, owner, SectionReason(.clientOrderMissing), into: &events)
            return
        }
        let look = records.look(for: entry.clientOrder, from: entry.sender)
        guard look.slot == 0 else {
            repeatAnswer(look.slot, into: &events)
            return
        }
        // These three aren't remembered: the same number may be sent again.
        guard Int(entry.instrument) < boards.count else {
            refuse(entry, owner, SectionReason(.unknownInstrument), into: &events)
            return
        }
        guard !records.isFull else {
            refuse(entry, owner, SectionReason(.sectionFull), into: &events)
            return
        }
        guard firms[Int(entry.sender)].countOrder(at: clock) else {
            refuse(entry, owner, SectionReason(.ordersPerSecond), into: &events)
            return
        }
        take(entry, owner, look, into: &events)
    }

    @inline(__always)
    func isKnown(_ participant: ParticipantIndex) -> Bool {
        participant > 0 && Int(participant) < firms.count
    }

    /// The order is remembered from here on, taken or not.
    @inline(__always)
    private mutating func take(
        _ entry: borrowing OrderEntry, _ owner: ParticipantIndex, _ look: ClientOrderLook,
        into events: inout SectionEvents
    ) {
        let instrument = Int(entry.instrument)
        let resident = firms[Int(owner)].isResident
        let rule = boards[instrument].rule(
            isResident: resident, isCovered: entry.receipt != 0)
        var record = OrderRecord(
            clientOrder: entry.clientOrder, owner: owner, sender: entry.sender,
            instrument: entry.instrument, status: .refused, side: entry.order.side,
            isResident: resident, isCovered: entry.receipt != 0)
        var reason = admission(of: owner, by: entry.sender, to: boards[instrument].group)
        if reason == .none { reason = refusalOfForm(entry, owner) }
        var block: Money = 0
        if reason == .none {
            reason = cover(entry, owner, rule, &record, &block)
        }
        if reason == .none {
            record.blocked = block
            record.open = entry.order.quantity
        }
        let slot = records.add(record, at: look)
        if entry.receipt != 0 {
            records.setExtra(of: slot, OrderExtra(receipt: entry.receipt))
        }
        guard reason == .none else {
            records.setReason(of: slot, reason)
            refuse(entry, owner, reason, number: records.number(of: slot), into: &events)
            return
        }
        let currency = boards[instrument].currency
        ledger.post(
            block, from: AccountIndex(owner, currency, .free),
            to: AccountIndex(owner, currency, .blocked))
        if entry.receipt != 0 { receipts.block(entry.receipt, entry.order.quantity) }
        submit(entry, owner, slot, into: &events)
    }

    /// Whether the firm and its sender may trade this group now; the first reason counts.
    @inline(__always)
    func admission(
        of owner: ParticipantIndex, by sender: ParticipantIndex, to group: UInt8
    ) -> SectionReason {
        let reason = standing(of: owner, in: group)
        guard reason == .none else { return reason }
        if sender == owner {
            return firms[Int(owner)].broker == 0 ? .none : SectionReason(.notItsBroker)
        }
        guard firms[Int(owner)].broker == sender else { return SectionReason(.notItsBroker) }
        return standing(of: sender, in: group)
    }

    @inline(__always)
    private func standing(of firm: ParticipantIndex, in group: UInt8) -> SectionReason {
        let place = Int(firm)
        if firms[place].isSuspended { return SectionReason(.suspended) }
        if clock < firms[place].validFrom { return SectionReason(.accreditationNotBegun) }
        if clock >= firms[place].validTo { return SectionReason(.accreditationExpired) }
        if isKilled || firms[place].isKilled { return SectionReason(.killSwitch) }
        if firms[place].owesFees { return SectionReason(.feesInArrears) }
        if firms[place].overdue > 0 { return SectionReason(.unfulfilledContract) }
        let isAdmitted = firms[place].groups & (1 << UInt64(group)) != 0
        if !isAdmitted { return SectionReason(.wrongSection) }
        return firms[place].isInvited ? .none : SectionReason(.wrongRegion)
    }

    /// What is wrong with the order, as far as the book doesn't say it.
    @inline(__always)
    private mutating func refusalOfForm(
        _ entry: borrowing OrderEntry, _ owner: ParticipantIndex
    ) -> SectionReason {
        guard boards[Int(entry.instrument)].hasBook else { return SectionReason(.wrongMode) }
        guard allowed.contains(entry.order.side == .buy ? .enterBuy : .enterSell) else {
            return refusalByPhase(.enter(entry.order.side))
        }
        guard (1...BookLimits.largestQuantity).contains(entry.order.quantity) else {
            return SectionReason(Reason.quantityOutOfRange)
        }
        guard entry.order.price <= BookLimits.largestPrice else {
            return SectionReason(Reason.priceOutOfRange)
        }
        let (validity, date) = (entry.order.validity, entry.order.date)
        if validity == .goodTillDate && date < UInt64(max(0, clock.rawValue)) {
            return SectionReason(Reason.expired)
        }
        let open = firms[Int(owner)].limits.open
        if open > 0 && firms[Int(owner)].openOrders >= open && !validity.isImmediate {
            return SectionReason(.openOrders)
        }
        return .none
    }

    /// What the order must block, or why that can't be.
    @inline(__always)
    private mutating func cover(
        _ entry: borrowing OrderEntry, _ owner: ParticipantIndex, _ rule: DepositRule,
        _ record: inout OrderRecord, _ block: inout Money
    ) -> SectionReason {
        switch boards[Int(entry.instrument)].blockPrice(entry.order) {
        case .failure(let fault): return fault.reason
        case .success(let price): record.blockPrice = price
        }
        guard
            let value = DepositRule.value(record.blockPrice, entry.order.quantity, rule.tickValue)
        else { return SectionReason(.valueOutOfRange) }
        let (most, mostOfFirm) = (
            boards[Int(entry.instrument)].largestOrderValue, firms[Int(owner)].limits.value
        )
        if (most > 0 && value > most) || (mostOfFirm > 0 && value > mostOfFirm) {
            return SectionReason(.orderValueLimit)
        }
        if entry.receipt != 0 {
            if entry.order.side == .buy { return SectionReason(.receiptOnPurchase) }
            if let refusal = receipts.refusal(
                entry.receipt, owner, entry.instrument, entry.order.quantity, at: clock)
            {
                return SectionReason(refusal)
            }
        }
        block = rule.block(value)
        let currency = boards[Int(entry.instrument)].currency
        if ledger[AccountIndex(owner, currency, .free)] >= block { return .none }
        return SectionReason(hasDeposit(owner, currency) ? .insufficientDeposit : .noDeposit)
    }

    /// Whether a firm has any deposit in a currency, free or not.
    func hasDeposit(_ owner: ParticipantIndex, _ currency: UInt8) -> Bool {
        [AccountPurpose.free, .blocked, .security].contains {
            ledger[AccountIndex(owner, currency, $0)] > 0
        }
    }

    @inline(__always)
    private mutating func submit(
        _ entry: borrowing OrderEntry, _ owner: ParticipantIndex, _ slot: UInt32,
        into events: inout SectionEvents
    ) {
        if entry.order.isPlain && firms[Int(owner)].selfTrade == nil {
            boards[Int(entry.instrument)].book.takeNew(
                id: UInt64(slot), side: entry.order.side, price: entry.order.price,
                quantity: entry.order.quantity, validity: entry.order.validity,
                participant: owner, into: &scratch)
        } else {
            submitAtLength(entry, owner, slot)
        }
        settleScratch(entry.instrument, into: &events)
    }

    @inline(never)
    private mutating func submitAtLength(
        _ entry: borrowing OrderEntry, _ owner: ParticipantIndex, _ slot: UInt32
    ) {
        var order = entry.order
        order.id = UInt64(slot)
        order.participant = owner
        order.group = 0
        if let policy = firms[Int(owner)].selfTrade {
            order.group = firms[Int(owner)].group
            order.selfTrade = policy
        }
        let instrument = Int(entry.instrument)
        if order.kind == .market && order.side == .sell,
            let bid = boards[instrument].book.bestBid
        {
            // What is left stands at the protected price, which must be above zero.
            order.protection = min(order.protection, bid.price - 1)
        }
        boards[instrument].book.submit(order, into: &scratch)
        if order.validity == .goodTillDate && scratch[0].kind == .accepted {
            let last = Instant(Int64(clamping: order.date))
            orderDates.add(last.advanced(by: 1), records.number(of: slot))
        }
    }

    /// The same number again: the same answer, and nothing is done.
    private mutating func repeatAnswer(_ slot: UInt32, into events: inout SectionEvents) {
        let record = records[slot]
        let wasRefused = record.status == .refused
        events.append(
            SectionEvent(
                .repeated,
                reason: SectionReason(rawValue: wasRefused ? records.extra(of: slot).reason : 0),
                side: record.side, instrument: record.instrument, participant: record.owner,
                counterparty: record.sender, order: records.number(of: slot),
                counter: record.clientOrder,
                remaining: record.open, amount: record.blocked))
    }

    @inline(never)
    private mutating func refuse(
        _ entry: borrowing OrderEntry, _ owner: ParticipantIndex, _ reason: SectionReason,
        number: UInt64 = 0, into events: inout SectionEvents
    ) {
        events.append(
            SectionEvent(
                .refused, reason: reason, side: entry.order.side, instrument: entry.instrument,
                participant: owner, counterparty: entry.sender, order: number,
                counter: entry.clientOrder, price: entry.order.price,
                quantity: entry.order.quantity))
    }
}
