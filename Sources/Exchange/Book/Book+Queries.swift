/// What stands at one price.
public struct Depth: Sendable, Equatable {
    /// In ticks.
    public var price: Int64
    /// What the orders show, in lots.
    public var quantity: Int64
    /// How many orders there are.
    public var orders: Int
}

extension Book {
    /// How many orders stand, waiting stops and orders of special terms included.
    public var orderCount: Int { pool.count }

    /// The last trade's price.
    public var lastPrice: Int64? { hasLast ? last : nil }

    /// The highest price that somebody bids, with what is shown there; orders of special terms and
    /// orders without a limit don't count.
    public var bestBid: Depth? { best(Ladders.bids) }

    /// The lowest price that somebody offers, with what is shown there.
    public var bestOffer: Depth? { best(Ladders.asks) }

    /// The best bid's price alone, for those who ask with every order.
    ///
    /// Changes nothing: `mutating` keeps the compiler from moving the book to the stack.
    @inline(__always)
    mutating func bestBidPrice() -> Int64? {
        let key = ladders.heads[Ladders.bids].bestKey
        if key == Ladders.unpriced { return bestBidBehindUnpriced() }
        return ladders.heads[Ladders.bids].best == 0 ? nil : Ladders.price(key, Ladders.bids)
    }

    @inline(never)
    private mutating func bestBidBehindUnpriced() -> Int64? { bestBid?.price }

    /// What is shown at a price; zeros if nothing is.
    public func depth(_ side: Side, at price: Int64) -> Depth {
        guard Self.isPlain(price, 1, 0) else { return Depth(price: price, quantity: 0, orders: 0) }
        let level = ladders.level(Ladders.key(price, side.index), side.index)
        guard level != 0 else { return Depth(price: price, quantity: 0, orders: 0) }
        return depth(ofLevel: level, side.index)
    }

    /// The best prices of a side, best first.
    public func depths(_ side: Side, limit: Int = 10) -> [Depth] {
        var result: [Depth] = []
        var level = firstPriced(side.index)
        while level != 0 && result.count < limit {
            result.append(depth(ofLevel: level, side.index))
            level = ladders.level(after: ladders.levels[level].key, side.index)
        }
        return result
    }

    /// Whether an order of this id stands, and what is open of it, hidden quantity included.
    public func openQuantity(of id: UInt64) -> Int64? {
        let slot = table.slot(of: id, in: pool)
        guard slot != 0 else { return nil }
        return open(slot)
    }

    @inline(__always)
    func open(_ slot: UInt32) -> Int64 {
        let order = pool[slot]
        let hidden = order.marks.contains(.iceberg) ? pool.details[slot].reserve : 0
        return order.quantity + hidden
    }

    private func best(_ ladder: Int) -> Depth? {
        let level = firstPriced(ladder)
        return level == 0 ? nil : depth(ofLevel: level, ladder)
    }

    /// The best level of a ladder that has a price, or 0.
    func firstPriced(_ ladder: Int) -> UInt32 {
        let head = ladders.heads[ladder]
        return head.bestKey == Ladders.unpriced
            ? ladders.level(after: Ladders.unpriced, ladder) : head.best
    }

    private func depth(ofLevel level: UInt32, _ ladder: Int) -> Depth {
        let stands = ladders.levels[level]
        return Depth(
            price: Ladders.price(stands.key, ladder), quantity: stands.quantity,
            orders: Int(stands.count))
    }
}
