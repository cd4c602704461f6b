import GRDB

extension Register {
    /// Makes all that is read inside one view of the register: nothing changes in between, and
    /// the way to the database is gone only once.
    /// - Parameter body: reads; it must not leave the thread.
    public func reading<Result>(_ body: () throws -> Result) throws -> Result {
        try pool.view { _ in try body() }
    }
}

extension DatabasePool {
    /// Reads in one view of the database: the caller's, when there is one, else a new one.
    func view<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try unsafeReentrantRead { database in
            guard !database.isInsideTransaction else { return try body(database) }
            try database.beginTransaction(.deferred)
            defer { try? database.commit() }
            return try body(database)
        }
    }
}
