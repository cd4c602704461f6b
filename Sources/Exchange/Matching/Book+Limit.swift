extension Book {
    /// Takes a plain limit order: it trades against what stands at its price or better, at the
    /// standing orders' prices, and what is left stands at its price, or is cancelled if it is for
    /// this moment only.
    ///
    /// Events: `accepted`, then `traded` for each trade, then `cancelled` for the rest of an
    /// immediate order; or `refused`.
    ///
    /// - Parameters:
    ///   - price: in ticks, within ±`BookLimits.largestPrice`.
    ///   - quantity: in lots, 1 … `BookLimits.largestQuantity`.
    ///   - immediate: whether the rest is cancelled instead of standing.
    ///   - participant: who sends it, for mass cancellation and for the events.
    public mutating func limit(
        id: UInt64, side: Side, price: Int64, quantity: Int64, immediate: Bool = false,
        participant: UInt32 = 0, into events: inout EventBuffer
    ) {
        takePlain(
            id: id, side: side, price: price, quantity: quantity,
            validity: immediate ? .immediateOrCancel : .goodTillCancelled,
            participant: participant, into: &events)
    }

    /// Takes a plain limit order whose id the caller has never used.
    mutating func takeNew(
        id: UInt64, side: Side, price: Int64, quantity: Int64, validity: Validity,
        participant: UInt32, into events: inout EventBuffer
    ) {
        takePlain(
            id: id, side: side, price: price, quantity: quantity, validity: validity,
            participant: participant, isNew: true, into: &events)
    }

    /// The short path: a limit order without conditions in a plain continuous book.
    ///
    /// - Parameter isNew: The caller knows that no order of this id stands.
    @inline(__always)
    mutating func takePlain(
        id: UInt64, side: Side, price: Int64, quantity: Int64, validity: Validity,
        participant: UInt32, isNew: Bool = false, into events: inout EventBuffer
    ) {
        let immediate = validity == .immediateOrCancel
        guard special.isEmpty && Self.isPlain(price, quantity, participant),
            isNew || table.slot(of: id, in: pool) == 0,
            immediate || (!pool.isFull && ladders.hasRoom)
        else {
            let order = NewOrder(
                id: id, side: side, price: price, quantity: quantity, validity: validity,
                participant: participant)
            submitAtLength(order, into: &events)
            return
        }
        events.append(
            Event(
                .accepted, side: side, participant: participant, order: id, price: price,
                quantity: quantity))
        let other = 1 &- side.index
        let bound = Ladders.key(price, other)
        var rest = quantity
        if ladders.heads[other].bestKey >= bound {
            rest = sweep(other, to: bound, quantity, taker: id, into: &events)
            if rest == 0 { return }
        }
        if immediate {
            events.append(
                Event(
                    .cancelled, reason: .immediate, side: side, participant: participant,
                    order: id, quantity: rest))
            return
        }
        let slot = pool.take()
        let marks = OrderMarks(
            side: side, validity: validity, participant: participant)
        pool[slot] = StandingOrder(
            id: id, quantity: rest, previous: 0, next: 0, level: 0, marks: marks)
        table.insert(id, slot: slot)
        enqueue(slot, quantity: rest, key: Ladders.key(price, side.index), side.index)
    }

    @inline(__always)
    static func isPlain(_ price: Int64, _ quantity: Int64, _ participant: UInt32) -> Bool {
        UInt64(bitPattern: quantity &- 1) < UInt64(BookLimits.largestQuantity)
            && UInt64(bitPattern: price &+ BookLimits.largestPrice)
                <= UInt64(BookLimits.largestPrice &* 2)
            && participant <= BookLimits.largestParticipant
    }

    /// Puts a filled slot at the end of its price's queue; there is room for a new price.
    @inline(__always)
    mutating func enqueue(_ slot: UInt32, quantity: Int64, key: UInt64, _ ladder: Int) {
        var level = ladders.level(key, ladder)
        if level == 0 { level = ladders.insert(key, ladder) }
        let last = ladders.levels[level].last
        pool.orders[slot].level = level
        pool.orders[slot].previous = last
        pool.orders[slot].next = 0
        if last == 0 {
            ladders.levels[level].first = slot
        } else {
            pool.orders[last].next = slot
        }
        ladders.levels[level].last = slot
        ladders.levels[level].count &+= 1
        ladders.levels[level].quantity &+= quantity
    }

    /// Takes a standing order out of its queue, and its price out of the ladder if it was the last
    /// there; the slot stays the caller's.
    @inline(__always)
    mutating func dequeue(_ slot: UInt32, _ order: StandingOrder, _ ladder: Int) {
        let level = order.level
        if order.previous == 0 {
            ladders.levels[level].first = order.next
        } else {
            pool.orders[order.previous].next = order.next
        }
        if order.next == 0 {
            ladders.levels[level].last = order.previous
        } else {
            pool.orders[order.next].previous = order.previous
        }
        ladders.levels[level].quantity &-= order.quantity
        ladders.levels[level].count &-= 1
        if ladders.levels[level].count == 0 { ladders.remove(level, ladder) }
    }

    /// Trades with a ladder's standing orders in priority, as far as a key; gives what is left.
    mutating func sweep(
        _ ladder: Int, to bound: UInt64, _ quantity: Int64, taker: UInt64,
        into events: inout EventBuffer
    ) -> Int64 {
        var rest = quantity
        let side = Side(index: 1 &- ladder)
        while rest > 0 && ladders.heads[ladder].bestKey >= bound {
            let level = ladders.heads[ladder].best
            let price = Ladders.price(ladders.heads[ladder].bestKey, ladder)
            rest = drain(level, price, rest, taker, side, into: &events)
            last = price
            hasLast = true
            if price > high { high = price }
            if price < low { low = price }
            if ladders.levels[level].count == 0 { ladders.remove(level, ladder) }
        }
        return rest
    }

    /// Trades with the orders of one level, first come first; gives what is left.
    @inline(__always)
    private mutating func drain(
        _ level: UInt32, _ price: Int64, _ quantity: Int64, _ taker: UInt64, _ side: Side,
        into events: inout EventBuffer
    ) -> Int64 {
        var rest = quantity
        var shown = ladders.levels[level].quantity
        var count = ladders.levels[level].count
        var slot = ladders.levels[level].first
        while slot != 0 && rest > 0 {
            let maker = pool[slot]
            let traded = min(rest, maker.quantity)
            rest &-= traded
            shown &-= traded
            let left = maker.quantity &- traded
            let hidden =
                maker.marks.contains(.iceberg) ? pool.details[slot].reserve : 0
            events.append(
                Event(
                    .traded, side: side, participant: maker.marks.participant, order: taker,
                    counter: maker.id, price: price, quantity: traded,
                    remaining: left &+ hidden))
            if left > 0 {
                pool.orders[slot].quantity = left
                break
            }
            if hidden > 0 {
                let show = showMore(slot, level)
                shown &+= show
                slot = maker.next == 0 ? slot : maker.next
                continue
            }
            count &-= 1
            table.remove(maker.id, slot: slot)
            pool.free(slot)
            slot = maker.next
        }
        ladders.levels[level].first = slot
        if slot == 0 {
            ladders.levels[level].last = 0
        } else {
            pool.orders[slot].previous = 0
        }
        ladders.levels[level].quantity = shown
        ladders.levels[level].count = count
        return rest
    }

    /// Shows the next part of an iceberg at the head of its level whose shown part is used up, and
    /// puts it at the end of the queue; gives the part.
    @inline(never)
    mutating func showMore(_ slot: UInt32, _ level: UInt32) -> Int64 {
        let details = pool.details[slot]
        let show = min(details.display, details.reserve)
        pool.details[slot].reserve -= show
        ladders.reserves[level] -= show
        let order = pool[slot]
        pool.orders[slot].quantity = show
        if order.next != 0 {
            let last = ladders.levels[level].last
            pool.orders[order.next].previous = 0
            pool.orders[last].next = slot
            pool.orders[slot].previous = last
            pool.orders[slot].next = 0
            ladders.levels[level].first = order.next
            ladders.levels[level].last = slot
        }
        return show
    }
}
