/// Why the register can't do what it was asked for.
public enum RegisterError: Error, Sendable, CustomStringConvertible {
    /// The data directory holds no register.
    case noRegister(path: String)
    /// The projection can't be used; it can be made anew.
    case projection(reason: String)
    /// An entry of the journal isn't one that the register can apply.
    case entry(sequence: UInt64, reason: String)
    /// The journal ends before what the projection was made from.
    case lostEntries(projection: UInt64, journal: UInt64)
    /// The import is in the journal, but the projection couldn't be written.
    case projectionBehind(reason: String)
    /// Another process has the projection open, so it can't be replaced under it.
    case inUse(path: String)
    /// A file can't be read.
    case file(path: String, reason: String)
    /// What stands in an import is wrong; nothing of it was taken.
    case invalidImport(ImportReport)

    /// What is wrong and what would help.
    public var description: String {
        switch self {
        case .noRegister(let path):
            "\(path) holds no register; start with `fondaco serve` or `fondaco import`"
        case .projection(let reason):
            "the projection can't be used: \(reason); `fondaco rebuild` makes it anew"
        case .entry(let sequence, let reason):
            "journal entry \(sequence): \(reason)"
        case .lostEntries(let projection, let journal):
            "the projection holds journal entries up to \(projection), but the journal ends with "
                + "\(journal): restore the journal from a backup, or accept the loss with "
                + "`fondaco rebuild`"
        case .projectionBehind(let reason):
            "the import is safe in the journal, but the projection couldn't be written (\(reason)); "
                + "it catches up at the next start once that is mended"
        case .inUse(let path):
            "another process has \(path) open: stop it first, or use --force and start it again"
        case .file(let path, let reason):
            "\(path): \(reason)"
        case .invalidImport(let report):
            "\(report.problemCount) problems; nothing was imported"
        }
    }
}
