internal import Exchange
public import Journal

/// What a trading floor can refuse or fail to do. What the section refuses is an event of a reply
/// instead.
public enum FloorError: Error, Sendable, Hashable {
    /// The journal refused; nothing was applied.
    case journal(JournalError)
    /// The section takes nothing since its disk failed. Whether the commands of that moment are in
    /// the journal is known after the next start: the same client order number may be sent again.
    case stopped(reason: String)
    /// The section was closed.
    case closed
    /// As many commands wait as may.
    case busy(waiting: Int, limit: Int)
    /// One submission has more commands than it may.
    case tooMany(commands: Int, limit: Int)
    /// A command has more bytes than fit into an entry of the journal.
    case tooLarge(bytes: Int, limit: Int)
    /// An entry of the journal isn't what the floor writes.
    case badEntry(section: String, entry: UInt64, reason: String)
    /// The journal ends before the entry that a snapshot was taken at: acknowledged commands are
    /// missing.
    case journalBehind(section: String, snapshot: String, entry: UInt64, head: UInt64)
    /// A name that can't be a section's.
    case badName(String)
    /// There is no such section.
    case unknownSection(String, directory: String)
    /// There is a section of this name already.
    case sectionExists(String)
    /// A file couldn't be read or written; `code` is the system's `errno`.
    case file(String, path: String, code: Int32)
    /// A file isn't what it should be.
    case badFile(path: String, reason: String)
}

extension FloorError: CustomStringConvertible {
    /// What is wrong, where, and what would be right.
    public var description: String {
        switch self {
        case .journal(let error): "\(error)"
        case .stopped(let reason):
            "the section takes no commands: \(reason); free or repair the disk, then start it again"
        case .closed: "the section is closed; start it again"
        case .busy(let waiting, let limit):
            "\(waiting) commands wait already, \(limit) may; try again in a moment"
        case .tooMany(let commands, let limit):
            "\(commands) commands in one submission; at most \(limit) may be"
        case .tooLarge(let bytes, let limit):
            "the command has \(bytes) bytes; at most \(limit) fit"
        case .badEntry(let section, let entry, let reason):
            "section \(section): entry \(entry) of its journal can't be applied: \(reason); "
                + "restore the journal from a backup"
        case .journalBehind(let section, let snapshot, let entry, let head):
            "section \(section): its journal ends with entry \(head), but \(snapshot) was taken "
                + "at entry \(entry); restore the journal's newest files from a backup, or, to "
                + "accept the loss, remove that snapshot"
        case .badName(let name):
            "\"\(name)\" can't be a section's name: it is made of 1 to 32 of a-z, 0-9 and '-'"
        case .unknownSection(let name, let directory):
            "there is no section \(name) in \(directory); `section list` shows what there is"
        case .sectionExists(let name): "there is a section \(name) already"
        case .file(let operation, let path, let code):
            "\(operation) of \(path) failed: \(systemMessage(code)) (\(code))"
        case .badFile(let path, let reason): "\(path): \(reason)"
        }
    }
}

extension StateError {
    /// The error in words.
    var words: String {
        switch self {
        case .truncated(let offset): "it ends at byte \(offset), within a field"
        case .invalid(let offset, let expected): "at byte \(offset) \(expected) is expected"
        case .version(let found, let known): "it has version \(found); \(known) is known here"
        case .trailing(let offset): "there is something behind its end at byte \(offset)"
        }
    }
}
