/// The order book of one instrument: price-time priority, continuous or in calls.
///
/// It is a value that can't be copied, so a command changes it in place, without locks, allocation
/// or reference counts. It knows no clock and draws no chance: the same commands give the same
/// events and the same `stateHash`, always. Nothing that is asked of it traps; what can't be done
/// is refused by a numbered event.
///
/// ```swift
/// var book = Book(BookLimits(orders: 100_000))
/// var events = EventBuffer()
/// book.limit(id: 1, side: .sell, price: 101, quantity: 5, into: &events)
/// book.limit(id: 2, side: .buy, price: 101, quantity: 3, immediate: true, into: &events)
/// for position in 0..<events.count { print(events[position]) }
/// events.removeAll()
/// ```
public struct Book: ~Copyable, Sendable {
    var pool: OrderPool
    var table: OrderTable
    var ladders: Ladders
    /// What keeps commands off the short path; 0 in a plain continuous book.
    var special: SpecialStates = []
    /// The last trade's price; meaningful if `hasLast`.
    var last: Int64 = 0
    var hasLast = false
    /// The highest and lowest price traded in the present command, for stops.
    var high = Int64.min
    var low = Int64.max
    /// Sides (as bits) on which something new stands, so that orders of special terms are tried.
    var arrived: UInt8 = 0
    /// The last price before the present command, for the dynamic band.
    var anchor: Int64 = 0
    var hadLast = false
    var bands = PriceBands()
    /// How much it can hold.
    public let limits: BookLimits
    /// What it does with orders.
    public internal(set) var phase = BookPhase.continuous

    /// An empty book in continuous trading; all its memory is set aside here.
    public init(_ limits: BookLimits = BookLimits()) {
        self.limits = limits
        pool = OrderPool(capacity: limits.orders)
        table = OrderTable(capacity: limits.orders, mixingKey: limits.mixingKey)
        ladders = Ladders(levels: limits.levels)
    }
}

/// States of a book in which a plain order takes the long path.
struct SpecialStates: OptionSet, Sendable {
    let rawValue: UInt8
    /// The book isn't in continuous trading.
    static let notContinuous = SpecialStates(rawValue: 1)
    /// Price bands are set.
    static let bands = SpecialStates(rawValue: 2)
    /// Stop orders wait.
    static let stops = SpecialStates(rawValue: 4)
    /// All-or-none orders wait.
    static let terms = SpecialStates(rawValue: 8)
}
