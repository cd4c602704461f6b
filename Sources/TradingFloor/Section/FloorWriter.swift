internal import Dispatch
internal import Exchange
internal import Journal
internal import Synchronization

/// The one who writes: takes what waits, commits, applies, answers, publishes. It lives in its
/// thread.
struct FloorWriter: ~Copyable {
    private var keeper: SectionKeeper
    private let mailbox: Mailbox
    private let outlets: Outlets
    private let options: FloorOptions
    private let disk = SnapshotDesk()
    private let press: Press
    /// What is written beside this thread, and isn't applied yet.
    private var pressed: Round?
    /// Its memory is used again.
    private var spare = Round()
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
        press = Press(keeper.journal)
        outlets.begin(keeper)
        self.keeper = keeper
    }

    /// Works until the mailbox is closed and empty.
    ///
    /// Few commands go the simple way: they are made durable, then applied. A large group is written
    /// by another thread; once it is durable, the next one may be handed over before this thread
    /// applies it. So the disk and the section work at the same time, on neighbouring groups.
    mutating func run() {
        while true {
            let written = pressed.take()
            let isAlone = written == nil
            let durable = isAlone ? nil : press.wait()
            if isAlone { _ = letTimePass() }
            let (items, isClosing) = mailbox.take(commands: options.groupCommands)
            let isHandedOver = handOver(items, behind: written, durable)
            if let written, let durable { finish(written, durable) }
            if isHandedOver { continue }
            if !items.isEmpty {
                work(items)
            } else if isAlone {
                if isClosing { break }
                mailbox.wait(milliseconds: untilDue)
            }
        }
        finish()
    }

    // MARK: Groups that are written beside this thread

    /// Hands a large group over, if nothing can be due between the group before, which isn't applied
    /// yet, and its own moment: nothing is now, and that group can bring nothing so soon.
    private mutating func handOver(
        _ items: [MailboxItem], behind written: Round?,
        _ durable: Result<JournalHead, JournalError>?
    ) -> Bool {
        if case .failure = durable { return false }
        guard keeper.failure == nil, Self.commands(in: items) >= options.besideCommands else {
            return false
        }
        let now = stamp()
        guard keeper.nextDue > now else { return false }
        if let written {
            let delay = keeper.section.leastDelay
            guard written.isOrdinary, written.time.milliseconds(to: now) < delay else {
                return false
            }
        }
        var round = blank()
        round.fill(items, at: now)
        let group = keeper.prepare(round.batch, behind: written?.group)
        round.group = group
        press.start(group)
        pressed = round
        outlets.status.noteHandOver(isOverlapping: written != nil)
        return true
    }

    /// How many commands there are, if there is nothing else.
    private static func commands(in items: [MailboxItem]) -> Int {
        var count = 0
        for item in items {
            guard case .commands(let submission) = item else { return 0 }
            count += submission.actions.count
        }
        return count
    }

    /// Applies a group that another thread has written, or says that it couldn't.
    private mutating func finish(
        _ round: consuming Round, _ durable: Result<JournalHead, JournalError>
    ) {
        switch durable {
        case .success(let head):
            if let group = round.group {
                keeper.apply(round.batch, group, head, into: &events, ends: &ends)
                succeed(round, first: group.first)
            }
        case .failure(let error): fail(round, keeper.stop(error))
        }
        reuse(round)
    }

    /// A round to be filled.
    private mutating func blank() -> Round {
        var round = Round()
        swap(&round, &spare)
        return round
    }

    private mutating func reuse(_ round: consuming Round) {
        spare = round.reused()
        ends.removeAll(keepingCapacity: true)
        events.removeAll()
    }

    // MARK: Time

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

    /// Does what is due. Gives the present moment, by which nothing is left to do: commands that are
    /// stamped with it come after all that was due before them.
    private mutating func letTimePass() -> Instant {
        let now = stamp()
        while keeper.failure == nil, keeper.nextDue != stuck, let due = keeper.due(at: now) {
            var round = blank()
            round.time = now
            round.isOrdinary = false
            round.batch.append(due)
            commit(round)
            // A moment that stays due whatever is done would fill the journal.
            if keeper.nextDue <= due.command.time { stuck = keeper.nextDue }
        }
        return now
    }

    // MARK: Groups that are written and applied in turn

    private mutating func work(_ items: [MailboxItem]) {
        let now = letTimePass()
        var round = blank()
        round.fill(items, at: now)
        commit(round)
        for item in items {
            switch item {
            case .commands: break
            case .read(let body): body(keeper)
            case .snapshot(let answer): answer(snapshotNow())
            }
        }
    }

    /// Commits the batch, answers the submissions, publishes.
    private mutating func commit(_ round: consuming Round) {
        if !round.batch.isEmpty || !round.submissions.isEmpty {
            do throws(FloorError) {
                let first = try keeper.commit(round.batch, into: &events, ends: &ends)
                succeed(round, first: first)
            } catch {
                fail(round, error)
            }
        }
        reuse(round)
    }

    // MARK: Answers

    private mutating func succeed(_ round: Round, first: UInt64) {
        let outcome = GroupOutcome(
            first: first, head: keeper.head, time: round.time, events: events.array(), ends: ends)
        // Before the answers: who has one finds the names it speaks of, and the status of it.
        scan.look(at: events)
        outlets.learn(scan, keeper)
        round.answer(outcome)
        outlets.publish(outcome, scan, keeper)
        if keeper.commands - snapshotAt >= options.snapshotCommands || scan.hasClosedSession {
            snapshotLater()
        }
        scan.reset()
    }

    private func fail(_ round: Round, _ error: FloorError) {
        outlets.status.stop(keeper.failure ?? "\(error)")
        for submission in round.submissions { submission.answer(.failure(error)) }
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
