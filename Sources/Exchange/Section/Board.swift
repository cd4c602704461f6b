/// An instrument's book with what the section looks at for every order in it.
struct Board: ~Copyable, Sendable {
    var book: Book
    var tickValue: Int64
    var currency: UInt8
    var group: UInt8
    var mode: TradingMode
    var resident: Rates
    var nonResident: Rates
    var largestOrderValue: Money
    var bands: PriceBands
    /// Where its deals are counted.
    var quotationRow: Int
    /// From a deal to the first deadline, in milliseconds.
    var signing: Int64

    init(
        _ instrument: Instrument, currency: UInt8, quotationRow: Int, book: consuming Book
    ) {
        self.book = book
        self.quotationRow = quotationRow
        self.currency = currency
        tickValue = instrument.tickValue
        group = instrument.group
        mode = instrument.mode
        resident = instrument.resident
        nonResident = instrument.nonResident
        largestOrderValue = instrument.largestOrderValue
        bands = instrument.bands
        signing = instrument.deadlines.signing
    }

    @inline(__always)
    func rule(isResident: Bool, isCovered: Bool) -> DepositRule {
        DepositRule(
            tickValue: tickValue, rates: isResident ? resident : nonResident,
            isCovered: isCovered)
    }

    /// Whether orders go to this instrument's book at all.
    @inline(__always) var hasBook: Bool { mode == .continuous || mode == .call }

    /// The price at which an order blocks; a refusal if there is none.
    ///
    /// A purchase can't cost more than its limit. A sale may bring more than its limit, so it blocks at
    /// the best price that is bid or was paid last, if that is higher; what it brings beyond that
    /// is topped up from the free deposit when it trades. An order without a limit blocks at the
    /// highest price the band lets through, or, while the book trades, at the opposite price.
    ///
    /// Changes nothing: `mutating` keeps the compiler from moving the board to the stack.
    @inline(__always)
    mutating func blockPrice(_ order: borrowing NewOrder) -> Result<Ticks, BlockFault> {
        switch order.kind {
        case .limit, .stopLimit:
            guard order.price > 0 else { return .failure(.priceNotPositive) }
            return .success(limitBlockPrice(order.side, order.price))
        case .market, .marketToLimit, .stop: return unlimitedBlockPrice(order)
        }
    }

    @inline(__always)
    mutating func limitBlockPrice(_ side: Side, _ price: Ticks) -> Ticks {
        guard side == .sell else { return price }
        return max(price, book.bestBidPrice() ?? 0, book.lastPrice ?? 0)
    }

    @inline(never)
    private mutating func unlimitedBlockPrice(
        _ order: borrowing NewOrder
    ) -> Result<Ticks, BlockFault> {
        if order.kind == .stop || book.phase != .continuous {
            // Only the fixed band holds for trades, and keeps a stop's sale above zero.
            guard let fixed = bands.fixed else { return .failure(.noWorstPrice) }
            return .success(fixed.upperBound)
        }
        if order.side == .sell {
            guard let bid = book.bestBid else { return .failure(.noOppositePrice) }
            return .success(max(bid.price, book.lastPrice ?? 0))
        }
        guard let offer = book.bestOffer else { return .failure(.noOppositePrice) }
        let protection = order.kind == .market ? max(0, order.protection) : 0
        let (price, overflow) = offer.price.addingReportingOverflow(protection)
        return .success(overflow ? BookLimits.largestPrice : min(price, BookLimits.largestPrice))
    }
}

/// Why an order has no price to block at.
enum BlockFault: Error {
    case priceNotPositive
    case noWorstPrice
    case noOppositePrice

    var reason: SectionReason {
        switch self {
        case .priceNotPositive: SectionReason(.priceNotPositive)
        case .noWorstPrice: SectionReason(.noWorstPrice)
        case .noOppositePrice: SectionReason(Reason.noOppositePrice)
        }
    }
}
