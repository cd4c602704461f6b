internal import Dispatch
public import Exchange
internal import Foundation
public import Journal
internal import Synchronization

/// How a section's floor works.
public struct FloorOptions: Sendable {
    /// Where the time comes from.
    public var clock: FloorClock
    /// A group commit is closed when it has so many commands.
    public var groupCommands: Int
    /// A group of so many commands or more is written by a thread of its own, while the one before
    /// is applied.
    public var besideCommands: Int
    /// So many commands may wait.
    public var waitingCommands: Int
    /// One submission may have so many.
    public var submissionCommands: Int
    /// A snapshot is taken after so many commands.
    public var snapshotCommands: UInt64
    /// So many prices of each side are published.
    public var levels: Int
    /// How much of the journal is checked at the start.
    public var checking: OpeningCheck
    /// Scatters ids in the section's tables; no part of its state.
    public var mixingKey: UInt64

    /// Options; what isn't said is usual.
    public init(
        clock: FloorClock = .system, groupCommands: Int = 8_192,
        besideCommands: Int = 512,
        waitingCommands: Int = 1 << 18, submissionCommands: Int = 8_192,
        snapshotCommands: UInt64 = 20_000_000, levels: Int = 20,
        checking: OpeningCheck = .lastSegment, mixingKey: UInt64? = nil
    ) {
        self.clock = clock
        self.groupCommands = max(1, groupCommands)
        self.besideCommands = max(1, besideCommands)
        self.waitingCommands = max(1, waitingCommands)
        self.submissionCommands = max(1, submissionCommands)
        self.snapshotCommands = max(1, snapshotCommands)
        self.levels = max(1, levels)
        self.checking = checking
        self.mixingKey = mixingKey ?? UInt64.random(in: .min ... .max)
    }
}

/// A section at work: one thread takes what many senders lay down, makes it durable as a group,
/// applies it, and answers. It also lets time pass.
public final class SectionFloor: Sendable {
    /// The section's name.
    public let name: String
    /// What the start came upon.
    public let report: RecoveryReport
    let options: FloorOptions
    private let mailbox: Mailbox
    private let outlets: Outlets
    private let finished: DispatchGroup

    /// Opens the section in a folder and sets it to work; returns once it is recovered.
    public static func open(
        _ name: String, folder: String, options: FloorOptions = FloorOptions()
    ) throws(FloorError) -> SectionFloor {
        try open(name, options: options) { () throws(FloorError) in
            try SectionKeeper.open(
                name, folder: folder, mixingKey: options.mixingKey, checking: options.checking)
        }
    }

    /// As above, on any disk; the keeper is opened by the section's own thread.
    static func open(
        _ name: String, options: FloorOptions,
        keeper: @escaping @Sendable () throws(FloorError) -> SectionKeeper
    ) throws(FloorError) -> SectionFloor {
        let mailbox = Mailbox(limit: options.waitingCommands)
        let outlets = Outlets(section: name, levels: options.levels)
        let start = StartSignal()
        let finished = DispatchGroup()
        finished.enter()
        let thread = Thread {
            defer { finished.leave() }
            do throws(FloorError) {
                var writer = FloorWriter(try keeper(), mailbox, outlets, options)
                start.set(.success(writer.report))
                writer.run()
            } catch {
                start.set(.failure(error))
            }
        }
        thread.name = "section \(name)"
        thread.stackSize = 8 << 20
        thread.start()
        let report = try start.wait()
        return SectionFloor(name, report, options, mailbox, outlets, finished)
    }

    private init(
        _ name: String, _ report: RecoveryReport, _ options: FloorOptions, _ mailbox: Mailbox,
        _ outlets: Outlets, _ finished: DispatchGroup
    ) {
        self.name = name
        self.report = report
        self.options = options
        self.mailbox = mailbox
        self.outlets = outlets
        self.finished = finished
    }

    deinit { mailbox.close() }

    /// Public market data.
    public var market: MarketFeed { outlets.market }

    /// What concerns one participant.
    public var privateFeed: PrivateFeed { outlets.privateFeed }

    /// Codes and numbers of instruments and participants.
    public var directory: SectionDirectory { outlets.directory }

    /// The present moment by the section's clock.
    public var now: Instant { options.clock.now() }

    /// Where the section stands.
    public var status: SectionStatus { outlets.status.value }

    /// How often groups were written beside the writer's thread.
    var handOvers: HandOvers { outlets.status.handOvers }

    // MARK: Commands

    /// Lays commands down; the answer comes on the writer's thread, where nothing long may be done.
    /// They are journaled together in this order; each is taken or refused by itself.
    public func enqueue(
        _ actions: [SectionAction], origin: UInt32 = 0,
        answer: @escaping @Sendable (Result<BatchReply, FloorError>) -> Void
    ) {
        do throws(FloorError) {
            guard actions.count <= options.submissionCommands else {
                throw .tooMany(commands: actions.count, limit: options.submissionCommands)
            }
            for action in actions { try action.checkSize() }
            try mailbox.put(
                .commands(Submission(actions: actions, origin: origin, answer: answer)),
                commands: actions.count)
        } catch {
            answer(.failure(error))
        }
    }

    /// Submits commands and waits until they are durable and applied.
    public func submit(
        _ actions: [SectionAction], origin: UInt32 = 0
    ) async throws(FloorError) -> BatchReply {
        let result = await withCheckedContinuation { continuation in
            enqueue(actions, origin: origin) { continuation.resume(returning: $0) }
        }
        return try result.get()
    }

    /// Submits commands and blocks the thread until they are durable and applied; for command
    /// lines, never for a task.
    public func submitAndWait(
        _ actions: [SectionAction], origin: UInt32 = 0
    ) throws(FloorError) -> BatchReply {
        let answer = Answer<BatchReply>()
        enqueue(actions, origin: origin) { answer.set($0) }
        return try answer.wait()
    }

    // MARK: Reading

    /// Looks at the section between two groups: what is seen is durable. The writer waits
    /// meanwhile, so keep it short.
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Section, DayBook) -> Value
    ) async throws(FloorError) -> Value {
        let result: Result<Value, FloorError> = await withCheckedContinuation { continuation in
            put(body) { continuation.resume(returning: $0) }
        }
        return try result.get()
    }

    /// As `read`, blocking the thread; never for a task.
    public func readAndWait<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Section, DayBook) -> Value
    ) throws(FloorError) -> Value {
        let answer = Answer<Value>()
        put(body) { answer.set($0) }
        return try answer.wait()
    }

    private func put<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Section, DayBook) -> Value,
        _ answer: @escaping @Sendable (Result<Value, FloorError>) -> Void
    ) {
        do throws(FloorError) {
            try mailbox.put(
                .read { keeper in answer(.success(body(keeper.section, keeper.dayBook))) },
                commands: 0)
        } catch {
            answer(.failure(error))
        }
    }

    // MARK: Time and the end

    /// Lets the writer look at its clock now, instead of when something is due.
    public func tick() { mailbox.nudge() }

    /// Takes a snapshot now and returns the entry it was taken at.
    @discardableResult
    public func takeSnapshot() throws(FloorError) -> UInt64 {
        let answer = Answer<UInt64>()
        try mailbox.put(.snapshot { answer.set($0) }, commands: 0)
        return try answer.wait()
    }

    /// Does what waits, takes a snapshot, lets go of the journal, and returns when all is done.
    public func close() {
        mailbox.close()
        finished.wait()
    }
}

/// One answer, waited for by a thread.
private final class Answer<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, FloorError>?>(nil)
    private let ready = DispatchSemaphore(value: 0)

    func set(_ value: Result<Value, FloorError>) {
        result.withLock { $0 = value }
        ready.signal()
    }

    func wait() throws(FloorError) -> Value {
        ready.wait()
        guard let value = result.withLock({ $0 }) else { throw .closed }
        return try value.get()
    }
}

private typealias StartSignal = Answer<RecoveryReport>

extension SectionAction {
    /// Refuses what no entry of the journal can hold. Orders are always small.
    fileprivate func checkSize() throws(FloorError) {
        switch self {
        case .list, .alterInstrument, .admit, .alterParticipant, .listAuction, .setTimetable,
            .openSession:
            let count = CommandCodec.encode(
                SectionCommand(time: .distantPast, action: self)
            ).count
            guard count <= SectionKeeper.longestCommand else {
                throw .tooLarge(bytes: count, limit: SectionKeeper.longestCommand)
            }
        default: break
        }
    }
}
