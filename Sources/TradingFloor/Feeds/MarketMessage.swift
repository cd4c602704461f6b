public import Exchange

/// A book as everybody may see it: its best prices.
public struct BookView: Sendable, Equatable {
    /// The instrument.
    public var instrument: InstrumentIndex
    /// What the book does with orders.
    public var phase: BookPhase
    /// The last trade's price.
    public var last: Ticks?
    /// The best bids, best first.
    public var bids: [Depth]
    /// The best offers, best first.
    public var offers: [Depth]
    /// What a call would give now; nil outside calls, or if nothing crosses.
    public var indicative: CallResult?

    /// The book of an instrument as it stands, with so many prices of each side.
    public init(_ instrument: InstrumentIndex, of section: borrowing Section, levels: Int) {
        self.instrument = instrument
        phase = section.phase(instrument) ?? .closed
        last = section.quote(instrument)?.last
        bids = section.depths(instrument, .buy, limit: levels)
        offers = section.depths(instrument, .sell, limit: levels)
        indicative = phase == .call ? section.indicative(instrument) : nil
    }
}

/// Something public that happened.
public enum MarketBody: Sendable, Equatable {
    /// What stands at a price now: quantity in lots, number of orders; nothing if both are 0.
    case level(InstrumentIndex, Side, Depth)
    /// A deal.
    case trade(Trade)
    /// A book is in another phase, or its last price or the result that a call would have changed.
    case book(InstrumentIndex, BookPhase, last: Ticks?, indicative: CallResult?)
    /// Something about a session, as `SectionEventKind` says: its number, the phase, until when.
    case session(UInt64, SectionEventKind, PhaseKind?, until: Instant)
    /// Something about an auction, as `SectionEventKind` says: its number, price in ticks, lots,
    /// and until when, where there is one.
    case auction(UInt64, SectionEventKind, price: Ticks, quantity: Quantity, until: Instant)
    /// The results of a session.
    case quotations(UInt32, [Quotation])
}

/// A message of the public feed.
public struct MarketMessage: Sendable, Equatable {
    /// One more than in the message before.
    public var sequence: UInt64
    /// When.
    public var time: Instant
    /// What.
    public var body: MarketBody
}

/// A place in a feed.
public struct FeedPosition: Sendable, Hashable {
    /// Changes with each start of the process: positions of another epoch mean nothing.
    public var epoch: UInt64
    /// The last message that is included.
    public var sequence: UInt64
}

/// What a reader of the public feed begins with.
public struct MarketSnapshot: Sendable, Equatable {
    /// The place in the feed; the first message is the one after it.
    public var position: FeedPosition
    /// The books by instrument.
    public var books: [BookView]
}

/// Why a feed ended.
public enum FeedError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The reader fell too far behind.
    case tooSlow(buffer: Int)
    /// The section was closed.
    case closed

    /// What happened, and what would be right.
    public var description: String {
        switch self {
        case .tooSlow(let buffer):
            "the reader fell more than \(buffer) messages behind; start again from a snapshot"
        case .closed: "the section is closed; start again from a snapshot when it is back"
        }
    }
}

extension BookView {
    /// What changed since an older view of the same book.
    func changes(since old: BookView?) -> [MarketBody] {
        var bodies: [MarketBody] = []
        Self.compare(old?.bids ?? [], bids) { bodies.append(.level(instrument, .buy, $0)) }
        Self.compare(old?.offers ?? [], offers) { bodies.append(.level(instrument, .sell, $0)) }
        if old?.phase != phase || old?.last != last || old?.indicative != indicative {
            bodies.append(.book(instrument, phase, last: last, indicative: indicative))
        }
        return bodies
    }

    private static func compare(_ old: [Depth], _ new: [Depth], _ tell: (Depth) -> Void) {
        for level in old where !new.contains(where: { $0.price == level.price }) {
            var gone = level
            (gone.quantity, gone.orders) = (0, 0)
            tell(gone)
        }
        for level in new where !old.contains(level) { tell(level) }
    }
}

extension SectionEvent {
    /// What everybody may see of it.
    func publicBody(at time: Instant) -> MarketBody? {
        switch kind {
        case .dealt: .trade(trade(at: time, .book))
        case .dealtInCall: .trade(trade(at: time, .call))
        case .dealMatched: .trade(trade(at: time, .negotiated))
        case .lotSold: .trade(trade(at: time, .auction))
        case .sessionPlanned, .phaseEntered, .sessionHalted, .sessionResumed, .sessionExtended,
            .sessionCancelled, .sessionClosed, .callStarted:
            .session(
                subject, kind,
                kind == .phaseEntered ? PhaseKind(rawValue: UInt8(clamping: quantity)) : nil,
                until: Instant(remaining))
        case .auctionListed, .auctionOpened, .bidLeading, .auctionExtended, .clockFell,
            .clockStopped, .stageEntered, .bidUnsealed, .bidRetracted, .auctionHalted,
            .auctionResumed, .auctionEnded:
            .auction(
                subject, kind, price: price, quantity: quantity, until: Instant(remaining))
        default: nil
        }
    }

    private func trade(at time: Instant, _ source: TradeSource) -> Trade {
        Trade(
            contract: subject, time: time, instrument: instrument, price: price,
            quantity: quantity, value: amount, source: source)
    }
}
