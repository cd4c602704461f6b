import Exchange

extension ReferenceBook {
    /// The call's price by trying every tick between the lowest and the highest limit.
    func indicative(_ reference: Int64?) -> CallResult? {
        let shown = orders.filter { $0.record.place == .shown }
        let limits = shown.compactMap(\.record.price)
        func result(_ price: Int64) -> CallResult {
            func sum(_ side: Side) -> Int64 {
                shown.filter {
                    $0.record.side == side
                        && ($0.record.price.map { reaches(side, $0, price) } ?? true)
                }.map(\.open).reduce(0, +)
            }
            let (demand, supply) = (sum(.buy), sum(.sell))
            return CallResult(
                price: price, volume: min(demand, supply), surplus: abs(demand - supply),
                surplusSide: demand > supply ? .buy : demand < supply ? .sell : nil)
        }
        guard let lowest = limits.min(), let highest = limits.max() else {
            guard let reference else { return nil }
            let only = result(reference)
            return only.volume > 0 ? only : nil
        }
        var candidates = (lowest...highest).map(result)
        let volume = candidates.map(\.volume).max() ?? 0
        guard volume > 0 else { return nil }
        candidates = candidates.filter { $0.volume == volume }
        let surplus = candidates.map(\.surplus).min() ?? 0
        candidates = candidates.filter { $0.surplus == surplus }
        if candidates.allSatisfy({ $0.surplusSide == .buy }) { return candidates.last }
        if candidates.allSatisfy({ $0.surplusSide == .sell }) { return candidates.first }
        guard let reference else { return candidates[(candidates.count - 1) / 2] }
        return candidates.min {
            abs($0.price - reference) < abs($1.price - reference)
        }
    }

    mutating func uncross(_ reference: Int64?, _ next: BookPhase) {
        begin()
        guard phase == .call else {
            events.append(Event(.refused, reason: .wrongPhase))
            return
        }
        let result = indicative(reference)
        if let result {
            cross(result)
            events.append(
                Event(
                    .uncrossed, side: result.surplusSide ?? .buy, price: result.price,
                    quantity: result.volume, remaining: result.surplus))
        } else {
            events.append(Event(.uncrossed, reason: .noCross))
        }
        for side in [Side.buy, .sell] {
            for order in queue(.shown, side) where order.record.price == nil {
                guard let price = result?.price, order.record.kind == .marketToLimit,
                    hasRoom(.shown, side, price)
                else {
                    cancelled(order, .callEnded)
                    continue
                }
                drop(order.record.id)
                var taker = Taker(record: order.record, limit: price, rest: order.open)
                taker.record.price = price
                events.append(taker.event(.replaced, .callPrice, taker.rest))
                stand(taker)
            }
        }
        if next == .continuous { resume() } else { phase = next }
    }

    private mutating func cross(_ result: CallResult) {
        var rest = result.volume
        while rest > 0, let buyer = queue(.shown, .buy).first,
            let seller = queue(.shown, .sell).first
        {
            let quantity = min(rest, buyer.record.shown, seller.record.shown)
            execute(buyer.record.id, quantity)
            execute(seller.record.id, quantity)
            rest -= quantity
            events.append(
                Event(
                    .crossed, participant: seller.record.participant, order: buyer.record.id,
                    counter: seller.record.id, price: result.price, quantity: quantity,
                    remaining: seller.open - quantity))
        }
        last = result.price
        tradedPrices = [result.price]
    }
}
