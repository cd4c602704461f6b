/// The warehouse receipts of a section, by rising number.
///
/// Lots come in by `issue` and leave by `withdraw`; everything else only moves them. What should be
/// there is added up by instrument as it goes, and `faults` counts it anew.
struct ReceiptRegister: Sendable {
    private(set) var receipts: [Receipt] = []
    private(set) var issued: UInt64 = 0
    /// Issued less withdrawn, by instrument.
    private(set) var stock: [Quantity] = []

    /// Where a receipt is; nil if there is none of this number.
    func position(of number: UInt64) -> Int? {
        var (low, high) = (0, receipts.count)
        while low < high {
            let middle = (low + high) / 2
            if receipts[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < receipts.count && receipts[low].number == number ? low : nil
    }

    /// Enters a new receipt with free lots.
    mutating func issue(
        owner: ParticipantIndex, instrument: InstrumentIndex, quantity: Quantity,
        voucher: UInt64, validTo: Instant
    ) throws(ReceiptFault) -> UInt64 {
        guard quantity > 0 else { throw ReceiptFault(.notFree) }
        while stock.count <= Int(instrument) { stock.append(0) }
        guard quantity <= BookLimits.largestQuantity - stock[Int(instrument)] else {
            throw ReceiptFault(.tooMuch)
        }
        stock[Int(instrument)] += quantity
        return add(owner, instrument, quantity, voucher, validTo)
    }

    /// Takes free lots out of the warehouse.
    mutating func withdraw(
        _ number: UInt64, by owner: ParticipantIndex, quantity: Quantity
    ) throws(ReceiptFault) {
        let place = try place(number, owner, free: quantity)
        receipts[place].free -= quantity
        stock[Int(receipts[place].instrument)] -= quantity
        removeIfEmpty(place)
    }

    /// Moves free lots to a new receipt, of another owner or (a split) of the same.
    mutating func transfer(
        _ number: UInt64, by owner: ParticipantIndex, quantity: Quantity,
        to receiver: ParticipantIndex
    ) throws(ReceiptFault) -> UInt64 {
        let place = try place(number, owner, free: quantity)
        return move(quantity, from: place, to: receiver)
    }

    /// Moves all free lots of the second receipt to the first.
    mutating func merge(
        _ first: UInt64, with second: UInt64, by owner: ParticipantIndex
    ) throws(ReceiptFault) {
        guard let into = position(of: first), let from = position(of: second) else {
            throw ReceiptFault(.unknown)
        }
        let (one, other) = (receipts[into], receipts[from])
        guard one.owner == owner && other.owner == owner else { throw ReceiptFault(.notOwner) }
        guard into != from, one.instrument == other.instrument, one.voucher == other.voucher,
            one.validTo == other.validTo
        else { throw ReceiptFault(.unlike) }
        guard other.free > 0 else { throw ReceiptFault(.notFree) }
        receipts[into].free += other.free
        receipts[from].free = 0
        removeIfEmpty(from)
    }

    /// Why lots can't stand behind a sell order; nil if they can.
    func refusal(
        _ number: UInt64, _ owner: ParticipantIndex, _ instrument: InstrumentIndex,
        _ quantity: Quantity, at now: Instant
    ) -> ReceiptRefusal? {
        guard let place = position(of: number) else { return .unknown }
        let receipt = receipts[place]
        guard receipt.owner == owner else { return .notOwner }
        guard receipt.instrument == instrument else { return .otherGoods }
        guard now < receipt.validTo else { return .expired }
        return (1...max(1, receipt.free)).contains(quantity) && receipt.free > 0 ? nil : .notFree
    }

    /// Moves lots between free and blocked: more blocked if positive, less if negative.
    mutating func block(_ number: UInt64, _ quantity: Quantity) {
        guard let place = position(of: number) else { return }
        receipts[place].free -= quantity
        receipts[place].blocked += quantity
        checkCounts(place)
    }

    /// A sell order traded: blocked lots are committed to a contract.
    mutating func commit(_ number: UInt64, _ quantity: Quantity) {
        guard let place = position(of: number) else { return }
        receipts[place].blocked -= quantity
        receipts[place].committed += quantity
        checkCounts(place)
    }

    /// A contract came to nothing: its lots are the seller's again.
    mutating func release(_ number: UInt64, _ quantity: Quantity) {
        guard let place = position(of: number) else { return }
        receipts[place].committed -= quantity
        receipts[place].free += quantity
        checkCounts(place)
    }

    /// A contract was fulfilled: its lots are the buyer's, on a receipt of their own.
    mutating func handOver(
        _ number: UInt64, _ quantity: Quantity, to buyer: ParticipantIndex
    ) -> UInt64 {
        guard let place = position(of: number) else { return 0 }
        receipts[place].committed -= quantity
        receipts[place].free += quantity
        return move(quantity, from: place, to: buyer)
    }

    // MARK: -

    private func place(
        _ number: UInt64, _ owner: ParticipantIndex, free quantity: Quantity
    ) throws(ReceiptFault) -> Int {
        guard let place = position(of: number) else { throw ReceiptFault(.unknown) }
        guard receipts[place].owner == owner else { throw ReceiptFault(.notOwner) }
        guard quantity > 0 && quantity <= receipts[place].free else {
            throw ReceiptFault(.notFree)
        }
        return place
    }

    private mutating func move(
        _ quantity: Quantity, from place: Int, to owner: ParticipantIndex
    ) -> UInt64 {
        let source = receipts[place]
        receipts[place].free -= quantity
        checkCounts(place)
        let number = add(
            owner, source.instrument, quantity, source.voucher, source.validTo)
        removeIfEmpty(place)
        return number
    }

    private mutating func add(
        _ owner: ParticipantIndex, _ instrument: InstrumentIndex, _ quantity: Quantity,
        _ voucher: UInt64, _ validTo: Instant
    ) -> UInt64 {
        issued += 1
        receipts.append(
            Receipt(
                number: issued, owner: owner, instrument: instrument, voucher: voucher,
                free: quantity, blocked: 0, committed: 0, validTo: validTo))
        return issued
    }

    private mutating func removeIfEmpty(_ place: Int) {
        if receipts[place].quantity == 0 { receipts.remove(at: place) }
    }

    private func checkCounts(_ place: Int) {
        let receipt = receipts[place]
        precondition(
            receipt.free >= 0 && receipt.blocked >= 0 && receipt.committed >= 0,
            "receipts: less than nothing would be left")
    }

    /// What is wrong with the receipts, in words; empty if nothing is.
    func faults() -> [String] {
        var found = [Quantity](repeating: 0, count: stock.count)
        var faults: [String] = []
        for receipt in receipts {
            let parts = [receipt.free, receipt.blocked, receipt.committed]
            if parts.contains(where: { $0 < 0 }) || receipt.quantity <= 0 {
                faults.append("receipt \(receipt.number): a count is below zero, or all are zero")
            }
            guard Int(receipt.instrument) < found.count else {
                faults.append("receipt \(receipt.number): goods that were never issued")
                continue
            }
            found[Int(receipt.instrument)] += receipt.quantity
        }
        if found != stock { faults.append("receipts add up to \(found), not to \(stock)") }
        return faults
    }
}

/// A refusal on its way out of the register.
struct ReceiptFault: Error, Sendable, Equatable {
    let refusal: ReceiptRefusal

    init(_ refusal: ReceiptRefusal) { self.refusal = refusal }
}

extension ReceiptRegister {
    func write(to writer: inout StateWriter) {
        writer.put(issued)
        writer.put(list: stock) { $0.put($1) }
        writer.put(list: receipts) { writer, receipt in
            writer.put(receipt.number)
            writer.put(receipt.owner)
            writer.put(receipt.instrument)
            writer.put(receipt.voucher)
            writer.put(receipt.free)
            writer.put(receipt.blocked)
            writer.put(receipt.committed)
            writer.put(receipt.validTo)
        }
    }

    init(from reader: inout StateReader) throws(StateError) {
        let start = reader.offset
        issued = try reader.uint64()
        stock = try reader.list(least: 8) { reader throws(StateError) in try reader.int64() }
        receipts = try reader.list(least: 56) { reader throws(StateError) in
            Receipt(
                number: try reader.uint64(), owner: try reader.uint32(),
                instrument: try reader.uint32(), voucher: try reader.uint64(),
                free: try reader.lots(), blocked: try reader.lots(),
                committed: try reader.lots(), validTo: try reader.instant())
        }
        let numbers = receipts.map(\.number)
        guard zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }),
            numbers.last ?? 0 <= issued, stock.allSatisfy({ $0 >= 0 }), faults().isEmpty
        else {
            throw .invalid(offset: start, expected: "receipts that add up to the stock")
        }
    }
}

extension StateReader {
    /// Reads a number of lots: 0 … `BookLimits.largestQuantity`.
    mutating func lots() throws(StateError) -> Quantity {
        let start = offset
        let quantity = try int64()
        guard (0...BookLimits.largestQuantity).contains(quantity) else {
            throw .invalid(offset: start, expected: "a number of lots")
        }
        return quantity
    }
}
