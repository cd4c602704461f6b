internal import BasicContainers

extension Book {
    /// Whether others can't see all of a standing order: an iceberg's reserve, or a waiting stop.
    func hidesPart(of id: UInt64) -> Bool {
        let slot = table.slot(of: id, in: pool)
        guard slot != 0 else { return false }
        return !pool[slot].marks.isDisjoint(with: [.iceberg, .waiting])
    }

    /// The limit that a standing order acts with; nil if it has none, or doesn't stand.
    @inline(__always)
    func limitPrice(of id: UInt64) -> Int64? {
        let slot = table.slot(of: id, in: pool)
        guard slot != 0 else { return nil }
        let marks = pool[slot].marks
        let isUnlimitedStop = marks.contains(.waiting) && pool.details[slot].kind == .stop
        return marks.contains(.unpriced) || isUnlimitedStop ? nil : limit(of: slot)
    }
}

/// A participant's money in one currency, in minor units.
public struct Balances: Sendable, Equatable {
    /// Which currency.
    public var currency: CurrencyCode
    /// Deposit that is free.
    public var free: Money
    /// Deposit behind orders, registered deals and bids.
    public var blocked: Money
    /// Deposit behind contracts.
    public var security: Money
    /// Fees that are owed, 0 or more.
    public var owed: Money
}

/// An order as the section knows it.
public struct OrderState: Sendable, Equatable {
    /// The section's number of it.
    public var number: UInt64
    /// The sender's own number of it.
    public var clientOrder: UInt64
    /// Who sent it.
    public var sender: ParticipantIndex
    /// Whose it is.
    public var owner: ParticipantIndex
    /// What is to be traded.
    public var instrument: InstrumentIndex
    /// Buy or sell.
    public var side: Side
    /// The limit it acts with; nil if it has none or is gone.
    public var price: Ticks?
    /// What is open of it, in lots; 0 if it is gone or was refused.
    public var open: Quantity
    /// What of the deposit stands behind it, in minor units.
    public var blocked: Money
    /// What it was refused for, if it was.
    public var refusal: SectionReason
}

extension Section {
    /// A participant's balances, by currency in the order in which accounts were opened.
    public func balances(of participant: ParticipantIndex) -> [Balances] {
        guard isKnown(participant) else { return [] }
        return ledger.currencies.enumerated().map { number, currency in
            let account = { (purpose: AccountPurpose) in
                AccountIndex(participant, UInt8(number), purpose)
            }
            return Balances(
                currency: currency, free: ledger[account(.free)],
                blocked: ledger[account(.blocked)], security: ledger[account(.security)],
                owed: -ledger[account(.arrears)])
        }
    }

    /// What the house holds in a currency: deposits that came in and haven't gone out, and fees,
    /// earned or owed.
    public func house(_ currency: CurrencyCode) -> (deposits: Money, fees: Money) {
        guard let number = ledger.number(of: currency) else { return (0, 0) }
        return (
            -ledger[AccountIndex(house: .bank, number)],
            ledger[AccountIndex(house: .fees, number)]
        )
    }

    /// An order by its name, if it is remembered and the sender may see it.
    public func order(_ name: OrderName) -> OrderState? {
        let slot = find(name)
        return slot == 0 ? nil : state(of: slot)
    }

    /// The orders that stand, of a participant as sender or owner, or (0) of all, by slot.
    public func openOrders(of participant: ParticipantIndex = 0) -> [OrderState] {
        var found: [OrderState] = []
        for slot in 1..<UInt32(max(1, records.end)) where records[slot].status == .open {
            let isTheirs =
                records[slot].owner == participant || records[slot].sender == participant
            if participant == 0 || isTheirs { found.append(state(of: slot)) }
        }
        return found
    }

    func state(of slot: UInt32) -> OrderState {
        let record = records[slot]
        let isOpen = record.status == .open
        return OrderState(
            number: records.number(of: slot), clientOrder: record.clientOrder,
            sender: record.sender,
            owner: record.owner, instrument: record.instrument, side: record.side,
            price: isOpen
                ? boards[Int(record.instrument)].book.limitPrice(of: UInt64(slot)) : nil,
            open: record.open, blocked: record.blocked,
            refusal: SectionReason(
                rawValue:
                    record.status == .refused ? records.extra(of: slot).reason : 0))
    }

    /// A contract by its number, unless it is over and forgotten.
    public func contract(_ number: UInt64) -> Contract? {
        contracts.position(of: number).map { contracts[$0] }
    }

    /// The contracts of a participant, or (0) all, by number.
    public func contracts(of participant: ParticipantIndex = 0) -> [Contract] {
        (0..<contracts.count).map { contracts[$0] }.filter {
            participant == 0 || $0.buyer == participant || $0.seller == participant
        }
    }

    /// Whether something stands that only its owner knows: a running auction (it may have a reserve,
    /// maximum bids or sealed bids), the hidden part of an iceberg, or a waiting stop. It looks at
    /// every order that stands.
    public var holdsSecrets: Bool {
        if !auctions.running.isEmpty { return true }
        for slot in 1..<UInt32(max(1, records.end)) where records[slot].status == .open {
            let book = Int(records[slot].instrument)
            if boards[book].book.hidesPart(of: UInt64(slot)) { return true }
        }
        return false
    }

    /// How many contracts were ever made, and how many of them between two non-residents.
    public var contractsMade: (all: UInt64, transit: UInt64) {
        (contracts.made, contracts.transit)
    }

    /// The warehouse receipts, by number.
    public var warehouseReceipts: [Receipt] { receipts.receipts }

    /// The best bid and offer of a book, and its last price.
    public func quote(
        _ instrument: InstrumentIndex
    ) -> (bid: Depth?, offer: Depth?, last: Ticks?)? {
        guard Int(instrument) < boards.count else { return nil }
        let board = Int(instrument)
        return (
            boards[board].book.bestBid, boards[board].book.bestOffer,
            boards[board].book.lastPrice
        )
    }

    /// The best prices of one side of a book, best first.
    public func depths(_ instrument: InstrumentIndex, _ side: Side, limit: Int = 10) -> [Depth] {
        guard Int(instrument) < boards.count else { return [] }
        return boards[Int(instrument)].book.depths(side, limit: limit)
    }

    /// A book's phase.
    public func phase(_ instrument: InstrumentIndex) -> BookPhase? {
        Int(instrument) < boards.count ? boards[Int(instrument)].book.phase : nil
    }

    /// What a call would give now; nil if nothing crosses.
    public func indicative(_ instrument: InstrumentIndex, reference: Ticks? = nil) -> CallResult? {
        guard Int(instrument) < boards.count else { return nil }
        let book = Int(instrument)
        return boards[book].book.indicative(
            reference: reference ?? boards[book].book.lastPrice)
    }
}
