internal import Dispatch
internal import Exchange
internal import Synchronization

/// Commands of one sender, and where their answer goes.
struct Submission: Sendable {
    let actions: [SectionAction]
    let origin: UInt32
    let answer: @Sendable (Result<BatchReply, FloorError>) -> Void
}

/// What waits for the writer.
enum MailboxItem: Sendable {
    case commands(Submission)
    case read(@Sendable (borrowing SectionKeeper) -> Void)
    case snapshot(@Sendable (Result<UInt64, FloorError>) -> Void)
}

/// What many senders lay down and one writer takes, in the order of arrival.
final class Mailbox: Sendable {
    private struct State {
        var items: [MailboxItem] = []
        var commands = 0
        /// Items that aren't commands: looks at the section, and snapshots.
        var others = 0
        var isAsleep = false
        var isNudged = false
        var isClosing = false
    }

    /// So many looks at the section may wait; each holds up the commands behind it.
    private static let mostOthers = 1_024

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Lays an item down; an error says why it isn't taken.
    func put(_ item: MailboxItem, commands: Int) throws(FloorError) {
        let wakes = try state.withLock { state throws(FloorError) in
            if state.isClosing { throw .closed }
            if commands > 0 && state.commands + commands > limit {
                throw .busy(waiting: state.commands, limit: limit)
            }
            if commands == 0 && state.others >= Self.mostOthers {
                throw .busy(waiting: state.others, limit: Self.mostOthers)
            }
            state.items.append(item)
            state.commands += commands
            if commands == 0 { state.others += 1 }
            defer { state.isAsleep = false }
            return state.isAsleep
        }
        if wakes { wake.signal() }
    }

    /// Lets the writer look at the clock again.
    func nudge() {
        let wakes = state.withLock { state in
            defer { state.isAsleep = false }
            // The writer may be just about to sleep.
            state.isNudged = !state.isAsleep
            return state.isAsleep
        }
        if wakes { wake.signal() }
    }

    /// Takes nothing more; what waits is still done.
    func close() {
        state.withLock { $0.isClosing = true }
        nudge()
    }

    /// Takes items until so many commands are taken; empty if there are none now.
    func take(commands most: Int) -> (items: [MailboxItem], isClosing: Bool) {
        state.withLock { state in
            var count = 0
            var others = 0
            var end = 0
            while end < state.items.count && count < most {
                if case .commands(let submission) = state.items[end],
                    !submission.actions.isEmpty
                {
                    count += submission.actions.count
                } else {
                    others += 1
                }
                end += 1
            }
            state.others -= others
            state.commands -= count
            let isClosing = state.isClosing
            if end == state.items.count {
                defer { state.items = [] }
                return (state.items, isClosing)
            }
            let taken = Array(state.items[..<end])
            state.items.removeFirst(end)
            return (taken, isClosing)
        }
    }

    /// Returns when there is something to take, when somebody nudges, or after some milliseconds.
    func wait(milliseconds: Int64?) {
        let sleeps = state.withLock { state in
            state.isAsleep = state.items.isEmpty && !state.isClosing && !state.isNudged
            state.isNudged = false
            return state.isAsleep
        }
        guard sleeps else { return }
        guard let milliseconds else { return wake.wait() }
        let time = DispatchTime.now() + .milliseconds(Int(clamping: max(1, milliseconds)))
        _ = wake.wait(timeout: time)
        state.withLock { $0.isAsleep = false }
    }
}
