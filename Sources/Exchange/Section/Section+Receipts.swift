extension Section {
    /// Issues, moves, merges and withdraws warehouse receipts.
    mutating func alterReceipts(_ action: SectionAction, into events: inout SectionEvents) {
        do throws(ReceiptFault) {
            switch action {
            case .issueReceipt(let issue): try self.issue(issue, into: &events)
            case .moveReceipt(let move): try self.move(move, into: &events)
            case .mergeReceipts(let owner, let first, let second):
                try receipts.merge(first, with: second, by: owner)
                events.append(
                    SectionEvent(.receiptsMerged, participant: owner, subject: first))
            case .withdrawReceipt(let owner, let receipt, let quantity):
                try receipts.withdraw(receipt, by: owner, quantity: quantity)
                events.append(
                    SectionEvent(
                        .receiptWithdrawn, participant: owner, quantity: quantity,
                        subject: receipt))
            default: break
            }
        } catch {
            refuseCommand(
                SectionReason(error.refusal), Self.owner(action),
                subject: Self.receipt(action), into: &events)
        }
    }

    private mutating func issue(
        _ issue: ReceiptIssue, into events: inout SectionEvents
    ) throws(ReceiptFault) {
        guard isKnown(issue.owner) else {
            refuseCommand(SectionReason(.unknownParticipant), issue.owner, into: &events)
            return
        }
        guard Int(issue.instrument) < instruments.count else {
            refuseCommand(
                SectionReason(.unknownInstrument), issue.owner, instrument: issue.instrument,
                into: &events)
            return
        }
        let number = try receipts.issue(
            owner: issue.owner, instrument: issue.instrument, quantity: issue.quantity,
            voucher: issue.voucher, validTo: issue.validTo)
        tellIssued(number, issue.quantity, into: &events)
    }

    private mutating func move(
        _ move: ReceiptMove, into events: inout SectionEvents
    ) throws(ReceiptFault) {
        guard move.receiver == 0 || isKnown(move.receiver) else {
            refuseCommand(SectionReason(.unknownParticipant), move.receiver, into: &events)
            return
        }
        let receiver = move.receiver == 0 ? move.owner : move.receiver
        let number = try receipts.transfer(
            move.receipt, by: move.owner, quantity: move.quantity, to: receiver)
        tellIssued(number, move.quantity, from: move.owner, into: &events)
    }

    func tellIssued(
        _ number: UInt64, _ quantity: Quantity, from: ParticipantIndex = 0,
        into events: inout SectionEvents
    ) {
        guard let place = receipts.position(of: number) else { return }
        let receipt = receipts.receipts[place]
        events.append(
            SectionEvent(
                .receiptIssued, instrument: receipt.instrument, participant: receipt.owner,
                counterparty: from, quantity: quantity, subject: number))
    }

    private static func owner(_ action: SectionAction) -> ParticipantIndex {
        switch action {
        case .issueReceipt(let issue): issue.owner
        case .moveReceipt(let move): move.owner
        case .mergeReceipts(let owner, _, _), .withdrawReceipt(let owner, _, _): owner
        default: 0
        }
    }

    private static func receipt(_ action: SectionAction) -> UInt64 {
        switch action {
        case .moveReceipt(let move): move.receipt
        case .mergeReceipts(_, _, let second): second
        case .withdrawReceipt(_, let receipt, _): receipt
        default: 0
        }
    }
}
