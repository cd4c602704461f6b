internal import BasicContainers

extension Section {
    /// The version of the snapshot's format.
    public static let snapshotVersion: UInt32 = 1

    /// All of the section's state as bytes, the same for the same state on every machine. Who keeps
    /// them adds a checksum.
    ///
    /// ```
    /// u32     version, 1
    /// i64     clock
    /// list    participants, the house first: record; state (suspended, killed, owes: u8 each;
    ///         overdue, open orders: u32; second: i64; orders in it: u32)
    /// list    instruments: record; book (phase u8, last price, bands, standing orders in its order)
    /// list    quotations
    /// ledger  currencies; for each participant 8 currencies × 4 balances, i64 each
    /// orders  by slot, 50 bytes each and 18 for what only some have; free slots
    /// …       contracts; receipts; registered deals; auctions; kill switch u8; last voucher u64
    /// …       sessions planned and quoted u32; session and timetable, if there are any
    /// ```
    ///
    /// Numbers are little-endian, lists stand behind their count (u32), text is UTF-8 behind its
    /// length (u32), what may be missing behind 0 or 1 (u8). Each type's `write` says its fields.
    public func snapshot() -> [UInt8] {
        var writer = StateWriter()
        writer.put(Self.snapshotVersion)
        writer.put(clock)
        writer.put(count: participants.count)
        for index in 0..<participants.count {
            participants[index].write(to: &writer)
            firms[index].writeState(to: &writer)
        }
        writer.put(count: instruments.count)
        for index in 0..<instruments.count {
            instruments[index].write(to: &writer)
            boards[index].book.snapshot().write(to: &writer)
        }
        quotationBook.write(to: &writer)
        ledger.write(to: &writer)
        records.write(to: &writer)
        contracts.write(to: &writer)
        receipts.write(to: &writer)
        proposals.write(to: &writer)
        writer.put(auctions.listed)
        writer.put(list: auctions.running) { $1.write(to: &$0) }
        writer.put(isKilled)
        writer.put(lastVoucher)
        writer.put(sessionsPlanned)
        writer.put(quotedSession)
        writer.put(optional: session) { $1.write(to: &$0) }
        writer.put(optional: timetable) { $1.write(to: &$0) }
        return writer.bytes
    }

    /// A hash of all that decides what the section will do: of the snapshot's bytes.
    public var stateHash: UInt64 {
        var hash = StateHash()
        hash.mix(bytes: snapshot())
        return hash.value
    }

    /// A section in the state of a snapshot, with the limits of the one it was taken from: the same
    /// commands give the same events from here on. What contradicts itself is refused.
    public init(_ limits: SectionLimits, restoring bytes: [UInt8]) throws(StateError) {
        self.init(limits)
        var reader = StateReader(bytes)
        let version = try reader.uint32()
        guard version == Self.snapshotVersion else {
            throw .version(found: version, known: Self.snapshotVersion)
        }
        clock = try reader.instant()
        try restoreParticipants(&reader)
        let boardsAt = reader.offset
        let books = try restoreInstruments(&reader)
        quotationBook = try QuotationBook(from: &reader)
        let ledgerAt = reader.offset
        ledger = try Ledger(from: &reader)
        guard ledger.owners == participants.count else {
            throw .invalid(offset: ledgerAt, expected: "accounts of every participant")
        }
        try restoreBoards(books, boardsAt)
        let recordsAt = reader.offset
        records = try OrderRecords(
            from: &reader, capacity: limits.orders, mixingKey: limits.mixingKey)
        try checkRecords(recordsAt)
        contracts = try ContractRegister(from: &reader)
        receipts = try ReceiptRegister(from: &reader)
        proposals = try ProposalList(from: &reader)
        auctions.listed = try reader.uint64()
        auctions.running = try reader.list(least: 60) { reader throws(StateError) in
            try SectionAuction(from: &reader)
        }
        isKilled = try reader.bool()
        lastVoucher = try reader.uint64()
        try restoreSession(&reader)
        try checkReferences(reader.offset)
        try reader.end()
        let faults = checkInvariants()
        if let fault = faults.first { throw .invalid(offset: 0, expected: "no fault: \(fault)") }
    }

    private mutating func restoreSession(_ reader: inout StateReader) throws(StateError) {
        sessionsPlanned = try reader.uint32()
        quotedSession = try reader.uint32()
        session = try reader.optional { reader throws(StateError) in
            try SessionState(from: &reader)
        }
        timetable = try reader.optional { reader throws(StateError) in
            try Timetable(from: &reader)
        }
        for index in 1..<max(1, participants.count) {
            firms[index].isInvited = isInvited(participants[index])
        }
        refreshSession()
    }

    private mutating func restoreParticipants(
        _ reader: inout StateReader
    ) throws(StateError) {
        let start = reader.offset
        let count = try reader.count(least: 60)
        guard count > 0 && count - 1 <= Int(BookLimits.largestParticipant) else {
            throw .invalid(offset: start, expected: "the house and its participants")
        }
        participants = []
        for index in 0..<count {
            let participant = try Participant(from: &reader)
            participants.append(participant)
            if index > 0 {
                var firm = Firm()
                firm.set(participant, number: ParticipantIndex(index))
                firms.append(firm)
            }
            try firms[index].readState(from: &reader)
        }
        for participant in participants where Int(participant.broker) >= count {
            throw .invalid(offset: start, expected: "a broker among the participants")
        }
    }

    private mutating func restoreInstruments(
        _ reader: inout StateReader
    ) throws(StateError) -> [BookSnapshot] {
        let start = reader.offset
        let count = try reader.count(least: 100)
        guard count <= limits.instruments else {
            throw .invalid(offset: start, expected: "at most \(limits.instruments) instruments")
        }
        var books: [BookSnapshot] = []
        for _ in 0..<count {
            let start = reader.offset
            let instrument = try Instrument(from: &reader)
            guard instrument.isSound else {
                throw .invalid(offset: start, expected: "an instrument with sound numbers")
            }
            instruments.append(instrument)
            books.append(try BookSnapshot(from: &reader))
        }
        return books
    }

    private mutating func restoreBoards(
        _ books: [BookSnapshot], _ offset: Int
    ) throws(StateError) {
        let bookLimits = BookLimits(orders: limits.ordersPerBook, mixingKey: limits.mixingKey)
        for (index, snapshot) in books.enumerated() {
            guard let currency = ledger.number(of: instruments[index].currency) else {
                throw .invalid(offset: offset, expected: "accounts in every currency")
            }
            do {
                let book = try Book(bookLimits, restoring: snapshot)
                let key = instruments[index].quotationKey(InstrumentIndex(index))
                boards.append(
                    Board(
                        instruments[index], currency: currency,
                        quotationRow: quotationBook.row(for: key), book: book))
            } catch {
                throw .invalid(offset: offset, expected: "a sound book \(index): \(error)")
            }
        }
    }

    /// Every order names what there is, and good-till-date orders have their deadlines again.
    private mutating func checkRecords(_ offset: Int) throws(StateError) {
        for slot in 1..<UInt32(max(1, records.end)) where records[slot].status != .none {
            let isSound =
                isKnown(records[slot].owner) && isKnown(records[slot].sender)
                && Int(records[slot].instrument) < boards.count && records[slot].blocked >= 0
                && records[slot].blockPrice <= BookLimits.largestPrice
            guard isSound else {
                throw .invalid(offset: offset, expected: "orders of known firms and instruments")
            }
        }
        for index in 0..<boards.count {
            for order in boards[index].book.standingOrders() {
                let slot = UInt32(truncatingIfNeeded: order.id)
                let isKnown =
                    order.id > 0 && order.id < UInt64(records.end)
                    && records[slot].status == .open
                    && Int(records[slot].instrument) == index
                guard isKnown else {
                    throw .invalid(offset: offset, expected: "an open order \(order.id)")
                }
                if order.validity == .goodTillDate {
                    let last = Instant(Int64(clamping: order.date))
                    orderDates.add(last.advanced(by: 1), records.number(of: slot))
                }
            }
        }
    }

    private func checkReferences(_ offset: Int) throws(StateError) {
        for place in 0..<contracts.count {
            let contract = contracts[place]
            guard isKnown(contract.buyer) && isKnown(contract.seller),
                Int(contract.instrument) < boards.count
            else { throw .invalid(offset: offset, expected: "contracts of known firms") }
        }
        for auction in auctions.running {
            let isSound =
                auction.lot.isSound && isKnown(auction.owner) && auction.ownerBlock >= 0
                && Int(auction.lot.instrument) < boards.count && auction.number <= auctions.listed
                && (1...BookLimits.largestPrice).contains(auction.ownerPrice)
                && auction.blocks.allSatisfy { isKnown($0.participant) && $0.amount >= 0 }
            guard isSound else {
                throw .invalid(offset: offset, expected: "auctions of known firms")
            }
        }
        for proposal in proposals.waiting
        where !isKnown(proposal.owner) || Int(proposal.instrument) >= boards.count {
            throw .invalid(offset: offset, expected: "registered deals of known firms")
        }
    }
}

extension ProposalList {
    func write(to writer: inout StateWriter) {
        writer.put(registered)
        writer.put(list: waiting) { writer, proposal in
            writer.put(proposal.number)
            for index in [
                proposal.owner, proposal.sender, proposal.counterparty, proposal.instrument,
            ] { writer.put(index) }
            writer.put(proposal.side.rawValue)
            writer.put(proposal.isResident)
            writer.put(proposal.price)
            writer.put(proposal.quantity)
            writer.put(proposal.receipt)
            writer.put(proposal.blocked)
        }
    }

    init(from reader: inout StateReader) throws(StateError) {
        registered = try reader.uint64()
        waiting = try reader.list(least: 58) { reader throws(StateError) in
            Proposal(
                number: try reader.uint64(), owner: try reader.uint32(),
                sender: try reader.uint32(), counterparty: try reader.uint32(),
                instrument: try reader.uint32(), side: try reader.choice(Side.self),
                isResident: try reader.bool(), price: try reader.int64(),
                quantity: try reader.int64(), receipt: try reader.uint64(),
                blocked: try reader.int64())
        }
    }
}
