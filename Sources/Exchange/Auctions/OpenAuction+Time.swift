extension OpenAuction {
    /// Lets time pass up to a moment: the auction opens and ends when that is due.
    public mutating func advance(to moment: Instant, into events: inout [AuctionEvent]) {
        if status == .scheduled, opens <= moment {
            now = max(now, opens)
            status = .open
            events.append(
                AuctionEvent(
                    .opened, at: opens, price: terms.start, quantity: terms.quantity, until: ends))
        }
        if status == .open, ends <= moment {
            now = max(now, ends)
            end(at: ends, into: &events)
        }
        now = max(now, moment)
    }

    /// Opens a scheduled auction now; it lasts as long as it would have.
    public mutating func open(at moment: Instant, into events: inout [AuctionEvent]) {
        advance(to: moment, into: &events)
        guard status == .scheduled else {
            return refuse(refusalOfTime ?? .alreadyOpen, 0, 0, into: &events)
        }
        let earlier = opens.milliseconds(to: now)
        opens = now
        ends = ends.advanced(by: earlier)
        latestEnd = latestEnd.advanced(by: earlier)
        advance(to: now, into: &events)
    }

    /// Stops the auction: no bids are taken, and its time stands still. The leader stays bound.
    public mutating func halt(at moment: Instant, into events: inout [AuctionEvent]) {
        advance(to: moment, into: &events)
        guard status == .scheduled || status == .open else {
            return refuse(refusalOfTime ?? .over, 0, 0, into: &events)
        }
        status = .halted
        haltedAt = now
        events.append(AuctionEvent(.halted, at: now))
    }

    /// Lets a halted auction go on: all that lay ahead when it was halted is as far ahead again.
    public mutating func resume(at moment: Instant, into events: inout [AuctionEvent]) {
        advance(to: moment, into: &events)
        guard status == .halted, let haltedAt else {
            let reason: AuctionReason =
                status == .ended || status == .cancelled ? .over : .notHalted
            return refuse(reason, 0, 0, into: &events)
        }
        let pause = haltedAt.milliseconds(to: now)
        let hadOpened = opens <= haltedAt
        if !hadOpened { opens = opens.advanced(by: pause) }
        ends = ends.advanced(by: pause)
        latestEnd = latestEnd.advanced(by: pause)
        self.haltedAt = nil
        status = hadOpened ? .open : .scheduled
        events.append(AuctionEvent(.resumed, at: now, until: hadOpened ? ends : opens))
    }

    /// Ends the auction without a sale, whatever was bid.
    public mutating func cancel(at moment: Instant, into events: inout [AuctionEvent]) {
        advance(to: moment, into: &events)
        guard status != .ended && status != .cancelled else {
            return refuse(.over, 0, 0, into: &events)
        }
        if let lead {
            events.append(
                AuctionEvent(.outbid, at: now, participant: lead.participant, price: lead.price))
        }
        status = .cancelled
        lead = nil
        haltedAt = nil
        result = AuctionResult(deals: [], reason: .cancelled)
        events.append(
            AuctionEvent(.ended, at: now, reason: .cancelled, remaining: terms.quantity))
    }

    /// The end: sold to the leader, if there is one and the reserve is met.
    mutating func end(at moment: Instant, into events: inout [AuctionEvent]) {
        status = .ended
        guard let lead, meetsReserve else {
            let reason: AuctionReason = lead == nil ? .noBids : .reserveNotMet
            if let lead {
                events.append(
                    AuctionEvent(
                        .outbid, at: moment, participant: lead.participant, price: lead.price))
            }
            result = AuctionResult(deals: [], reason: reason)
            events.append(
                AuctionEvent(.ended, at: moment, reason: reason, remaining: terms.quantity))
            return
        }
        let deal = AuctionDeal(
            participant: lead.participant, price: lead.price, quantity: terms.quantity)
        result = AuctionResult(deals: [deal], reason: .none)
        events.append(
            AuctionEvent(
                .sold, at: moment, participant: deal.participant, price: deal.price,
                quantity: deal.quantity))
        events.append(AuctionEvent(.ended, at: moment))
    }
}
