/// All orders of a book in one piece: slot numbers of 32 bits link them, a freed slot is the next
/// one used (it is still in the cache), and slot 0 stands for "none".
struct OrderPool: ~Copyable, Sendable {
    var orders: Slab<StandingOrder>
    /// By slot, as far as one was needed; what is there means something only to marked orders.
    var details: Slab<OrderDetails>
    private(set) var firstFree: UInt32 = 0
    private(set) var count = 0
    let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        orders = Slab(capacity: capacity + 1)
        details = Slab(capacity: capacity + 1)
        orders.append(.none)
        details.append(.none)
    }

    @inline(__always) var isFull: Bool { count == capacity }

    /// A slot to be filled; the pool isn't full.
    @inline(__always) mutating func take() -> UInt32 {
        count &+= 1
        let slot = firstFree
        if slot != 0 {
            firstFree = orders[slot].next
            return slot
        }
        let fresh = UInt32(truncatingIfNeeded: orders.count)
        orders.append(.none)
        return fresh
    }

    @inline(__always) mutating func free(_ slot: UInt32) {
        count &-= 1
        orders[slot].next = firstFree
        orders[slot].level = 0
        firstFree = slot
    }

    /// What only some orders have.
    @inline(__always) func details(of slot: UInt32) -> OrderDetails {
        Int(slot) < details.count ? details[slot] : .none
    }

    mutating func setDetails(of slot: UInt32, _ rare: OrderDetails) {
        while details.count <= Int(slot) { details.append(.none) }
        details[slot] = rare
    }

    @inline(__always) subscript(slot: UInt32) -> StandingOrder {
        get { orders[slot] }
        set { orders[slot] = newValue }
    }
}
