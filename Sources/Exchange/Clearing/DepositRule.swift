/// What an order blocks and a deal costs: the arithmetic of clearing.
///
/// - The value of n lots at p ticks is p × n × the worth of a tick, exactly.
/// - An order blocks its deposit and its fee at the price it blocks at, each rounded **up** to a
///   minor unit.
/// - A deal's security and fee are rounded **down**. So what a part of an order blocked always
///   covers that part's security and fee at a price that is no worse, whatever parts it is filled in.
struct DepositRule: Sendable {
    /// What a tick is worth for a lot, in minor units.
    let tickValue: Int64
    let rates: Rates
    /// A warehouse receipt stands in for the deposit; fees are blocked all the same.
    let isCovered: Bool

    @inline(__always)
    init(tickValue: Int64, rates: Rates, isCovered: Bool) {
        self.tickValue = tickValue
        self.rates = rates
        self.isCovered = isCovered
    }

    /// No value above this is taken (2⁵⁹ minor units), so that sums of two are safe.
    static let largestValue: Money = 1 << 59

    /// The value of lots at a price, both above 0; nil if it is above `largestValue`.
    @inline(__always)
    static func value(_ price: Ticks, _ quantity: Quantity, _ tickValue: Int64) -> Money? {
        let (perTick, first) = price.multipliedReportingOverflow(by: quantity)
        let (value, second) = perTick.multipliedReportingOverflow(by: tickValue)
        return first || second || value > largestValue ? nil : value
    }

    /// What an order of a value must block.
    @inline(__always)
    func block(_ value: Money) -> Money {
        let fee = Self.up(value, rates.fee)
        return isCovered ? fee : fee &+ Self.up(value, rates.deposit)
    }

    /// A deal's security.
    @inline(__always)
    func security(_ value: Money) -> Money { isCovered ? 0 : Self.down(value, rates.deposit) }

    /// A deal's fee.
    @inline(__always)
    func fee(_ value: Money) -> Money { Self.down(value, rates.fee) }

    /// A rate of a value, rounded up.
    @inline(__always)
    static func up(_ value: Money, _ rate: UInt32) -> Money {
        share(value, rate, adding: Int64(Instrument.wholeRate) - 1)
    }

    /// A rate of a value, rounded down.
    @inline(__always)
    static func down(_ value: Money, _ rate: UInt32) -> Money { share(value, rate, adding: 0) }

    /// (value × rate + extra) / 10,000 for a value of at least 0; narrow numbers take the short way.
    @inline(__always)
    private static func share(_ value: Money, _ rate: UInt32, adding extra: Int64) -> Money {
        let (product, overflow) = value.multipliedReportingOverflow(by: Int64(rate))
        if !overflow && product <= .max - extra {
            let whole = UInt64(bitPattern: product &+ extra) / UInt64(Instrument.wholeRate)
            return Int64(truncatingIfNeeded: whole)
        }
        return wideShare(value, rate, adding: extra)
    }

    @inline(never)
    private static func wideShare(_ value: Money, _ rate: UInt32, adding extra: Int64) -> Money {
        let product = Int128(value) * Int128(rate) + Int128(extra)
        return Money(clamping: product / Int128(Instrument.wholeRate))
    }
}
