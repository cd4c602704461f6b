import GRDB
import GRDBSQLite

/// A prepared statement that writes rows, bound and stepped without the detours that a general
/// interface takes: an import runs some eight of them for every record. The only place that
/// calls SQLite itself.
struct WritingStatement {
    private let statement: Statement
    private let database: Database

    init(_ database: Database, _ sql: String) throws {
        self.database = database
        statement = try database.makeStatement(sql: sql)
    }

    /// Runs the statement once.
    /// - Parameter bind: binds all its places, in their order.
    func run(_ bind: (inout RowBinder) -> Void) throws {
        let handle = unsafe statement.sqliteStatement
        var row = unsafe RowBinder(handle)
        bind(&row)
        let code = unsafe sqlite3_step(handle)
        unsafe sqlite3_reset(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else {
            let message = unsafe sqlite3_errmsg(database.sqliteConnection).map {
                unsafe String(cString: $0)
            }
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
        }
    }
}

/// Binds the places of a statement one after the other.
@safe
struct RowBinder {
    private let handle: SQLiteStatement
    private var index: Int32 = 0

    fileprivate init(_ handle: SQLiteStatement) { unsafe self.handle = handle }

    mutating func bind(_ value: Int64) {
        index += 1
        unsafe sqlite3_bind_int64(handle, index, value)
    }

    mutating func bind(_ value: Int64?) {
        if let value { bind(value) } else { bindNull() }
    }

    mutating func bind(_ value: some FixedWidthInteger) { bind(Int64(clamping: value)) }

    mutating func bind(_ text: String) {
        index += 1
        var text = text
        text.withUTF8 { bytes in
            _ = unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                unsafe sqlite3_bind_text(
                    handle, index, characters.baseAddress, Int32(clamping: characters.count),
                    Self.transient)
            }
        }
    }

    mutating func bind(_ text: String?) {
        if let text { bind(text) } else { bindNull() }
    }

    mutating func bind(_ bytes: [UInt8]) {
        index += 1
        guard !bytes.isEmpty else {
            unsafe sqlite3_bind_zeroblob(handle, index, 0)
            return
        }
        unsafe bytes.withUnsafeBytes { buffer in
            _ = unsafe sqlite3_bind_blob(
                handle, index, buffer.baseAddress, Int32(clamping: buffer.count), Self.transient)
        }
    }

    private mutating func bindNull() {
        index += 1
        unsafe sqlite3_bind_null(handle, index)
    }

    /// Tells SQLite to copy what is bound (SQLITE_TRANSIENT, a macro that Swift can't import).
    private static var transient: sqlite3_destructor_type {
        unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
