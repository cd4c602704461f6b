import Dispatch
import Synchronization

/// A journal in the segment files of one directory, written by one process at a time.
///
/// Documentation/journal-format.md describes the files byte by byte.
public final class FileJournal: JournalStore {
    /// How a journal is kept.
    public struct Options: Sendable {
        /// A segment file that would grow beyond this many bytes is followed by a new one.
        public var segmentBytes: UInt64
        /// How much is checked when the journal is opened.
        public var check: OpeningCheck
        /// The clock: microseconds since 1970-01-01 UTC. Should it go back, entries repeat the
        /// last time instead.
        public var clock: @Sendable () -> Int64

        /// Options with segments of 64 MiB, a check of the last segment, and the system's clock.
        public init(
            segmentBytes: UInt64 = 64 << 20, check: OpeningCheck = .lastSegment,
            clock: (@Sendable () -> Int64)? = nil
        ) {
            self.segmentBytes = segmentBytes
            self.check = check
            self.clock = clock ?? systemMicroseconds
        }
    }

    /// The writer and what decides who may use it.
    struct Desk: Sendable {
        var writer: SegmentWriter
        /// The batch writer that has the writer for itself; 0 if none has.
        var openBatch: UInt64 = 0
        var lastBatch: UInt64 = 0
        var isClosed = false
        /// Held while open, and let go of by closing.
        var lock: (any AnyObject & Sendable)?
    }

    let archive: Archive
    let published: Published
    let clock: @Sendable () -> Int64
    let desk: Mutex<Desk>
    /// Appends that wait for the next group commit.
    let inbox = Mutex(Inbox())
    /// Commits block on the disk, so they have a thread of their own.
    let queue = DispatchQueue(label: "journal.commit")

    /// Opens the journal in a directory for writing; makes it if there is none.
    ///
    /// What a crash left behind after the last committed batch is cut off.
    ///
    /// - Throws: ``JournalError/locked(directory:holder:)`` if another writer has it;
    ///   ``JournalError/corrupt(_:reason:)`` or ``JournalError/lost(directory:committed:found:)`` if
    ///   committed entries are damaged or missing; ``JournalError/file(_:path:code:)``.
    public static func open(
        _ directory: String, options: Options = Options()
    ) throws(JournalError) -> FileJournal {
        try open(directory, options: options, files: PosixFileSystem())
    }

    /// As above, on any disk.
    package static func open(
        _ directory: String, options: Options, files: any FileSystem
    ) throws(JournalError) -> FileJournal {
        let folder = JournalFolder(directory: directory, files: files)
        try files.makeDirectory(directory)
        let lock = try files.lock(folder.path(JournalFolder.lockName), directory: directory)
        let survey = try Survey(folder, options.check)
        let writer = try SegmentWriter(folder, segmentBytes: options.segmentBytes, survey)
        return FileJournal(folder, writer, lock, options)
    }

    /// Opens the journal in a directory for reading only, even while another process writes it.
    ///
    /// - Throws: ``JournalError/missing(directory:)`` if there is none.
    public static func openReading(_ directory: String) throws(JournalError) -> JournalView {
        try JournalView(JournalFolder(directory: directory, files: PosixFileSystem()))
    }

    private init(
        _ folder: JournalFolder, _ writer: SegmentWriter, _ lock: any AnyObject & Sendable,
        _ options: Options
    ) {
        published = Published(writer.head)
        archive = Archive(folder: folder, source: .published(published))
        clock = options.clock
        desk = Mutex(Desk(writer: writer, lock: lock))
    }

    deinit {
        // No append can be waiting here: its caller would hold the journal.
        shut()
    }

    /// The last committed entry.
    public func head() -> JournalHead { published.head }

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

    /// Checks all committed entries: checksums, hashes, chain, order and times.
    ///
    /// - Parameter progress: Called now and then with how many entries are done, of how many.
    /// - Returns: What was found; damage is reported, not thrown.
    public func verify(
        progress: ((_ done: UInt64, _ total: UInt64) -> Void)? = nil
    ) throws(JournalError) -> JournalReport {
        try archive.verify(progress: progress)
    }

    /// The entries from a sequence number on: those that exist, then new ones as they commit.
    public func subscribe(from sequence: UInt64) -> AsyncThrowingStream<JournalEntry, any Error> {
        let subscription = Subscription(entries(from: sequence), published)
        return AsyncThrowingStream(unfolding: { try await subscription.next() })
    }

    /// Ends subscriptions, undoes an open batch, and lets another writer in.
    ///
    /// Appends that are waiting fail; so do later ones. Reading goes on.
    public func close() {
        shut()
        startDraining()
    }

    private func shut() {
        desk.withLock { desk in
            guard !desk.isClosed else { return }
            desk.isClosed = true
            if desk.openBatch != 0 { desk.writer.undo() }
            desk.openBatch = 0
            // The recorded head is a help for recovery; without it recovery is less certain only.
            try? desk.writer.finish()
            desk.lock = nil
        }
        published.close()
    }
}

/// One consumer's place in the journal.
private actor Subscription {
    private var reader: JournalReader
    private let published: Published

    init(_ reader: JournalReader, _ published: Published) {
        self.reader = reader
        self.published = published
    }

    func next() async throws -> JournalEntry? {
        while true {
            if Task.isCancelled { return nil }
            if let entry = try reader.next() { return entry }
            guard await published.waits(beyond: reader.position - 1) else { return nil }
        }
    }
}
