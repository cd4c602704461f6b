/// How a deal came about, for the quotation.
public enum DealSource: UInt8, Sendable, CaseIterable {
    /// In a book or an auction: it makes a price.
    case market = 0
    /// Agreed between two and registered: it is counted apart.
    case negotiated = 1
}

/// Why a deal wasn't counted. The numbers are part of the face and never change.
public enum QuotationReason: UInt8, Sendable, CaseIterable {
    /// There is no such row.
    case unknownRow = 1
    /// The price is beyond ±`BookLimits.largestPrice`.
    case priceOutOfRange = 2
    /// The quantity isn't 1 … `BookLimits.largestQuantity`.
    case quantityOutOfRange = 3
    /// The row has counted as many deals as it can (2³²).
    case rowFull = 4
}

/// The quotations of a session while it goes on: one row for each instrument, basis and region.
///
/// A row is made once and then addressed by its place, so that counting a deal is a few additions.
/// No sum overflows: prices, quantities and values are bounded, and so is the number of deals.
public struct QuotationBook: Sendable, Equatable {
    /// A row counts at most this many deals.
    public static let mostDeals: Int64 = 1 << 32

    private var rows: [Quotation] = []
    /// The rows' places in the order of their keys.
    private var order: [Int] = []

    /// No rows.
    public init() {}

    /// How many rows there are.
    public var count: Int { rows.count }

    /// The place of a key's row, which is made if there is none.
    public mutating func row(for key: QuotationKey) -> Int {
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if rows[order[middle]].key < key { low = middle + 1 } else { high = middle }
        }
        if low < order.count, rows[order[low]].key == key { return order[low] }
        order.insert(rows.count, at: low)
        rows.append(Quotation(key))
        return rows.count - 1
    }

    /// Counts a deal in a row: its price in ticks, quantity in lots, value in minor units; a transit
    /// deal has non-residents on both sides. Gives the reason if it can't be counted.
    @discardableResult
    public mutating func add(
        _ source: DealSource = .market, row: Int, price: Ticks, quantity: Quantity, value: Money,
        isTransit: Bool = false
    ) -> QuotationReason? {
        guard rows.indices.contains(row) else { return .unknownRow }
        guard (-BookLimits.largestPrice...BookLimits.largestPrice).contains(price) else {
            return .priceOutOfRange
        }
        guard (1...BookLimits.largestQuantity).contains(quantity) else {
            return .quantityOutOfRange
        }
        guard rows[row].market.deals + rows[row].negotiated.deals < Self.mostDeals else {
            return .rowFull
        }
        rows[row].add(
            source, price: price, quantity: quantity, value: value, isTransit: isTransit)
        return nil
    }

    /// Says the best prices, in ticks, that stood in a row's book when the session closed; nil where
    /// none stood. Nothing happens if there is no such row.
    public mutating func setBest(row: Int, bid: Ticks?, offer: Ticks?) {
        guard rows.indices.contains(row) else { return }
        rows[row].bestBid = bid
        rows[row].bestOffer = offer
    }

    /// The rows in the order of their keys, those without anything to publish too.
    public var quotations: [Quotation] { order.map { rows[$0] } }

    /// Forgets deals and best prices and keeps the rows in their places, for the next session.
    public mutating func reset() {
        for place in rows.indices { rows[place] = Quotation(rows[place].key) }
    }
}

extension Quotation {
    /// Counts a deal; all numbers are in range.
    @inline(__always)
    fileprivate mutating func add(
        _ source: DealSource, price: Ticks, quantity: Quantity, value: Money, isTransit: Bool
    ) {
        if isTransit { transit.add(quantity: quantity, value: value) }
        switch source {
        case .negotiated: negotiated.add(quantity: quantity, value: value)
        case .market:
            market.add(quantity: quantity, value: value)
            turnover += Int128(price) * Int128(quantity)
            open = open ?? price
            self.high = max(self.high ?? price, price)
            self.low = min(self.low ?? price, price)
            last = price
        }
    }
}

extension QuotationBook: StateCoded {
    /// Writes the rows in the order in which they were made.
    public func write(to writer: inout StateWriter) {
        writer.put(list: rows) { writer, row in row.write(to: &writer) }
    }

    /// Reads rows; no key may come twice.
    public init(from reader: inout StateReader) throws(StateError) {
        let start = reader.offset
        let read = try reader.list(least: 60, Quotation.read)
        self.init()
        for (place, quotation) in read.enumerated() {
            guard row(for: quotation.key) == place else {
                throw .invalid(offset: start, expected: "no two rows of one key")
            }
            rows[place] = quotation
        }
    }
}

extension DealTotals: StateCoded {
    /// Writes the number of deals, volume and value.
    public func write(to writer: inout StateWriter) {
        writer.put(deals)
        writer.put(volume)
        writer.put(value)
    }

    /// Reads totals; they are no larger than so many deals can make them.
    public init(from reader: inout StateReader) throws(StateError) {
        let start = reader.offset
        self.init()
        deals = try reader.int64()
        volume = try reader.int128()
        value = try reader.int128()
        let most = Int128(deals)
        guard (0...QuotationBook.mostDeals).contains(deals),
            (most...most * Int128(BookLimits.largestQuantity)).contains(volume),
            value >= most * Int128(Money.min), value <= most * Int128(Money.max)
        else { throw .invalid(offset: start, expected: "totals that so many deals can make") }
    }
}

extension Quotation: StateCoded {
    /// Writes the key, the prices, the turnover, and the totals.
    public func write(to writer: inout StateWriter) {
        writer.put(key.instrument)
        writer.put(key.rule.rawValue)
        writer.put(key.region)
        for price in [open, high, low, last, bestBid, bestOffer] {
            writer.put(optional: price) { writer, price in writer.put(price) }
        }
        writer.put(turnover)
        for totals in [market, negotiated, transit] { totals.write(to: &writer) }
    }

    /// Reads a row and checks that its parts agree.
    public init(from reader: inout StateReader) throws(StateError) {
        let start = reader.offset
        self.init(
            QuotationKey(
                instrument: try reader.uint32(), rule: try reader.choice(Incoterm.self),
                region: try reader.recordName()))
        open = try reader.ticks()
        high = try reader.ticks()
        low = try reader.ticks()
        last = try reader.ticks()
        bestBid = try reader.ticks()
        bestOffer = try reader.ticks()
        turnover = try reader.int128()
        market = try DealTotals(from: &reader)
        negotiated = try DealTotals(from: &reader)
        transit = try DealTotals(from: &reader)
        guard isSound else {
            throw .invalid(offset: start, expected: "prices and totals of the same deals")
        }
    }

    fileprivate static func read(_ reader: inout StateReader) throws(StateError) -> Quotation {
        try Quotation(from: &reader)
    }

    private var isSound: Bool {
        guard transit.deals <= market.deals + negotiated.deals else { return false }
        guard let open, let high, let low, let last else {
            return market.deals == 0 && turnover == 0 && self.open == nil && self.high == nil
                && self.low == nil && self.last == nil
        }
        let prices = -BookLimits.largestPrice...BookLimits.largestPrice
        return market.deals > 0 && prices.contains(low) && prices.contains(high) && low <= high
            && (low...high).contains(open) && (low...high).contains(last)
            && Int128(low) * market.volume <= turnover && turnover <= Int128(high) * market.volume
    }
}
