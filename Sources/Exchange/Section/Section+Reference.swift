internal import BasicContainers

extension Section {
    /// Lists, alters, admits, suspends.
    mutating func alterReference(_ action: SectionAction, into events: inout SectionEvents) {
        switch action {
        case .list(let instrument): list(instrument, into: &events)
        case .alterInstrument(let index, let instrument):
            alter(index, instrument, into: &events)
        case .admit(let participant): admit(participant, into: &events)
        case .alterParticipant(let index, let participant):
            alter(index, participant, into: &events)
        case .suspend(let index, let isOn):
            guard isKnown(index) else {
                refuseCommand(SectionReason(.unknownParticipant), index, into: &events)
                return
            }
            firms[Int(index)].isSuspended = isOn
            events.append(
                SectionEvent(.suspensionSet, participant: index, quantity: isOn ? 1 : 0))
        default: break
        }
    }

    // MARK: Instruments

    private mutating func list(_ instrument: Instrument, into events: inout SectionEvents) {
        let index = InstrumentIndex(instruments.count)
        guard instruments.count < limits.instruments else {
            refuseCommand(SectionReason(.sectionFull), instrument: index, into: &events)
            return
        }
        guard instrument.isSound else {
            refuseCommand(SectionReason(.unsoundRecord), instrument: index, into: &events)
            return
        }
        guard !instruments.contains(where: { $0.code == instrument.code }) else {
            refuseCommand(SectionReason(.duplicateCode), instrument: index, into: &events)
            return
        }
        guard let currency = ledger.open(instrument.currency) else {
            refuseCommand(SectionReason(.tooManyCurrencies), instrument: index, into: &events)
            return
        }
        var book = Book(BookLimits(orders: limits.ordersPerBook, mixingKey: limits.mixingKey))
        book.setBands(instrument.bands)
        book.enter(.closed, into: &scratch)
        scratch.removeAll()
        let row = quotationBook.row(for: instrument.quotationKey(index))
        boards.append(
            Board(instrument, currency: currency, quotationRow: row, book: book))
        instruments.append(instrument)
        events.append(SectionEvent(.instrumentSet, instrument: index))
    }

    /// Words may change at any time; what orders, deals and receipts go by only while none stand.
    private mutating func alter(
        _ index: InstrumentIndex, _ instrument: Instrument, into events: inout SectionEvents
    ) {
        let place = Int(index)
        guard place < instruments.count else {
            refuseCommand(SectionReason(.unknownInstrument), instrument: index, into: &events)
            return
        }
        guard instrument.isSound else {
            refuseCommand(SectionReason(.unsoundRecord), instrument: index, into: &events)
            return
        }
        let old = instruments[place]
        guard
            instrument.code == old.code
                || !instruments.contains(where: { $0.code == instrument.code })
        else {
            refuseCommand(SectionReason(.duplicateCode), instrument: index, into: &events)
            return
        }
        let isUsed =
            boards[place].book.orderCount > 0
            || proposals.waiting.contains { $0.instrument == index }
            || auctions.running.contains { $0.lot.instrument == index }
        // Currency, lot and tick stay what they were listed as: contracts, receipts and results of
        // sessions count in them for as long as they live.
        let isFixed =
            instrument.currency == old.currency && instrument.lotSize == old.lotSize
            && instrument.unit == old.unit && instrument.tickSize == old.tickSize
            && instrument.tickValue == old.tickValue
        guard isFixed && (!isUsed || instrument.trades(like: old)) else {
            refuseCommand(SectionReason(.inUse), instrument: index, into: &events)
            return
        }
        boards[place].take(instrument)
        boards[place].quotationRow = quotationBook.row(for: instrument.quotationKey(index))
        instruments[place] = instrument
        events.append(SectionEvent(.instrumentSet, instrument: index))
    }

    // MARK: Participants

    private mutating func admit(_ participant: Participant, into events: inout SectionEvents) {
        let index = ParticipantIndex(participants.count)
        let reason = refusal(of: participant, index)
        guard reason == .none else {
            refuseCommand(reason, index, into: &events)
            return
        }
        participants.append(participant)
        var firm = Firm()
        firm.set(participant, number: index)
        firm.isInvited = isInvited(participant)
        firms.append(firm)
        ledger.addOwner()
        events.append(SectionEvent(.participantSet, participant: index))
    }

    private mutating func alter(
        _ index: ParticipantIndex, _ participant: Participant, into events: inout SectionEvents
    ) {
        guard isKnown(index) else {
            refuseCommand(SectionReason(.unknownParticipant), index, into: &events)
            return
        }
        let reason = refusal(of: participant, index)
        guard reason == .none else {
            refuseCommand(reason, index, into: &events)
            return
        }
        participants[Int(index)] = participant
        firms[Int(index)].set(participant, number: index)
        firms[Int(index)].isInvited = isInvited(participant)
        events.append(SectionEvent(.participantSet, participant: index))
    }

    private func refusal(
        of participant: Participant, _ index: ParticipantIndex
    ) -> SectionReason {
        guard index <= BookLimits.largestParticipant else { return SectionReason(.sectionFull) }
        let isSound =
            Instrument.isCode(participant.code) && participant.limits.value >= 0
            && participant.validFrom <= participant.validTo
            && participant.firmGroup < 1 << 31 && participant.broker != index
            && (participant.broker == 0 || isKnown(participant.broker))
        guard isSound else { return SectionReason(.unsoundRecord) }
        let same = participants.firstIndex { $0.code == participant.code }
        return same == nil || same == Int(index) ? .none : SectionReason(.duplicateCode)
    }
}

extension Instrument {
    /// What its quotation is about.
    func quotationKey(_ index: InstrumentIndex) -> QuotationKey {
        QuotationKey(instrument: index, rule: basis.rule, region: basis.region)
    }

    /// Whether orders go by the same terms in both.
    func trades(like other: Instrument) -> Bool {
        bands == other.bands && mode == other.mode && group == other.group
            && resident == other.resident && nonResident == other.nonResident
    }
}

extension Board {
    /// Takes over what the operator changed.
    mutating func take(_ instrument: Instrument) {
        tickValue = instrument.tickValue
        group = instrument.group
        mode = instrument.mode
        resident = instrument.resident
        nonResident = instrument.nonResident
        largestOrderValue = instrument.largestOrderValue
        bands = instrument.bands
        signing = instrument.deadlines.signing
        book.setBands(instrument.bands)
    }
}
