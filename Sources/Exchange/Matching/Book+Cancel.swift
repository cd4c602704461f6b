extension Book {
    /// Cancels a standing order. Events: `cancelled` with what was open, or `cancelRefused`.
    public mutating func cancel(id: UInt64, into events: inout EventBuffer) {
        let slot = table.slot(of: id, in: pool)
        guard slot != 0 else {
            events.append(Event(.cancelRefused, reason: .unknownOrder, order: id))
            return
        }
        remove(slot, reason: .requested, into: &events)
    }

    /// Takes a standing order off the book.
    @inline(__always)
    mutating func remove(_ slot: UInt32, reason: Reason, into events: inout EventBuffer) {
        let order = pool[slot]
        var open = order.quantity
        if order.marks.contains(.detailed) { open &+= releaseDetails(slot) }
        dequeue(slot, order, order.marks.ladder)
        table.remove(order.id, slot: slot)
        pool.free(slot)
        if order.marks.contains(.detailed) { refreshSpecial() }
        events.append(
            Event(
                .cancelled, reason: reason, side: order.marks.side,
                participant: order.marks.participant, order: order.id, quantity: open))
    }

    /// Takes what an order hides out of its level's sum; gives the hidden quantity.
    @inline(never)
    mutating func releaseDetails(_ slot: UInt32) -> Int64 {
        guard pool[slot].marks.contains(.iceberg) else { return 0 }
        let reserve = pool.details[slot].reserve
        ladders.reserves[pool[slot].level] -= reserve
        return reserve
    }
}
