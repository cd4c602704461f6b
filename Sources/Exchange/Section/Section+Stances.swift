/// Something that an auction admits from a participant now. Prices are in ticks, quantities in lots.
public enum AuctionChance: Sendable, Equatable {
    /// To bid: `least` or better, and where the terms say so no further than `most`. In a tender a
    /// better price is a lower one.
    case bid(least: Ticks, most: Ticks?)
    /// To buy (in a tender: sell) at once at this price.
    case buyNow(Ticks)
    /// To take the leading bid back.
    case retract
    /// To take lots at what the clock shows: between `least` and `most`, or all that is left.
    case take(price: Ticks, least: Quantity, most: Quantity)
    /// To give a sealed bid, or another in the place of one's own.
    case seal(least: Ticks)
    /// To withdraw one's sealed bid.
    case withdraw
    /// To answer the best sealed bid, or to better one's own answer.
    case improve(least: Ticks)
}

/// Where a participant stands in an auction: what is theirs in it and what they may do now, as far
/// as the auction itself says it. Deposits, accreditation and the session's phase aren't looked at.
public struct AuctionStance: Sendable, Equatable {
    /// Whose.
    public var participant: ParticipantIndex
    /// Which stage of a Dutch auction is on; nil of others.
    public var stage: DutchStage?
    /// What everybody may see: the leading bid, or the clock's price; nil if there is neither.
    public var price: Ticks?
    /// Whether it would be theirs if nothing more happened.
    public var isLeading = false
    /// What they are bound to: the leading bid or its maximum, the price at which they stopped the
    /// clock, their sealed bid, their answer; nil if they are bound to nothing.
    public var own: Ticks?
    /// What they may do now.
    public var chances: [AuctionChance] = []
}

extension Section {
    /// Where a participant, or (0) nobody in particular, stands in an auction at a moment; nil if
    /// there is no such auction or it is over. The moment is the reader's own, as the clock of a
    /// Dutch auction falls without a command.
    public func stance(
        of participant: ParticipantIndex, inAuction number: UInt64, at moment: Instant
    ) -> AuctionStance? {
        guard let auction = auctions.running.first(where: { $0.number == number }) else {
            return nil
        }
        return switch auction.state {
        case .open(let open): open.stance(of: participant)
        case .dutch(let dutch): dutch.stance(of: participant, at: max(moment, clock))
        }
    }
}

extension OpenAuction {
    func stance(of participant: ParticipantIndex) -> AuctionStance {
        var stance = AuctionStance(participant: participant, price: lead?.price)
        if let lead, lead.participant == participant {
            (stance.isLeading, stance.own) = (true, lead.limit)
        }
        guard status == .open, participant > 0, participant != terms.owner else { return stance }
        if !stance.isLeading {
            stance.chances.append(.bid(least: leastNext, most: farthestNext))
        } else if terms.takesMaximums, let lead {
            stance.chances.append(.bid(least: terms.key(terms.key(lead.limit) + 1), most: nil))
        }
        if let buyNow = terms.buyNow, offersBuyNow,
            refusal(ofBid: buyNow, by: participant) == nil
        {
            stance.chances.append(.buyNow(buyNow))
        }
        if stance.isLeading, terms.isRetractable { stance.chances.append(.retract) }
        return stance
    }

    /// The price beyond which the next bid may not go; nil if it may go as far as it likes.
    private var farthestNext: Ticks? {
        terms.largestStep.map { terms.key(terms.key(lead?.price ?? terms.start) + $0) }
    }
}

extension DutchAuction {
    func stance(of participant: ParticipantIndex, at moment: Instant) -> AuctionStance {
        let isRunning = status == .open && stage == .clock
        let shown = isRunning ? clockPrice(at: max(now, moment)) : nil
        var stance = AuctionStance(
            participant: participant, stage: stage, price: shown ?? publicPrice)
        stance.isLeading = participant > 0 && participant == leader
        stance.own =
            exposures.first { participant > 0 && $0.participant == participant }?.price
        guard status == .open, participant > 0, participant != terms.owner else { return stance }
        stance.chances = chances(of: participant, shown)
        return stance
    }

    /// What was bid openly after the clock was stopped.
    private var publicPrice: Ticks? {
        if let answer { return answer }
        return isUnsealed ? sealedBids.first?.price : clockWinner?.price
    }

    private var isUnsealed: Bool { stage == .beforeBest || stage == .best }

    /// Who would have the lot if nothing more happened, as far as that is known to all.
    private var leader: ParticipantIndex? {
        guard let clockWinner else { return nil }
        return answer == nil && isUnsealed
            ? sealedBids.first?.participant : clockWinner.participant
    }

    private func chances(
        of participant: ParticipantIndex, _ shown: Ticks?
    ) -> [AuctionChance] {
        switch stage {
        case .clock:
            guard let shown else { return [] }
            guard case .clock(let least, _) = terms.form else {
                return [.take(price: shown, least: terms.quantity, most: terms.quantity)]
            }
            return [.take(price: shown, least: min(least, left), most: left)]
        case .sealed:
            guard let clockWinner, let stages = terms.stages,
                participant != clockWinner.participant
            else { return [] }
            let hasSealed = sealedBids.contains { $0.participant == participant }
            return [.seal(least: clockWinner.price + stages.sealedStep)]
                + (hasSealed ? [.withdraw] : [])
        case .best:
            guard let stages = terms.stages, let best = sealedBids.first,
                participant == clockWinner?.participant
            else { return [] }
            return [.improve(least: (answer ?? best.price) + stages.bestStep)]
        case .beforeSealed, .beforeBest: return []
        }
    }
}
