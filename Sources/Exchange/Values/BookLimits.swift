/// How much a book can hold, set once at its start: everything is allocated then, and what doesn't
/// fit is refused by a numbered event.
public struct BookLimits: Sendable, Equatable {
    /// Prices reach from minus this to plus this many ticks (2⁴⁰).
    public static let largestPrice: Int64 = 1 << 40
    /// An order's quantity is 1 to this many lots (2⁴⁰).
    public static let largestQuantity: Int64 = 1 << 40
    /// Participants are numbered 0 to this (2²⁰ − 1).
    public static let largestParticipant: UInt32 = (1 << 20) - 1
    /// No book holds more orders than this (2²¹), so that no sum of quantities overflows.
    public static let largestOrders = 1 << 21

    /// An iceberg shows at least a thousandth of its quantity, so that one order can't make any
    /// number of trades.
    public static let mostParts: Int64 = 1_000

    /// How many orders may stand, waiting stops included.
    public let orders: Int
    /// How many different prices may be in use, all ladders together. Beyond some thousand levels that
    /// are all scattered over the whole range of prices, a fifth of this may be the most.
    public let levels: Int
    /// Scatters ids in the id table; a house that lets outsiders choose ids keeps it to itself.
    public let mixingKey: UInt64

    /// Limits, clamped to 1 … `largestOrders`; the number of levels is as many as there are orders
    /// unless it is said, at most 2²⁰.
    public init(
        orders: Int = 1 << 20, levels: Int? = nil, mixingKey: UInt64 = 0x9E37_79B9_7F4A_7C15
    ) {
        self.orders = min(max(1, orders), Self.largestOrders)
        let wanted = levels ?? min(self.orders, 1 << 20)
        self.levels = min(max(1, wanted), Self.largestOrders)
        self.mixingKey = mixingKey
    }
}
