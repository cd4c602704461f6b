extension Book {
    /// Takes an order of any kind.
    ///
    /// Events: `accepted` (with the limit it acts with), then what follows from it in order:
    /// `triggered`, `traded`, `reduced`, `cancelled`, `halted`, also of stops it wakes and of
    /// all-or-none orders it makes possible; or `refused` with the reason.
    public mutating func submit(_ order: NewOrder, into events: inout EventBuffer) {
        if order.isPlain && order.group == 0 && special.isEmpty {
            takePlain(
                id: order.id, side: order.side, price: order.price, quantity: order.quantity,
                validity: order.validity, participant: order.participant, into: &events)
        } else {
            submitAtLength(order, into: &events)
        }
    }

    /// The long path: every check, every kind.
    @inline(never)
    mutating func submitAtLength(_ order: NewOrder, into events: inout EventBuffer) {
        beginCommand()
        var reason = refusal(of: order)
        var incoming = IncomingOrder(order, price: order.price)
        if reason == .none { reason = price(&incoming) }
        if reason == .none { reason = refusalOfPlace(incoming) }
        guard reason == .none else {
            events.append(
                Event(
                    .refused, reason: reason, side: order.side, participant: order.participant,
                    order: order.id, price: order.price, quantity: order.quantity))
            return
        }
        events.append(incoming.event(.accepted, quantity: incoming.rest))
        if incoming.marks.contains(.waiting) {
            if phase == .continuous && isReached(incoming) {
                wake(&incoming, into: &events)
            } else {
                stand(incoming)
            }
        } else if phase == .call {
            stand(incoming)
        } else {
            act(&incoming, into: &events)
        }
        settle(into: &events)
    }

    /// Each command on the long path starts here.
    mutating func beginCommand() {
        high = .min
        low = .max
        arrived = 0
        anchor = last
        hadLast = hasLast
    }

    /// Finds the limit that an order acts with.
    private func price(_ order: inout IncomingOrder) -> Reason {
        switch order.details.kind {
        case .limit, .stopLimit: return .none
        case .stop:
            order.price = 0
            return .none
        case .market, .marketToLimit: break
        }
        if phase == .call {
            order.price = 0
            order.marks.insert(.unpriced)
            if order.details.kind == .marketToLimit { order.marks.insert(.toLimit) }
            return .none
        }
        guard let price = marketPrice(order.side, order.details.protection) else {
            return .noOppositePrice
        }
        order.price = price
        return .none
    }

    /// The best opposite price and a number of ticks beyond it.
    func marketPrice(_ side: Side, _ protection: Int64) -> Int64? {
        let other = side.opposite.index
        let head = ladders.heads[other]
        guard head.best != 0 else { return nil }
        let best = Ladders.price(head.bestKey, other)
        let beyond = side == .buy ? best + protection : best - protection
        return min(max(beyond, -BookLimits.largestPrice), BookLimits.largestPrice)
    }

    /// Why an order that is well formed can't come in as the book stands.
    private mutating func refusalOfPlace(_ order: IncomingOrder) -> Reason {
        if order.marks.contains(.postOnly) && crosses(order.side, order.price) {
            return .wouldTrade
        }
        let waits = order.marks.contains(.waiting)
        if !waits && order.marks.validity.isImmediate { return .none }
        if pool.isFull { return .bookFull }
        return hasRoom(key(of: order), order.marks.ladder) ? .none : .levelsFull
    }

    /// Whether a limit reaches what the other side shows.
    func crosses(_ side: Side, _ price: Int64) -> Bool {
        let other = side.opposite.index
        return ladders.heads[other].bestKey >= Ladders.key(price, other)
    }

    /// Where an order stands in its ladder.
    func key(of order: IncomingOrder) -> UInt64 {
        if order.marks.contains(.unpriced) { return Ladders.unpriced }
        let price = order.marks.contains(.waiting) ? order.details.stop : order.price
        return Ladders.key(price, order.marks.ladder)
    }

    /// Lets an order trade, and stand with what is left if it may.
    mutating func act(_ order: inout IncomingOrder, into events: inout EventBuffer) {
        let isWhole = order.marks.validity == .fillOrKill || order.marks.contains(.allOrNone)
        let needed = isWhole ? order.rest : min(order.details.minimum, order.rest)
        if needed > 0 && fillable(order, upTo: needed) < needed {
            if order.marks.contains(.allOrNone) {
                stand(order)
            } else {
                let reason = isWhole ? Reason.notFillable : .belowMinimum
                events.append(order.event(.cancelled, reason: reason, quantity: order.rest))
            }
            return
        }
        order.details.minimum = 0
        trade(&order, into: &events)
        guard order.rest > 0 else { return }
        if order.stopped == .none && order.marks.validity.isImmediate {
            order.stopped = phase == .continuous ? .immediate : .band
        }
        if order.stopped == .none {
            stand(order)
        } else {
            events.append(
                order.event(.cancelled, reason: order.stopped, quantity: order.rest))
        }
    }

    /// Puts an order on the book. A woken stop may find the last place gone: then it is not taken.
    mutating func stand(_ order: IncomingOrder) {
        var marks = order.marks
        var details = order.details
        var shown = order.rest
        let waits = marks.contains(.waiting)
        if !waits {
            details.stop = 0
            details.limit = 0
            details.protection = 0
            details.kind = .limit
        }
        if !waits && details.display > 0 {
            marks.insert(.iceberg)
            shown = min(details.display, order.rest)
            details.reserve = order.rest - shown
        }
        if details != .none || marks.contains(.allOrNone) { marks.insert(.detailed) }
        let slot = pool.take()
        pool[slot] = StandingOrder(
            id: order.id, quantity: shown, previous: 0, next: 0, level: 0, marks: marks)
        if marks.contains(.detailed) { pool.setDetails(of: slot, details) }
        table.insert(order.id, slot: slot)
        let ladder = marks.ladder
        enqueue(slot, quantity: shown, key: key(of: order), ladder)
        if details.reserve > 0 { ladders.reserves[pool[slot].level] += details.reserve }
        if !waits { arrived |= 1 << order.side.rawValue }
        if marks.contains(.detailed) { refreshSpecial() }
    }

    /// Notes which rare kinds of order there are.
    mutating func refreshSpecial() {
        var states: SpecialStates = phase == .continuous ? [] : .notContinuous
        if !bands.isEmpty { states.insert(.bands) }
        if ladders.heads[Ladders.buyStops].best != 0 || ladders.heads[Ladders.sellStops].best != 0 {
            states.insert(.stops)
        }
        if ladders.heads[Ladders.bidTerms].best != 0 || ladders.heads[Ladders.askTerms].best != 0 {
            states.insert(.terms)
        }
        special = states
    }
}
