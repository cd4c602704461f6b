import Exchange

extension ReferenceBook {
    /// An order on its way in: its record, the limit it acts with, and what is left.
    struct Taker {
        var record: StandingRecord
        var limit: Int64
        var rest: Int64
        var traded: Int64 = 0
        var stopped: Reason?
        var allOrNone = false

        func event(_ kind: EventKind, _ reason: Reason = .none, _ quantity: Int64) -> Event {
            Event(
                kind, reason: reason, side: record.side, participant: record.participant,
                order: record.id, price: kind == .cancelled ? 0 : limit, quantity: quantity)
        }
    }

    /// Who is next for a taker: by price, shown before special terms, by time; of the special terms
    /// only those that fit.
    private func next(for taker: Taker) -> ReferenceOrder? {
        let side = taker.record.side
        func isBetter(_ one: Int64, _ other: Int64) -> Bool {
            side == .buy ? one < other : one > other
        }
        let shown = queue(.shown, side.opposite).first
        let terms = queue(.terms, side.opposite).first {
            $0.record.shown <= taker.rest && breach($0.record.price ?? 0) == nil
        }
        let candidates = [shown, terms].compactMap { $0 }.filter {
            reaches(side, taker.limit, $0.record.price ?? 0)
        }
        guard candidates.count == 2 else { return candidates.first }
        let prices = candidates.map { $0.record.price ?? 0 }
        return isBetter(prices[1], prices[0]) ? candidates[1] : candidates[0]
    }

    mutating func trade(_ taker: inout Taker) {
        while taker.rest > 0 && taker.stopped == nil, let maker = next(for: taker) {
            let price = maker.record.price ?? 0
            if let reason = breach(price) {
                phase = .call
                events.append(
                    Event(
                        .halted, reason: reason, side: taker.record.side,
                        participant: taker.record.participant, order: taker.record.id,
                        price: price, quantity: taker.rest))
                return
            }
            if taker.record.group != 0 && maker.record.group == taker.record.group {
                preventSelfTrade(&taker, maker)
                continue
            }
            let quantity = min(taker.rest, maker.record.shown)
            taker.rest -= quantity
            taker.traded += quantity
            execute(maker.record.id, quantity)
            last = price
            tradedPrices.append(price)
            events.append(
                Event(
                    .traded, side: taker.record.side, participant: maker.record.participant,
                    order: taker.record.id, counter: maker.record.id, price: price,
                    quantity: quantity, remaining: maker.open - quantity))
        }
    }

    private mutating func preventSelfTrade(_ taker: inout Taker, _ maker: ReferenceOrder) {
        switch taker.record.selfTrade {
        case .cancelNewest: taker.stopped = .selfTrade
        case .cancelOldest: cancelled(maker, .selfTrade)
        case .cancelBoth:
            cancelled(maker, .selfTrade)
            taker.stopped = .selfTrade
        case .decrement:
            let cut = min(taker.rest, maker.open)
            if cut == maker.open {
                cancelled(maker, .selfTrade)
            } else {
                reduce(maker.record.id, to: maker.open - cut, .selfTrade)
            }
            let isOver = cut == taker.rest
            taker.rest -= cut
            events.append(
                isOver
                    ? taker.event(.cancelled, .selfTrade, cut)
                    : taker.event(.reduced, .selfTrade, taker.rest))
        }
    }

    /// How much would trade: tried out on a copy. An own order ends it, unless it would give way.
    private func wouldTrade(_ taker: Taker) -> Int64 {
        var copy = self
        var trial = taker
        if trial.record.selfTrade != .cancelOldest { trial.record.selfTrade = .cancelNewest }
        copy.trade(&trial)
        return trial.traded
    }

    mutating func act(_ incoming: Taker) {
        var taker = incoming
        let isWhole = taker.record.validity == .fillOrKill || taker.allOrNone
        let needed = isWhole ? taker.rest : min(taker.record.minimum, taker.rest)
        if needed > 0 && wouldTrade(taker) < needed {
            if taker.allOrNone {
                stand(taker)
            } else {
                let reason = isWhole ? Reason.notFillable : .belowMinimum
                events.append(taker.event(.cancelled, reason, taker.rest))
            }
            return
        }
        taker.record.minimum = 0
        trade(&taker)
        guard taker.rest > 0 else { return }
        if let reason = taker.stopped {
            events.append(taker.event(.cancelled, reason, taker.rest))
        } else if taker.record.validity.isImmediate {
            let reason = phase == .continuous ? Reason.immediate : .band
            events.append(taker.event(.cancelled, reason, taker.rest))
        } else {
            stand(taker)
        }
    }

    mutating func stand(_ taker: Taker) {
        now += 1
        var record = taker.record
        record.shown = taker.rest
        record.hidden = 0
        if record.place != .waiting {
            record.stop = 0
            record.protection = 0
            record.place = taker.allOrNone ? .terms : .shown
            if record.price != nil {
                record.price = taker.limit
                record.kind = .limit
            }
            if record.display > 0 {
                record.shown = min(record.display, taker.rest)
                record.hidden = taker.rest - record.shown
            }
            arrived.insert(record.side)
        }
        orders.append(ReferenceOrder(record: record, time: now))
    }

    // MARK: What follows

    mutating func settle() {
        while phase == .continuous {
            if wakeOne() { continue }
            if tryOne() { continue }
            return
        }
    }

    private mutating func wakeOne() -> Bool {
        let high = tradedPrices.max() ?? .min
        let low = tradedPrices.min() ?? .max
        let stop =
            queue(.waiting, .buy).first { $0.record.stop <= high }
            ?? queue(.waiting, .sell).first { $0.record.stop >= low }
        guard let stop else { return false }
        drop(stop.record.id)
        wake(Taker(record: stop.record, limit: stop.record.price ?? 0, rest: stop.open))
        return true
    }

    mutating func wake(_ waiting: Taker) {
        var taker = waiting
        taker.record.place = .shown
        if taker.record.kind == .stop {
            guard let limit = marketLimit(taker.record.side, taker.record.protection) else {
                taker.limit = 0
                events.append(taker.event(.triggered, .none, taker.rest))
                events.append(taker.event(.cancelled, .noOppositePrice, taker.rest))
                return
            }
            taker.limit = limit
        }
        taker.record.price = taker.limit
        taker.record.kind = .limit
        events.append(taker.event(.triggered, .none, taker.rest))
        guard hasRoom(.shown, taker.record.side, taker.limit) else {
            events.append(taker.event(.cancelled, .levelsFull, taker.rest))
            return
        }
        act(taker)
    }

    func marketLimit(_ side: Side, _ protection: Int64) -> Int64? {
        guard let best = queue(.shown, side.opposite).first?.record.price else { return nil }
        let limit = side == .buy ? best + protection : best - protection
        return min(max(limit, -BookLimits.largestPrice), BookLimits.largestPrice)
    }

    private mutating func tryOne() -> Bool {
        for side in [Side.buy, .sell] where arrived.contains(side.opposite) {
            for order in queue(.terms, side) {
                var taker = Taker(
                    record: order.record, limit: order.record.price ?? 0, rest: order.open)
                var without = self
                without.drop(order.record.id)
                guard without.wouldTrade(taker) == order.open else { continue }
                drop(order.record.id)
                trade(&taker)
                return true
            }
            arrived.remove(side.opposite)
        }
        return false
    }
}
