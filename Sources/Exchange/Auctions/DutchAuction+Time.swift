extension DutchAuction {
    /// Lets time pass up to a moment: the clock starts and falls, and stages begin and end when that
    /// is due. Of the prices that the clock showed on the way only the last is told.
    public mutating func advance(to moment: Instant, into events: inout [AuctionEvent]) {
        while let due = nextDue, due <= moment {
            now = max(now, due)
            if status == .scheduled {
                status = .open
                shown = terms.start
                events.append(
                    AuctionEvent(
                        .opened, at: due, price: terms.start, quantity: left, until: stageEnd,
                        stage: .clock))
            } else {
                endStage(at: due, into: &events)
            }
        }
        now = max(now, moment)
        if status == .open && stage == .clock { showPrice(at: now, into: &events) }
    }

    /// Starts the clock of a scheduled auction now.
    public mutating func open(at moment: Instant, into events: inout [AuctionEvent]) {
        advance(to: moment, into: &events)
        guard status == .scheduled else {
            let reason: AuctionReason =
                status == .halted ? .halted : status == .open ? .alreadyOpen : .over
            return refuse(reason, 0, 0, into: &events)
        }
        stageFrom = now
        advance(to: now, into: &events)
    }

    /// Stops the auction: nothing is taken, and its time stands still. Who is bound stays bound.
    public mutating func halt(at moment: Instant, into events: inout [AuctionEvent]) {
        advance(to: moment, into: &events)
        guard status == .scheduled || status == .open else {
            return refuse(status == .halted ? .halted : .over, 0, 0, into: &events)
        }
        status = .halted
        haltedAt = now
        events.append(AuctionEvent(.halted, at: now, stage: stage))
    }

    /// Lets a halted auction go on: the clock or the stage from where it stood.
    public mutating func resume(at moment: Instant, into events: inout [AuctionEvent]) {
        advance(to: moment, into: &events)
        guard status == .halted, let haltedAt else {
            let isOver = status == .ended || status == .cancelled
            return refuse(isOver ? .over : .notHalted, 0, 0, into: &events)
        }
        status = shown == nil ? .scheduled : .open
        stageFrom = stageFrom.advanced(by: haltedAt.milliseconds(to: now))
        self.haltedAt = nil
        events.append(AuctionEvent(.resumed, at: now, until: nextDue, stage: stage))
    }

    /// Ends the auction; what was sold before stays sold.
    public mutating func cancel(at moment: Instant, into events: inout [AuctionEvent]) {
        advance(to: moment, into: &events)
        guard status != .ended && status != .cancelled else {
            return refuse(.over, 0, 0, into: &events)
        }
        for bound in exposures {
            events.append(
                AuctionEvent(.outbid, at: now, participant: bound.participant, price: bound.price))
        }
        end(.cancelled, at: now, into: &events)
        status = .cancelled
    }

    /// Begins a stage; one without length ends at once.
    mutating func enter(
        _ next: DutchStage, at moment: Instant, into events: inout [AuctionEvent]
    ) {
        stage = next
        stageFrom = moment
        events.append(
            AuctionEvent(.stageEntered, at: moment, until: stageEnd, stage: next))
        if stageEnd <= moment { endStage(at: moment, into: &events) }
    }

    private mutating func endStage(at moment: Instant, into events: inout [AuctionEvent]) {
        switch stage {
        case .clock: end(.clockEnded, at: moment, into: &events)
        case .beforeSealed: enter(.sealed, at: moment, into: &events)
        case .sealed: openSeals(at: moment, into: &events)
        case .beforeBest: enter(.best, at: moment, into: &events)
        case .best:
            if let clockWinner, let answer {
                sell(to: clockWinner.participant, at: answer, moment, into: &events)
            } else if let best = sealedBids.first {
                sell(to: best.participant, at: best.price, moment, into: &events)
            }
        }
    }

    /// Opens the sealed bids: the best goes on, all others are free. A bid that is no higher than
    /// the clock's last price came later than that; then, and without bids, the lot is sold to the
    /// one who stopped the clock.
    private mutating func openSeals(at moment: Instant, into events: inout [AuctionEvent]) {
        guard let clockWinner else { return }
        let best = bestSealed.flatMap { $0.price > clockWinner.price ? $0 : nil }
        for bid in sealedBids where bid != best {
            events.append(
                AuctionEvent(.outbid, at: moment, participant: bid.participant, price: bid.price))
        }
        guard let best else {
            sealedBids.removeAll()
            return sell(
                to: clockWinner.participant, at: clockWinner.price, moment, into: &events)
        }
        sealedBids = [best]
        events.append(
            AuctionEvent(
                .outbid, at: moment, participant: clockWinner.participant,
                price: clockWinner.price))
        events.append(
            AuctionEvent(
                .unsealed, at: moment, participant: best.participant, price: best.price,
                quantity: terms.quantity))
        enter(.beforeBest, at: moment, into: &events)
    }

    private mutating func sell(
        to participant: ParticipantIndex, at price: Ticks, _ moment: Instant,
        into events: inout [AuctionEvent]
    ) {
        deals.append(AuctionDeal(participant: participant, price: price, quantity: left))
        events.append(
            AuctionEvent(
                .sold, at: moment, participant: participant, price: price, quantity: left))
        left = 0
        end(.none, at: moment, into: &events)
    }

    mutating func end(
        _ reason: AuctionReason, at moment: Instant, into events: inout [AuctionEvent]
    ) {
        status = .ended
        haltedAt = nil
        let told: AuctionReason = reason == .clockEnded && deals.isEmpty ? .noBids : reason
        result = AuctionResult(deals: deals, reason: told)
        events.append(AuctionEvent(.ended, at: moment, reason: told, remaining: left))
    }

    mutating func showPrice(at moment: Instant, into events: inout [AuctionEvent]) {
        let price = clockPrice(at: moment)
        guard price != shown else { return }
        shown = price
        events.append(
            AuctionEvent(.priceFell, at: moment, price: price, quantity: left, stage: .clock))
    }
}
