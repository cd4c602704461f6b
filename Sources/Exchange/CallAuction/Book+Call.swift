extension Book {
    /// Lets the book trade continuously, gather orders for a call, or close.
    ///
    /// Continuous trading can't begin while bids and offers cross or orders without a limit stand:
    /// that takes `uncross`. Then the event is `refused` with `wrongPhase` and order 0.
    public mutating func enter(_ next: BookPhase, into events: inout EventBuffer) {
        beginCommand()
        guard next == .continuous && phase != .continuous else {
            phase = next
            refreshSpecial()
            return
        }
        guard !isCrossed else {
            events.append(Event(.refused, reason: .wrongPhase))
            return
        }
        resume(into: &events)
    }

    /// Sets the prices that the book lets through from now on; standing orders stay.
    public mutating func setBands(_ bands: PriceBands) {
        self.bands = bands
        refreshSpecial()
    }

    /// The prices that the book lets through.
    public var priceBands: PriceBands { bands }

    /// What a call would give now; nil if nothing crosses. Linear in the number of price levels.
    /// All-or-none orders and waiting stops take no part; what icebergs hide does.
    public func indicative(reference: Int64?) -> CallResult? {
        let bids = wishes(Ladders.bids)
        let offers = wishes(Ladders.asks)
        return CallPrice.find(
            bids: bids.priced.reversed(), offers: offers.priced, marketBids: bids.market,
            marketOffers: offers.market, reference: reference)
    }

    /// Ends a call: all that can trade at its one price does, by price, then time; orders without a
    /// limit that are left are cancelled, but market-to-limit orders stand at the one price. Then
    /// the book goes on in another phase; into continuous trading, the price wakes stops.
    ///
    /// Events: `crossed` for each trade, `uncrossed` (with `noCross` if nothing traded), then
    /// `cancelled` and `replaced` for what was left, then what follows. `refused` with `wrongPhase`
    /// if no call is on.
    ///
    /// - Parameter reference: the price of rule 4, and of orders without a limit among themselves.
    public mutating func uncross(
        reference: Int64?, then next: BookPhase, into events: inout EventBuffer
    ) {
        beginCommand()
        guard phase == .call else {
            events.append(Event(.refused, reason: .wrongPhase))
            return
        }
        let result = indicative(reference: reference.map(Self.clamped))
        if let result {
            allocate(result, into: &events)
            events.append(
                Event(
                    .uncrossed, side: result.surplusSide ?? .buy, price: result.price,
                    quantity: result.volume, remaining: result.surplus))
        } else {
            events.append(Event(.uncrossed, reason: .noCross))
        }
        settleUnpriced(Ladders.bids, at: result?.price, into: &events)
        settleUnpriced(Ladders.asks, at: result?.price, into: &events)
        if next == .continuous {
            resume(into: &events)
        } else {
            phase = next
            refreshSpecial()
        }
    }

    private static func clamped(_ price: Int64) -> Int64 {
        min(max(price, -BookLimits.largestPrice), BookLimits.largestPrice)
    }

    /// Whether something would trade in a call.
    private var isCrossed: Bool {
        let bid = ladders.heads[Ladders.bids].bestKey
        let offer = ladders.heads[Ladders.asks].bestKey
        if bid == Ladders.unpriced || offer == Ladders.unpriced { return true }
        guard bid != 0 && offer != 0 else { return false }
        return Ladders.price(bid, Ladders.bids) >= Ladders.price(offer, Ladders.asks)
    }

    /// Continuous trading begins: stops and all-or-none orders get their chance.
    private mutating func resume(into events: inout EventBuffer) {
        phase = .continuous
        refreshSpecial()
        arrived = 3
        settle(into: &events)
    }

    /// What a side wants at each of its prices, best first, and without a limit.
    private func wishes(_ ladder: Int) -> (priced: [Wish], market: Int64) {
        var priced: [Wish] = []
        var market: Int64 = 0
        var level = ladders.heads[ladder].best
        while level != 0 {
            let stands = ladders.levels[level]
            let quantity = stands.quantity + ladders.reserves[level]
            if stands.key == Ladders.unpriced {
                market = quantity
            } else {
                priced.append(
                    Wish(price: Ladders.price(stands.key, ladder), quantity: quantity))
            }
            level = ladders.level(after: stands.key, ladder)
        }
        return (priced, market)
    }

    /// Trades the call's volume: the best bid with the best offer until it is used up.
    private mutating func allocate(_ result: CallResult, into events: inout EventBuffer) {
        var rest = result.volume
        while rest > 0 {
            let bids = ladders.heads[Ladders.bids].best
            let offers = ladders.heads[Ladders.asks].best
            guard bids != 0 && offers != 0 else { break }
            let buyer = ladders.levels[bids].first
            let seller = ladders.levels[offers].first
            let quantity = min(rest, pool[buyer].quantity, pool[seller].quantity)
            let (buying, selling) = (pool[buyer], pool[seller])
            let left = open(seller) - quantity
            take(quantity, from: buyer)
            take(quantity, from: seller)
            rest -= quantity
            events.append(
                Event(
                    .crossed, participant: selling.marks.participant, order: buying.id,
                    counter: selling.id, price: result.price, quantity: quantity,
                    remaining: left))
        }
        last = result.price
        hasLast = true
        high = result.price
        low = result.price
    }

    /// No order without a limit outlives a call.
    private mutating func settleUnpriced(
        _ ladder: Int, at price: Int64?, into events: inout EventBuffer
    ) {
        while ladders.heads[ladder].bestKey == Ladders.unpriced {
            let slot = ladders.levels[ladders.heads[ladder].best].first
            guard let price, pool[slot].marks.contains(.toLimit),
                hasRoom(Ladders.key(price, ladder), ladder)
            else {
                remove(slot, reason: .callEnded, into: &events)
                continue
            }
            var order = takeUp(slot)
            order.marks.remove([.unpriced, .toLimit])
            order.price = price
            events.append(order.event(.replaced, reason: .callPrice, quantity: order.rest))
            stand(order)
        }
    }
}
