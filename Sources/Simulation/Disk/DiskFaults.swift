/// What goes wrong on a simulated disk from now on.
public struct DiskFaults: Sendable {
    /// How many bytes more fit; nil if there is room without end.
    public var spaceLeft: Int?
    /// A write takes no more bytes than this.
    public var longestWrite = Int.max
    /// Every sync fails, and nothing becomes durable by it.
    public var failsSync = false
    /// Every truncation fails.
    public var failsTruncate = false
    /// So many of a thousand reads fail.
    public var readFailuresPermille = 0
    /// After so many more changes (writes, syncs, truncations, names made, given or removed) the
    /// power fails: the next one isn't done, or in part if `tears`, and nothing works any more.
    public var changesLeft = Int.max
    /// Whether the change that is under way when the power fails may be done in part or as a whole.
    public var tears = false
    /// In so many of a thousand syncs the disk says that all is durable, and nothing is.
    public var liesPermille = 0
    /// How many milliseconds a sync takes.
    public var slowness: Int64 = 0

    /// A disk that does what it should.
    public init() {}
}

/// What happened on a simulated disk, counted.
public struct DiskTally: Sendable, Equatable {
    /// Changes that were begun.
    public var changes = 0
    /// Syncs of files and folders that were asked for.
    public var syncs = 0
    /// Changes that were under way when the power failed, and were done in part or as a whole.
    public var torn = 0
    /// Syncs about which the disk lied.
    public var lies = 0
    /// Syncs, truncations and reads that failed.
    public var failures = 0
    /// Writes for which there was no room.
    public var full = 0
    /// Syncs that took long.
    public var slow = 0
    /// Bits that were flipped.
    public var flips = 0
}

/// The codes of the system's errors that a simulated disk gives: the same on every system.
enum DiskError {
    static let noEntry: Int32 = 2
    static let inputOutput: Int32 = 5
    static let noSpace: Int32 = 28
}
