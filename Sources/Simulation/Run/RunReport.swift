/// What a run does besides its seed.
public struct RunOptions: Sendable {
    /// The run ends after about so many commands.
    public var commands = 400
    /// What is broken on purpose, to see that it is found.
    public var sabotage = Sabotage.none
    /// The power fails at the change of this number of the disk's, and there are no other faults;
    /// nil for a run with faults as the seed has them.
    public var powerFailsAt: Int?

    /// A run of the usual length with nothing broken on purpose.
    public init() {}
}

/// A fault of the house that is put in on purpose: the auditor must find it.
public enum Sabotage: String, Sendable, CaseIterable {
    /// None.
    case none
    /// The disk forgets at a power failure what it had synced, and nobody is told.
    case forgetsSynced
    /// A group of commands is written and applied a second time.
    case commitsTwice
    /// The last acknowledged group is cut off the journal between two runs.
    case dropsGroup
    /// A client order that is sent again gets another number on the way.
    case renumbersRepeats
    /// An answer says another quantity than was traded.
    case altersReply
    /// An event of an answer is missing.
    case swallowsEvent
    /// Commands of one group are exchanged between acknowledgement and journal.
    case reordersGroup
}

/// What came of a run.
public struct RunReport: Sendable, Equatable {
    /// The seed, which with the options says everything.
    public var seed: UInt64
    /// What was found wrong; nil if nothing was.
    public var finding: Finding?
    /// The last steps before the finding.
    public var lastSteps: [String] = []
    /// What was counted, in the order of its name.
    public var counts: [(name: String, count: Int)] = []
    /// What the section refused, by the name of the reason.
    public var refusals: [(name: String, count: Int)] = []
    /// The hash of the section's state at the end.
    public var stateHash: UInt64 = 0
    /// A hash over every step of the run: equal runs have equal hashes.
    public var runHash: UInt64 = 0

    /// Whether both say the same.
    public static func == (left: RunReport, right: RunReport) -> Bool {
        left.seed == right.seed && left.finding == right.finding
            && left.lastSteps == right.lastSteps && left.stateHash == right.stateHash
            && left.runHash == right.runHash
            && left.counts.elementsEqual(right.counts) { $0 == $1 }
            && left.refusals.elementsEqual(right.refusals) { $0 == $1 }
    }

    /// One count by its name; 0 if it isn't there.
    public subscript(name: String) -> Int {
        counts.first { $0.name == name }?.count ?? 0
    }

    /// The run in one line.
    public var line: String {
        let words = counts.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
        return "seed \(seed): \(finding == nil ? "ok" : "FAULT"), \(words), "
            + "state \(Self.hex(stateHash)), run \(Self.hex(runHash))"
    }

    /// Sixteen hexadecimal digits.
    public static func hex(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

/// What happened in a run, counted by name.
struct Tally {
    private var counts: [String: Int] = [:]

    subscript(name: String) -> Int {
        get { counts[name, default: 0] }
        set { counts[name] = newValue }
    }

    mutating func add(_ name: String, _ count: Int = 1) { counts[name, default: 0] += count }

    var all: [(name: String, count: Int)] {
        counts.filter { $0.value != 0 }.sorted { $0.key < $1.key }
            .map { (name: $0.key, count: $0.value) }
    }
}
