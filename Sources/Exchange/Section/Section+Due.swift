internal import BasicContainers

extension Section {
    /// The next moment at which something happens by itself: a phase, an auction, an order's last
    /// moment, a contract's deadline. Whoever leads the section sends `advance` at that moment.
    public var nextMoment: Instant {
        min(nextDue, orderDates.earliest, contracts.earliestDeadline)
    }

    /// When the session that is planned or on goes on by itself; nil if there is none. While there
    /// is one, every moment is to be taken by itself and in order.
    public var nextSessionMoment: Instant? { session?.nextDue }

    /// The least time, in milliseconds, from an order without a date, a cancellation or a
    /// replacement to anything that it makes happen by itself: a contract's first deadline, or the
    /// end of a call after a price band was met.
    public var leastDelay: Int64 {
        var least = session?.plan.bandCall ?? .max
        for place in 0..<boards.count { least = min(least, boards[place].signing) }
        return least
    }
}

/// An auction that isn't over, as everybody may see it.
public struct AuctionView: Sendable, Equatable {
    /// Its number in the section.
    public var number: UInt64
    /// What is auctioned.
    public var lot: Lot
    /// Who sells it, or in a tender buys.
    public var owner: ParticipantIndex
    /// How it is auctioned; a reserve is left out, as only its owner knows it.
    public var terms: AuctionTerms
    /// Where it stands.
    public var status: AuctionStatus
    /// Lots that aren't sold yet.
    public var left: Quantity
    /// The leading bid, or the clock's price; nil if there is neither.
    public var price: Ticks?
    /// When something happens next by itself.
    public var nextDue: Instant?
}

extension Section {
    /// The auctions that aren't over, by number.
    public var runningAuctions: [AuctionView] {
        auctions.running.map { auction in
            let price: Ticks?
            let terms: AuctionTerms
            switch auction.state {
            case .open(let open):
                price = open.lead?.price
                var shown = open.terms
                shown.reserve = nil
                terms = .open(shown)
            case .dutch(let dutch):
                price = dutch.clockPrice
                terms = .dutch(dutch.terms)
            }
            return AuctionView(
                number: auction.number, lot: auction.lot, owner: auction.owner,
                terms: terms, status: auction.status, left: auction.left, price: price,
                nextDue: auction.nextDue)
        }
    }
}
