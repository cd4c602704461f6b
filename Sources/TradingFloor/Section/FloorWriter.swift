internal import Dispatch
internal import Exchange
internal import Synchronization

/// The one who writes: takes what waits, commits, applies, answers, publishes. It lives in its
/// thread.
struct FloorWriter: ~Copyable {
    private var keeper: SectionKeeper
    private let mailbox: Mailbox
    private let outlets: Outlets
    private let options: FloorOptions
    private let disk = SnapshotDesk()
    private var batch: [FloorCommand] = []
    private var submissions: [Submission] = []
    private var events = SectionEvents(capacity: 1 << 16)
    private var ends: [Int] = []
    private var scan = EventScan()
    /// The latest moment that commands were stamped with.
    private var latest: Instant
    /// A moment that an `advance` didn't get past, which must not be tried for ever.
    private var stuck: Instant?
    /// The last command of the newest snapshot.
    private var snapshotAt: UInt64

    var report: RecoveryReport { keeper.report }

    init(
        _ keeper: consuming SectionKeeper, _ mailbox: Mailbox, _ outlets: Outlets,
        _ options: FloorOptions
    ) {
        self.mailbox = mailbox
        self.outlets = outlets
        self.options = options
        latest = keeper.section.clock
        snapshotAt = keeper.commands - keeper.report.commands
        outlets.begin(keeper)
        self.keeper = keeper
    }

    /// Works until the mailbox is closed and empty.
    mutating func run() {
        while true {
            letTimePass()
            let (items, isClosing) = mailbox.take(commands: options.groupCommands)
            if items.isEmpty {
                if isClosing { break }
                mailbox.wait(milliseconds: untilDue)
                continue
            }
            work(items)
        }
        finish()
    }

    /// Stamps never go back, whatever the clock does.
    private mutating func stamp() -> Instant {
        latest = max(latest, options.clock.now())
        return latest
    }

    /// How long until something is due; nil if nothing is. At most an hour: clocks are set.
    private var untilDue: Int64? {
        let due = keeper.nextDue
        guard due != .distantFuture, due != stuck, keeper.failure == nil else { return nil }
        return min(max(1, latest.milliseconds(to: due)), 3_600_000)
    }

    private mutating func letTimePass() {
        let now = stamp()
        while keeper.failure == nil, keeper.nextDue != stuck, let due = keeper.due(at: now) {
            batch.append(due)
            commit()
            // A moment that stays due whatever is done would fill the journal.
            if keeper.nextDue <= due.command.time { stuck = keeper.nextDue }
        }
    }

    private mutating func work(_ items: [MailboxItem]) {
        let now = stamp()
        for case .commands(let submission) in items {
            submissions.append(submission)
            for action in submission.actions {
                batch.append(
                    FloorCommand(
                        origin: submission.origin, SectionCommand(time: now, action: action)))
            }
        }
        commit()
        for item in items {
            switch item {
            case .commands: break
            case .read(let body): body(keeper)
            case .snapshot(let answer): answer(snapshotNow())
            }
        }
    }

    /// Commits the batch, answers the submissions, publishes.
    private mutating func commit() {
        defer {
            batch.removeAll(keepingCapacity: true)
            submissions.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
            events.removeAll()
        }
        guard !batch.isEmpty || !submissions.isEmpty else { return }
        do throws(FloorError) {
            let first = try keeper.commit(batch, into: &events, ends: &ends)
            let outcome = GroupOutcome(
                first: first, head: keeper.head, time: latest, events: events.array(), ends: ends)
            // Before the answers: who has one finds the names it speaks of, and the status of it.
            scan.look(at: events)
            outlets.learn(scan, keeper)
            answer(outcome)
            outlets.publish(outcome, scan, keeper)
            if keeper.commands - snapshotAt >= options.snapshotCommands || scan.hasClosedSession {
                snapshotLater()
            }
            scan.reset()
        } catch {
            outlets.status.stop(keeper.failure ?? "\(error)")
            for submission in submissions { submission.answer(.failure(error)) }
        }
    }

    private func answer(_ outcome: GroupOutcome) {
        var start = 0
        for submission in submissions {
            let count = submission.actions.count
            submission.answer(
                .success(BatchReply(group: outcome, start: start, count: count)))
            start += count
        }
    }

    // MARK: Snapshots

    /// The bytes are made here, between two groups; the disk is waited for elsewhere.
    private mutating func snapshotLater() {
        guard disk.begin() else { return }
        snapshotAt = keeper.commands
        let snapshot = keeper.snapshot()
        let (store, status, disk) = (keeper.snapshots, outlets.status, disk)
        disk.queue.async {
            do throws(FloorError) {
                try store.write(snapshot)
                status.noteSnapshot(snapshot.sequence, nil)
            } catch {
                status.noteSnapshot(nil, "\(error)")
            }
            disk.end()
        }
    }

    private mutating func snapshotNow() -> Result<UInt64, FloorError> {
        disk.queue.sync {}
        do throws(FloorError) {
            try keeper.takeSnapshot()
            snapshotAt = keeper.commands
            outlets.status.noteSnapshot(keeper.head.sequence, nil)
            return .success(keeper.head.sequence)
        } catch {
            outlets.status.noteSnapshot(nil, "\(error)")
            return .failure(error)
        }
    }

    private mutating func finish() {
        disk.queue.sync {}
        if keeper.failure == nil && keeper.commands > snapshotAt { _ = snapshotNow() }
        outlets.end()
        keeper.letGo()
    }
}

/// Writes snapshots beside the writer, one at a time.
private final class SnapshotDesk: Sendable {
    let queue = DispatchQueue(label: "section.snapshots")
    private let isBusy = Mutex(false)

    func begin() -> Bool {
        isBusy.withLock { isBusy in
            defer { isBusy = true }
            return !isBusy
        }
    }

    func end() { isBusy.withLock { $0 = false } }
}

/// What a group's events touch.
struct EventScan: Sendable {
    /// Instruments whose books may have changed.
    private(set) var books: [InstrumentIndex] = []
    private(set) var hasReference = false
    private(set) var hasClosedSession = false
    private var isTouched: [Bool] = []

    mutating func look(at events: borrowing SectionEvents) {
        for place in 0..<events.count {
            let kind = events[place].kind
            if kind.rawValue <= SectionEventKind.bookEntered.rawValue {
                touch(events[place].instrument)
            } else if kind == .instrumentSet || kind == .participantSet {
                hasReference = true
                if kind == .instrumentSet { touch(events[place].instrument) }
            } else if kind == .sessionClosed || kind == .sessionCancelled {
                hasClosedSession = true
            }
        }
    }

    @inline(__always)
    private mutating func touch(_ instrument: InstrumentIndex) {
        let place = Int(instrument)
        if place < isTouched.count {
            if !isTouched[place] {
                isTouched[place] = true
                books.append(instrument)
            }
            return
        }
        // Refusals may name instruments that aren't there.
        guard place < 1 << 16 else { return }
        isTouched.append(contentsOf: Array(repeating: false, count: place + 1 - isTouched.count))
        isTouched[place] = true
        books.append(instrument)
    }

    mutating func reset() {
        for book in books { isTouched[Int(book)] = false }
        books.removeAll(keepingCapacity: true)
        hasReference = false
        hasClosedSession = false
    }
}
