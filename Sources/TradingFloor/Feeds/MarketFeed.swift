public import Exchange
internal import Synchronization

/// Public market data of a section: a snapshot to start from, then numbered messages. Books are
/// sent once a group of commands, so a level's message says what stands there after the group.
public final class MarketFeed: Sendable {
    private struct Reader: Sendable {
        let instruments: Set<InstrumentIndex>?
        let buffer: Int
        let stream: AsyncThrowingStream<MarketMessage, any Error>.Continuation

        func wants(_ body: MarketBody) -> Bool {
            guard let instruments else { return true }
            switch body {
            case .level(let instrument, _, _), .book(let instrument, _, _, _):
                return instruments.contains(instrument)
            case .trade(let trade): return instruments.contains(trade.instrument)
            case .session, .auction, .quotations: return true
            }
        }
    }

    private struct State {
        var books: [BookView] = []
        var sequence: UInt64 = 0
        var readers: [UInt64: Reader] = [:]
        var nextReader: UInt64 = 0
        var isEnded = false
    }

    private let state = Mutex(State())
    private let epoch: UInt64

    init(epoch: UInt64) { self.epoch = epoch }

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - instruments: Whose books and trades are wanted; nil for all. Numbers then have gaps.
    ///   - buffer: How many messages may wait; beyond, the stream ends with `FeedError.tooSlow`.
    public func subscribe(
        instruments: Set<InstrumentIndex>? = nil, buffer: Int = 1_024
    ) -> (snapshot: MarketSnapshot, messages: AsyncThrowingStream<MarketMessage, any Error>) {
        let (stream, continuation) = AsyncThrowingStream<MarketMessage, any Error>.makeStream(
            bufferingPolicy: .bufferingOldest(max(1, buffer)))
        let reader = Reader(
            instruments: instruments, buffer: max(1, buffer), stream: continuation)
        let (start, number) = state.withLock { state -> (MarketSnapshot, UInt64) in
            state.nextReader += 1
            if !state.isEnded { state.readers[state.nextReader] = reader }
            return (snapshot(of: state, instruments), state.isEnded ? 0 : state.nextReader)
        }
        if number == 0 { continuation.finish(throwing: FeedError.closed) }
        continuation.onTermination = { [weak self] _ in self?.remove(number) }
        return (start, stream)
    }

    /// The books as they were last published.
    public func snapshot(instruments: Set<InstrumentIndex>? = nil) -> MarketSnapshot {
        state.withLock { snapshot(of: $0, instruments) }
    }

    /// A book as it was last published.
    public func book(_ instrument: InstrumentIndex) -> BookView? {
        state.withLock {
            Int(instrument) < $0.books.count ? $0.books[Int(instrument)] : nil
        }
    }

    /// How many readers there are.
    public var readers: Int { state.withLock { $0.readers.count } }

    private func snapshot(of state: State, _ instruments: Set<InstrumentIndex>?) -> MarketSnapshot {
        MarketSnapshot(
            position: FeedPosition(epoch: epoch, sequence: state.sequence),
            books: state.books.filter { instruments?.contains($0.instrument) ?? true })
    }

    private func remove(_ reader: UInt64) {
        _ = state.withLock { $0.readers.removeValue(forKey: reader) }
    }

    func begin(_ books: [BookView]) { state.withLock { $0.books = books } }

    /// Publishes a group: what its events say, then what changed in its books.
    func publish(_ outcome: GroupOutcome, _ views: [BookView], _ closed: SessionRecord?) {
        let cut = state.withLock { state -> [Reader] in
            // Numbers may skip what nobody reads.
            let isRead = !state.readers.isEmpty
            var bodies: [MarketBody] = []
            if isRead { bodies = outcome.events.compactMap { $0.publicBody(at: outcome.time) } }
            for view in views {
                let place = Int(view.instrument)
                let isKnown = place < state.books.count
                if isRead { bodies += view.changes(since: isKnown ? state.books[place] : nil) }
                if isKnown {
                    state.books[place] = view
                } else if place == state.books.count {
                    state.books.append(view)
                }
            }
            if let closed { bodies.append(.quotations(closed.number, closed.quotations)) }
            if !isRead { state.sequence += 1 }
            return send(bodies, outcome.time, &state)
        }
        for reader in cut {
            reader.stream.finish(throwing: FeedError.tooSlow(buffer: reader.buffer))
        }
    }

    /// Sends to every reader; those whose buffer is full are given back.
    private func send(
        _ bodies: [MarketBody], _ time: Instant, _ state: inout State
    ) -> [Reader] {
        let first = state.sequence + 1
        state.sequence += UInt64(bodies.count)
        var cut: [Reader] = []
        for (number, reader) in state.readers {
            for (place, body) in bodies.enumerated() where reader.wants(body) {
                let message = MarketMessage(
                    sequence: first + UInt64(place), time: time, body: body)
                if case .enqueued = reader.stream.yield(message) { continue }
                state.readers.removeValue(forKey: number)
                cut.append(reader)
                break
            }
        }
        return cut
    }

    func end() {
        let readers = state.withLock { state in
            state.isEnded = true
            defer { state.readers = [:] }
            return Array(state.readers.values)
        }
        for reader in readers { reader.stream.finish(throwing: FeedError.closed) }
    }
}
