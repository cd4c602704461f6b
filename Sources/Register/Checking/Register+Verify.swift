import Crypto
import Foundation
import GRDB
import Journal

/// What a check of a register found.
public struct VerifyReport: Sendable {
    /// How many journal entries are sound.
    public let entries: UInt64
    /// The hash of the last of them, in hexadecimal.
    public let head: String
    /// What is wrong, the first thing first; empty when all is well.
    public let problems: [String]
    /// How many entries the projection has still to take over: no damage, the next start does it.
    public var behind: UInt64 = 0
}

extension Register {
    /// Walks the journal (checksums and chain) and compares the projection with what the journal
    /// gives. Reads only.
    /// - Parameters:
    ///   - directory: the data directory. The register needn't be open, nor fit to be opened.
    ///   - progress: told the sequence number reached.
    /// - Throws: ``RegisterError/noRegister(path:)``; errors of files that can't be read at all.
    public static func verify(
        _ directory: String, progress: @escaping (UInt64) -> Void = { _ in }
    ) throws -> VerifyReport {
        guard FileManager.default.fileExists(atPath: journalDirectory(directory)) else {
            throw RegisterError.noRegister(path: directory)
        }
        let journal = try RegisterJournal.check(directory, progress: progress)
        guard journal.problems.isEmpty else { return journal }
        let (problems, applied) = try projectionProblems(directory, progress: progress)
        return VerifyReport(
            entries: journal.entries, head: journal.head, problems: problems,
            behind: problems.isEmpty ? journal.entries - min(journal.entries, applied) : 0)
    }

    private static func projectionProblems(
        _ directory: String, progress: @escaping (UInt64) -> Void
    ) throws -> (problems: [String], applied: UInt64) {
        let scratch = projectionFile(directory) + ".verify-\(UUID().uuidString)"
        defer { removeProjection(scratch) }
        do {
            let file = projectionFile(directory)
            guard FileManager.default.fileExists(atPath: file) else {
                return (["projection: it is missing; `fondaco rebuild` makes it"], 0)
            }
            let current = try DatabaseQueue(path: file, configuration: .reading)
            let damage = try current.read { database in
                try String.fetchAll(database, sql: "PRAGMA quick_check(5)")
            }
            guard damage == ["ok"] else {
                return (damage.map { "projection: \($0); `fondaco rebuild` makes it anew" }, 0)
            }
            return try current.writeWithoutTransaction { database in
                try database.execute(sql: "ATTACH DATABASE ? AS fresh", arguments: [scratch])
                // One view from the first question on: somebody may be writing. The fresh
                // projection is made as far as this view goes.
                try database.execute(sql: "BEGIN")
                defer { try? database.execute(sql: "ROLLBACK") }
                let applied = try applied(database).sequence
                try makeProjection(of: directory, upTo: applied, at: scratch, progress: progress)
                return (try ProjectionComparison(database).problems(), applied)
            }
        } catch let error as DatabaseError {
            let what = error.message ?? "unreadable"
            return (["projection: \(what); `fondaco rebuild` makes it anew"], 0)
        }
    }

    /// Throws the projection away and makes it from the journal.
    /// - Parameters:
    ///   - force: whether to do it while another process has the projection open. That one goes
    ///     on reading the old projection until it is started again.
    /// - Returns: the projection's digest, in hexadecimal.
    /// - Throws: `JournalError` when the journal is being written or is damaged, or
    ///   ``RegisterError``; then the old projection stays.
    @discardableResult
    public static func rebuild(
        _ directory: String, force: Bool = false,
        progress: @escaping (UInt64) -> Void = { _ in }
    ) throws -> String {
        guard FileManager.default.fileExists(atPath: journalDirectory(directory)) else {
            throw RegisterError.noRegister(path: directory)
        }
        let journal = try RegisterJournal.writing(directory)
        defer { journal.close() }
        let file = projectionFile(directory)
        // Being alone with it also writes its log into it, so that no half of it is left behind
        // should this be interrupted between the removals below.
        guard !isInUse(file) || force else { throw RegisterError.inUse(path: file) }
        let fresh = file + ".rebuild-\(UUID().uuidString)"
        defer { removeProjection(fresh) }
        try makeProjection(of: directory, upTo: .max, at: fresh, progress: progress)
        if let handle = FileHandle(forUpdatingAtPath: fresh) {
            try handle.synchronize()
            try handle.close()
        }
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: file + suffix)
        }
        guard unsafe rename(fresh, file) == 0 else {
            throw RegisterError.file(
                path: file, reason: unsafe String(cString: strerror(errno)))
        }
        return try digest(ofProjectionAt: file)
    }

    /// Whether another process has a projection open. When not, its log has been written into it.
    private static func isInUse(_ file: String) -> Bool {
        guard FileManager.default.fileExists(atPath: file) else { return false }
        var configuration = Configuration()
        configuration.busyMode = .timeout(1)
        do {
            let queue = try DatabaseQueue(path: file, configuration: configuration)
            defer { try? queue.close() }
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
                try database.execute(sql: "BEGIN EXCLUSIVE; ROLLBACK")
                try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
            return false
        } catch {
            // Whatever else is wrong with the projection, that isn't what was asked.
            return (error as? DatabaseError)?.resultCode == .SQLITE_BUSY
        }
    }

    /// The projection's digest, in hexadecimal: SHA-256 over every row of every table.
    public func digest() throws -> String {
        try pool.view { try ProjectionDigest(database: $0).hexadecimal() }
    }

    private static func digest(ofProjectionAt file: String) throws -> String {
        let queue = try DatabaseQueue(path: file, configuration: .reading)
        defer { try? queue.close() }
        return try queue.read { try ProjectionDigest(database: $0).hexadecimal() }
    }

    private static func makeProjection(
        of directory: String, upTo last: UInt64, at path: String,
        progress: @escaping (UInt64) -> Void
    ) throws {
        let journal = try RegisterJournal.reading(directory)
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        // Not durable until it is whole: it can be made again at any time.
        try queue.writeWithoutTransaction { database in
            try database.execute(
                sql: "PRAGMA synchronous = OFF; PRAGMA cache_size = -64000")
        }
        try Schema.migrator.migrate(queue)
        try queue.write { database in
            try apply(journal, after: 0, upTo: last, to: database, progress: progress)
        }
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA journal_mode = WAL")
        }
    }

    private static func removeProjection(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }
}

extension Configuration {
    fileprivate static var reading: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        return configuration
    }
}
