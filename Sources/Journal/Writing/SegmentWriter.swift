/// The writing end of a journal's files: encodes entries, starts new segments, commits, undoes.
///
/// Not for concurrent use; ``FileJournal`` guards it. Nothing becomes visible to readers before
/// ``commit()`` has returned.
struct SegmentWriter: Sendable {
    /// A state of the journal to which ``undo()`` can return.
    private struct Mark {
        /// The first sequence number of the newest segment.
        let segment: UInt64
        /// The length of that segment.
        let offset: UInt64
        let head: JournalHead
    }

    /// Entries are handed to the system in pieces of about this size.
    private static let chunk = 1 << 20

    private let folder: JournalFolder
    private let segmentBytes: UInt64
    private var file: any JournalFile
    private let headFile: any JournalFile
    private var committed: Mark
    /// The first sequence number of the segment being written.
    private var segment: UInt64
    /// Newer segments than the committed one, in order.
    private var madeSegments: [UInt64] = []
    /// How much of the segment has been handed to the system; the rest is in `buffer`.
    private var written: UInt64
    private var buffer = ByteBuffer(capacity: chunk + chunk / 4)
    /// Where in the buffer the newest entry begins while it isn't known whether it ends its batch.
    private var unsealed: Int?
    /// The newest entry, committed or not; its hash is valid once it is sealed.
    private(set) var head: JournalHead
    /// Why nothing can be written any more; nil while all is well.
    private(set) var failure: String?

    /// Opens a journal for writing: cuts what was never committed, makes the first segment.
    init(_ folder: JournalFolder, segmentBytes: UInt64, _ survey: Survey) throws(JournalError) {
        self.folder = folder
        self.segmentBytes = segmentBytes
        try Self.remove(survey.surplus, folder)
        segment = survey.segment ?? 1
        written = survey.offset
        head = survey.head
        file = try Self.base(folder, survey)
        headFile = try Self.headFile(folder)
        committed = Mark(segment: segment, offset: written, head: head)
        try publish()
        try headFile.sync()
        try folder.files.syncDirectory(folder.directory)
    }

    /// The newest segment's file, without what follows the last committed entry.
    private static func base(
        _ folder: JournalFolder, _ survey: Survey
    ) throws(JournalError) -> any JournalFile {
        let header = SegmentHeader(first: 1, previous: .none)
        guard let first = survey.segment, !survey.isUnbegun else {
            return try create(header, folder)
        }
        let file = try folder.files.open(folder.path(SegmentName.name(first: first)), .updating)
        if try file.size() > survey.offset { try file.truncate(to: survey.offset) }
        // What another run wrote may not have been synced, yet counts as committed from now on.
        try file.sync()
        return file
    }

    private static func headFile(_ folder: JournalFolder) throws(JournalError) -> any JournalFile {
        let exists = try folder.files.names(in: folder.directory)?.contains(JournalFolder.headName)
        return try folder.files.open(
            folder.path(JournalFolder.headName), exists == true ? .updating : .creating)
    }

    /// Removes segments, the newest first and each for good before the next: a power failure must
    /// not leave a gap between those that stay.
    private static func remove(
        _ segments: [UInt64], _ folder: JournalFolder
    ) throws(JournalError) {
        for first in segments.reversed() {
            try folder.files.remove(folder.path(SegmentName.name(first: first)))
            try folder.files.syncDirectory(folder.directory)
        }
    }

    private static func create(
        _ header: SegmentHeader, _ folder: JournalFolder
    ) throws(JournalError) -> any JournalFile {
        let name = SegmentName.name(first: header.first)
        let file = try folder.files.open(folder.path(name), .creating)
        try file.writeAll(header.encoded.storage, 0..<SegmentHeader.length, to: 0)
        try file.sync()
        try folder.files.syncDirectory(folder.directory)
        return file
    }

    // MARK: - Entries

    /// Adds an entry, whose draft must be valid, to the batch that is being written.
    mutating func add(_ draft: JournalDraft, time: Int64) throws(JournalError) {
        seal(endsBatch: false)
        let length = UInt64(draft.entryLength)
        let position = written + UInt64(buffer.count)
        if position > SegmentHeader.length && position + length > segmentBytes {
            try startSegment()
        } else if buffer.count >= Self.chunk {
            try flush()
        }
        let follows = head.sequence == committed.head.sequence
        let start = buffer.add(
            draft, sequence: head.sequence + 1, time: time, previous: head.hash,
            marks: follows ? EntryLayout.followsCommit : 0)
        unsealed = start
        head = JournalHead(sequence: head.sequence + 1, hash: head.hash, time: time)
    }

    /// Ends the batch that is being written.
    mutating func endBatch() {
        seal(endsBatch: true)
    }

    private mutating func seal(endsBatch: Bool) {
        guard let start = unsealed else { return }
        unsealed = nil
        let hash = buffer.seal(start, endsBatch: endsBatch)
        head = JournalHead(sequence: head.sequence, hash: hash, time: head.time)
    }

    private mutating func flush() throws(JournalError) {
        let count = buffer.count
        guard count > 0 else { return }
        try file.writeAll(buffer.storage, 0..<count, to: written)
        file.startWriting(written..<written + UInt64(count))
        written += UInt64(count)
        buffer.removeAll()
    }

    private mutating func startSegment() throws(JournalError) {
        try flush()
        try file.sync()
        let header = SegmentHeader(first: head.sequence + 1, previous: head.hash)
        // Noted first: a file whose making failed halfway is to be removed as well.
        madeSegments.append(header.first)
        file = try Self.create(header, folder)
        segment = header.first
        written = UInt64(SegmentHeader.length)
    }

    // MARK: - Commit and undo

    /// Makes all ended batches durable.
    mutating func commit() throws(JournalError) {
        guard head.sequence != committed.head.sequence else { return }
        try flush()
        try file.sync()
        committed = Mark(segment: segment, offset: written, head: head)
        madeSegments.removeAll()
        // The entries are durable; a head that lags behind only makes recovery less certain.
        try? publish()
    }

    private func publish() throws(JournalError) {
        try headFile.writeAll(
            HeadRecord.encoded(committed.head).storage, 0..<HeadRecord.length, to: 0)
    }

    /// Takes back all that wasn't committed; if that fails, the writer refuses further work.
    mutating func undo() {
        buffer.removeAll()
        unsealed = nil
        do {
            try takeBack()
        } catch {
            failure = "\(error)"
        }
    }

    private mutating func takeBack() throws(JournalError) {
        if !madeSegments.isEmpty {
            let present = try folder.segments() ?? []
            try Self.remove(madeSegments.filter { present.contains($0) }, folder)
            let name = SegmentName.name(first: committed.segment)
            file = try folder.files.open(folder.path(name), .updating)
        }
        madeSegments.removeAll()
        try file.truncate(to: committed.offset)
        try file.sync()
        segment = committed.segment
        written = committed.offset
        head = committed.head
    }

    /// Makes the recorded head durable, so that the next opening is certain of it.
    func finish() throws(JournalError) {
        try headFile.sync()
    }
}
