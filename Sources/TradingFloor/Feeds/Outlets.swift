internal import Dispatch
public import Exchange
internal import Synchronization

/// Where a section stands.
public struct SectionStatus: Sendable, Equatable {
    /// Why it takes no commands; nil while it does.
    public internal(set) var stopped: String?
    /// The number of the last durable command.
    public internal(set) var commands: UInt64 = 0
    /// The journal's last entry.
    public internal(set) var head = EntryMark.none
    /// The section's clock.
    public internal(set) var clock = Instant.distantPast
    /// The entry that the newest snapshot was taken at.
    public internal(set) var snapshot: UInt64?
    /// Why the newest snapshot couldn't be written; nil if it could.
    public internal(set) var snapshotFailure: String?
}

/// How often a group was given to the journal's own thread. Results are the same without it, so
/// only a count can tell whether it happens.
struct HandOvers: Sendable, Equatable {
    var all = 0
    /// Those made while the group before wasn't applied yet.
    var overlapping = 0
}

/// The status, for all threads.
final class StatusBoard: Sendable {
    private let status = Mutex(SectionStatus())
    private let counted = Mutex(HandOvers())

    var value: SectionStatus { status.withLock { $0 } }

    func set(_ keeper: borrowing SectionKeeper) {
        let (commands, head, clock) = (keeper.commands, keeper.head, keeper.section.clock)
        status.withLock {
            $0.commands = commands
            $0.head = head
            $0.clock = clock
        }
    }

    func stop(_ reason: String) { status.withLock { $0.stopped = reason } }

    var handOvers: HandOvers { counted.withLock { $0 } }

    func noteHandOver(isOverlapping: Bool) {
        counted.withLock {
            $0.all += 1
            if isOverlapping { $0.overlapping += 1 }
        }
    }

    func noteSnapshot(_ entry: UInt64?, _ failure: String?) {
        status.withLock {
            if let entry { $0.snapshot = entry }
            $0.snapshotFailure = failure
        }
    }
}

/// What leaves the writer besides answers. Feeds are served by a queue of their own, which the
/// writer waits for only when it is many groups behind.
final class Outlets: Sendable {
    private static let groupsBehind = 64

    let market: MarketFeed
    let privateFeed: PrivateFeed
    let directory = SectionDirectory()
    let status = StatusBoard()
    private let queue: DispatchQueue
    private let room = DispatchSemaphore(value: Outlets.groupsBehind)
    private let levels: Int

    init(section: String, levels: Int) {
        let epoch = UInt64.random(in: 1...(1 << 53))
        market = MarketFeed(epoch: epoch)
        privateFeed = PrivateFeed(epoch: epoch)
        queue = DispatchQueue(label: "section.\(section).feeds")
        self.levels = levels
    }

    /// Takes over a section as it was recovered.
    func begin(_ keeper: borrowing SectionKeeper) {
        directory.set(keeper.section)
        status.set(keeper)
        if let entry = keeper.report.snapshot { status.noteSnapshot(entry, nil) }
        let views = (0..<keeper.section.instruments.count).map {
            BookView(InstrumentIndex($0), of: keeper.section, levels: levels)
        }
        market.begin(views)
        privateFeed.begin(at: keeper.commands)
    }

    /// Takes over the status and new names, before anybody is answered.
    func learn(_ scan: EventScan, _ keeper: borrowing SectionKeeper) {
        status.set(keeper)
        if scan.hasReference { directory.set(keeper.section) }
    }

    /// Hands a group on to the feeds.
    func publish(
        _ outcome: GroupOutcome, _ scan: EventScan, _ keeper: borrowing SectionKeeper
    ) {
        guard !outcome.events.isEmpty else { return }
        var views: [BookView] = []
        for book in scan.books where Int(book) < keeper.section.instruments.count {
            views.append(BookView(book, of: keeper.section, levels: levels))
        }
        let closed = scan.hasClosedSession ? keeper.dayBook.sessions.last : nil
        room.wait()
        let (market, privateFeed, room, changed) = (market, privateFeed, room, views)
        queue.async {
            market.publish(outcome, changed, closed)
            privateFeed.publish(outcome)
            room.signal()
        }
    }

    func end() {
        queue.sync {}
        market.end()
        privateFeed.end()
    }
}
