/// How much a section can hold; it is set once.
public struct SectionLimits: Sendable, Equatable {
    /// Orders that are remembered at a time, those that are gone since the last `forget` included;
    /// fewer than 2²⁴.
    public var orders: Int
    /// Orders that stand in one book.
    public var ordersPerBook: Int
    /// Instruments, at most 2¹⁶.
    public var instruments: Int
    /// Scatters client orders in their table; no part of the state.
    public var mixingKey: UInt64

    /// Limits, clamped to what is possible.
    public init(
        orders: Int = 1 << 22, ordersPerBook: Int = 1 << 18, instruments: Int = 1_024,
        mixingKey: UInt64 = 0x9E37_79B9_7F4A_7C15
    ) {
        self.orders = min(max(1, orders), (1 << 24) - 1)
        self.ordersPerBook = min(max(1, ordersPerBook), BookLimits.largestOrders)
        self.instruments = min(max(1, instruments), 1 << 16)
        self.mixingKey = mixingKey
    }
}
