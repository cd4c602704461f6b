internal import BasicContainers

extension Section {
    /// Cancels an order.
    mutating func cancel(_ name: OrderName, into events: inout SectionEvents) {
        let slot = find(name)
        guard slot != 0 && records[slot].status == .open else {
            refuse(.cancelRefused, name, slot, into: &events)
            return
        }
        guard mayCancel(slot, name.sender) else {
            let reason = refusalByPhase(.cancel(records[slot].side))
            refuse(.cancelRefused, name, slot, reason: reason, into: &events)
            return
        }
        cancelOpen(slot, reason: nil, into: &events)
    }

    /// Whether the phase lets a sender cancel an order; the house may always.
    @inline(__always)
    private func mayCancel(_ slot: UInt32, _ sender: ParticipantIndex) -> Bool {
        sender == 0 || allowed.contains(records[slot].side == .buy ? .cancelBuy : .cancelSell)
    }

    /// Cancels an order that stands; without a reason it is as its sender asked.
    @inline(__always)
    mutating func cancelOpen(
        _ slot: UInt32, reason: SectionReason?, into events: inout SectionEvents
    ) {
        let instrument = records[slot].instrument
        boards[Int(instrument)].book.cancel(id: UInt64(slot), into: &scratch)
        settleScratch(instrument, cause: reason, into: &events)
    }

    /// The slot of an order that the sender may name, or 0.
    @inline(__always)
    func find(_ name: OrderName) -> UInt32 {
        if name.clientOrder != 0 { return records.slot(of: name.clientOrder, from: name.sender) }
        let slot = records.slot(of: name.order)
        guard slot != 0 else { return 0 }
        let isOwn = records[slot].sender == name.sender || records[slot].owner == name.sender
        return name.sender == 0 || isOwn ? slot : 0
    }

    @inline(never)
    mutating func refuse(
        _ kind: SectionEventKind, _ name: OrderName, _ slot: UInt32,
        reason: SectionReason? = nil, into events: inout SectionEvents
    ) {
        let found = slot == 0 ? SectionReason(Reason.unknownOrder) : SectionReason(.orderGone)
        events.append(
            SectionEvent(
                kind, reason: reason ?? found,
                side: records[slot].side, instrument: records[slot].instrument,
                participant: slot == 0 ? name.sender : records[slot].owner,
                counterparty: name.sender,
                order: slot == 0 ? name.order : records.number(of: slot),
                counter: slot == 0 ? name.clientOrder : records[slot].clientOrder))
    }

    /// Gives an order another price and open quantity, if the deposit covers it.
    mutating func replace(_ replacement: OrderReplacement, into events: inout SectionEvents) {
        let name = replacement.name
        let slot = find(name)
        guard slot != 0 && records[slot].status == .open else {
            refuse(.replaceRefused, name, slot, into: &events)
            return
        }
        if replacement.request != 0 && replacement.request == records.extra(of: slot).lastRequest {
            repeatReplacement(slot, into: &events)
            return
        }
        var blockPrice = records[slot].blockPrice
        let reason = refusal(of: replacement, slot, &blockPrice)
        var extra = records.extra(of: slot)
        extra.lastRequest = replacement.request
        records.setExtra(of: slot, extra)
        records.setReason(of: slot, reason)
        guard reason == .none else {
            refuse(.replaceRefused, name, slot, reason: reason, into: &events)
            return
        }
        let old = records[slot].blockPrice
        records[slot].blockPrice = blockPrice
        let instrument = records[slot].instrument
        boards[Int(instrument)].book.replace(
            id: UInt64(slot), price: replacement.price, quantity: replacement.quantity,
            into: &scratch)
        if scratch[0].kind == .replaceRefused {
            records[slot].blockPrice = old
            records.setReason(of: slot, SectionReason(scratch[0].reason))
        }
        settleScratch(instrument, into: &events)
    }

    private mutating func repeatReplacement(_ slot: UInt32, into events: inout SectionEvents) {
        let record = records[slot]
        events.append(
            SectionEvent(
                .repeated, reason: SectionReason(rawValue: records.extra(of: slot).reason),
                side: record.side,
                instrument: record.instrument, participant: record.owner,
                counterparty: record.sender, order: records.number(of: slot),
                counter: record.clientOrder,
                remaining: record.open, amount: record.blocked,
                subject: records.extra(of: slot).lastRequest))
    }

    /// Why a replacement can't be done, as far as the book doesn't say it, and the price at which
    /// the order would block.
    private mutating func refusal(
        of replacement: OrderReplacement, _ slot: UInt32, _ blockPrice: inout Ticks
    ) -> SectionReason {
        let record = records[slot]
        let board = Int(record.instrument)
        guard firms[Int(record.sender)].countOrder(at: clock) else {
            return SectionReason(.ordersPerSecond)
        }
        guard (1...BookLimits.largestQuantity).contains(replacement.quantity) else {
            return SectionReason(Reason.quantityOutOfRange)
        }
        let limit = boards[board].book.limitPrice(of: UInt64(slot))
        let improves =
            replacement.quantity >= record.open
            && (record.side == .buy
                ? replacement.price >= limit ?? .min : replacement.price <= limit ?? .max)
        if session != nil {
            let phase = refusalByPhase(.replace(record.side, improves: improves))
            guard phase == .none else { return phase }
        }
        // Less at the same price asks for nothing, so nothing is asked of it.
        let isLess = replacement.quantity <= record.open
        if isLess && (limit == nil || limit == replacement.price) { return .none }
        let reason = admission(of: record.owner, by: record.sender, to: boards[board].group)
        guard reason == .none else { return reason }
        if limit != nil {
            guard replacement.price > 0 else { return SectionReason(.priceNotPositive) }
            guard replacement.price <= BookLimits.largestPrice else {
                return SectionReason(Reason.priceOutOfRange)
            }
            blockPrice = boards[board].limitBlockPrice(record.side, replacement.price)
        }
        return refusalOfCover(slot, board, blockPrice, replacement.quantity)
    }

    private mutating func refusalOfCover(
        _ slot: UInt32, _ board: Int, _ blockPrice: Ticks, _ quantity: Quantity
    ) -> SectionReason {
        let record = records[slot]
        let rule = boards[board].rule(
            isResident: record.isResident, isCovered: record.isCovered)
        guard let value = DepositRule.value(blockPrice, quantity, rule.tickValue) else {
            return SectionReason(.valueOutOfRange)
        }
        let (most, mostOfFirm) = (
            boards[board].largestOrderValue, firms[Int(record.owner)].limits.value
        )
        if (most > 0 && value > most) || (mostOfFirm > 0 && value > mostOfFirm) {
            return SectionReason(.orderValueLimit)
        }
        if record.isCovered && quantity > record.open {
            if let refusal = receipts.refusal(
                records.receipt(of: slot), record.owner, record.instrument, quantity - record.open,
                at: clock)
            {
                return SectionReason(refusal)
            }
        }
        let account = AccountIndex(record.owner, boards[board].currency, .free)
        let covers = rule.block(value) - record.blocked <= ledger[account]
        return covers ? .none : SectionReason(.insufficientDeposit)
    }

    /// Cancels several orders, in the order of their slots.
    mutating func cancelMany(_ action: SectionAction, into events: inout SectionEvents) {
        switch action {
        case .massCancel(let which):
            cancelAll(
                which, asksPhase: true, reason: SectionReason(Reason.massCancel),
                into: &events)
        case .disconnect(let sender):
            guard isKnown(sender) && firms[Int(sender)].cancelsOnDisconnect else { return }
            cancelAll(
                MassCancel(participant: sender), onlySent: true,
                reason: SectionReason(Reason.massCancel), into: &events)
        case .kill(let participant, let isOn):
            guard participant == 0 || isKnown(participant) else {
                refuseCommand(SectionReason(.unknownParticipant), participant, into: &events)
                return
            }
            if participant == 0 { isKilled = isOn } else { firms[Int(participant)].isKilled = isOn }
            events.append(
                SectionEvent(
                    .killSwitchSet, participant: participant, quantity: isOn ? 1 : 0))
            guard isOn else { return }
            cancelAll(
                MassCancel(participant: participant), reason: SectionReason(.killSwitch),
                into: &events)
        default: break
        }
    }

    mutating func cancelAll(
        _ which: MassCancel, onlySent: Bool = false, asksPhase: Bool = false, reason: SectionReason,
        into events: inout SectionEvents
    ) {
        for slot in 1..<UInt32(max(1, records.end)) where records[slot].status == .open {
            let whose = which.participant
            let isWhose =
                whose == 0 || records[slot].sender == whose
                || (!onlySent && records[slot].owner == whose)
            let fits =
                isWhose && which.instrument ?? records[slot].instrument == records[slot].instrument
                && which.side ?? records[slot].side == records[slot].side
            let mayGo = !asksPhase || mayCancel(slot, which.participant)
            if fits && mayGo { cancelOpen(slot, reason: reason, into: &events) }
        }
    }

    /// A command about anything but orders isn't done.
    func refuseCommand(
        _ reason: SectionReason, _ participant: ParticipantIndex = 0,
        instrument: InstrumentIndex = 0, subject: UInt64 = 0, amount: Money = 0,
        into events: inout SectionEvents
    ) {
        events.append(
            SectionEvent(
                .commandRefused, reason: reason, instrument: instrument,
                participant: participant, amount: amount, subject: subject))
    }
}
