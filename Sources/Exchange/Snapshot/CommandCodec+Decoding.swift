extension CommandCodec {
    static func orders(
        _ number: UInt8, _ reader: inout StateReader
    ) throws(StateError) -> SectionAction? {
        switch number {
        case 3:
            .replace(
                OrderReplacement(
                    name: try OrderName(from: &reader), request: try reader.uint64(),
                    price: try reader.int64(), quantity: try reader.int64()))
        case 4:
            .massCancel(
                MassCancel(
                    participant: try reader.uint32(), instrument: try reader.index(),
                    side: try reader.optional { reader throws(StateError) in
                        try reader.choice(Side.self)
                    }))
        case 5: .disconnect(try reader.uint32())
        default: .kill(try reader.uint32(), on: try reader.bool())
        }
    }

    static func reference(
        _ number: UInt8, _ reader: inout StateReader
    ) throws(StateError) -> SectionAction? {
        switch number {
        case 10: .list(try Instrument(from: &reader))
        case 11: .alterInstrument(try reader.uint32(), try Instrument(from: &reader))
        case 12: .admit(try Participant(from: &reader))
        case 13: .alterParticipant(try reader.uint32(), try Participant(from: &reader))
        default: .suspend(try reader.uint32(), on: try reader.bool())
        }
    }

    static func goods(
        _ number: UInt8, _ reader: inout StateReader
    ) throws(StateError) -> SectionAction? {
        switch number {
        case 20: .payIn(try Payment(from: &reader))
        case 21: .payOut(try Payment(from: &reader))
        case 22: .chargeFee(try Payment(from: &reader))
        case 30: .issueReceipt(try ReceiptIssue(from: &reader))
        case 31:
            .moveReceipt(
                ReceiptMove(
                    owner: try reader.uint32(), receipt: try reader.uint64(),
                    quantity: try reader.int64(), receiver: try reader.uint32()))
        case 32:
            .mergeReceipts(
                owner: try reader.uint32(), first: try reader.uint64(),
                second: try reader.uint64())
        case 33:
            .withdrawReceipt(
                owner: try reader.uint32(), receipt: try reader.uint64(),
                quantity: try reader.int64())
        default: nil
        }
    }

    static func deals(
        _ number: UInt8, _ reader: inout StateReader
    ) throws(StateError) -> SectionAction? {
        switch number {
        case 40: .registerDeal(try DealProposal(from: &reader))
        case 41: .withdrawDeal(try reader.uint32(), try reader.uint64())
        default:
            .step(
                contract: try reader.uint64(), try reader.choice(ContractStep.self),
                by: try reader.uint32())
        }
    }

    static func auctions(
        _ number: UInt8, _ reader: inout StateReader
    ) throws(StateError) -> SectionAction? {
        if number == 50 { return .listAuction(try AuctionListing(from: &reader)) }
        let auction = try reader.uint64()
        let sender = try reader.uint32()
        let client = try reader.uint32()
        return .auction(auction, try AuctionAct(from: &reader), by: sender, client: client)
    }

    static func sessions(
        _ number: UInt8, _ reader: inout StateReader
    ) throws(StateError) -> SectionAction? {
        switch number {
        case 60: .setTimetable(try Timetable(from: &reader))
        case 61:
            .openSession(
                try SessionPlan(from: &reader), try ScheduledSession(from: &reader))
        default: .session(try SessionOrder(from: &reader))
        }
    }

    static func operation(
        _ number: UInt8, _ reader: inout StateReader
    ) throws(StateError) -> SectionAction? {
        switch number {
        case 70: .advance
        case 71: .enterPhase(try reader.index(), try reader.choice(BookPhase.self))
        case 72:
            .uncross(
                try reader.index(), reference: try reader.ticks(),
                then: try reader.choice(BookPhase.self))
        case 73: .expire(try reader.choice(Validity.self))
        case 74: .forget
        default: nil
        }
    }
}

extension StateReader {
    /// Reads an optional instrument's number.
    mutating func index() throws(StateError) -> InstrumentIndex? {
        try optional { (reader: inout StateReader) throws(StateError) -> InstrumentIndex in
            try reader.uint32()
        }
    }
}
