internal import BasicContainers

/// Memory for orders and contracts to come, made by another thread than the one that will fill it.
/// It is no part of a section's state: with it or without it everything happens the same.
public struct SectionMemory: ~Copyable, Sendable {
    /// How many pages of 4,096 orders and of 4,096 contracts.
    public struct Need: Sendable, Equatable {
        /// Pages of orders.
        public var orders: Int
        /// Pages of contracts.
        public var contracts: Int

        /// No page.
        public static let none = Need(orders: 0, contracts: 0)
    }

    fileprivate var orders = UniqueArray<RigidArray<OrderRecord>>()
    fileprivate var contracts = UniqueArray<RigidArray<Contract>>()

    /// Makes what is needed; that takes a fraction of a millisecond a page.
    public init(_ need: Need) {
        for _ in 0..<need.orders { orders.append(PagedArray.touchedPage(.none)) }
        for _ in 0..<need.contracts { contracts.append(PagedArray.touchedPage(.none)) }
    }

    fileprivate consuming func supply(_ records: inout OrderRecords) -> Self {
        while let page = orders.popLast() { records.supply(page) }
        return self
    }

    fileprivate consuming func supply(_ register: inout ContractRegister) {
        while let page = contracts.popLast() { register.supply(page) }
    }
}

extension Section {
    /// A section that takes many commands asks for so much at a time.
    private static var most: SectionMemory.Need { SectionMemory.Need(orders: 16, contracts: 16) }

    /// What a thread that has time might make for it.
    public var memoryNeed: SectionMemory.Need {
        SectionMemory.Need(
            orders: max(0, Self.most.orders - records.sparePages),
            contracts: max(0, Self.most.contracts - contracts.sparePages))
    }

    /// Takes memory that another thread has made.
    public mutating func supply(_ memory: consuming SectionMemory) {
        memory.supply(&records).supply(&contracts)
    }
}
