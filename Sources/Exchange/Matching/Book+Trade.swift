extension Book {
    /// Trades an order with the other side: at each price first with what is shown, then with
    /// all-or-none orders that fit; by price, then time.
    mutating func trade(_ order: inout IncomingOrder, into events: inout EventBuffer) {
        let other = order.side.opposite.index
        let bound = Ladders.key(order.price, other)
        let terms = Ladders.bidTerms + other
        if order.details.group == 0 && bands.isEmpty && ladders.heads[terms].best == 0 {
            order.rest = sweep(other, to: bound, order.rest, taker: order.id, into: &events)
            return
        }
        var term = ladders.heads[terms].best
        while order.rest > 0 && order.stopped == .none {
            let termKey = term == 0 ? 0 : ladders.levels[term].key
            let shownKey = ladders.heads[other].bestKey
            let key = max(shownKey, termKey)
            guard key >= bound else { break }
            let price = Ladders.price(key, other)
            let breach = breach(at: price)
            if shownKey == key {
                if breach != .none {
                    halt(order, at: price, breach, into: &events)
                    return
                }
                tradeShown(&order, key, price, into: &events)
            } else {
                let next = ladders.level(after: termKey, terms)
                if breach == .none { tradeTerms(&order, term, price, into: &events) }
                term = next
            }
        }
    }

    /// Stops before a trade that would leave the band, and gathers orders from now on.
    private mutating func halt(
        _ order: IncomingOrder, at price: Int64, _ reason: Reason, into events: inout EventBuffer
    ) {
        phase = .call
        refreshSpecial()
        events.append(
            Event(
                .halted, reason: reason, side: order.side, participant: order.marks.participant,
                order: order.id, price: price, quantity: order.rest))
    }

    /// Trades with the shown orders of a price until one of both sides is used up.
    private mutating func tradeShown(
        _ order: inout IncomingOrder, _ key: UInt64, _ price: Int64,
        into events: inout EventBuffer
    ) {
        let other = order.side.opposite.index
        while order.rest > 0 && order.stopped == .none && ladders.heads[other].bestKey == key {
            let slot = ladders.levels[ladders.heads[other].best].first
            if isOwn(slot, order) {
                preventSelfTrade(&order, slot, into: &events)
            } else {
                let quantity = min(order.rest, pool[slot].quantity)
                fill(slot, quantity, price, by: &order, into: &events)
            }
        }
    }

    /// Trades with those all-or-none orders of a level that fit whole.
    private mutating func tradeTerms(
        _ order: inout IncomingOrder, _ level: UInt32, _ price: Int64,
        into events: inout EventBuffer
    ) {
        var slot = ladders.levels[level].first
        while slot != 0 && order.rest > 0 && order.stopped == .none {
            let standing = pool[slot]
            if standing.quantity <= order.rest {
                if isOwn(slot, order) {
                    preventSelfTrade(&order, slot, into: &events)
                } else {
                    fill(slot, standing.quantity, price, by: &order, into: &events)
                }
            }
            slot = standing.next
        }
    }

    /// One trade with a standing order, at most with what it shows.
    private mutating func fill(
        _ slot: UInt32, _ quantity: Int64, _ price: Int64, by order: inout IncomingOrder,
        into events: inout EventBuffer
    ) {
        order.rest -= quantity
        let maker = pool[slot]
        take(quantity, from: slot)
        let gone = pool[slot].level == 0
        events.append(
            Event(
                .traded, side: order.side, participant: maker.marks.participant, order: order.id,
                counter: maker.id, price: price, quantity: quantity,
                remaining: gone ? 0 : open(slot)))
        last = price
        hasLast = true
        high = max(high, price)
        low = min(low, price)
    }

    /// Takes a traded quantity, at most what is shown, from a standing order; an iceberg shows its
    /// next part, an order that is used up leaves (its slot then has no level).
    mutating func take(_ quantity: Int64, from slot: UInt32) {
        let level = pool[slot].level
        pool.orders[slot].quantity -= quantity
        ladders.levels[level].quantity -= quantity
        guard pool[slot].quantity == 0 else { return }
        if pool[slot].marks.contains(.iceberg) && pool.details[slot].reserve > 0 {
            ladders.levels[level].quantity += showMore(slot, level)
            return
        }
        let order = pool[slot]
        dequeue(slot, order, order.marks.ladder)
        table.remove(order.id, slot: slot)
        pool.free(slot)
        if order.marks.contains(.detailed) { refreshSpecial() }
    }

    /// How much of an order would trade now, counted up to a quantity, by the rules of `trade`.
    func fillable(_ order: IncomingOrder, upTo wanted: Int64) -> Int64 {
        let other = order.side.opposite.index
        let terms = Ladders.bidTerms + other
        let bound = Ladders.key(order.price, other)
        var found: Int64 = 0
        var shown = ladders.heads[other].best
        var term = ladders.heads[terms].best
        while found < wanted {
            let shownKey = shown == 0 ? 0 : ladders.levels[shown].key
            let termKey = term == 0 ? 0 : ladders.levels[term].key
            let key = max(shownKey, termKey)
            guard key >= bound else { break }
            let isOpen = breach(at: Ladders.price(key, other)) == .none
            var ended = false
            if shownKey == key {
                guard isOpen else { break }
                ended = countShown(order, shown, upTo: wanted, &found)
                shown = ladders.level(after: key, other)
            } else {
                if isOpen { ended = countTerms(order, term, upTo: wanted, &found) }
                term = ladders.level(after: key, terms)
            }
            if ended { break }
        }
        return min(found, wanted)
    }

    /// Adds what a level gives; true if an own order ends the way there.
    private func countShown(
        _ order: IncomingOrder, _ level: UInt32, upTo wanted: Int64, _ found: inout Int64
    ) -> Bool {
        let all = ladders.levels[level].quantity + ladders.reserves[level]
        guard order.details.group != 0 else {
            found += all
            return false
        }
        var ahead: Int64 = 0
        var own: Int64 = 0
        var slot = ladders.levels[level].first
        while slot != 0 {
            let standing = pool[slot]
            if isOwn(slot, order) {
                if order.details.selfTrade != .cancelOldest {
                    // Hidden parts come after this order, so only what is shown ahead counts.
                    found += ahead
                    return true
                }
                own += open(slot)
            } else {
                ahead += standing.quantity
            }
            slot = standing.next
        }
        found += all - own
        return false
    }

    private func countTerms(
        _ order: IncomingOrder, _ level: UInt32, upTo wanted: Int64, _ found: inout Int64
    ) -> Bool {
        var slot = ladders.levels[level].first
        while slot != 0 && found < wanted {
            let standing = pool[slot]
            if standing.quantity <= order.rest - found {
                if !isOwn(slot, order) {
                    found += standing.quantity
                } else if order.details.selfTrade != .cancelOldest {
                    return true
                }
            }
            slot = standing.next
        }
        return false
    }
}
