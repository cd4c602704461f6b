internal import BasicContainers

extension Section {
    /// A party, or the house (0), does a step of a contract.
    mutating func step(
        _ number: UInt64, _ step: ContractStep, by sender: ParticipantIndex,
        into events: inout SectionEvents
    ) {
        guard let place = contracts.position(of: number) else {
            refuseCommand(
                SectionReason(.unknownContract), sender, subject: number, into: &events)
            return
        }
        let contract = contracts[place]
        guard let actor = actor(sender, in: contract, step) else {
            refuseCommand(SectionReason(.notAParty), sender, subject: number, into: &events)
            return
        }
        if let refusal = contract.refusal(of: step, by: actor) {
            refuseCommand(
                SectionReason(refusal), sender, instrument: contract.instrument,
                subject: number, into: &events)
            return
        }
        let terms = instruments[Int(contract.instrument)].deadlines
        contracts[place].take(step, by: actor, at: clock, terms)
        settleMarks(contract, contracts[place])
        let side = actor == .house ? nil : actor
        if step == .endByAgreement && contracts[place].state != .ended || step == .keep {
            events.append(
                SectionEvent(
                    .endOffered, side: actor == .buyer ? .buy : .sell,
                    instrument: contract.instrument, participant: sender,
                    quantity: step == .keep ? 0 : 1, subject: number))
            return
        }
        settleStep(place, step, side, from: contract.state, into: &events)
    }

    /// Which side somebody is on: itself, its broker, or the house. Who is on both does the step
    /// for the side that may do it now.
    private func actor(
        _ sender: ParticipantIndex, in contract: Contract, _ step: ContractStep
    ) -> ContractActor? {
        if sender == 0 { return .house }
        let sides = [ContractActor.buyer, .seller].filter {
            let party = contract.participant($0)
            return party == sender || firms[Int(party)].broker == sender
        }
        return sides.first { contract.refusal(of: step, by: $0) == nil } ?? sides.first
    }

    /// Tells of a step that was taken, and moves what it moves.
    private mutating func settleStep(
        _ place: Int, _ step: ContractStep, _ side: ContractActor?, from before: ContractState,
        into events: inout SectionEvents
    ) {
        let contract = contracts[place]
        events.append(
            SectionEvent(
                .contractStepped, side: side == .seller ? .sell : .buy,
                instrument: contract.instrument, participant: contract.buyer,
                counterparty: contract.seller, quantity: Int64(contract.state.rawValue),
                remaining: Int64(step.rawValue), subject: contract.number))
        switch contract.state {
        case .concluded: break
        case .signed, .paid, .shipped: contracts.reschedule(place)
        case .accepted:
            contracts.reschedule(place)
            handOver(contract, into: &events)
        case .closed: releaseSecurities(place)
        case .ended:
            releaseSecurities(place)
            releaseGoods(contract)
        case .defaulted:
            payPenalty(place, by: step == .defaultOfBuyer ? .buyer : .seller, into: &events)
            releaseSecurities(place)
            // What the buyer has accepted is his, also if the house calls a default after that.
            if before != .accepted { releaseGoods(contract) }
        }
    }

    /// A firm is counted as overdue once for each contract and side.
    private mutating func settleMarks(_ before: Contract, _ after: Contract) {
        for side in [ContractActor.buyer, .seller] {
            let firm = Int(before.participant(side))
            switch (before.isOverdue(side), after.isOverdue(side)) {
            case (false, true): firms[firm].overdue += 1
            case (true, false): firms[firm].overdue -= 1
            default: break
            }
        }
    }

    /// Accepted goods that lay on a receipt are the buyer's, on a receipt of his own.
    private mutating func handOver(_ contract: Contract, into events: inout SectionEvents) {
        guard contract.receipt != 0 else { return }
        let number = receipts.handOver(
            contract.receipt, contract.quantity, to: contract.buyer)
        tellIssued(number, contract.quantity, from: contract.seller, into: &events)
    }

    private mutating func releaseGoods(_ contract: Contract) {
        if contract.receipt != 0 { receipts.release(contract.receipt, contract.quantity) }
    }

    private mutating func releaseSecurities(_ place: Int) {
        let contract = contracts[place]
        let currency = boards[Int(contract.instrument)].currency
        for side in [ContractActor.buyer, .seller] {
            let owner = contract.participant(side)
            ledger.post(
                contract.security(side), from: AccountIndex(owner, currency, .security),
                to: AccountIndex(owner, currency, .free))
        }
        contracts[place].buyerSecurity = 0
        contracts[place].sellerSecurity = 0
    }

    /// All of the defaulter's security goes to the other side.
    private mutating func payPenalty(
        _ place: Int, by side: ContractActor, into events: inout SectionEvents
    ) {
        let contract = contracts[place]
        let currency = boards[Int(contract.instrument)].currency
        let (owner, other) = (
            contract.participant(side), contract.participant(side.opposite)
        )
        let penalty = contract.security(side)
        ledger.post(
            penalty, from: AccountIndex(owner, currency, .security),
            to: AccountIndex(other, currency, .free))
        if side == .buyer {
            contracts[place].buyerSecurity = 0
        } else {
            contracts[place].sellerSecurity = 0
        }
        events.append(
            SectionEvent(
                .penaltyPaid, side: side == .buyer ? .buy : .sell,
                instrument: contract.instrument, participant: owner, counterparty: other,
                amount: penalty, subject: contract.number))
    }

    /// Those who let a deadline pass are overdue; a contract with no claims closes.
    mutating func meetContractDeadlines(into events: inout SectionEvents) {
        while let place = contracts.nextDue(through: clock) {
            let contract = contracts[place]
            if contract.state == .accepted {
                let terms = instruments[Int(contract.instrument)].deadlines
                contracts[place].take(.close, by: .house, at: clock, terms)
                settleStep(place, .close, nil, from: .accepted, into: &events)
                continue
            }
            contracts[place].marks |= contract.awaited << 4
            settleMarks(contract, contracts[place])
            for side in [ContractActor.buyer, .seller]
            where contracts[place].isOverdue(side) && !contract.isOverdue(side) {
                events.append(
                    SectionEvent(
                        .contractOverdue, side: side == .buyer ? .buy : .sell,
                        instrument: contract.instrument,
                        participant: contract.participant(side),
                        counterparty: contract.participant(side.opposite),
                        subject: contract.number))
            }
        }
    }
}
