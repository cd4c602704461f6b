/// Reads one segment file's entries in order, through a buffer.
struct SegmentStream: Sendable {
    /// What stands at the stream's position.
    enum Step {
        /// An entry; its bytes are in `buffer` until the next call.
        case entry(EntryFrame)
        /// The file ends here.
        case end
        /// Neither an entry nor the end, for this reason.
        case broken(String)
    }

    /// How much is read at once by who reads on and on.
    static let longChunk = 256 << 10
    /// How much is read at once by who wants one entry.
    static let shortChunk = 16 << 10

    let file: any JournalFile
    /// The file's name within the journal's directory.
    let name: String
    private(set) var buffer = ByteBuffer(capacity: 0)
    private let chunk: Int
    /// Where in the file the buffer begins.
    private var bufferOffset: UInt64 = 0
    /// Where in the buffer the next entry begins.
    private var next = 0

    /// Where in the file the next entry begins.
    var offset: UInt64 { bufferOffset + UInt64(next) }

    /// Opens the segment whose first entry is `first`.
    init(first: UInt64, in folder: JournalFolder, chunk: Int = longChunk) throws(JournalError) {
        self.chunk = chunk
        name = SegmentName.name(first: first)
        file = try folder.files.open(folder.path(name), .reading)
    }

    /// Reads the header and moves behind it.
    mutating func header() throws(JournalError) -> Result<SegmentHeader, SegmentHeader.Problem> {
        seek(to: 0)
        _ = try holds(SegmentHeader.length)
        let header = SegmentHeader.read(buffer)
        seek(to: UInt64(SegmentHeader.length))
        return header
    }

    /// Moves to a place in the file, and forgets what was read of it.
    mutating func seek(to offset: UInt64) {
        buffer.removeAll()
        bufferOffset = offset
        next = 0
    }

    /// Forgets what was read ahead, which may have been replaced since.
    mutating func refresh() {
        seek(to: offset)
    }

    /// Takes the entry at the position and moves behind it.
    mutating func step(checkingChecksum checks: Bool = true) throws(JournalError) -> Step {
        guard try holds(EntryLayout.fixedLength) else {
            return next == buffer.count ? .end : .broken("the file ends within the entry")
        }
        guard EntryFrame.begins(buffer, at: next) else {
            return .broken("no entry begins here")
        }
        let length = EntryFrame(buffer, at: next).length
        guard EntryLayout.lengths.contains(length) else {
            return .broken("its length of \(length) bytes is impossible")
        }
        guard try holds(length) else { return .broken("the file ends within the entry") }
        // Only now: making room may have moved the bytes.
        let frame = EntryFrame(buffer, at: next)
        if checks, let problem = frame.problem(buffer) { return .broken(problem) }
        next += length
        return .entry(frame)
    }

    /// Moves behind the next whole entry at or after the position, wherever it begins; nil if
    /// there is none.
    mutating func resynchronise() throws(JournalError) -> EntryFrame? {
        while try holds(EntryLayout.fixedLength) {
            if EntryFrame.begins(buffer, at: next) {
                // Otherwise the position stays as it was.
                if case .entry(let frame) = try step() { return frame }
            }
            next += 1
        }
        return nil
    }

    /// Whether `length` bytes from the position on are in the buffer, after reading if need be.
    private mutating func holds(_ length: Int) throws(JournalError) -> Bool {
        if buffer.count - next >= length { return true }
        buffer.drop(before: next)
        bufferOffset += UInt64(next)
        next = 0
        while buffer.count < length {
            let from = bufferOffset + UInt64(buffer.count)
            let room = max(chunk, length - buffer.count)
            let file = file
            let count = try buffer.fill(room: room) { bytes, index throws(JournalError) in
                try file.read(into: &bytes, at: index, count: room, from: from)
            }
            if count == 0 { return false }
        }
        return true
    }
}

/// The journal's directory and how its files are reached.
struct JournalFolder: Sendable {
    let directory: String
    let files: any FileSystem

    static let headName = "head"
    static let lockName = "lock"

    func path(_ name: String) -> String { directory + "/" + name }

    /// The first sequence numbers of all segments, in order; nil if there is no such directory.
    func segments() throws(JournalError) -> [UInt64]? {
        try files.names(in: directory)?.compactMap { SegmentName.first($0) }.sorted()
    }

    /// The head that was acknowledged last, as far as its file tells.
    func recordedHead() throws(JournalError) -> JournalHead? {
        guard try files.names(in: directory)?.contains(Self.headName) == true else { return nil }
        return try Self.recordedHead(files.open(path(Self.headName), .reading))
    }

    /// The head that an open head file states; nil if it is damaged.
    static func recordedHead(_ file: any JournalFile) throws(JournalError) -> JournalHead? {
        var buffer = ByteBuffer(capacity: HeadRecord.length)
        _ = try buffer.fill(room: HeadRecord.length) { bytes, index throws(JournalError) in
            try file.read(into: &bytes, at: index, count: HeadRecord.length, from: 0)
        }
        return HeadRecord.read(buffer)
    }
}
