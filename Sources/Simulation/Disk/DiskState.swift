internal import Journal

/// Everything that a simulated disk holds: what readers see, and what a power failure leaves.
struct DiskState: Sendable {
    /// A file's content, whatever its names.
    struct Body: Sendable {
        var now: [UInt8] = []
        var durable: [UInt8] = []
    }

    /// A change of names that isn't durable yet.
    enum NameChange: Sendable {
        case link(String, Int)
        case unlink(String)
        case rename(String, to: String)

        var path: String {
            switch self {
            case .link(let path, _), .unlink(let path), .rename(let path, _): path
            }
        }
    }

    var bodies: [Body] = []
    /// Bodies by path, as readers see them.
    var present: [String: Int] = [:]
    /// Bodies by path, as they are after a power failure if nothing of `changes` is done.
    var durable: [String: Int] = [:]
    var changes: [NameChange] = []
    var faults = DiskFaults()
    var tally = DiskTally()
    /// The disk's own chance: which syncs it lies about, how much of a torn write is done.
    var chance: Chance
    /// Open files of an earlier start are dead.
    var start: UInt64 = 1
    /// Bodies and folders that a sync lied about, and no honest one since.
    var liedBodies: Set<Int> = []
    var liedFolders: Set<String> = []
    /// The tickets of those who have a lock, by path.
    var locks: [String: UInt64] = [:]
    var lastTicket: UInt64 = 0

    static func folder(of path: String) -> Substring {
        path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    }

    // MARK: Changes

    /// Counts a change.
    ///
    /// - Returns: Whether it is under way when the power fails: what is done of it is a matter of
    ///   chance, and then it fails.
    mutating func begin(
        _ operation: FileOperation, _ path: String
    ) throws(JournalError) -> Bool {
        tally.changes += 1
        if faults.changesLeft == .max { return false }
        if faults.changesLeft > 0 {
            faults.changesLeft -= 1
            return false
        }
        let isFirst = faults.changesLeft == 0
        faults.changesLeft = -1
        guard isFirst && faults.tears && chance.happens(667) else {
            throw .file(operation, path: path, code: DiskError.inputOutput)
        }
        tally.torn += 1
        return true
    }

    /// Nothing works any more until the next start.
    var isDown: Bool { faults.changesLeft < 0 }

    mutating func checkReading(_ operation: FileOperation, _ path: String) throws(JournalError) {
        let fails = chance.happens(faults.readFailuresPermille)
        if fails { tally.failures += 1 }
        if isDown || fails {
            throw .file(operation, path: path, code: DiskError.inputOutput)
        }
    }

    /// Does a change as a whole; the power then fails if it was under way.
    mutating func change(
        _ operation: FileOperation, _ path: String, _ body: (inout DiskState) -> Void
    ) throws(JournalError) {
        let isTorn = try begin(operation, path)
        body(&self)
        if isTorn { throw .file(operation, path: path, code: DiskError.inputOutput) }
    }

    mutating func rename(_ name: NameChange) {
        changes.append(name)
        Self.apply(name, to: &present)
    }

    static func apply(_ change: NameChange, to names: inout [String: Int]) {
        switch change {
        case .link(let path, let body): names[path] = body
        case .unlink(let path): names[path] = nil
        case .rename(let path, let next):
            guard let body = names[path] else { return }
            names[path] = nil
            names[next] = body
        }
    }

    mutating func write(
        _ body: Int, _ bytes: ArraySlice<UInt8>, to offset: Int
    ) {
        let end = offset + bytes.count
        if bodies[body].now.count < end {
            bodies[body].now += [UInt8](repeating: 0, count: end - bodies[body].now.count)
        }
        bodies[body].now.replaceSubrange(offset..<end, with: bytes)
    }

    // MARK: Syncs

    /// Whether a sync makes anything durable: it may fail, or lie.
    mutating func isHonest(_ path: String) throws(JournalError) -> Bool {
        tally.syncs += 1
        if faults.failsSync {
            tally.failures += 1
            throw .file(.sync, path: path, code: DiskError.inputOutput)
        }
        guard chance.happens(faults.liesPermille) else { return true }
        tally.lies += 1
        return false
    }

    mutating func sync(_ body: Int, isHonest: Bool) {
        if isHonest {
            bodies[body].durable = bodies[body].now
            liedBodies.remove(body)
        } else if bodies[body].durable != bodies[body].now {
            liedBodies.insert(body)
        }
    }

    mutating func syncFolder(_ path: String, isHonest: Bool) {
        let mine = changes.filter { Self.folder(of: $0.path) == path }
        guard isHonest else {
            if !mine.isEmpty { liedFolders.insert(path) }
            return
        }
        for change in mine { Self.apply(change, to: &durable) }
        changes.removeAll { Self.folder(of: $0.path) == path }
        liedFolders.remove(path)
    }
}
