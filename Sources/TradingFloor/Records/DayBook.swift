public import Exchange

/// A deal as everybody may see it.
public struct Trade: Sendable, Equatable {
    /// The number of its contract in the section.
    public var contract: UInt64
    /// When it was made.
    public var time: Instant
    /// What was dealt.
    public var instrument: InstrumentIndex
    /// In ticks.
    public var price: Ticks
    /// In lots.
    public var quantity: Quantity
    /// In minor units of the instrument's currency.
    public var value: Money
    /// Where it comes from.
    public var source: TradeSource

    /// A deal of given parts.
    public init(
        contract: UInt64, time: Instant, instrument: InstrumentIndex, price: Ticks,
        quantity: Quantity, value: Money, source: TradeSource
    ) {
        self.contract = contract
        self.time = time
        self.instrument = instrument
        self.price = price
        self.quantity = quantity
        self.value = value
        self.source = source
    }
}

/// Where a deal comes from.
public enum TradeSource: UInt8, Sendable, CaseIterable {
    /// Continuous trading.
    case book = 0
    /// A call at one price.
    case call = 1
    /// Both sides registered it.
    case negotiated = 2
    /// An auction.
    case auction = 3
}

/// A session that was held, or is on.
public struct SessionRecord: Sendable, Equatable {
    /// Its number in the section.
    public var number: UInt32
    /// The code of its plan.
    public var plan: String
    /// When its first phase began.
    public var opened: Instant
    /// When it was over; nil while it is on.
    public var closed: Instant?
    /// Whether the operator cancelled it.
    public var isCancelled: Bool
    /// The numbers of its first and its last command; the last is 0 while it is on.
    public var commands: (first: UInt64, last: UInt64)
    /// The journal's entries with its first and its last command; the last is 0 while it is on.
    public var entries: (first: UInt64, last: UInt64)
    /// How many deals were made in it.
    public var deals: UInt64
    /// The results, once it is over.
    public var quotations: [Quotation]

    /// Whether both say the same.
    public static func == (left: SessionRecord, right: SessionRecord) -> Bool {
        left.number == right.number && left.plan == right.plan && left.opened == right.opened
            && left.closed == right.closed && left.isCancelled == right.isCancelled
            && left.commands == right.commands && left.entries == right.entries
            && left.deals == right.deals && left.quotations == right.quotations
    }
}

/// What is remembered of a section besides its state, from its events: the newest deals, and the
/// results of sessions. It is part of each snapshot, and a replay builds it again.
public struct DayBook: Sendable, Equatable {
    /// When there are twice as many deals as this, the older half is forgotten.
    public static let tradesKept = 100_000
    /// So many sessions are remembered, the newest.
    public static let sessionsKept = 1_000

    /// The newest deals, the oldest first.
    public private(set) var trades: [Trade] = []
    /// Sessions that were held, or that is on, the oldest first.
    public private(set) var sessions: [SessionRecord] = []
    /// How many deals were ever made.
    public private(set) var dealsMade: UInt64 = 0

    /// An empty book.
    public init() {}

    /// The session that is on.
    public var current: SessionRecord? { sessions.last.flatMap { $0.closed == nil ? $0 : nil } }

    /// The newest deals below a contract's number, the newest first, of an instrument or of all.
    public func newest(
        _ instrument: InstrumentIndex? = nil, before contract: UInt64 = .max, limit: Int = 100
    ) -> [Trade] {
        // Contracts are numbered as they are made, so the deals are in the order of their numbers.
        var (low, high) = (0, trades.count)
        while low < high {
            let middle = (low + high) / 2
            if trades[middle].contract < contract { low = middle + 1 } else { high = middle }
        }
        return Array(
            trades[..<low].reversed().lazy
                .filter { instrument == nil || $0.instrument == instrument }
                .prefix(max(0, limit)))
    }

    mutating func add(_ event: SectionEvent, at time: Instant) {
        let source: TradeSource
        switch event.kind {
        case .dealt: source = .book
        case .dealtInCall: source = .call
        case .dealMatched: source = .negotiated
        case .lotSold: source = .auction
        default: return
        }
        dealsMade += 1
        if let last = sessions.indices.last, sessions[last].closed == nil {
            sessions[last].deals += 1
        }
        if trades.count >= 2 * Self.tradesKept { trades.removeFirst(Self.tradesKept) }
        trades.append(
            Trade(
                contract: event.subject, time: time, instrument: event.instrument,
                price: event.price, quantity: event.quantity, value: event.amount,
                source: source))
    }

    mutating func open(
        _ number: UInt32, plan: String, at time: Instant, command: UInt64, entry: UInt64
    ) {
        guard current?.number != number else { return }
        if sessions.count >= Self.sessionsKept { sessions.removeFirst() }
        sessions.append(
            SessionRecord(
                number: number, plan: plan, opened: time, closed: nil, isCancelled: false,
                commands: (command, 0), entries: (entry, 0), deals: 0, quotations: []))
    }

    mutating func close(
        _ number: UInt32, isCancelled: Bool, at time: Instant, command: UInt64, entry: UInt64,
        _ quotations: [Quotation]
    ) {
        guard let last = sessions.indices.last, sessions[last].number == number else { return }
        sessions[last].closed = time
        sessions[last].isCancelled = isCancelled
        sessions[last].commands.last = command
        sessions[last].entries.last = entry
        sessions[last].quotations = quotations
    }
}

extension DayBook: StateCoded {
    private static let version: UInt32 = 1

    /// Writes a version, then every field in the order of its declaration.
    public func write(to writer: inout StateWriter) {
        writer.put(Self.version)
        writer.put(list: trades) { writer, trade in
            writer.put(trade.contract)
            writer.put(trade.time)
            writer.put(trade.instrument)
            writer.put(trade.price)
            writer.put(trade.quantity)
            writer.put(trade.value)
            writer.put(trade.source.rawValue)
        }
        writer.put(list: sessions) { $1.write(to: &$0) }
        writer.put(dealsMade)
    }

    /// Reads what `write` wrote.
    public init(from reader: inout StateReader) throws(StateError) {
        let version = try reader.uint32()
        guard version == Self.version else {
            throw .version(found: version, known: Self.version)
        }
        trades = try reader.list(least: 45) { reader throws(StateError) in
            Trade(
                contract: try reader.uint64(), time: try reader.instant(),
                instrument: try reader.uint32(), price: try reader.int64(),
                quantity: try reader.int64(), value: try reader.int64(),
                source: try reader.choice(TradeSource.self))
        }
        sessions = try reader.list(least: 50) { reader throws(StateError) in
            try SessionRecord(from: &reader)
        }
        dealsMade = try reader.uint64()
    }
}

extension SessionRecord: StateCoded {
    /// Writes every field in the order of its declaration.
    public func write(to writer: inout StateWriter) {
        writer.put(number)
        writer.put(plan)
        writer.put(opened)
        writer.put(optional: closed) { $0.put($1) }
        writer.put(isCancelled)
        for number in [commands.first, commands.last, entries.first, entries.last, deals] {
            writer.put(number)
        }
        writer.put(list: quotations) { $1.write(to: &$0) }
    }

    /// Reads what `write` wrote.
    public init(from reader: inout StateReader) throws(StateError) {
        self.init(
            number: try reader.uint32(), plan: try reader.string(), opened: try reader.instant(),
            closed: try reader.optional { reader throws(StateError) in try reader.instant() },
            isCancelled: try reader.bool(),
            commands: (try reader.uint64(), try reader.uint64()),
            entries: (try reader.uint64(), try reader.uint64()), deals: try reader.uint64(),
            quotations: try reader.list(least: 20) { reader throws(StateError) in
                try Quotation(from: &reader)
            })
    }
}
