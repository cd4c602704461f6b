public import Exchange
internal import Journal

/// A section as its files say it, read without a lock: another process may be at work on it.
public struct SectionView: ~Copyable {
    /// The state after the last durable command.
    public let section: Section
    /// What is remembered besides.
    public let dayBook: DayBook
    /// The number of the last command.
    public let commands: UInt64
    /// The last entry.
    public let head: EntryMark
    /// What the reading came upon.
    public let report: RecoveryReport

    /// Reads a section.
    ///
    /// - Parameter usingSnapshots: Whether to begin with the newest good snapshot; else all of the
    ///   journal is replayed.
    public static func open(
        _ name: String, folder: String, usingSnapshots: Bool = true
    ) throws(FloorError) -> SectionView {
        let journal: JournalView
        do throws(JournalError) {
            journal = try FileJournal.openReading("\(folder)/journal")
        } catch {
            throw .journal(error)
        }
        let store =
            usingSnapshots
            ? SnapshotStore(disk: SnapshotFolder(existing: "\(folder)/snapshots")) : nil
        // The head first: a snapshot that is taken meanwhile may be of a later entry.
        let recovery = Recovery(
            name: name, mixingKey: SectionLimits().mixingKey, last: journal.head().sequence,
            readsAhead: true)
        return SectionView(try recovery.run(journal, head: journal.head(), snapshots: store))
    }

    init(_ recovered: consuming RecoveredSection) {
        dayBook = recovered.dayBook
        commands = recovered.commands
        head = recovered.head
        report = recovered.report
        section = recovered.section
    }
}
