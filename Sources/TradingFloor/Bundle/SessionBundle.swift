public import Exchange
internal import Foundation
internal import Journal

/// Why a bundle can't be made or doesn't hold.
public enum BundleError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There was no such session, or it is still on; those that are over are named.
    case noSession(UInt32, over: [UInt32])
    /// A line isn't what it should be; counted from 1.
    case line(Int, reason: String)
    /// What was recomputed isn't what the section said.
    case disagrees(String)

    /// What is wrong, where, and what would be right.
    public var description: String {
        switch self {
        case .noSession(let number, let over):
            "session \(number) isn't over, or wasn't held; over are: "
                + (over.isEmpty ? "none" : over.map(String.init).joined(separator: ", "))
        case .line(let number, let reason): "line \(number) of the bundle: \(reason)"
        case .disagrees(let what): "the bundle doesn't hold: \(what)"
        }
    }
}

/// What a check of a bundle found good.
public struct BundleReport: Sendable, Equatable {
    /// The section.
    public var section: String
    /// The session's number and its plan's code.
    public var session: UInt32
    /// The plan's code.
    public var plan: String
    /// When it began and ended.
    public var opened: Instant
    /// When it ended.
    public var closed: Instant
    /// How many entries of the journal are in it.
    public var entries: Int
    /// For how many of them the hash was computed again; the others had names of firms in them.
    public var hashed: Int
    /// How many commands were applied.
    public var commands: UInt64
    /// How many deals were recomputed.
    public var deals: Int
    /// How many quotations were recomputed.
    public var quotations: Int
    /// The journal's entry before the session, and its hash: to hold against a head noted elsewhere.
    public var before: EntryMark
    /// The last entry, and its hash.
    public var last: EntryMark
}

/// A session that anybody can recompute: its commands with the codes of participants, the chain of
/// hashes, the state it began with, and its results.
public enum SessionBundle {
    static let version = 1

    /// Writes the bundle of a session that is over. The section may be at work meanwhile.
    public static func write(
        of session: UInt32, section name: String, folder: String, to path: String
    ) throws -> BundleReport {
        let journal = try FileJournal.openReading("\(folder)/journal")
        let store = SnapshotStore(disk: SnapshotFolder(existing: "\(folder)/snapshots"))
        var recovery = Recovery(name: name, mixingKey: SectionLimits().mixingKey)
        let head = journal.head()
        let sessions = try recovery.run(journal, head: head, snapshots: store).dayBook.sessions
        guard let record = sessions.first(where: { $0.number == session }), record.closed != nil
        else {
            throw BundleError.noSession(
                session, over: sessions.filter { $0.closed != nil }.map(\.number))
        }
        recovery.last = record.entries.first - 1
        let start = try recovery.run(journal, head: head, snapshots: store)
        var writer = BundleWriter(record, section: name, try recovery.limits(journal))
        try writer.begin(start)
        try writer.add(journal)
        let bytes = try writer.end()
        let report = try check(bytes)
        let place = path.lastIndex(of: "/")
        let parent = place.map { String(path[..<$0]) } ?? "."
        let file = place.map { String(path[path.index(after: $0)...]) } ?? path
        try PosixFiles.replace(file, in: parent.isEmpty ? "/" : parent, bytes, mode: 0o644)
        return report
    }

    /// Recomputes every hash, deal and quotation of a bundle, with nothing but the file.
    ///
    /// - Throws: ``BundleError`` that says what doesn't hold, and where.
    public static func check(_ path: String) throws -> BundleReport {
        guard let bytes = try PosixFiles.read(path) else {
            throw FloorError.badFile(path: path, reason: "there is no such file")
        }
        return try check(bytes)
    }

    static func check(_ bytes: [UInt8]) throws -> BundleReport {
        var checker = BundleChecker()
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: true)
        guard lines.count >= 3 else {
            throw BundleError.line(lines.count, reason: "it ends before its results and its seal")
        }
        let sealed = bytes.count - lines[lines.count - 1].count - 1
        for (place, line) in lines.enumerated() {
            let number = place + 1
            do {
                if place == 0 {
                    try checker.begin(Data(line))
                } else if place < lines.count - 2 {
                    try checker.add(Data(line))
                } else if place == lines.count - 2 {
                    try checker.end(Data(line))
                } else {
                    let seal = try JSONDecoder().decode(BundleSeal.self, from: Data(line))
                    guard seal.sha256 == BundleText.sha256(Array(bytes[..<max(0, sealed)])) else {
                        throw Fault("the SHA-256 of what is before it is another")
                    }
                }
            } catch let fault as Fault {
                throw BundleError.line(number, reason: fault.reason)
            } catch let error as StateError {
                throw BundleError.line(number, reason: error.words)
            } catch let error as DecodingError {
                throw BundleError.line(number, reason: "it isn't such a line: \(error)")
            }
        }
        return try checker.report()
    }

    /// What is wrong within a line.
    struct Fault: Error {
        let reason: String

        init(_ reason: String) { self.reason = reason }
    }
}

/// Goes through a bundle line by line.
private struct BundleChecker: ~Copyable {
    private var head: BundleHead?
    private var run: BundleRun?
    private var last = EntryMark.none
    private var entries = 0
    private var hashed = 0
    private var results: BundleResults?

    typealias Fault = SessionBundle.Fault

    init() {}

    mutating func begin(_ line: Data) throws {
        let head = try JSONDecoder().decode(BundleHead.self, from: line)
        guard head.bundle == SessionBundle.version else {
            throw Fault(
                "it has version \(head.bundle); \(SessionBundle.version) is known here")
        }
        guard let state = BundleText.bytes(base64: head.state) else {
            throw Fault("its state isn't base64")
        }
        guard let hash = EntryHash(hex: head.before.hash) else {
            throw Fault("the hash of the entry before isn't 64 hexadecimal digits")
        }
        let limits = SectionLimits(
            orders: head.limits.orders, ordersPerBook: head.limits.ordersPerBook,
            instruments: head.limits.instruments)
        let section = try Section(limits, restoring: state)
        guard BundleText.hex(section.stateHash) == head.stateHash else {
            throw Fault("the state it begins with hasn't the hash that it says")
        }
        last = EntryMark(sequence: head.before.entry, hash: hash)
        run = BundleRun(section, session: head.session, command: head.before.command)
        self.head = head
    }

    mutating func add(_ line: Data) throws {
        let entry = try JSONDecoder().decode(BundleEntry.self, from: line)
        guard entry.entry == last.sequence + 1 else {
            throw Fault("entry \(entry.entry) stands where \(last.sequence + 1) should")
        }
        guard entry.previous == last.hash.description else {
            throw Fault("entry \(entry.entry) doesn't continue the one before")
        }
        guard let payload = BundleText.bytes(base64: entry.payload),
            let hash = EntryHash(hex: entry.hash)
        else { throw Fault("its payload isn't base64 or its hash isn't 64 hexadecimal digits") }
        if !entry.isWithheld {
            guard entry.computedHash(payload) == entry.hash else {
                throw Fault("the hash of entry \(entry.entry) isn't that of its content")
            }
            hashed += 1
        }
        guard run != nil else { throw Fault("there is no state to begin with") }
        var block = try BlockReader(payload)
        let expected = (run?.command ?? 0) + 1
        guard block.first == expected else {
            throw Fault("command \(block.first) stands where \(expected) should")
        }
        for _ in 0..<block.count { run?.apply(try block.next()) }
        try block.end()
        entries += 1
        last = EntryMark(sequence: entry.entry, hash: hash)
    }

    mutating func end(_ line: Data) throws {
        let said = try JSONDecoder().decode(BundleResults.self, from: line)
        guard let found = run?.results, run?.isClosed == true else {
            throw Fault("the session isn't over with the last command")
        }
        for (place, deal) in said.deals.enumerated() {
            guard place < found.deals.count, found.deals[place] == deal else {
                throw Fault(
                    "deal \(place + 1), contract \(deal.contract), isn't what the commands give")
            }
        }
        guard said.deals.count == found.deals.count else {
            throw Fault("the commands give \(found.deals.count) deals, not \(said.deals.count)")
        }
        for (place, quotation) in said.quotations.enumerated() {
            guard place < found.quotations.count, found.quotations[place] == quotation else {
                throw Fault("the quotation of \(quotation.instrument) isn't what the commands give")
            }
        }
        guard said.quotations.count == found.quotations.count else {
            throw Fault("the commands give \(found.quotations.count) quotations")
        }
        guard said == found else {
            throw Fault("the state after the last command hasn't the hash that it says")
        }
        results = said
    }

    func report() throws -> BundleReport {
        guard let head, let results else { throw BundleError.disagrees("there are no results") }
        return BundleReport(
            section: head.section, session: head.session, plan: head.plan,
            opened: Instant(head.opened), closed: Instant(head.closed), entries: entries,
            hashed: hashed, commands: results.command - head.before.command,
            deals: results.deals.count, quotations: results.quotations.count,
            before: EntryMark(
                sequence: head.before.entry, hash: EntryHash(hex: head.before.hash) ?? .none),
            last: last)
    }
}
