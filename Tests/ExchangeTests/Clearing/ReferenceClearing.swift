import Exchange

/// The rules of clearing as plainly as they can be put: nothing is booked, everything is added up
/// anew from what was paid, what stands and what was dealt.
struct ReferenceClearing {
    struct Order {
        var owner: Int
        var side: Side
        var blockPrice: Int64
        var price: Int64
        var open: Int64
    }

    struct Deal {
        var sides: [(owner: Int, security: Int64, fee: Int64)]
        var isOver = false
    }

    /// The rates of a firm: of deposit and fee, in hundredths of a percent.
    let rates: [(deposit: Int64, fee: Int64)]
    let tick: Int64
    var book = ReferenceBook(BookLimits(orders: 4_096))
    var orders: [UInt64: Order] = [:]
    var deals: [Deal] = []
    /// All that firms own here: paid in, less paid out, less fees, with penalties.
    var wealth: [Int64]
    var owed: [Int64]

    init(rates: [(deposit: Int64, fee: Int64)], tick: Int64) {
        self.rates = rates
        self.tick = tick
        wealth = rates.map { _ in 0 }
        owed = rates.map { _ in 0 }
    }

    func share(_ value: Int64, _ rate: Int64, up: Bool) -> Int64 {
        let product = Int128(value) * Int128(rate)
        return Int64((product + (up ? 9_999 : 0)) / 10_000)
    }

    func need(_ owner: Int, _ price: Int64, _ quantity: Int64) -> Int64 {
        let value = price * quantity * tick
        return share(value, rates[owner].deposit, up: true)
            + share(value, rates[owner].fee, up: true)
    }

    func blocked(_ owner: Int) -> Int64 {
        orders.values.filter { $0.owner == owner }
            .map { need(owner, $0.blockPrice, $0.open) }.reduce(0, +)
    }

    func security(_ owner: Int) -> Int64 {
        deals.filter { !$0.isOver }.flatMap(\.sides).filter { $0.owner == owner }
            .map(\.security).reduce(0, +)
    }

    func free(_ owner: Int) -> Int64 { wealth[owner] - blocked(owner) - security(owner) }

    /// A purchase blocks at its limit; a sale at the best price that is bid or was paid last, if that
    /// is higher.
    func blockPrice(_ side: Side, _ price: Int64) -> Int64 {
        let bid = book.queue(.shown, .buy).first?.record.price
        return side == .buy ? price : max(price, bid ?? 0, book.last ?? 0)
    }

    // MARK: Commands

    /// Why a new order is refused; nil if it was taken.
    mutating func enter(_ order: NewOrder, _ owner: Int) -> String? {
        if owed[owner] > 0 { return "feesInArrears" }
        let price = blockPrice(order.side, order.price)
        if free(owner) < need(owner, price, order.quantity) {
            let hasAny = wealth[owner] > 0
            return hasAny ? "insufficientDeposit" : "noDeposit"
        }
        book.events = []
        book.submit(order)
        if let refused = book.events.first(where: { $0.kind == .refused }) {
            return "\(refused.reason)"
        }
        orders[order.id] = Order(
            owner: owner, side: order.side, blockPrice: price, price: order.price,
            open: order.quantity)
        settle(replaced: nil)
        return nil
    }

    mutating func cancel(_ id: UInt64) {
        book.events = []
        book.cancel(id)
        settle(replaced: nil)
    }

    /// Why a replacement is refused; nil if it was done.
    mutating func replace(_ id: UInt64, _ price: Int64, _ quantity: Int64) -> String? {
        guard let order = orders[id] else { return "orderGone" }
        var blockPrice = order.blockPrice
        if price != order.price || quantity > order.open {
            if owed[order.owner] > 0 { return "feesInArrears" }
            blockPrice = self.blockPrice(order.side, price)
            let more =
                need(order.owner, blockPrice, quantity)
                - need(order.owner, order.blockPrice, order.open)
            if more > free(order.owner) { return "insufficientDeposit" }
        }
        book.events = []
        book.replace(id, price, quantity)
        if let refused = book.events.first(where: { $0.kind == .replaceRefused }) {
            return "\(refused.reason)"
        }
        orders[id]?.price = price
        settle(replaced: (id, blockPrice))
        return nil
    }

    mutating func enter(_ phase: BookPhase) {
        book.events = []
        book.enter(phase)
        settle(replaced: nil)
    }

    mutating func uncross() {
        book.events = []
        book.uncross(book.last, .continuous)
        settle(replaced: nil)
    }

    mutating func pay(_ owner: Int, _ amount: Int64) {
        let due = min(owed[owner], amount)
        owed[owner] -= due
        wealth[owner] += amount - due
    }

    mutating func end(_ deal: Int) { deals[deal].isOver = true }

    mutating func fail(_ deal: Int, side: Int) {
        let sides = deals[deal].sides
        wealth[sides[side].owner] -= sides[side].security
        wealth[sides[1 - side].owner] += sides[side].security
        deals[deal].isOver = true
    }

    // MARK: What the book says

    private mutating func settle(replaced: (id: UInt64, blockPrice: Int64)?) {
        for event in book.events {
            switch event.kind {
            case .traded, .crossed:
                let value = event.price * event.quantity * tick
                let first = trade(event.order, event.quantity, value)
                let second = trade(event.counter, event.quantity, value)
                let firstBuys = event.kind == .crossed || event.side == .buy
                deals.append(Deal(sides: firstBuys ? [first, second] : [second, first]))
            case .cancelled: orders[event.order] = nil
            case .replaced, .reduced:
                if let replaced, replaced.id == event.order {
                    orders[event.order]?.blockPrice = replaced.blockPrice
                }
                orders[event.order]?.open = event.quantity
            default: break
            }
        }
    }

    /// What of a deal falls to an order's owner: out of what the order needs no more and what is
    /// free, first the security, then the fee; what is missing of the fee is owed.
    private mutating func trade(
        _ id: UInt64, _ quantity: Int64, _ value: Int64
    ) -> (owner: Int, security: Int64, fee: Int64) {
        guard let order = orders[id] else { return (0, 0, 0) }
        orders[id]?.open -= quantity
        if order.open == quantity { orders[id] = nil }
        let owner = order.owner
        // Deals of this command that aren't in the list yet are the other side's.
        let free = self.free(owner) - pending(owner)
        let security = min(share(value, rates[owner].deposit, up: false), free)
        let fee = share(value, rates[owner].fee, up: false)
        let paid = min(fee, free - security)
        wealth[owner] -= paid
        owed[owner] += fee - paid
        unlisted.append((owner, security))
        if unlisted.count == 2 { unlisted = [] }
        return (owner, security, fee)
    }

    /// The first side's security until the deal is in the list.
    private var unlisted: [(owner: Int, security: Int64)] = []

    private func pending(_ owner: Int) -> Int64 {
        unlisted.filter { $0.owner == owner }.map(\.security).reduce(0, +)
    }
}
