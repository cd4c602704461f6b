/// Which side of the market an order stands on.
public enum Side: UInt8, Sendable, CaseIterable {
    /// Wants to buy: a higher price is more eager.
    case buy = 0
    /// Wants to sell: a lower price is more eager.
    case sell = 1

    /// The side an order of this side trades with.
    public var opposite: Side { self == .buy ? .sell : .buy }

    /// The place of the side in a pair (buy, sell).
    @inline(__always) var index: Int { Int(rawValue) }

    @inline(__always) init(index: Int) { self = index == 0 ? .buy : .sell }
}
