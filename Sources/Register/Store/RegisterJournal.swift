import Journal

/// How the register uses its journal.
enum RegisterJournal {
    /// The journal for reading, also while another process writes it.
    static func reading(_ directory: String) throws -> JournalView {
        try FileJournal.openReading(Register.journalDirectory(directory))
    }

    /// The journal for writing; nobody else can write it until it is closed.
    static func writing(_ directory: String) throws -> FileJournal {
        try FileJournal.open(Register.journalDirectory(directory))
    }

    /// Checks every committed entry.
    static func check(
        _ directory: String, progress: @escaping (UInt64) -> Void
    ) throws -> VerifyReport {
        do throws(JournalError) {
            let report = try FileJournal.openReading(Register.journalDirectory(directory))
                .verify { done, _ in progress(done) }
            return VerifyReport(
                entries: report.entries, head: report.head.hash.description,
                problems: report.damage.map { ["journal: \($0.place): \($0.reason)"] } ?? [])
        } catch {
            switch error {
            case .corrupt, .lost:
                return VerifyReport(entries: 0, head: "", problems: ["\(error)"])
            default:
                throw error
            }
        }
    }
}
