import Synchronization

/// The committed head as this process's readers see it, and those who wait for it to move.
final class Published: Sendable {
    private struct State {
        var head: JournalHead
        var isClosed = false
        var waiting: [UInt64: CheckedContinuation<Void, Never>] = [:]
        var nextTicket: UInt64 = 0
    }

    private let state: Mutex<State>

    init(_ head: JournalHead) {
        state = Mutex(State(head: head))
    }

    var head: JournalHead { state.withLock { $0.head } }

    /// Moves the head and wakes those who wait.
    func advance(to head: JournalHead) {
        wake { $0.head = head }
    }

    /// Wakes those who wait for good.
    func close() {
        wake { $0.isClosed = true }
    }

    private func wake(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            defer { state.waiting.removeAll() }
            return Array(state.waiting.values)
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits until there is an entry after `sequence`; false if there won't be, because the journal
    /// was closed or the task cancelled.
    func waits(beyond sequence: UInt64) async -> Bool {
        while true {
            let (isBeyond, isClosed) = state.withLock { ($0.head.sequence > sequence, $0.isClosed) }
            if isBeyond { return true }
            if isClosed || Task.isCancelled { return false }
            await change(after: sequence)
        }
    }

    private func change(after sequence: UInt64) async {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waits = state.withLock { state in
                    // Looked at under the lock: a cancellation after this finds the continuation.
                    guard state.head.sequence <= sequence, !state.isClosed, !Task.isCancelled else {
                        return false
                    }
                    state.waiting[ticket] = continuation
                    return true
                }
                if !waits { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
        }
    }
}
