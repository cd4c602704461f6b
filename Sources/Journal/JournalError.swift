/// Where in a journal's files something is.
public struct JournalPlace: Sendable, Hashable, CustomStringConvertible {
    /// The segment file's name, such as `00000000000000000001.log`.
    public let segment: String
    /// The byte offset in that file.
    public let offset: UInt64
    /// The sequence number of the entry that stands, or should stand, there.
    public let sequence: UInt64

    /// Segment, offset and sequence number in words.
    public var description: String { "\(segment), byte \(offset), entry \(sequence)" }
}

/// An operation on a file or directory, as an error names it.
public enum FileOperation: String, Sendable {
    case open, create, read, write, sync, truncate, size, list, remove, lock
}

/// What the journal can refuse or fail to do.
public enum JournalError: Error, Sendable, Hashable {
    /// The operating system refused; `code` is its `errno`.
    case file(FileOperation, path: String, code: Int32)
    /// Another writer has the journal open; `holder` is its process id if it can be told.
    case locked(directory: String, holder: Int32?)
    /// There is no journal in this directory.
    case missing(directory: String)
    /// The entries stored here aren't what was written.
    case corrupt(JournalPlace, reason: String)
    /// Entries up to `committed` were acknowledged, but the files end with entry `found`.
    case lost(directory: String, committed: UInt64, found: UInt64)
    /// The journal's last entry isn't the one that the caller expected: somebody else appended.
    case conflict(expected: UInt64, actual: UInt64)
    /// A draft can't become an entry; `index` counts from 0 within its batch.
    case invalidDraft(index: Int, reason: String)
    /// A batch writer is open: the journal has one at a time.
    case batchOpen
    /// This batch writer was committed or abandoned, or an append to it failed.
    case batchEnded
    /// Undoing a failed write failed as well, so nothing more is appended until it is reopened.
    case unusable(reason: String)
    /// The journal was closed.
    case closed
}

extension JournalError: CustomStringConvertible {
    /// What is wrong, where, and what would be right.
    public var description: String {
        switch self {
        case .file(let operation, let path, let code):
            "journal: \(operation.rawValue) of \(path) failed: \(systemMessage(code)) (\(code))"
        case .locked(let directory, let holder):
            "journal \(directory) is open for writing in "
                + (holder.map { "process \($0)" } ?? "another process")
                + "; stop that one first, or open the journal for reading only"
        case .missing(let directory):
            "there is no journal in \(directory): no segment file was found"
        case .corrupt(let place, let reason):
            "journal is damaged at \(place): \(reason); restore the file from a backup"
        case .lost(let directory, let committed, let found):
            "journal \(directory) ends with entry \(found), but entries up to \(committed) were "
                + "acknowledged; restore its newest segment files from a backup, or, to accept "
                + "the loss, remove the file named head"
        case .conflict(let expected, let actual):
            "the journal's last entry is \(actual), not \(expected): read what came in between "
                + "and try again"
        case .invalidDraft(let index, let reason):
            "entry \(index) of the batch can't be recorded: \(reason)"
        case .batchOpen:
            "a batch is being written already; commit or abandon it first"
        case .batchEnded:
            "this batch has ended; begin another"
        case .unusable(let reason):
            "the journal takes no more entries until it is reopened: \(reason)"
        case .closed:
            "the journal is closed"
        }
    }
}
