public import Exchange
internal import Synchronization

/// A message about one participant.
public struct PrivateMessage: Sendable, Equatable {
    /// One more than in the message before that this subscription got.
    public var sequence: UInt64
    /// The number of the command that brought it.
    public var command: UInt64
    /// When.
    public var time: Instant
    /// What happened, as the participant may see it.
    public var event: SectionEvent
}

/// A copy of everything that concerns participants, whoever caused it: a firm's own, or a broker's
/// with its clients'.
public final class PrivateFeed: Sendable {
    private struct Reader: Sendable {
        let participants: Set<ParticipantIndex>
        let buffer: Int
        var sequence: UInt64 = 0
        let stream: AsyncThrowingStream<PrivateMessage, any Error>.Continuation

        /// The event as the reader may see it; nil if it is about others.
        func view(_ event: SectionEvent) -> SectionEvent? {
            for participant in [event.participant, event.counterparty]
            where participants.contains(participant) {
                return event.seen(by: participant)
            }
            return nil
        }
    }

    private struct State {
        var readers: [UInt64: Reader] = [:]
        var nextReader: UInt64 = 0
        var command: UInt64 = 0
        var isEnded = false
    }

    private let state = Mutex(State())
    private let epoch: UInt64

    init(epoch: UInt64) { self.epoch = epoch }

    /// Begins to read; the first message has number 1.
    ///
    /// - Parameters:
    ///   - participants: Whose events.
    ///   - buffer: How many messages may wait; beyond, the stream ends with `FeedError.tooSlow`.
    /// - Returns: The last command whose events aren't in the stream: what stands is asked of the
    ///   section, after this.
    public func subscribe(
        participants: Set<ParticipantIndex>, buffer: Int = 1_024
    ) -> (position: FeedPosition, messages: AsyncThrowingStream<PrivateMessage, any Error>) {
        let (stream, continuation) = AsyncThrowingStream<PrivateMessage, any Error>.makeStream(
            bufferingPolicy: .bufferingOldest(max(1, buffer)))
        let (command, number) = state.withLock { state in
            state.nextReader += 1
            if !state.isEnded {
                state.readers[state.nextReader] = Reader(
                    participants: participants, buffer: max(1, buffer), stream: continuation)
            }
            return (state.command, state.isEnded ? 0 : state.nextReader)
        }
        if number == 0 { continuation.finish(throwing: FeedError.closed) }
        continuation.onTermination = { [weak self] _ in
            _ = self?.state.withLock { $0.readers.removeValue(forKey: number) }
        }
        return (FeedPosition(epoch: epoch, sequence: command), stream)
    }

    /// Says how many commands were there before the process began.
    func begin(at command: UInt64) { state.withLock { $0.command = command } }

    func publish(_ outcome: GroupOutcome) {
        let cut = state.withLock { state in
            state.command = outcome.first + UInt64(outcome.ends.count) - 1
            var cut: [Reader] = []
            for (number, var reader) in state.readers {
                if send(outcome, to: &reader) {
                    state.readers[number] = reader
                } else {
                    state.readers.removeValue(forKey: number)
                    cut.append(reader)
                }
            }
            return cut
        }
        for reader in cut {
            reader.stream.finish(throwing: FeedError.tooSlow(buffer: reader.buffer))
        }
    }

    private func send(_ outcome: GroupOutcome, to reader: inout Reader) -> Bool {
        var start = 0
        for (place, end) in outcome.ends.enumerated() {
            for event in outcome.events[start..<end] {
                guard let event = reader.view(event) else { continue }
                reader.sequence += 1
                let message = PrivateMessage(
                    sequence: reader.sequence, command: outcome.first + UInt64(place),
                    time: outcome.time, event: event)
                guard case .enqueued = reader.stream.yield(message) else { return false }
            }
            start = end
        }
        return true
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
