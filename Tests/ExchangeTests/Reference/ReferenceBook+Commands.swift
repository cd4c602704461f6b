import Exchange

extension ReferenceBook {
    mutating func submit(_ order: NewOrder) {
        begin()
        let isStop = order.kind == .stop || order.kind == .stopLimit
        var record = StandingRecord(
            id: order.id, side: order.side, place: isStop ? .waiting : .shown,
            validity: order.validity, participant: order.participant,
            price: order.kind == .limit || order.kind == .stopLimit ? order.price : nil,
            shown: order.quantity, hidden: 0, display: order.display,
            stop: isStop ? order.stop : 0, protection: order.kind == .stop ? order.protection : 0,
            minimum: order.minimum, date: order.validity == .goodTillDate ? order.date : 0,
            group: order.group, selfTrade: order.group == 0 ? .cancelNewest : order.selfTrade,
            kind: order.kind, isPostOnly: order.conditions.contains(.postOnly))
        if record.display == order.quantity { record.display = 0 }
        var taker = Taker(record: record, limit: record.price ?? 0, rest: order.quantity)
        taker.allOrNone = order.conditions.contains(.allOrNone)
        if let reason = refusal(order, &taker) {
            events.append(
                Event(
                    .refused, reason: reason, side: order.side, participant: order.participant,
                    order: order.id, price: order.price, quantity: order.quantity))
            return
        }
        events.append(taker.event(.accepted, .none, taker.rest))
        if isStop {
            let isReached =
                last.map { order.side == .buy ? $0 >= order.stop : $0 <= order.stop } ?? false
            if phase == .continuous && isReached { wake(taker) } else { stand(taker) }
        } else if phase == .call {
            stand(taker)
        } else {
            act(taker)
        }
        settle()
    }

    private func refusal(_ order: NewOrder, _ taker: inout Taker) -> Reason? {
        if phase == .closed { return .closed }
        if let reason = refusalOfForm(order) { return reason }
        let isStop = order.kind == .stop || order.kind == .stopLimit
        let needsTrading =
            order.validity.isImmediate || order.minimum > 0
            || order.conditions.contains(.postOnly)
        if phase == .call && !isStop && needsTrading { return .notInCall }
        if find(order.id) != nil { return .duplicateIdentifier }
        if let price = taker.record.price, let entry = bands.entry, !entry.contains(price) {
            return .outsideEntryBand
        }
        if order.kind == .market || order.kind == .marketToLimit, phase == .continuous {
            let protection = order.kind == .market ? order.protection : 0
            guard let limit = marketLimit(order.side, protection) else {
                return .noOppositePrice
            }
            taker.limit = limit
            taker.record.price = limit
        }
        if taker.record.isPostOnly && crosses(order.side, order.price) { return .wouldTrade }
        if order.validity.isImmediate && !isStop { return nil }
        if orders.count >= limits.orders { return .bookFull }
        let place = taker.allOrNone ? StandingRecord.Place.terms : taker.record.place
        let price = isStop ? order.stop : taker.record.price
        return hasRoom(place, order.side, price) ? nil : .levelsFull
    }

    private func refusalOfForm(_ order: NewOrder) -> Reason? {
        let isStop = order.kind == .stop || order.kind == .stopLimit
        let hasLimit = order.kind == .limit || order.kind == .stopLimit
        func isPrice(_ price: Int64) -> Bool { price.magnitude <= 1 << 40 }
        if order.quantity < 1 || order.quantity > 1 << 40 { return .quantityOutOfRange }
        if hasLimit && !isPrice(order.price) { return .priceOutOfRange }
        if isStop && !isPrice(order.stop) { return .priceOutOfRange }
        if order.participant >= 1 << 20 { return .participantOutOfRange }
        if order.display < 0 || order.display > order.quantity { return .displayOutOfRange }
        if order.display > 0 && order.quantity > order.display * 1_000 {
            return .displayOutOfRange
        }
        if order.minimum < 0 || order.minimum > order.quantity { return .minimumOutOfRange }
        if order.kind == .market || order.kind == .stop,
            order.protection < 0 || order.protection > 1 << 40
        {
            return .protectionOutOfRange
        }
        let isImmediate = order.validity.isImmediate
        if isImmediate && order.display > 0 { return .conditionsConflict }
        guard !order.conditions.isEmpty else { return nil }
        let isSimple =
            order.conditions == .allOrNone && order.display == 0 || order.conditions == .postOnly
        let fits = order.kind == .limit && !isImmediate && order.minimum == 0
        return isSimple && fits ? nil : .conditionsConflict
    }

    mutating func cancel(_ id: UInt64) {
        if let order = find(id) {
            cancelled(order, .requested)
        } else {
            events.append(Event(.cancelRefused, reason: .unknownOrder, order: id))
        }
    }

    mutating func replace(_ id: UInt64, _ price: Int64, _ quantity: Int64) {
        begin()
        let order = find(id)
        if let reason = refusalOfReplacement(order, price, quantity) {
            events.append(
                Event(
                    .replaceRefused, reason: reason, order: id, price: price, quantity: quantity))
            return
        }
        guard let order else { return }
        let limit = order.record.price == nil ? nil : price
        if limit == order.record.price && quantity <= order.open {
            reduce(id, to: quantity)
            if order.record.place == .terms { arrived.insert(order.record.side.opposite) }
        } else {
            drop(id)
            var taker = Taker(record: order.record, limit: limit ?? 0, rest: quantity)
            taker.record.price = limit
            taker.allOrNone = order.record.place == .terms
            events.append(taker.event(.replaced, .none, quantity))
            if phase == .call || order.record.place == .waiting { stand(taker) } else { act(taker) }
        }
        settle()
    }

    private func refusalOfReplacement(
        _ order: ReferenceOrder?, _ price: Int64, _ quantity: Int64
    ) -> Reason? {
        guard let order else { return .unknownOrder }
        if phase == .closed { return .closed }
        if quantity < 1 || quantity > 1 << 40 { return .quantityOutOfRange }
        let display = order.record.display
        if display > 0 && quantity > display * 1_000 { return .displayOutOfRange }
        if order.record.price == nil { return nil }
        if price.magnitude > 1 << 40 { return .priceOutOfRange }
        if let entry = bands.entry, !entry.contains(price) { return .outsideEntryBand }
        if order.record.place == .waiting { return nil }
        if phase == .continuous && order.record.isPostOnly && crosses(order.record.side, price) {
            return .wouldTrade
        }
        return hasRoom(order.record.place, order.record.side, price) ? nil : .levelsFull
    }

    mutating func cancelAll(_ participant: UInt32?, _ side: Side?) {
        for order in inOrder
        where participant ?? order.record.participant == order.record.participant
            && side ?? order.record.side == order.record.side
        {
            cancelled(order, .massCancel)
        }
    }

    mutating func expire(_ expiry: Expiry) {
        for order in inOrder {
            let isOver =
                switch expiry {
                case .day: order.record.validity == .day
                case .session: order.record.validity == .session
                case .through(let date):
                    order.record.validity == .goodTillDate && order.record.date <= date
                }
            if isOver { cancelled(order, .expired) }
        }
    }

    mutating func enter(_ next: BookPhase) {
        begin()
        guard next == .continuous && phase != .continuous else {
            phase = next
            return
        }
        let best = (queue(.shown, .buy).first, queue(.shown, .sell).first)
        let unpriced = orders.contains { $0.record.place == .shown && $0.record.price == nil }
        let crossed = (best.0?.record.price ?? .min) >= (best.1?.record.price ?? .max)
        if unpriced || (best.0 != nil && best.1 != nil && crossed) {
            events.append(Event(.refused, reason: .wrongPhase))
        } else {
            resume()
        }
    }

    mutating func resume() {
        phase = .continuous
        arrived = [.buy, .sell]
        settle()
    }
}
