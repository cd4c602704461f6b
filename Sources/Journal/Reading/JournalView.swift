/// The reading side that a writer and a view share.
struct Archive: Sendable {
    let folder: JournalFolder
    let source: HeadSource
    let index = SegmentIndex()

    func entries(from sequence: UInt64, _ checking: ReadingCheck) -> JournalReader {
        JournalReader(self, from: sequence, checking, chunk: SegmentStream.longChunk)
    }

    func entry(at sequence: UInt64) throws(JournalError) -> JournalEntry? {
        guard sequence > 0 else { return nil }
        var reader = JournalReader(self, from: sequence, .chain, chunk: SegmentStream.shortChunk)
        return try reader.next()
    }

    func read(from sequence: UInt64, limit: Int) throws(JournalError) -> [JournalEntry] {
        var reader = entries(from: sequence, .chain)
        var entries: [JournalEntry] = []
        while entries.count < limit, let entry = try reader.next() { entries.append(entry) }
        return entries
    }
}

/// A journal opened for reading only, without a lock: another process may be writing it.
///
/// It sees what the writer has committed, and nothing else.
public final class JournalView: JournalReading {
    private let archive: Archive

    init(_ folder: JournalFolder) throws(JournalError) {
        guard let segments = try folder.segments(), !segments.isEmpty else {
            throw .missing(directory: folder.directory)
        }
        archive = Archive(folder: folder, source: .recorded(try RecordedHead(folder)))
    }

    /// The last committed entry at this moment.
    public func head() -> JournalHead { archive.source.head }

    /// A reader of the committed entries from a sequence number on.
    public func entries(
        from sequence: UInt64 = 1, checking: ReadingCheck = .chain
    ) -> JournalReader {
        archive.entries(from: sequence, checking)
    }

    /// The entry with this sequence number; nil if there is none yet.
    public func entry(at sequence: UInt64) throws(JournalError) -> JournalEntry? {
        try archive.entry(at: sequence)
    }

    /// At most `limit` committed entries from a sequence number on.
    public func read(from sequence: UInt64, limit: Int) throws(JournalError) -> [JournalEntry] {
        try archive.read(from: sequence, limit: limit)
    }

    /// Checks all committed entries; see ``FileJournal/verify(progress:)``.
    public func verify(
        progress: ((_ done: UInt64, _ total: UInt64) -> Void)? = nil
    ) throws(JournalError) -> JournalReport {
        try archive.verify(progress: progress)
    }
}
