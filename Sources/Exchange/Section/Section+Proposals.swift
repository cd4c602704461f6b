internal import BasicContainers

/// A deal that one side has registered.
struct Proposal: Sendable, Equatable {
    var number: UInt64
    var owner: ParticipantIndex
    var sender: ParticipantIndex
    var counterparty: ParticipantIndex
    var instrument: InstrumentIndex
    var side: Side
    var isResident: Bool
    var price: Ticks
    var quantity: Quantity
    var receipt: UInt64
    /// What of the owner's deposit stands behind it.
    var blocked: Money

    /// Whether another side's word is about the same deal.
    func agrees(with other: Proposal) -> Bool {
        owner == other.counterparty && counterparty == other.owner && side != other.side
            && instrument == other.instrument && price == other.price
            && quantity == other.quantity
    }
}

/// The registered deals that wait for the other side, by rising number.
struct ProposalList: Sendable {
    var waiting: [Proposal] = []
    /// How many were ever registered.
    var registered: UInt64 = 0
}

extension Section {
    /// One side registers a deal. If the other has registered the same before, it is made (the
    /// oldest first); else it waits with its deposit blocked.
    mutating func registerDeal(_ word: DealProposal, into events: inout SectionEvents) {
        let owner = word.client == 0 ? word.sender : word.client
        var block: Money = 0
        let reason = refusal(of: word, owner, &block)
        guard reason == .none else {
            refuseCommand(reason, owner, instrument: word.instrument, into: &events)
            return
        }
        let currency = boards[Int(word.instrument)].currency
        ledger.post(
            block, from: AccountIndex(owner, currency, .free),
            to: AccountIndex(owner, currency, .blocked))
        if word.receipt != 0 { receipts.block(word.receipt, word.quantity) }
        proposals.registered += 1
        let proposal = Proposal(
            number: proposals.registered, owner: owner, sender: word.sender,
            counterparty: word.counterparty, instrument: word.instrument, side: word.side,
            isResident: firms[Int(owner)].isResident, price: word.price,
            quantity: word.quantity, receipt: word.receipt, blocked: block)
        events.append(
            SectionEvent(
                .dealRegistered, side: word.side, instrument: word.instrument,
                participant: owner, counterparty: word.counterparty, price: word.price,
                quantity: word.quantity, amount: block, subject: proposal.number))
        guard let place = proposals.waiting.firstIndex(where: proposal.agrees) else {
            proposals.waiting.append(proposal)
            return
        }
        match(proposal, proposals.waiting.remove(at: place), into: &events)
    }

    private mutating func match(
        _ one: Proposal, _ other: Proposal, into events: inout SectionEvents
    ) {
        let (buyer, seller) = one.side == .buy ? (one, other) : (other, one)
        let made = conclude(
            DealTerms(
                instrument: one.instrument, price: one.price, quantity: one.quantity,
                source: .negotiated),
            buyer: DealSide(
                owner: buyer.owner, isResident: buyer.isResident, blocked: buyer.blocked),
            seller: DealSide(
                owner: seller.owner, isResident: seller.isResident, blocked: seller.blocked,
                receipt: seller.receipt))
        events.append(
            SectionEvent(
                .dealMatched, instrument: one.instrument, participant: buyer.owner,
                counterparty: seller.owner, price: one.price, quantity: one.quantity,
                amount: made.value, subject: made.contract))
    }

    private func refusal(
        of word: DealProposal, _ owner: ParticipantIndex, _ block: inout Money
    ) -> SectionReason {
        guard isKnown(word.sender) && isKnown(owner) else {
            return SectionReason(.unknownParticipant)
        }
        guard isKnown(word.counterparty) && word.counterparty != owner else {
            return SectionReason(.noCounterparty)
        }
        let board = Int(word.instrument)
        guard board < boards.count else { return SectionReason(.unknownInstrument) }
        guard boards[board].hasBook || boards[board].mode == .negotiated else {
            return SectionReason(.wrongMode)
        }
        guard allowed.contains(.deal) else { return refusalByPhase(.deal) }
        let reason = admission(of: owner, by: word.sender, to: boards[board].group)
        guard reason == .none else { return reason }
        guard boards[board].permits(word.price, word.quantity) else {
            return SectionReason(.outsideBand)
        }
        let currency = boards[board].currency
        let rule = boards[board].rule(
            isResident: firms[Int(owner)].isResident, isCovered: word.receipt != 0)
        guard let value = DepositRule.value(word.price, word.quantity, rule.tickValue) else {
            return SectionReason(.valueOutOfRange)
        }
        for limit in [boards[board].largestOrderValue, firms[Int(owner)].limits.value]
        where limit > 0 && value > limit { return SectionReason(.orderValueLimit) }
        if word.receipt != 0 {
            if word.side == .buy { return SectionReason(.receiptOnPurchase) }
            if let refusal = receipts.refusal(
                word.receipt, owner, word.instrument, word.quantity, at: clock)
            {
                return SectionReason(refusal)
            }
        }
        block = rule.block(value)
        if ledger[AccountIndex(owner, currency, .free)] >= block { return .none }
        return SectionReason(hasDeposit(owner, currency) ? .insufficientDeposit : .noDeposit)
    }

    /// A side takes back what it registered; the house (0) may do so for it.
    mutating func withdrawDeal(
        _ number: UInt64, by sender: ParticipantIndex, into events: inout SectionEvents
    ) {
        let place = proposals.waiting.firstIndex {
            $0.number == number
                && (sender == 0 || $0.sender == sender || $0.owner == sender)
        }
        guard let place else {
            refuseCommand(
                SectionReason(.unknownProposal), sender, subject: number, into: &events)
            return
        }
        drop(proposals.waiting.remove(at: place), into: &events)
    }

    /// All registered deals are over, as at a session's end.
    mutating func dropProposals(into events: inout SectionEvents) {
        let all = proposals.waiting
        proposals.waiting = []
        for proposal in all { drop(proposal, into: &events) }
    }

    private mutating func drop(_ proposal: Proposal, into events: inout SectionEvents) {
        let currency = boards[Int(proposal.instrument)].currency
        ledger.post(
            proposal.blocked, from: AccountIndex(proposal.owner, currency, .blocked),
            to: AccountIndex(proposal.owner, currency, .free))
        if proposal.receipt != 0 { receipts.block(proposal.receipt, -proposal.quantity) }
        events.append(
            SectionEvent(
                .dealWithdrawn, side: proposal.side, instrument: proposal.instrument,
                participant: proposal.owner, counterparty: proposal.counterparty,
                price: proposal.price, quantity: proposal.quantity, amount: proposal.blocked,
                subject: proposal.number))
    }
}

extension Board {
    /// Whether a deal may be registered at a price and quantity.
    func permits(_ price: Ticks, _ quantity: Quantity) -> Bool {
        (1...BookLimits.largestPrice).contains(price)
            && (1...BookLimits.largestQuantity).contains(quantity)
            && bands.fixed?.contains(price) ?? true && bands.entry?.contains(price) ?? true
    }
}
