internal import Dispatch
internal import Journal
internal import Synchronization

/// Reads, checks and decodes entries ahead of who applies them: that costs a replay an eighth of
/// its time, which another core may have.
final class ReadAhead: Sendable {
    /// So many entries wait at most; decoded they are of 700 kB.
    private static let most = 8

    private struct State {
        var blocks: [Result<ReplayBlock?, FloorError>] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    /// Begins at 0: a semaphore may not be let go of below where it began.
    private let room = DispatchSemaphore(value: 0)
    private let ready = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)

    /// Begins to read; what comes after the entry `last` is left alone.
    init(_ recovery: Recovery, _ reader: JournalReader, through last: UInt64) {
        for _ in 0..<Self.most { room.signal() }
        DispatchQueue(label: "section.reading").async { [self] in
            var reader = reader
            defer { done.signal() }
            while reader.position <= last, waitForRoom() {
                let result: Result<ReplayBlock?, FloorError>
                do throws(FloorError) {
                    result = .success(try recovery.next(&reader))
                } catch {
                    result = .failure(error)
                }
                put(result)
                guard case .success(.some) = result else { return }
            }
            put(.success(nil))
        }
    }

    private func waitForRoom() -> Bool {
        room.wait()
        return state.withLock { !$0.isStopped }
    }

    private func put(_ result: Result<ReplayBlock?, FloorError>) {
        state.withLock { $0.blocks.append(result) }
        ready.signal()
    }

    /// The next entry's commands; nil after the last.
    func next() throws(FloorError) -> ReplayBlock? {
        ready.wait()
        let result = state.withLock { $0.blocks.removeFirst() }
        room.signal()
        return try result.get()
    }

    /// Ends the reading, wherever it is; nothing touches the disk afterwards.
    func stop() {
        state.withLock { $0.isStopped = true }
        room.signal()
        done.wait()
    }
}
