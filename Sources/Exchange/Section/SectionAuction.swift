/// What of a participant's deposit stands behind a bid.
struct BidBlock: Sendable, Equatable {
    var participant: ParticipantIndex
    var isResident: Bool
    var amount: Money
}

/// An auction of either kind.
enum AuctionState: Sendable, Equatable {
    case open(OpenAuction)
    case dutch(DutchAuction)
}

/// An auction in a section: the lot, who offers it, and what is blocked for it.
struct SectionAuction: Sendable, Equatable {
    var number: UInt64
    var lot: Lot
    var owner: ParticipantIndex
    var ownerIsResident: Bool
    var receipt: UInt64
    /// What of the owner's deposit stands behind what isn't sold yet, and the price it is for.
    var ownerBlock: Money
    var ownerPrice: Ticks
    /// Lots that aren't sold yet.
    var left: Quantity
    var state: AuctionState
    /// By participant.
    var blocks: [BidBlock] = []

    /// Whether the owner buys.
    var isReverse: Bool {
        if case .open(let auction) = state { return auction.terms.direction == .descending }
        return false
    }

    var status: AuctionStatus {
        switch state {
        case .open(let auction): auction.status
        case .dutch(let auction): auction.status
        }
    }

    var isOver: Bool { status == .ended || status == .cancelled }

    var nextDue: Instant? {
        switch state {
        case .open(let auction): auction.nextDue
        case .dutch(let auction): auction.nextDue
        }
    }

    var exposures: [Exposure] {
        switch state {
        case .open(let auction): auction.exposures
        case .dutch(let auction): auction.exposures
        }
    }

    mutating func advance(to moment: Instant, into steps: inout [AuctionEvent]) {
        switch state {
        case .open(var auction):
            auction.advance(to: moment, into: &steps)
            state = .open(auction)
        case .dutch(var auction):
            auction.advance(to: moment, into: &steps)
            state = .dutch(auction)
        }
    }

    /// What an act would bind to; nil if it binds to nothing.
    func exposure(
        if act: AuctionAct, by participant: ParticipantIndex
    ) -> (price: Ticks, quantity: Quantity)? {
        switch (act, state) {
        case (.bid(let price), .open(let auction)):
            let exposure = auction.exposure(ifBid: price, by: participant)
            return (exposure.price, exposure.quantity)
        case (.take(let price, let quantity), .dutch): return (price, quantity)
        case (.seal(let price), .dutch), (.improve(let price), .dutch):
            return (price, lot.quantity)
        default: return nil
        }
    }

    /// Does an act of a participant or of the house (0); false if it isn't one of this auction.
    mutating func perform(
        _ act: AuctionAct, by participant: ParticipantIndex, at now: Instant,
        into steps: inout [AuctionEvent]
    ) -> Bool {
        switch state {
        case .open(var auction):
            switch (act, participant) {
            case (.open, 0): auction.open(at: now, into: &steps)
            case (.halt, 0): auction.halt(at: now, into: &steps)
            case (.resume, 0): auction.resume(at: now, into: &steps)
            case (.cancel, 0): auction.cancel(at: now, into: &steps)
            case (.bid(let price), 1...):
                auction.bid(price, by: participant, at: now, into: &steps)
            case (.retract, 1...): auction.retract(by: participant, at: now, into: &steps)
            default: return false
            }
            state = .open(auction)
        case .dutch(var auction):
            guard Self.perform(act, in: &auction, by: participant, at: now, into: &steps) else {
                return false
            }
            state = .dutch(auction)
        }
        return true
    }

    private static func perform(
        _ act: AuctionAct, in auction: inout DutchAuction, by participant: ParticipantIndex,
        at now: Instant, into steps: inout [AuctionEvent]
    ) -> Bool {
        switch (act, participant) {
        case (.open, 0): auction.open(at: now, into: &steps)
        case (.halt, 0): auction.halt(at: now, into: &steps)
        case (.resume, 0): auction.resume(at: now, into: &steps)
        case (.cancel, 0): auction.cancel(at: now, into: &steps)
        case (.take(let price, let quantity), 1...):
            auction.take(quantity, at: price, by: participant, at: now, into: &steps)
        case (.seal(let price), 1...):
            auction.seal(price, by: participant, at: now, into: &steps)
        case (.withdraw, 1...): auction.withdraw(by: participant, at: now, into: &steps)
        case (.improve(let price), 1...):
            auction.improve(price, by: participant, at: now, into: &steps)
        default: return false
        }
        return true
    }
}

/// The auctions that aren't over, by rising number.
struct AuctionList: Sendable {
    var running: [SectionAuction] = []
    /// How many were ever listed.
    var listed: UInt64 = 0

    var nextDue: Instant {
        running.reduce(Instant.distantFuture) { min($0, $1.nextDue ?? .distantFuture) }
    }
}

extension SectionAuction {
    func write(to writer: inout StateWriter) {
        writer.put(number)
        lot.write(to: &writer)
        writer.put(owner)
        writer.put(ownerIsResident)
        writer.put(receipt)
        for number in [ownerBlock, ownerPrice, left] { writer.put(number) }
        switch state {
        case .open(let auction):
            writer.put(0 as UInt8)
            auction.write(to: &writer)
        case .dutch(let auction):
            writer.put(1 as UInt8)
            auction.write(to: &writer)
        }
        writer.put(list: blocks) {
            $0.put($1.participant)
            $0.put($1.isResident)
            $0.put($1.amount)
        }
    }

    init(from reader: inout StateReader) throws(StateError) {
        number = try reader.uint64()
        lot = try Lot(from: &reader)
        owner = try reader.uint32()
        ownerIsResident = try reader.bool()
        receipt = try reader.uint64()
        ownerBlock = try reader.int64()
        ownerPrice = try reader.int64()
        left = try reader.lots()
        state =
            try reader.bool()
            ? .dutch(try DutchAuction(from: &reader)) : .open(try OpenAuction(from: &reader))
        blocks = try reader.list(least: 13) { reader throws(StateError) in
            BidBlock(
                participant: try reader.uint32(), isResident: try reader.bool(),
                amount: try reader.int64())
        }
    }
}
