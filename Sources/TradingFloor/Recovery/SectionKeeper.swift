public import Exchange
internal import Journal

/// A section with its journal and snapshots: commands become durable, then they are applied. It
/// has no thread and no clock of its own; whoever drives it calls from one place at a time, so a
/// run of it is exactly as deterministic as its disk.
public struct SectionKeeper: ~Copyable, Sendable {
    /// Entries hold at most so many bytes of commands, unless one command is longer.
    static let blockBytes = 128 << 10
    /// What a command may have at most.
    static let longestCommand = 8 << 20
    /// The kind of entries that hold commands.
    public static let commandKind = "command"
    /// The kind of the first entry, which says the section's limits.
    public static let sectionKind = "section"
    static let actor = "floor"

    /// The section's name.
    public let name: String
    /// The state after the last durable command.
    public private(set) var section: Section
    /// What is remembered besides.
    public private(set) var dayBook: DayBook
    /// The number of the last command.
    public private(set) var commands: UInt64
    /// The last entry that was applied.
    public private(set) var head: EntryMark
    /// Why nothing is taken any more; nil while all is well.
    public private(set) var failure: String?
    /// What the start came upon.
    public let report: RecoveryReport
    let journal: FileJournal
    let snapshots: SnapshotStore
    private var block = BlockWriter()

    init(
        name: String, recovered: consuming RecoveredSection, journal: FileJournal,
        snapshots: SnapshotStore
    ) {
        self.name = name
        report = recovered.report
        commands = recovered.commands
        head = recovered.head
        dayBook = recovered.dayBook
        section = recovered.section
        self.journal = journal
        self.snapshots = snapshots
    }

    /// The next moment at which a command `advance` is due.
    public var nextDue: Instant { section.nextMoment }

    /// The command that is due at a moment, if one is; ask until there is none. While a session is
    /// planned or on, each moment comes by itself: a lot that is sold at three belongs to the
    /// session that ends at four, even if the floor slept until five.
    public func due(at now: Instant) -> FloorCommand? {
        guard nextDue <= now else { return nil }
        let step = section.nextSessionMoment == nil ? now : max(nextDue, section.clock)
        return FloorCommand(SectionCommand(time: step, action: .advance))
    }

    /// Makes commands durable together, then applies them in order.
    ///
    /// - Parameters:
    ///   - batch: Commands whose moments don't go back, neither among themselves nor behind
    ///     `section.clock`.
    ///   - events: What came of them is appended.
    ///   - ends: For each command, how many events there are after it, is appended.
    /// - Returns: The number of the first command; `head` is the journal's end with them.
    /// - Throws: What failed. Nothing was applied then, and nothing is taken any more.
    @discardableResult
    public mutating func commit(
        _ batch: [FloorCommand], into events: inout SectionEvents, ends: inout [Int]
    ) throws(FloorError) -> UInt64 {
        if let failure { throw .stopped(reason: failure) }
        guard !batch.isEmpty else { return commands + 1 }
        let group = prepare(batch)
        do throws(JournalError) {
            apply(batch, group, try group.write(to: journal), into: &events, ends: &ends)
        } catch {
            throw stop(error)
        }
        return group.first
    }

    // MARK: The steps of a commit

    /// Puts commands into the form in which they are journaled, in blocks. They will follow those
    /// of a group that isn't applied yet, if there is one.
    mutating func prepare(_ batch: [FloorCommand], behind other: PreparedGroup? = nil)
        -> PreparedGroup
    {
        let first = other?.next ?? commands + 1
        var (blocks, starts): ([[UInt8]], [Int]) = ([], [])
        var place = 0
        while place < batch.count {
            starts.append(place)
            block.begin(first: first + UInt64(place), time: batch[place].command.time)
            repeat {
                block.add(batch[place])
                place += 1
            } while place < batch.count && block.bytes.count < Self.blockBytes
            blocks.append(block.end())
        }
        return PreparedGroup(
            first: first, count: batch.count, after: other?.lastEntry ?? head.sequence,
            blocks: blocks, starts: starts)
    }

    /// Applies commands that are durable, in order.
    mutating func apply(
        _ batch: [FloorCommand], _ group: PreparedGroup, _ durable: JournalHead,
        into events: inout SectionEvents, ends: inout [Int]
    ) {
        head = EntryMark(durable)
        ends.reserveCapacity(ends.count + batch.count)
        var entry = group.after
        var blocks = 0
        for index in batch.indices {
            if blocks < group.starts.count && group.starts[blocks] == index {
                entry += 1
                blocks += 1
            }
            let before = events.count
            section.apply(batch[index].command, into: &events)
            commands += 1
            dayBook.note(
                events, from: before, of: &section, command: commands, entry: entry)
            ends.append(events.count)
        }
    }

    /// The disk failed: nothing is taken from here on.
    mutating func stop(_ error: JournalError) -> FloorError {
        failure = "\(error)"
        return .journal(error)
    }

    /// Takes a snapshot and makes it durable.
    public func takeSnapshot() throws(FloorError) {
        try snapshots.write(snapshot())
    }

    func snapshot() -> Snapshot {
        let state = section.snapshot()
        var hash = StateHash()
        hash.mix(bytes: state)
        var writer = StateWriter()
        dayBook.write(to: &writer)
        return Snapshot(
            sequence: head.sequence, hash: head.hash, command: commands, stateHash: hash.value,
            clock: section.clock, section: state, dayBook: writer.bytes)
    }

    /// Lets go of the journal.
    public consuming func close() { journal.close() }

    /// Lets go of the journal; nothing is taken from here on.
    mutating func letGo() {
        failure = failure ?? "it was closed"
        journal.close()
    }
}

extension DayBook {
    /// Takes over what one command brought. The section is only read, but a borrowed one would be
    /// copied to the stack for each command: it has several hundred bytes of its own.
    @inline(__always)
    mutating func note(
        _ events: borrowing SectionEvents, from start: Int, of section: inout Section,
        command: UInt64, entry: UInt64
    ) {
        for place in start..<events.count {
            switch events[place].kind {
            case .dealt, .dealtInCall, .dealMatched, .lotSold:
                add(events[place], at: section.clock)
            case .phaseEntered, .sessionClosed, .sessionCancelled:
                noteSession(events[place], of: &section, command: command, entry: entry)
            default: break
            }
        }
    }

    @inline(never)
    private mutating func noteSession(
        _ event: SectionEvent, of section: inout Section, command: UInt64, entry: UInt64
    ) {
        let number = UInt32(truncatingIfNeeded: event.subject)
        if event.kind == .phaseEntered {
            open(
                number, plan: section.session?.plan.code ?? "", at: section.clock,
                command: command, entry: entry)
        } else {
            close(
                number, isCancelled: event.kind == .sessionCancelled, at: section.clock,
                command: command, entry: entry, section.quotations)
        }
    }
}
