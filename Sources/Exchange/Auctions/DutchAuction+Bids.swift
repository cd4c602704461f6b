extension DutchAuction {
    /// Stops the clock for a quantity of lots. The price named is the most the taker gives: what the
    /// clock shows when the command arrives is paid, and if that is more, nothing happens.
    public mutating func take(
        _ quantity: Quantity, at price: Ticks, by participant: ParticipantIndex,
        at moment: Instant, into events: inout [AuctionEvent]
    ) {
        advance(to: moment, into: &events)
        if let reason = refusal(ofTaking: quantity, at: price, by: participant) {
            return refuse(reason, price, participant, into: &events)
        }
        let paid = clockPrice(at: now)
        switch terms.form {
        case .threeStage:
            clockWinner = exposure(participant, paid)
            events.append(
                AuctionEvent(
                    .clockStopped, at: now, participant: participant, price: paid,
                    quantity: quantity))
            enter(.beforeSealed, at: now, into: &events)
        case .clock(_, let restart):
            left -= quantity
            deals.append(
                AuctionDeal(participant: participant, price: paid, quantity: quantity))
            events.append(
                AuctionEvent(
                    .sold, at: now, participant: participant, price: paid, quantity: quantity,
                    remaining: left))
            if left == 0 { return end(.none, at: now, into: &events) }
            if restart > 0 {
                stageFrom = now
                clockTop = min(terms.start, paid + restart)
                showPrice(at: now, into: &events)
            }
        }
    }

    /// Why a quantity can't be taken at the latest moment seen; nil if it can.
    public func refusal(
        ofTaking quantity: Quantity, at price: Ticks, by participant: ParticipantIndex
    ) -> AuctionReason? {
        if let reason = refusal(in: .clock) ?? refusal(of: participant) { return reason }
        switch terms.form {
        case .threeStage: guard quantity == terms.quantity else { return .wholeLotOnly }
        case .clock(let least, _):
            guard quantity == left || (least...max(least, left)).contains(quantity),
                quantity <= left
            else { return .quantityOutOfRange }
        }
        return price >= clockPrice(at: now) ? nil : .belowClock
    }

    /// Gives a sealed bid, or puts another in the place of one's own: it is then the later one.
    public mutating func seal(
        _ price: Ticks, by participant: ParticipantIndex, at moment: Instant,
        into events: inout [AuctionEvent]
    ) {
        advance(to: moment, into: &events)
        if let reason = refusal(ofSealing: price, by: participant) {
            return refuse(reason, price, participant, into: &events)
        }
        let bid = SealedBid(participant: participant, price: price, order: sealedCount)
        sealedCount += 1
        let place = place(of: participant)
        if place < sealedBids.count, sealedBids[place].participant == participant {
            sealedBids[place] = bid
        } else {
            sealedBids.insert(bid, at: place)
        }
        events.append(
            AuctionEvent(
                .sealed, at: now, participant: participant, price: price,
                quantity: terms.quantity))
    }

    /// Why a sealed bid wouldn't be taken at the latest moment seen; nil if it would.
    public func refusal(
        ofSealing price: Ticks, by participant: ParticipantIndex
    ) -> AuctionReason? {
        if let reason = refusal(in: .sealed) ?? refusal(of: participant) { return reason }
        guard let clockWinner, let stages = terms.stages else { return .wrongStage }
        guard participant != clockWinner.participant else { return .isClockWinner }
        guard price <= BookLimits.largestPrice else { return .priceOutOfRange }
        guard price >= clockWinner.price + stages.sealedStep else { return .notBetter }
        let place = place(of: participant)
        let isNew = place == sealedBids.count || sealedBids[place].participant != participant
        let isFull = sealedCount == .max || (isNew && sealedBids.count >= Self.mostSealedBids)
        return isFull ? .tooManyBids : nil
    }

    /// Withdraws one's sealed bid, as long as bids are sealed.
    public mutating func withdraw(
        by participant: ParticipantIndex, at moment: Instant, into events: inout [AuctionEvent]
    ) {
        advance(to: moment, into: &events)
        if let reason = refusal(in: .sealed) {
            return refuse(reason, 0, participant, into: &events)
        }
        let place = place(of: participant)
        guard place < sealedBids.count, sealedBids[place].participant == participant else {
            return refuse(.noSealedBid, 0, participant, into: &events)
        }
        let bid = sealedBids.remove(at: place)
        events.append(
            AuctionEvent(.sealWithdrawn, at: now, participant: participant, price: bid.price))
    }

    /// Answers the best sealed bid, or betters one's own answer; only who stopped the clock may.
    public mutating func improve(
        _ price: Ticks, by participant: ParticipantIndex, at moment: Instant,
        into events: inout [AuctionEvent]
    ) {
        advance(to: moment, into: &events)
        if let reason = refusal(ofImproving: price, by: participant) {
            return refuse(reason, price, participant, into: &events)
        }
        let isFirst = answer == nil
        answer = price
        if isFirst, let best = sealedBids.first {
            events.append(
                AuctionEvent(.outbid, at: now, participant: best.participant, price: best.price))
        }
        events.append(
            AuctionEvent(
                .leading, at: now, participant: participant, price: price,
                quantity: terms.quantity))
    }

    /// Why an answer wouldn't be taken at the latest moment seen; nil if it would.
    public func refusal(
        ofImproving price: Ticks, by participant: ParticipantIndex
    ) -> AuctionReason? {
        if let reason = refusal(in: .best) { return reason }
        guard let clockWinner, let stages = terms.stages, let best = sealedBids.first,
            participant == clockWinner.participant
        else { return .notClockWinner }
        guard price <= BookLimits.largestPrice else { return .priceOutOfRange }
        return price >= (answer ?? best.price) + stages.bestStep ? nil : .notBetter
    }

    /// Where a participant's sealed bid is, or belongs.
    private func place(of participant: ParticipantIndex) -> Int {
        var low = 0
        var high = sealedBids.count
        while low < high {
            let middle = (low + high) / 2
            if sealedBids[middle].participant < participant {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
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
