internal import Dispatch
internal import Exchange
internal import Journal
internal import Synchronization

/// Reads, checks and decodes entries ahead of who applies them: that costs a replay an eighth of
/// its time, which another core may have.
///
/// What was read is taken all at once, and neither thread is woken for less than many commands:
/// waking a core that sleeps may cost as much as a hundred commands.
final class ReadAhead: Sendable {
    /// So many commands wait at most; decoded they are of 4 MB and what they name.
    private static let most = 65_536
    /// So many bytes of the journal wait at most, where commands are long.
    private static let mostBytes = 8 << 20
    /// For fewer nobody is woken who waits for them, unless they are the last.
    private static let fewest = 4_096

    private struct State {
        var blocks: [ReplayBlock] = []
        var commands = 0
        var bytes = 0
        /// Why there will be no more.
        var end: Result<Void, FloorError>?
        var isStopped = false
        var isReaderAsleep = false
        var isTakerAsleep = false
    }

    private let state = Mutex(State())
    /// What the section might use, and what was made of it.
    private let need = Mutex(SectionMemory.Need.none)
    private let memory = Mutex<SectionMemory?>(nil)
    private let room = DispatchSemaphore(value: 0)
    private let ready = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)

    /// Begins to read; what comes after the entry `last` is left alone.
    init(_ recovery: Recovery, _ reader: JournalReader, through last: UInt64) {
        DispatchQueue(label: "section.reading").async { [self] in
            var reader = reader
            var end: Result<Void, FloorError> = .success(())
            do throws(FloorError) {
                while reader.position <= last, let block = try recovery.next(&reader) {
                    guard put(block) else { break }
                }
            } catch {
                end = .failure(error)
            }
            finish(end)
            done.signal()
        }
    }

    /// Lays an entry's commands down; false if nobody wants more.
    private func put(_ block: ReplayBlock) -> Bool {
        let (wakes, sleeps) = state.withLock { state in
            state.blocks.append(block)
            state.commands += block.steps.count
            state.bytes += block.bytes
            let isFull = state.commands >= Self.most || state.bytes >= Self.mostBytes
            let wakes = state.isTakerAsleep && (isFull || state.commands >= Self.fewest)
            if wakes { state.isTakerAsleep = false }
            state.isReaderAsleep = isFull && !state.isStopped
            return (wakes, state.isReaderAsleep)
        }
        if wakes { ready.signal() }
        if sleeps {
            makeMemory()
            room.wait()
        }
        return state.withLock { !$0.isStopped }
    }

    /// There is time: what was read ahead lasts for a while.
    private func makeMemory() {
        let wanted = need.withLock { need in
            defer { need = .none }
            return need
        }
        guard wanted != .none else { return }
        var made: SectionMemory? = SectionMemory(wanted)
        memory.withLock { swap(&$0, &made) }
    }

    /// Gives a section the memory that was made for it meanwhile, and hears what it needs next.
    func supply(_ section: inout Section) {
        if let made = memory.withLock({ $0.take() }) { section.supply(made) }
        let next = section.memoryNeed
        need.withLock { $0 = next }
    }

    private func finish(_ end: Result<Void, FloorError>) {
        let wakes = state.withLock { state in
            state.end = end
            defer { state.isTakerAsleep = false }
            return state.isTakerAsleep
        }
        if wakes { ready.signal() }
    }

    /// The commands of the next entries; none after the last.
    func next() throws(FloorError) -> [ReplayBlock] {
        while true {
            let (blocks, end, wakes) = state.withLock { state in
                defer {
                    state.blocks = []
                    state.commands = 0
                    state.bytes = 0
                    state.isReaderAsleep = false
                }
                state.isTakerAsleep = state.blocks.isEmpty && state.end == nil
                return (state.blocks, state.end, state.isReaderAsleep)
            }
            if wakes { room.signal() }
            if !blocks.isEmpty { return blocks }
            if let end {
                try end.get()
                return []
            }
            ready.wait()
        }
    }

    /// Ends the reading, wherever it is; nothing touches the disk afterwards.
    func stop() {
        let wakes = state.withLock { state in
            state.isStopped = true
            defer { state.isReaderAsleep = false }
            return state.isReaderAsleep
        }
        if wakes { room.signal() }
        done.wait()
    }
}
