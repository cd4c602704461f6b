import Foundation
import GRDB
import Journal
public import Records

/// The register of records: a journal, and its projection in SQLite from which everything is read.
///
/// The directory holds `journal/` and `register.sqlite`. Several processes may read at a time, and
/// one may write; who reads sees what was written a moment later. Calls block for as long as
/// SQLite takes and can be made from any thread.
public final class Register: Sendable {
    /// The data directory.
    public let directory: String
    let pool: DatabasePool
    let finder: Finder
    let geography = GeographyMemory()
    let shelf = RegisterShelf()

    /// Opens a register and brings its projection up to its journal.
    /// - Parameters:
    ///   - directory: the data directory.
    ///   - creating: whether to make an empty register where there is none.
    /// - Throws: ``RegisterError``, `JournalError`, or an error of the database.
    public static func open(_ directory: String, creating: Bool) throws -> Register {
        let journal = journalDirectory(directory)
        let files = FileManager.default
        let exists = files.fileExists(atPath: journal)
        guard exists || creating else { throw RegisterError.noRegister(path: directory) }
        if !exists {
            try files.createDirectory(atPath: directory, withIntermediateDirectories: true)
            try RegisterJournal.writing(directory).close()
        }
        let register = Register(directory, try openProjection(projectionFile(directory)))
        try register.catchUp()
        return register
    }

    private init(_ directory: String, _ pool: DatabasePool) {
        self.directory = directory
        self.pool = pool
        finder = Finder(pool)
    }

    /// Closes the database; the register can't be used afterwards.
    public func close() throws { try pool.close() }

    /// Makes the search index now instead of at the first search.
    public func warmUp() throws { try finder.load() }

    static func journalDirectory(_ directory: String) -> String { directory + "/journal" }
    static func projectionFile(_ directory: String) -> String { directory + "/register.sqlite" }

    static func openProjection(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        configuration.journalMode = .wal
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA synchronous = NORMAL;
                    PRAGMA cache_size = -16000;
                    PRAGMA journal_size_limit = 16000000;
                    """)
        }
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            if try pool.read(Schema.migrator.hasBeenSuperseded) {
                throw RegisterError.projection(reason: "a newer Fondaco made it")
            }
            if try !pool.read(Schema.migrator.hasCompletedMigrations) {
                try Schema.migrator.migrate(pool)
            }
            return pool
        } catch let error as DatabaseError {
            throw RegisterError.projection(reason: error.message ?? "\(error.resultCode)")
        }
    }
}

/// Where a register stands.
public struct RegisterState: Sendable, Hashable {
    /// The last journal entry that the projection holds.
    public let sequence: UInt64
    /// That entry's hash, in hexadecimal: it stands for everything before it as well.
    public let hash: String
    /// When it was written: UTC, microseconds since 1970; 0 for an empty register.
    public let time: Int64
    /// How many records there are of each kind.
    public let counts: [Kind: Int]

    /// How many records there are in all.
    public var total: Int { counts.values.reduce(0, +) }
}

/// What the register's journal entries are.
enum JournalKind {
    /// A record's new revision; the payload is its canonical form.
    static let put = "record.put"
}
