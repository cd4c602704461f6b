extension Book {
    /// Whether the last trade has reached a stop order's price.
    func isReached(_ order: IncomingOrder) -> Bool {
        guard hasLast else { return false }
        return order.side == .buy ? last >= order.details.stop : last <= order.details.stop
    }

    /// Makes a stop order the market or limit order it waits to be, and lets it act.
    mutating func wake(_ order: inout IncomingOrder, into events: inout EventBuffer) {
        order.marks.remove(.waiting)
        if order.details.kind == .stopLimit {
            order.price = order.details.limit
        } else {
            let price = marketPrice(order.side, order.details.protection)
            guard let price else {
                order.price = 0
                events.append(order.event(.triggered, quantity: order.rest))
                events.append(
                    order.event(.cancelled, reason: .noOppositePrice, quantity: order.rest))
                return
            }
            order.price = price
        }
        events.append(order.event(.triggered, quantity: order.rest))
        guard hasRoom(key(of: order), order.marks.ladder) else {
            events.append(order.event(.cancelled, reason: .levelsFull, quantity: order.rest))
            return
        }
        act(&order, into: &events)
    }

    /// What follows from a command: stops that its trades reached, one by one, and all-or-none
    /// orders that its new orders make possible.
    mutating func settle(into events: inout EventBuffer) {
        while phase == .continuous {
            if wakeStop(into: &events) { continue }
            if tryTerms(into: &events) { continue }
            return
        }
    }

    /// Wakes the first stop that a trade of this command reached: buyers first, the stop nearest to
    /// the market first, then the oldest.
    private mutating func wakeStop(into events: inout EventBuffer) -> Bool {
        for ladder in [Ladders.buyStops, Ladders.sellStops] {
            let head = ladders.heads[ladder]
            guard head.best != 0 else { continue }
            let stop = Ladders.price(head.bestKey, ladder)
            guard ladder == Ladders.buyStops ? stop <= high : stop >= low else { continue }
            var order = takeUp(ladders.levels[head.best].first)
            wake(&order, into: &events)
            return true
        }
        return false
    }

    /// Takes a standing order off the book, to act again.
    mutating func takeUp(_ slot: UInt32) -> IncomingOrder {
        let standing = pool[slot]
        let order = IncomingOrder(
            standing, pool.details(of: slot), price: limit(of: slot), rest: open(slot))
        if standing.marks.contains(.detailed) { _ = releaseDetails(slot) }
        dequeue(slot, standing, standing.marks.ladder)
        table.remove(standing.id, slot: slot)
        pool.free(slot)
        if standing.marks.contains(.detailed) { refreshSpecial() }
        return order
    }

    /// Lets the first all-or-none order trade that now can, if something new stands opposite:
    /// bids first, by price, then time.
    private mutating func tryTerms(into events: inout EventBuffer) -> Bool {
        for side in Side.allCases where arrived & (1 << side.opposite.rawValue) != 0 {
            let ladder = Ladders.bidTerms + side.index
            var level = ladders.heads[ladder].best
            while level != 0 {
                var slot = ladders.levels[level].first
                while slot != 0 {
                    if isPossible(slot) {
                        var order = takeUp(slot)
                        trade(&order, into: &events)
                        return true
                    }
                    slot = pool[slot].next
                }
                level = ladders.level(after: ladders.levels[level].key, ladder)
            }
            arrived &= ~(1 << side.opposite.rawValue)
        }
        return false
    }

    /// Whether an all-or-none order could be filled whole now.
    private func isPossible(_ slot: UInt32) -> Bool {
        let standing = pool[slot]
        let order = IncomingOrder(
            standing, pool.details(of: slot), price: limit(of: slot), rest: standing.quantity)
        return fillable(order, upTo: order.rest) == order.rest
    }
}
