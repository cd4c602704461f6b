internal import BasicContainers

/// The contracts of a section that aren't forgotten, by rising number, with their deadlines.
struct ContractRegister: ~Copyable, Sendable {
    private var contracts = PagedArray<Contract>()
    private var deadlines = DeadlineQueue()
    /// How many contracts were ever made.
    private(set) var made: UInt64 = 0
    /// How many of them were deals between two non-residents.
    private(set) var transit: UInt64 = 0

    var count: Int { contracts.count }

    var sparePages: Int { contracts.spareCount }

    mutating func supply(_ page: consuming RigidArray<Contract>) { contracts.supply(page) }

    @inline(__always) subscript(position: Int) -> Contract {
        _read { yield contracts[position] }
        _modify { yield &contracts[position] }
    }

    /// Enters a contract and gives it its number.
    @inline(__always)
    mutating func add(_ contract: consuming Contract) -> UInt64 {
        made &+= 1
        if contract.isTransit { transit &+= 1 }
        contract.number = made
        contracts.append(contract)
        deadlines.add(contract.due, made)
        return made
    }

    /// Where a contract is; nil if there is none of this number.
    func position(of number: UInt64) -> Int? {
        let place = firstPosition(from: number)
        return place < contracts.count && contracts[place].number == number ? place : nil
    }

    /// Where the contracts of a number and above begin.
    func firstPosition(from number: UInt64) -> Int {
        var (low, high) = (0, contracts.count)
        while low < high {
            let middle = (low + high) / 2
            if contracts[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Notes a contract's new deadline.
    mutating func reschedule(_ position: Int) {
        deadlines.add(contracts[position].due, contracts[position].number)
    }

    /// The next contract whose present deadline is at or before a moment; each comes once.
    mutating func nextDue(through now: Instant) -> Int? {
        while let deadline = deadlines.take(through: now) {
            if let position = position(of: deadline.number),
                contracts[position].due == deadline.moment, !contracts[position].state.isFinal
            {
                return position
            }
        }
        return nil
    }

    @inline(__always) var earliestDeadline: Instant { deadlines.earliest }

    /// Forgets the contracts in which nothing can happen any more.
    mutating func forgetFinal() {
        var kept = PagedArray<Contract>()
        for position in 0..<contracts.count where !contracts[position].state.isFinal {
            kept.append(contracts[position])
        }
        contracts = kept
    }
}

extension Contract {
    /// Writes every field in the order of its declaration.
    public func write(to writer: inout StateWriter) {
        writer.put(number)
        for index in [instrument, buyer, seller] { writer.put(index) }
        writer.put(buyOrder)
        writer.put(sellOrder)
        for amount in [
            price, quantity, value, buyerSecurity, sellerSecurity, buyerFee, sellerFee,
        ] { writer.put(amount) }
        writer.put(receipt)
        writer.put(made)
        writer.put(due)
        writer.put(state.rawValue)
        writer.put(source.rawValue)
        writer.put(isTransit)
        writer.put(marks)
    }

    /// Reads what `write` wrote.
    public init(from reader: inout StateReader) throws(StateError) {
        number = try reader.uint64()
        instrument = try reader.uint32()
        buyer = try reader.uint32()
        seller = try reader.uint32()
        buyOrder = try reader.uint64()
        sellOrder = try reader.uint64()
        price = try reader.int64()
        quantity = try reader.int64()
        value = try reader.int64()
        buyerSecurity = try reader.int64()
        sellerSecurity = try reader.int64()
        buyerFee = try reader.int64()
        sellerFee = try reader.int64()
        receipt = try reader.uint64()
        made = try reader.instant()
        due = try reader.instant()
        state = try reader.choice(ContractState.self)
        source = try reader.choice(ContractSource.self)
        isTransit = try reader.bool()
        marks = try reader.uint8()
    }
}

extension ContractRegister {
    func write(to writer: inout StateWriter) {
        writer.put(made)
        writer.put(transit)
        writer.put(count: contracts.count)
        for position in 0..<contracts.count { contracts[position].write(to: &writer) }
    }

    init(from reader: inout StateReader) throws(StateError) {
        made = try reader.uint64()
        transit = try reader.uint64()
        var last: UInt64 = 0
        for _ in 0..<(try reader.count(least: 120)) {
            let start = reader.offset
            let contract = try Contract(from: &reader)
            guard contract.number > last && contract.number <= made else {
                throw .invalid(offset: start, expected: "contracts by rising number")
            }
            last = contract.number
            contracts.append(contract)
            // A side that is overdue already isn't told again.
            if contract.marks & 48 == 0 { deadlines.add(contract.due, contract.number) }
        }
    }
}
