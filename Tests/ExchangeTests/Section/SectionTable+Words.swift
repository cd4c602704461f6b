import Exchange

extension SectionTable {
    /// What a table says of an event; empty for events that no table needs.
    func describe(_ event: SectionEvent) -> String {
        let reason = event.reason.name
        let lots = "\(event.quantity)@\(event.price)"
        switch event.kind {
        case .accepted: return "ok \(event.counter) \(lots) blocks \(event.amount)"
        case .refused, .commandRefused, .cancelRefused, .replaceRefused: return "no: \(reason)"
        case .repeated:
            return reason.isEmpty
                ? "again \(event.counter), \(event.remaining) open" : "again no: \(reason)"
        case .dealt, .dealtInCall:
            let (first, second) = (code(event.participant), code(event.counterparty))
            let verb = event.side == .buy ? "buys from" : "sells to"
            return "\(first) \(verb) \(second) \(lots), contract \(event.subject)"
        case .cancelled:
            return "\(event.counter) cancelled (\(reason)) frees \(event.amount)"
        case .replaced: return "\(event.counter) now \(lots) blocks \(event.amount)"
        case .reduced:
            return "\(event.counter) reduced to \(event.quantity) blocks \(event.amount)"
        case .triggered: return "\(event.counter) woken"
        case .halted: return "halt at \(event.price)"
        case .uncrossed: return reason.isEmpty ? "cross \(lots)" : "cross nothing"
        case .paidIn:
            return "in \(event.amount)"
                + (event.remaining > 0 ? ", \(event.remaining) for fees" : "")
        case .paidOut: return "out \(event.amount)"
        case .feeCharged:
            return "fee \(event.amount)" + (event.remaining > 0 ? ", owes \(event.remaining)" : "")
        case .receiptIssued:
            return "receipt \(event.subject): \(event.quantity) of \(code(event.participant))"
        case .receiptWithdrawn: return "withdrawn \(event.quantity)"
        case .receiptsMerged: return "merged \(event.subject)"
        case .dealRegistered: return "registered \(event.subject) blocks \(event.amount)"
        case .dealWithdrawn: return "dropped \(event.subject) frees \(event.amount)"
        case .dealMatched:
            return "\(code(event.participant)) buys from \(code(event.counterparty)) \(lots), "
                + "contract \(event.subject)"
        case .contractStepped:
            let state = ContractState(rawValue: UInt8(event.quantity))
            return "contract \(event.subject) \(state.map { "\($0)" } ?? "?")"
        case .endOffered:
            return event.quantity == 1 ? "end offered" : "end not offered any more"
        case .contractOverdue: return "\(code(event.participant)) overdue"
        case .penaltyPaid:
            return "\(code(event.participant)) pays \(code(event.counterparty)) \(event.amount)"
        case .forgotten: return "forgot \(event.quantity)"
        case .sessionPlanned: return "session \(event.subject) from \(event.remaining)"
        case .phaseEntered:
            let phase = PhaseKind(rawValue: UInt8(event.quantity))
            return phase.map { "\($0)" } ?? "?"
        case .sessionHalted: return "session halted"
        case .sessionResumed: return "resumed until \(event.remaining)"
        case .sessionExtended: return "extended until \(event.remaining)"
        case .sessionCancelled: return "session cancelled"
        case .sessionClosed: return "session closed"
        case .callStarted: return "call until \(event.remaining)"
        case .auctionListed: return "auction \(event.subject) blocks \(event.amount)"
        case .lotSold:
            return "\(code(event.participant)) buys from \(code(event.counterparty)) \(lots), "
                + "contract \(event.subject)"
        case .bidLeading: return "\(code(event.participant)) leads at \(event.price)"
        case .outbid: return "\(code(event.participant)) outbid"
        case .auctionExtended: return "extended until \(event.remaining)"
        case .auctionOpened: return "auction \(event.subject) open"
        case .auctionEnded: return "auction over" + (reason.isEmpty ? "" : " (\(reason))")
        case .bidRefused: return "no: \(reason)"
        case .clockStopped: return "\(code(event.participant)) stops at \(event.price)"
        case .bidSealed: return "sealed"
        case .bidUnsealed: return "best \(code(event.participant)) \(event.price)"
        case .clockFell: return "clock \(event.price)"
        case .sealWithdrawn: return "seal withdrawn"
        case .bidRetracted: return "retracted"
        case .auctionHalted: return "auction halted"
        case .auctionResumed: return "auction goes on"
        case .bidTaken, .stageEntered: return ""
        case .instrumentSet, .participantSet, .suspensionSet, .killSwitchSet, .bookEntered:
            return ""
        }
    }

    func code(_ participant: ParticipantIndex) -> String {
        section.participants[Int(participant)].code
    }

    /// Answers a question about the section; nil if the row isn't one.
    func asked(_ words: [String]) -> String? {
        switch words[0] {
        case "money":
            return section.balances(of: firm(words[1])).map { balance in
                [
                    "\(balance.free) free",
                    balance.blocked > 0 ? "\(balance.blocked) blocked" : "",
                    balance.security > 0 ? "\(balance.security) security" : "",
                    balance.owed > 0 ? "\(balance.owed) owed" : "",
                ].filter { !$0.isEmpty }.joined(separator: " ")
            }.joined(separator: " / ")
        case "house" where words.count == 1:
            let house = section.house(RecordedCurrency.rouble)
            return "\(house.deposits) on deposit, \(house.fees) fees"
        case "contract":
            guard let contract = section.contract(UInt64(words[1]) ?? 0) else { return "none" }
            return "\(contract.state) \(contract.quantity)@\(contract.price) "
                + "\(code(contract.buyer)) \(contract.buyerSecurity) + \(contract.buyerFee), "
                + "\(code(contract.seller)) \(contract.sellerSecurity) + \(contract.sellerFee)"
                + (contract.isTransit ? ", transit" : "")
        case "receipts":
            return section.warehouseReceipts.map {
                "\($0.number) \(code($0.owner)) \($0.free)+\($0.blocked)+\($0.committed)"
            }.joined(separator: ", ")
        case "quotes":
            return section.quotations.filter { !$0.isEmpty }.map { row in
                let prices = [row.open, row.high, row.low, row.last, row.bestBid, row.bestOffer]
                return prices.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " ")
                    + ", \(row.market.deals)+\(row.negotiated.deals) deals, "
                    + "\(row.market.volume) lots for \(row.market.value), "
                    + "\(row.transit.deals) in transit"
            }.joined(separator: "; ")
        case "book":
            return [Side.buy, .sell].map { side in
                let depths = section.depths(0, side)
                return depths.isEmpty
                    ? "-" : depths.map { "\($0.quantity)@\($0.price)" }.joined(separator: " ")
            }.joined(separator: " / ")
        default: return nil
        }
    }
}
