internal import Exchange

extension Auditor {
    // MARK: Money

    mutating func pay(_ event: SectionEvent, _ action: SectionAction) throws(Finding) {
        let payment: Payment
        let sign: Int128
        switch (event.kind, action) {
        case (.paidIn, .payIn(let paid)): (payment, sign) = (paid, 1)
        case (.paidOut, .payOut(let paid)), (.feeCharged, .chargeFee(let paid)):
            (payment, sign) = (paid, -1)
        default: throw wrong("money", event, "nobody asked for this")
        }
        guard event.participant == payment.participant, event.amount == payment.amount,
            event.subject == payment.voucher
        else { throw wrong("money", event, "it isn't what was paid") }
        let amount = sign * Int128(payment.amount)
        let purse = Purse(owner: payment.participant, currency: payment.currency)
        money[purse, default: 0] += amount
        if event.kind == .feeCharged {
            fees[payment.currency, default: 0] -= amount
        } else {
            deposits[payment.currency, default: 0] += amount
        }
        if event.kind == .paidOut && money[purse, default: 0] < 0 {
            throw wrong("money", event, "more was paid out than there was")
        }
    }

    // MARK: Goods

    mutating func moveGoods(_ event: SectionEvent) throws(Finding) {
        if event.kind == .receiptIssued {
            receiptGoods[event.subject] = event.instrument
            goods[Holding(owner: event.participant, instrument: event.instrument), default: 0] +=
                Int128(event.quantity)
            if event.counterparty != 0 {
                try takeGoods(event.counterparty, event.instrument, event)
            }
        } else {
            guard let instrument = receiptGoods[event.subject] else {
                throw wrong("goods", event, "there was never such a receipt")
            }
            try takeGoods(event.participant, instrument, event)
        }
    }

    private mutating func takeGoods(
        _ owner: ParticipantIndex, _ instrument: InstrumentIndex, _ event: SectionEvent
    ) throws(Finding) {
        let holding = Holding(owner: owner, instrument: instrument)
        let left = goods[holding, default: 0] - Int128(event.quantity)
        guard left >= 0 else { throw wrong("goods", event, "\(owner) hasn't so many") }
        goods[holding] = left
    }

    // MARK: Registered deals

    mutating func propose(
        _ event: SectionEvent, _ action: SectionAction
    ) throws(Finding) {
        switch (event.kind, action) {
        case (.dealRegistered, .registerDeal(let word)):
            let owner = word.client == 0 ? word.sender : word.client
            guard event.participant == owner, event.price == word.price,
                event.quantity == word.quantity, event.counterparty == word.counterparty,
                event.instrument == word.instrument, event.side == word.side,
                proposals[event.subject] == nil
            else { throw wrong("deals", event, "it isn't what was registered") }
            proposals[event.subject] = word
        case (.dealWithdrawn, _):
            guard proposals.removeValue(forKey: event.subject) != nil else {
                throw wrong("deals", event, "it isn't registered")
            }
        case (.dealMatched, .registerDeal(let word)): try match(word, event)
        default: throw wrong("deals", event, "nobody asked for this")
        }
    }

    private mutating func match(
        _ word: DealProposal, _ event: SectionEvent
    ) throws(Finding) {
        let owner = word.client == 0 ? word.sender : word.client
        let numbers = proposals.keys.sorted()
        // The newest is the one that was just registered.
        guard let own = numbers.last,
            let other = numbers.dropLast().first(where: { number in
                guard let waiting = proposals[number] else { return false }
                let across = waiting.client == 0 ? waiting.sender : waiting.client
                return across == word.counterparty && waiting.counterparty == owner
                    && waiting.side != word.side && waiting.instrument == word.instrument
                    && waiting.price == word.price && waiting.quantity == word.quantity
            }), let waiting = proposals[other]
        else { throw wrong("deals", event, "nobody registered the other side") }
        proposals[own] = nil
        proposals[other] = nil
        let (buyer, seller) =
            word.side == .buy ? (owner, word.counterparty) : (word.counterparty, owner)
        guard event.participant == buyer, event.counterparty == seller,
            event.price == word.price, event.quantity == word.quantity
        else { throw wrong("deals", event, "it isn't what was registered") }
        try makeContract(
            event, buyer: buyer, seller: seller,
            buyerResident: try participant(buyer).isResident,
            sellerResident: try participant(seller).isResident,
            receipt: word.side == .sell ? word.receipt : waiting.receipt)
    }

    // MARK: Auctions

    mutating func auction(
        _ event: SectionEvent, _ action: SectionAction
    ) throws(Finding) {
        switch event.kind {
        case .auctionListed:
            guard case .listAuction(let listing) = action, auctions[event.subject] == nil,
                event.participant == listing.owner, event.quantity == listing.lot.quantity
            else { throw wrong("auctions", event, "it isn't what was listed") }
            var isReverse = false
            if case .open(let terms) = listing.terms { isReverse = terms.direction == .descending }
            auctions[event.subject] = AuctionFact(
                owner: listing.owner, instrument: listing.lot.instrument,
                left: listing.lot.quantity, receipt: listing.receipt, isReverse: isReverse)
        case .lotSold: try sell(event)
        default:
            guard auctions.removeValue(forKey: event.subject) != nil else {
                throw wrong("auctions", event, "it isn't on")
            }
        }
    }

    private mutating func sell(_ event: SectionEvent) throws(Finding) {
        guard let fact = auctions[event.order], event.quantity > 0,
            event.quantity <= fact.left, event.instrument == fact.instrument
        else { throw wrong("auctions", event, "the lot hasn't so much") }
        let owner = fact.isReverse ? event.participant : event.counterparty
        guard owner == fact.owner, event.participant != event.counterparty else {
            throw wrong("auctions", event, "the lot is \(fact.owner)'s")
        }
        auctions[event.order]?.left -= event.quantity
        try makeContract(
            event, buyer: event.participant, seller: event.counterparty,
            buyerResident: try participant(event.participant).isResident,
            sellerResident: try participant(event.counterparty).isResident,
            receipt: fact.isReverse ? 0 : fact.receipt)
    }
}
