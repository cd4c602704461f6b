internal import BasicContainers

extension Section {
    /// Lists a lot. Its owner's deposit, or a receipt, stands behind it from now on.
    mutating func listAuction(_ listing: AuctionListing, into events: inout SectionEvents) {
        var block: Money = 0
        var price: Ticks = 0
        let board = Int(listing.lot.instrument)
        let reason = refusal(of: listing, &price, &block)
        guard reason == .none, let state = Self.state(of: listing) else {
            let unsound = SectionReason(.unsoundRecord)
            refuseCommand(
                reason == .none ? unsound : reason, listing.owner,
                instrument: listing.lot.instrument, into: &events)
            return
        }
        move(block, listing.owner, boards[board].currency, from: .free, to: .blocked)
        if listing.receipt != 0 { receipts.block(listing.receipt, listing.lot.quantity) }
        auctions.listed += 1
        auctions.running.append(
            SectionAuction(
                number: auctions.listed, lot: listing.lot, owner: listing.owner,
                ownerIsResident: firms[Int(listing.owner)].isResident, receipt: listing.receipt,
                ownerBlock: block, ownerPrice: price, left: listing.lot.quantity, state: state))
        events.append(
            SectionEvent(
                .auctionListed, instrument: listing.lot.instrument, participant: listing.owner,
                price: price, quantity: listing.lot.quantity, amount: block,
                subject: auctions.listed))
        refreshDue()
    }

    /// Something is done in an auction.
    mutating func actInAuction(
        _ number: UInt64, _ act: AuctionAct, by sender: ParticipantIndex,
        for client: ParticipantIndex, into events: inout SectionEvents
    ) {
        guard let place = auctions.running.firstIndex(where: { $0.number == number }) else {
            refuseCommand(
                SectionReason(.unknownAuction), sender, subject: number, into: &events)
            return
        }
        let bidder = client == 0 || sender == 0 ? sender : client
        let reason = sender == 0 ? .none : refusal(of: act, place, bidder, sender)
        guard reason == .none else {
            tellRefused(reason, place, bidder, into: &events)
            return
        }
        var auction = auctions.running[place]
        var steps: [AuctionEvent] = []
        let cover = cover(act, &auction, bidder)
        guard cover == .none else {
            tellRefused(cover, place, bidder, into: &events)
            return
        }
        guard auction.perform(act, by: bidder, at: clock, into: &steps) else {
            settle(&auction, [], into: &events)
            auctions.running[place] = auction
            tellRefused(SectionReason(.wrongAct), place, bidder, into: &events)
            return
        }
        settle(&auction, steps, into: &events)
        auctions.running[place] = auction
        removeEndedAuctions()
    }

    /// Whatever of the auctions is due happens, one auction after the other.
    mutating func advanceAuctions(into events: inout SectionEvents) {
        for place in auctions.running.indices {
            guard let due = auctions.running[place].nextDue, due <= clock else { continue }
            var auction = auctions.running[place]
            var steps: [AuctionEvent] = []
            auction.advance(to: clock, into: &steps)
            settle(&auction, steps, into: &events)
            auctions.running[place] = auction
        }
        removeEndedAuctions()
    }

    /// Halts, resumes or cancels all auctions with their session; what can't be done in one isn't told.
    mutating func changeAuctions(_ act: AuctionAct, into events: inout SectionEvents) {
        for place in auctions.running.indices {
            var auction = auctions.running[place]
            var steps: [AuctionEvent] = []
            guard auction.perform(act, by: 0, at: clock, into: &steps) else { continue }
            settle(&auction, steps.filter { $0.kind != .refused }, into: &events)
            auctions.running[place] = auction
        }
        removeEndedAuctions()
    }

    private mutating func removeEndedAuctions() {
        auctions.running.removeAll(where: \.isOver)
        refreshDue()
    }

    // MARK: Refusals

    private func refusal(
        of listing: AuctionListing, _ price: inout Ticks, _ block: inout Money
    ) -> SectionReason {
        let board = Int(listing.lot.instrument)
        guard isKnown(listing.owner) else { return SectionReason(.unknownParticipant) }
        guard board < boards.count else { return SectionReason(.unknownInstrument) }
        guard listing.lot.isSound else { return SectionReason(.unsoundRecord) }
        let form: TradingMode
        switch listing.terms {
        case .open(let terms):
            form = terms.direction == .ascending ? .english : .reverse
            price = terms.start
        case .dutch(let terms):
            form = .dutch
            price = terms.start
            guard terms.floor > 0 else { return SectionReason(.priceNotPositive) }
        }
        guard boards[board].mode == form else { return SectionReason(.wrongMode) }
        guard price > 0 else { return SectionReason(.priceNotPositive) }
        let reason = admission(
            of: listing.owner, by: brokerOrSelf(listing.owner), to: boards[board].group)
        guard reason == .none else { return reason }
        if listing.receipt != 0 {
            if form == .reverse { return SectionReason(.receiptOnPurchase) }
            if let refusal = receipts.refusal(
                listing.receipt, listing.owner, listing.lot.instrument, listing.lot.quantity,
                at: clock)
            {
                return SectionReason(refusal)
            }
        }
        let rule = boards[board].rule(
            isResident: firms[Int(listing.owner)].isResident, isCovered: listing.receipt != 0)
        guard
            let value = DepositRule.value(
                min(price, BookLimits.largestPrice), listing.lot.quantity, rule.tickValue)
        else { return SectionReason(.valueOutOfRange) }
        block = rule.block(value)
        return refusalByDeposit(listing.owner, boards[board].currency, block)
    }

    private func brokerOrSelf(_ participant: ParticipantIndex) -> ParticipantIndex {
        let broker = firms[Int(participant)].broker
        return broker == 0 ? participant : broker
    }

    /// Whether a free deposit covers an amount.
    private func refusalByDeposit(
        _ owner: ParticipantIndex, _ currency: UInt8, _ amount: Money
    ) -> SectionReason {
        if ledger[AccountIndex(owner, currency, .free)] >= amount { return .none }
        return SectionReason(hasDeposit(owner, currency) ? .insufficientDeposit : .noDeposit)
    }

    private func refusal(
        of act: AuctionAct, _ place: Int, _ bidder: ParticipantIndex,
        _ sender: ParticipantIndex
    ) -> SectionReason {
        guard isKnown(sender) && isKnown(bidder) else {
            return SectionReason(.unknownParticipant)
        }
        guard allowed.contains(.bid) else { return refusalByPhase(.bid) }
        let group = boards[Int(auctions.running[place].lot.instrument)].group
        return admission(of: bidder, by: sender, to: group)
    }

    private static func state(of listing: AuctionListing) -> AuctionState? {
        do {
            switch listing.terms {
            case .open(var terms):
                terms.owner = listing.owner
                terms.quantity = listing.lot.quantity
                return .open(try OpenAuction(terms))
            case .dutch(var terms):
                terms.owner = listing.owner
                terms.quantity = listing.lot.quantity
                return .dutch(try DutchAuction(terms))
            }
        } catch {
            return nil
        }
    }

    // MARK: Deposits

    /// Blocks what an act binds to, on top of what the bidder has blocked already.
    private mutating func cover(
        _ act: AuctionAct, _ auction: inout SectionAuction, _ bidder: ParticipantIndex
    ) -> SectionReason {
        guard bidder != 0, let bound = auction.exposure(if: act, by: bidder) else { return .none }
        guard bound.price > 0 else { return SectionReason(.priceNotPositive) }
        guard bound.price <= BookLimits.largestPrice,
            (1...BookLimits.largestQuantity).contains(bound.quantity)
        else { return SectionReason(.unsoundRecord) }
        let board = Int(auction.lot.instrument)
        let isResident = firms[Int(bidder)].isResident
        let rule = boards[board].rule(isResident: isResident, isCovered: false)
        guard let value = DepositRule.value(bound.price, bound.quantity, rule.tickValue) else {
            return SectionReason(.valueOutOfRange)
        }
        let place = auction.blocks.firstIndex { $0.participant == bidder }
        let more = max(0, rule.block(value) - (place.map { auction.blocks[$0].amount } ?? 0))
        let reason = refusalByDeposit(bidder, boards[board].currency, more)
        guard reason == .none else { return reason }
        move(more, bidder, boards[board].currency, from: .free, to: .blocked)
        if let place {
            auction.blocks[place].amount += more
        } else {
            let next = auction.blocks.firstIndex { $0.participant > bidder }
            auction.blocks.insert(
                BidBlock(participant: bidder, isResident: isResident, amount: more),
                at: next ?? auction.blocks.count)
        }
        return .none
    }

    private mutating func move(
        _ amount: Money, _ owner: ParticipantIndex, _ currency: UInt8,
        from: AccountPurpose, to: AccountPurpose
    ) {
        ledger.post(
            amount, from: AccountIndex(owner, currency, from),
            to: AccountIndex(owner, currency, to))
    }

    /// After every act: deals become contracts, and whoever is no longer bound, or to less, has the
    /// rest of the deposit back.
    private mutating func settle(
        _ auction: inout SectionAuction, _ steps: [AuctionEvent],
        into events: inout SectionEvents
    ) {
        for step in steps {
            if step.kind == .sold {
                sell(&auction, step, into: &events)
            } else {
                tell(step, auction, into: &events)
            }
        }
        releaseBids(&auction)
        guard auction.isOver else { return }
        let currency = boards[Int(auction.lot.instrument)].currency
        move(auction.ownerBlock, auction.owner, currency, from: .blocked, to: .free)
        auction.ownerBlock = 0
        if auction.receipt != 0 { receipts.block(auction.receipt, -auction.left) }
    }

    private mutating func releaseBids(_ auction: inout SectionAuction) {
        let board = Int(auction.lot.instrument)
        let exposures = auction.exposures
        for place in auction.blocks.indices {
            let block = auction.blocks[place]
            let rule = boards[board].rule(isResident: block.isResident, isCovered: false)
            var need: Money = 0
            for bound in exposures where bound.participant == block.participant {
                let value = DepositRule.value(bound.price, bound.quantity, rule.tickValue)
                need = rule.block(value ?? DepositRule.largestValue)
            }
            let spare = max(0, block.amount - need)
            move(spare, block.participant, boards[board].currency, from: .blocked, to: .free)
            auction.blocks[place].amount -= spare
        }
        auction.blocks.removeAll { block in
            block.amount == 0 && !exposures.contains { $0.participant == block.participant }
        }
    }

    /// The lot, or a part of it, is sold: a contract with what stood behind both sides.
    private mutating func sell(
        _ auction: inout SectionAuction, _ step: AuctionEvent, into events: inout SectionEvents
    ) {
        let board = Int(auction.lot.instrument)
        let rest = auction.left - step.quantity
        let rule = boards[board].rule(
            isResident: auction.ownerIsResident, isCovered: auction.receipt != 0)
        let value = DepositRule.value(auction.ownerPrice, max(1, rest), rule.tickValue)
        let kept = rest == 0 ? 0 : rule.block(value ?? DepositRule.largestValue)
        let owner = DealSide(
            owner: auction.owner, isResident: auction.ownerIsResident,
            blocked: auction.ownerBlock - kept, receipt: auction.receipt)
        auction.ownerBlock = kept
        auction.left = rest
        let place = auction.blocks.firstIndex { $0.participant == step.participant }
        var winner = DealSide(
            owner: step.participant, isResident: firms[Int(step.participant)].isResident,
            blocked: 0)
        if let place {
            winner.isResident = auction.blocks[place].isResident
            winner.blocked = auction.blocks[place].amount
            auction.blocks[place].amount = 0
        }
        let (buyer, seller) = auction.isReverse ? (owner, winner) : (winner, owner)
        let source: ContractSource =
            auction.isReverse ? .reverse : boards[board].mode == .dutch ? .dutch : .english
        let made = conclude(
            DealTerms(
                instrument: auction.lot.instrument, price: step.price,
                quantity: step.quantity, source: source),
            buyer: buyer, seller: seller)
        events.append(
            SectionEvent(
                .lotSold, instrument: auction.lot.instrument, participant: buyer.owner,
                counterparty: seller.owner, order: auction.number, price: step.price,
                quantity: step.quantity, remaining: step.remaining, amount: made.value,
                subject: made.contract))
    }

    // MARK: Events

    private func tell(
        _ step: AuctionEvent, _ auction: SectionAuction, into events: inout SectionEvents
    ) {
        guard let kind = SectionEventKind(rawValue: 100 + step.kind.rawValue) else { return }
        let quantity = step.kind == .stageEntered ? Int64(step.stage?.rawValue ?? 0) : step.quantity
        events.append(
            SectionEvent(
                kind, reason: SectionReason(step.reason), instrument: auction.lot.instrument,
                participant: step.participant, price: step.price, quantity: quantity,
                remaining: step.until?.rawValue ?? step.remaining, subject: auction.number))
    }

    private func tellRefused(
        _ reason: SectionReason, _ place: Int, _ bidder: ParticipantIndex,
        into events: inout SectionEvents
    ) {
        events.append(
            SectionEvent(
                .bidRefused, reason: reason,
                instrument: auctions.running[place].lot.instrument, participant: bidder,
                subject: auctions.running[place].number))
    }
}
