package import Journal
internal import Synchronization

/// A disk in memory that can fail, fill up, lie, be slow, and lose power.
///
/// What was written is on the disk for sure only after a sync; a name only after a sync of its
/// folder. See `restart` for what a power failure leaves.
public final class SimulatedDisk: Sendable {
    let state: Mutex<DiskState>
    private let clock: SimulatedClock?

    /// An empty disk.
    ///
    /// - Parameters:
    ///   - chance: what the disk itself draws: which syncs it lies about, how much of a torn write
    ///     is done.
    ///   - clock: goes on while a slow disk syncs.
    public init(chance: Chance = Chance(seed: 0), clock: SimulatedClock? = nil) {
        state = Mutex(DiskState(chance: chance))
        self.clock = clock
    }

    /// What goes wrong from now on; setting it also brings back the power, with everything as it
    /// was written.
    public var faults: DiskFaults {
        get { state.withLock { $0.faults } }
        set { state.withLock { $0.faults = newValue } }
    }

    /// What has happened so far.
    public var tally: DiskTally { state.withLock { $0.tally } }

    /// Whether the power has failed and nothing works until `restart`.
    public var isDown: Bool { state.withLock { $0.isDown } }

    /// The power fails now.
    public func cutPower() { state.withLock { $0.faults.changesLeft = -1 } }

    /// All files by path, as a reader sees them now.
    public var files: [String: [UInt8]] {
        state.withLock { state in state.present.mapValues { state.bodies[$0].now } }
    }

    /// Makes the disk hold exactly these files, durably, as when a backup is restored.
    public func restore(_ files: [String: [UInt8]]) {
        state.withLock { state in
            state.present = [:]
            for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
                state.present[path] = state.bodies.count
                state.bodies.append(DiskState.Body(now: bytes, durable: bytes))
            }
            state.durable = state.present
            state.changes = []
            state.liedBodies = []
            state.liedFolders = []
        }
    }

    /// Turns one bit of a file over, where it lies on the disk.
    ///
    /// - Parameter bit: counts from the lowest bit of the first byte; beyond the file's end it is
    ///   nothing's.
    public func flip(_ path: String, bit: Int) {
        state.withLock { state in
            guard let body = state.present[path], bit / 8 < state.bodies[body].now.count else {
                return
            }
            state.tally.flips += 1
            state.bodies[body].now[bit / 8] ^= 1 << UInt8(bit % 8)
            if bit / 8 < state.bodies[body].durable.count {
                state.bodies[body].durable[bit / 8] ^= 1 << UInt8(bit % 8)
            }
        }
    }

    func passSlowly() {
        let slowness = state.withLock { state in
            if state.faults.slowness > 0 { state.tally.slow += 1 }
            return state.faults.slowness
        }
        if slowness > 0 { clock?.pass(slowness) }
    }
}

extension SimulatedDisk: FileSystem {
    package func open(_ path: String, _ mode: FileMode) throws(JournalError) -> any JournalFile {
        let (body, start) = try state.withLock { state throws(JournalError) in
            if mode == .creating {
                try state.change(.create, path) { state in
                    if let body = state.present[path] {
                        state.bodies[body].now = []
                    } else {
                        state.bodies.append(DiskState.Body())
                        state.rename(.link(path, state.bodies.count - 1))
                    }
                }
            } else {
                try state.checkReading(.open, path)
            }
            guard let body = state.present[path] else {
                throw .file(.open, path: path, code: DiskError.noEntry)
            }
            return (body, state.start)
        }
        return SimulatedFile(self, path, body: body, start: start)
    }

    package func makeDirectory(_ path: String) {}

    package func names(in directory: String) throws(JournalError) -> [String]? {
        try state.withLock { state throws(JournalError) in
            try state.checkReading(.list, directory)
            return state.present.keys.filter { DiskState.folder(of: $0) == directory }
                .map { String($0.dropFirst(directory.count + 1)) }.sorted()
        }
    }

    package func remove(_ path: String) throws(JournalError) {
        try state.withLock { state throws(JournalError) in
            guard state.present[path] != nil else {
                throw .file(.remove, path: path, code: DiskError.noEntry)
            }
            try state.change(.remove, path) { $0.rename(.unlink(path)) }
        }
    }

    /// Gives a file another name; what had that name is gone.
    package func rename(_ path: String, to next: String) throws(JournalError) {
        try state.withLock { state throws(JournalError) in
            guard state.present[path] != nil else {
                throw .file(.create, path: path, code: DiskError.noEntry)
            }
            try state.change(.create, next) { $0.rename(.rename(path, to: next)) }
        }
    }

    package func syncDirectory(_ path: String) throws(JournalError) {
        passSlowly()
        try state.withLock { state throws(JournalError) in
            let isTorn = try state.begin(.sync, path)
            let isHonest = try state.isHonest(path)
            state.syncFolder(path, isHonest: isHonest)
            if isTorn { throw .file(.sync, path: path, code: DiskError.inputOutput) }
        }
    }

    package func lock(
        _ path: String, directory: String
    ) throws(JournalError) -> any AnyObject & Sendable {
        let ticket = try state.withLock { state throws(JournalError) in
            if state.isDown { throw .file(.lock, path: path, code: DiskError.inputOutput) }
            guard state.locks[path] == nil else {
                throw .locked(directory: directory, holder: nil)
            }
            state.lastTicket += 1
            state.locks[path] = state.lastTicket
            return state.lastTicket
        }
        return DiskLock(self, path, ticket)
    }
}

/// A lock that goes with the object.
private final class DiskLock: Sendable {
    private let disk: SimulatedDisk
    private let path: String
    private let ticket: UInt64

    init(_ disk: SimulatedDisk, _ path: String, _ ticket: UInt64) {
        self.disk = disk
        self.path = path
        self.ticket = ticket
    }

    deinit {
        disk.state.withLock { state in
            if state.locks[path] == ticket { state.locks[path] = nil }
        }
    }
}
