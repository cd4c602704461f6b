import Exchange

/// A standing order and when it took its place.
struct ReferenceOrder {
    var record: StandingRecord
    var time: Int

    var open: Int64 { record.shown + record.hidden }

    /// The price it is queued by: nil goes before all.
    var queuePrice: Int64? { record.place == .waiting ? record.stop : record.price }
}

/// The rules of the book, as plainly as they can be put: one list of orders, searched and sorted anew
/// for every question.
struct ReferenceBook {
    var orders: [ReferenceOrder] = []
    var phase = BookPhase.continuous
    var last: Int64?
    var bands = PriceBands()
    var events: [Event] = []
    let limits: BookLimits

    var now = 0
    var tradedPrices: [Int64] = []
    var arrived: Set<Side> = []
    var lastBefore: Int64?

    init(_ limits: BookLimits) { self.limits = limits }

    mutating func begin() {
        tradedPrices = []
        arrived = []
        lastBefore = last
    }

    // MARK: Order of things

    /// Orders of a place and side by priority.
    func queue(_ place: StandingRecord.Place, _ side: Side) -> [ReferenceOrder] {
        let highFirst = (side == .buy) != (place == .waiting)
        return orders.filter { $0.record.place == place && $0.record.side == side }.sorted {
            guard let one = $0.queuePrice else { return $1.queuePrice != nil || $0.time < $1.time }
            guard let other = $1.queuePrice else { return false }
            if one == other { return $0.time < $1.time }
            return highFirst ? one > other : one < other
        }
    }

    /// All orders in the book's order.
    var inOrder: [ReferenceOrder] {
        [StandingRecord.Place.shown, .waiting, .terms].flatMap {
            queue($0, .buy) + queue($0, .sell)
        }
    }

    var stateHash: UInt64 {
        var hash = StateHash()
        hash.mix(UInt64(phase.rawValue) | (last == nil ? 0 : 256))
        hash.mix(last ?? 0)
        for range in [bands.entry, bands.fixed] {
            hash.mix(range?.lowerBound ?? .min)
            hash.mix(range?.upperBound ?? .max)
        }
        hash.mix(bands.dynamic ?? -1)
        hash.mix(UInt64(orders.count))
        for order in inOrder { order.record.mix(into: &hash) }
        return hash.value
    }

    // MARK: Small steps

    func find(_ id: UInt64) -> ReferenceOrder? { orders.first { $0.record.id == id } }

    mutating func drop(_ id: UInt64) { orders.removeAll { $0.record.id == id } }

    mutating func update(_ id: UInt64, _ change: (inout ReferenceOrder) -> Void) {
        for place in orders.indices where orders[place].record.id == id { change(&orders[place]) }
    }

    mutating func cancelled(_ order: ReferenceOrder, _ reason: Reason) {
        drop(order.record.id)
        events.append(
            Event(
                .cancelled, reason: reason, side: order.record.side,
                participant: order.record.participant, order: order.record.id,
                quantity: order.open))
    }

    /// Whether one more price may be in use.
    func hasRoom(_ place: StandingRecord.Place, _ side: Side, _ price: Int64?) -> Bool {
        struct Spot: Hashable {
            let place: StandingRecord.Place
            let side: Side
            let price: Int64?
        }
        let used = Set(
            orders.map {
                Spot(place: $0.record.place, side: $0.record.side, price: $0.queuePrice)
            })
        return used.count < limits.levels
            || used.contains(Spot(place: place, side: side, price: price))
    }

    func breach(_ price: Int64) -> Reason? {
        if let fixed = bands.fixed, !fixed.contains(price) { return .staticBand }
        if let dynamic = bands.dynamic, let lastBefore, abs(price - lastBefore) > dynamic {
            return .dynamicBand
        }
        return nil
    }

    /// Whether a limit is good enough for a price of the other side.
    func reaches(_ side: Side, _ limit: Int64, _ price: Int64) -> Bool {
        side == .buy ? price <= limit : price >= limit
    }

    func crosses(_ side: Side, _ limit: Int64) -> Bool {
        queue(.shown, side.opposite).contains {
            $0.record.price.map { reaches(side, limit, $0) } ?? true
        }
    }

    /// Lowers an order's open quantity, hidden quantity first.
    mutating func reduce(_ id: UInt64, to quantity: Int64, _ reason: Reason = .none) {
        update(id) { order in
            let cut = order.open - quantity
            let hidden = min(cut, order.record.hidden)
            order.record.hidden -= hidden
            order.record.shown -= cut - hidden
        }
        guard let order = find(id) else { return }
        events.append(
            Event(
                .reduced, reason: reason, side: order.record.side,
                participant: order.record.participant, order: id,
                price: order.record.price ?? 0, quantity: quantity))
    }

    /// A traded quantity leaves an order; an iceberg shows its next part as the youngest.
    mutating func execute(_ id: UInt64, _ quantity: Int64) {
        now += 1
        let time = now
        update(id) { order in
            order.record.shown -= quantity
            if order.record.shown == 0 && order.record.hidden > 0 {
                order.record.shown = min(order.record.display, order.record.hidden)
                order.record.hidden -= order.record.shown
                order.time = time
            }
        }
        if let order = find(id), order.open == 0 { drop(id) }
    }
}
