extension Book {
    /// Whether a standing order is of the incoming order's group.
    func isOwn(_ slot: UInt32, _ order: IncomingOrder) -> Bool {
        order.details.group != 0 && pool[slot].marks.contains(.detailed)
            && pool.details(of: slot).group == order.details.group
    }

    /// Does what the incoming order's policy says when it meets an order of its own group.
    mutating func preventSelfTrade(
        _ order: inout IncomingOrder, _ slot: UInt32, into events: inout EventBuffer
    ) {
        switch order.details.selfTrade {
        case .cancelNewest:
            order.stopped = .selfTrade
        case .cancelOldest:
            remove(slot, reason: .selfTrade, into: &events)
        case .cancelBoth:
            remove(slot, reason: .selfTrade, into: &events)
            order.stopped = .selfTrade
        case .decrement:
            decrement(&order, slot, into: &events)
        }
    }

    /// Takes the smaller open quantity from both without a trade; who has nothing left is cancelled.
    private mutating func decrement(
        _ order: inout IncomingOrder, _ slot: UInt32, into events: inout EventBuffer
    ) {
        let standing = open(slot)
        let cut = min(order.rest, standing)
        if cut == standing {
            remove(slot, reason: .selfTrade, into: &events)
        } else {
            reduce(slot, to: standing - cut, reason: .selfTrade, into: &events)
        }
        if cut == order.rest {
            events.append(order.event(.cancelled, reason: .selfTrade, quantity: cut))
            order.rest = 0
        } else {
            order.rest -= cut
            events.append(order.event(.reduced, reason: .selfTrade, quantity: order.rest))
        }
    }

    /// Lowers an order's open quantity, hidden quantity first; it keeps its place.
    mutating func reduce(
        _ slot: UInt32, to quantity: Int64, reason: Reason = .none,
        into events: inout EventBuffer
    ) {
        let level = pool[slot].level
        let cut = open(slot) - quantity
        var hidden: Int64 = 0
        if pool[slot].marks.contains(.iceberg) {
            hidden = min(cut, pool.details[slot].reserve)
            pool.details[slot].reserve -= hidden
            ladders.reserves[level] -= hidden
        }
        pool.orders[slot].quantity -= cut - hidden
        ladders.levels[level].quantity -= cut - hidden
        let order = pool[slot]
        events.append(
            Event(
                .reduced, reason: reason, side: order.marks.side,
                participant: order.marks.participant, order: order.id,
                price: limit(of: slot), quantity: quantity))
    }

    /// The limit a standing order acts with; 0 if it has none.
    @inline(__always)
    func limit(of slot: UInt32) -> Int64 {
        let order = pool[slot]
        if order.marks.contains(.waiting) { return pool.details[slot].limit }
        if order.marks.contains(.unpriced) { return 0 }
        return ladders.price(ofLevel: order.level, order.marks.ladder)
    }
}
