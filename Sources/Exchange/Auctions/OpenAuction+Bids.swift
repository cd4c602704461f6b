extension OpenAuction {
    /// Bids: a price, or where bids are maximums how far to go. At or beyond the price for buying at
    /// once, while that is offered, the lot is sold at that price.
    public mutating func bid(
        _ price: Ticks, by participant: ParticipantIndex, at moment: Instant,
        into events: inout [AuctionEvent]
    ) {
        advance(to: moment, into: &events)
        if let reason = refusal(ofBid: price, by: participant) {
            return refuse(reason, price, participant, into: &events)
        }
        events.append(
            AuctionEvent(
                .bidTaken, at: now, participant: participant, price: price,
                quantity: terms.quantity))
        if offersBuyNow, let buyNow = terms.buyNow, terms.key(price) >= terms.key(buyNow) {
            return buy(at: buyNow, by: participant, into: &events)
        }
        let isRaise = lead?.participant == participant
        hadBid = true
        if terms.takesMaximums {
            meet(limit: price, of: participant, into: &events)
        } else {
            lead(participant, at: price, limit: price, into: &events)
        }
        if !isRaise { extendIfLate(into: &events) }
    }

    /// Takes the leader's bid back, where the terms allow it. No bid before it is revived: nobody
    /// leads, and the next bid is a first one.
    public mutating func retract(
        by participant: ParticipantIndex, at moment: Instant, into events: inout [AuctionEvent]
    ) {
        advance(to: moment, into: &events)
        if let reason = refusalOfTime { return refuse(reason, 0, participant, into: &events) }
        guard terms.isRetractable else {
            return refuse(.notRetractable, 0, participant, into: &events)
        }
        guard let lead, lead.participant == participant else {
            return refuse(.notLeading, 0, participant, into: &events)
        }
        events.append(
            AuctionEvent(.retracted, at: now, participant: participant, price: lead.price))
        self.lead = nil
    }

    /// A maximum meets that of the leader: the higher one leads, at one step above the other but no
    /// more than it gives; of two equal ones the earlier. A reserve that the leader's maximum reaches
    /// is reached by the price; below it the price is the maximum.
    private mutating func meet(
        limit: Ticks, of participant: ParticipantIndex, into events: inout [AuctionEvent]
    ) {
        let key = terms.key(limit)
        guard let lead else {
            let price = withReserve(terms.key(terms.start), limit: key)
            return self.lead(participant, at: terms.key(price), limit: limit, into: &events)
        }
        let leadKey = terms.key(lead.limit)
        if lead.participant == participant {
            let price = withReserve(terms.key(lead.price), limit: key)
            return self.lead(participant, at: terms.key(price), limit: limit, into: &events)
        }
        if key > leadKey {
            let price = withReserve(min(key, leadKey + terms.step), limit: key)
            return self.lead(participant, at: terms.key(price), limit: limit, into: &events)
        }
        let price = withReserve(min(leadKey, key + terms.step), limit: leadKey)
        events.append(AuctionEvent(.outbid, at: now, participant: participant, price: limit))
        self.lead(lead.participant, at: terms.key(price), limit: lead.limit, into: &events)
    }

    private func withReserve(_ price: Int64, limit: Int64) -> Int64 {
        guard let reserve = terms.reserve else { return price }
        return max(price, min(limit, terms.key(reserve)))
    }

    private mutating func lead(
        _ participant: ParticipantIndex, at price: Ticks, limit: Ticks,
        into events: inout [AuctionEvent]
    ) {
        let before = lead
        lead = Lead(participant: participant, price: price, limit: limit)
        if let before, before.participant != participant {
            events.append(
                AuctionEvent(
                    .outbid, at: now, participant: before.participant, price: before.limit))
        }
        if before?.participant != participant || before?.price != price {
            events.append(
                AuctionEvent(
                    .leading, at: now, participant: participant, price: price,
                    quantity: terms.quantity))
        }
    }

    private mutating func buy(
        at price: Ticks, by participant: ParticipantIndex, into events: inout [AuctionEvent]
    ) {
        if let lead, lead.participant != participant {
            events.append(
                AuctionEvent(.outbid, at: now, participant: lead.participant, price: lead.price))
        }
        lead = Lead(participant: participant, price: price, limit: price)
        hadBid = true
        end(at: now, into: &events)
    }

    private mutating func extendIfLate(into events: inout [AuctionEvent]) {
        guard terms.window > 0, now.milliseconds(to: ends) <= terms.window else { return }
        let later = min(now.advanced(by: terms.prolongation), latestEnd)
        guard later > ends else { return }
        ends = later
        events.append(AuctionEvent(.extended, at: now, until: ends))
    }

    func refuse(
        _ reason: AuctionReason, _ price: Ticks, _ participant: ParticipantIndex,
        into events: inout [AuctionEvent]
    ) {
        events.append(
            AuctionEvent(
                .refused, at: now, reason: reason, participant: participant, price: price))
    }
}
