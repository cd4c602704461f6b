extension Book {
    /// Gives a standing order a new price and open quantity. With the same price and no more
    /// quantity it keeps its place (`reduced`); anything else makes it the youngest at its price,
    /// and it trades if it can (`replaced`, then `traded`). Or `replaceRefused`: then it stands as
    /// before.
    ///
    /// - Parameter quantity: what is to be open from now on, in lots.
    public mutating func replace(
        id: UInt64, price: Int64, quantity: Int64, into events: inout EventBuffer
    ) {
        let slot = table.slot(of: id, in: pool)
        guard special.isEmpty && slot != 0 && Self.isPlain(price, quantity, 0) && ladders.hasRoom
        else {
            replaceAtLength(id: id, slot, price: price, quantity: quantity, into: &events)
            return
        }
        let order = pool[slot]
        let side = order.marks.side
        guard order.marks.isDisjoint(with: [.detailed, .postOnly]) else {
            replaceAtLength(id: id, slot, price: price, quantity: quantity, into: &events)
            return
        }
        let key = Ladders.key(price, side.index)
        if ladders.levels[order.level].key == key && quantity <= order.quantity {
            pool.orders[slot].quantity = quantity
            ladders.levels[order.level].quantity &-= order.quantity &- quantity
            events.append(
                Event(
                    .reduced, side: side, participant: order.marks.participant, order: id,
                    price: price, quantity: quantity))
            return
        }
        dequeue(slot, order, side.index)
        events.append(
            Event(
                .replaced, side: side, participant: order.marks.participant, order: id,
                price: price, quantity: quantity))
        let other = 1 &- side.index
        let bound = Ladders.key(price, other)
        var rest = quantity
        if ladders.heads[other].bestKey >= bound {
            rest = sweep(other, to: bound, quantity, taker: id, into: &events)
            if rest == 0 {
                table.remove(id, slot: slot)
                pool.free(slot)
                return
            }
        }
        pool.orders[slot].quantity = rest
        enqueue(slot, quantity: rest, key: key, side.index)
    }
}

extension Book {
    /// The long path: every check, every kind.
    @inline(never)
    mutating func replaceAtLength(
        id: UInt64, _ slot: UInt32, price: Int64, quantity: Int64, into events: inout EventBuffer
    ) {
        beginCommand()
        var target = price
        let reason = refusalOfReplacement(slot, &target, quantity)
        guard reason == .none else {
            events.append(
                Event(
                    .replaceRefused, reason: reason, order: id, price: price, quantity: quantity))
            return
        }
        let marks = pool[slot].marks
        if target == limit(of: slot) && quantity <= open(slot) {
            reduce(slot, to: quantity, into: &events)
            // A smaller all-or-none order may be possible now.
            if marks.contains(.allOrNone) { arrived |= 1 << marks.side.opposite.rawValue }
        } else {
            var order = takeUp(slot)
            order.price = target
            order.rest = quantity
            if order.marks.contains(.waiting) { order.details.limit = target }
            events.append(order.event(.replaced, quantity: quantity))
            if phase == .call || order.marks.contains(.waiting) {
                stand(order)
            } else {
                act(&order, into: &events)
            }
        }
        settle(into: &events)
    }

    /// Why a replacement can't be done, if it can't. Orders without a limit keep having none.
    private mutating func refusalOfReplacement(
        _ slot: UInt32, _ price: inout Int64, _ quantity: Int64
    ) -> Reason {
        guard slot != 0 else { return .unknownOrder }
        if phase == .closed { return .closed }
        guard (1...BookLimits.largestQuantity).contains(quantity) else {
            return .quantityOutOfRange
        }
        let marks = pool[slot].marks
        if marks.contains(.detailed) && !Self.canShow(quantity, by: pool.details[slot].display) {
            return .displayOutOfRange
        }
        let hasNone =
            marks.contains(.unpriced)
            || (marks.contains(.waiting) && pool.details[slot].kind == .stop)
        if hasNone {
            price = 0
            return .none
        }
        guard (-BookLimits.largestPrice...BookLimits.largestPrice).contains(price) else {
            return .priceOutOfRange
        }
        if let entry = bands.entry, !entry.contains(price) { return .outsideEntryBand }
        if marks.contains(.waiting) { return .none }
        if phase == .continuous && marks.contains(.postOnly) && crosses(marks.side, price) {
            return .wouldTrade
        }
        return hasRoom(Ladders.key(price, marks.ladder), marks.ladder) ? .none : .levelsFull
    }
}
