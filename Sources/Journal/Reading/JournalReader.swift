/// How much a reader checks of what it reads.
public enum ReadingCheck: Sendable {
    /// Each entry's checksum, and that it names the entry before by its hash.
    case checksum
    /// The same, and each entry's hash is computed anew.
    case chain
}

/// Reads committed entries in order, from a sequence number on.
///
/// A value: a copy reads on independently.
public struct JournalReader: Sendable {
    private let archive: Archive
    private let hashing: Bool
    private let chunk: Int
    /// The last entry known to be committed.
    private var bound: UInt64 = 0
    private var check: ChainCheck
    private var stream: SegmentStream?

    init(_ archive: Archive, from sequence: UInt64, _ checking: ReadingCheck, chunk: Int) {
        self.archive = archive
        self.chunk = chunk
        hashing = checking == .chain
        let first = max(1, sequence)
        check = ChainCheck(sequence: first, previous: first == 1 ? EntryHash.none : nil)
    }

    /// The sequence number of the entry that ``next()`` will give.
    public var position: UInt64 { check.sequence }

    /// The next committed entry, or nil where the journal ends at present: asking again later
    /// gives what was appended in the meantime.
    ///
    /// - Throws: ``JournalError/corrupt(_:reason:)`` naming segment, byte and entry if the entry
    ///   isn't what was written.
    public mutating func next() throws(JournalError) -> JournalEntry? {
        let offset = stream?.offset
        guard let frame = try nextFrame(), let stream else { return nil }
        guard let entry = frame.entry(stream.buffer) else {
            throw corrupt(at: offset ?? stream.offset, "its kind or actor isn't UTF-8")
        }
        return entry
    }

    /// The last entry that was read, as a head.
    var head: JournalHead {
        guard check.sequence > 1, let hash = check.previous else { return .empty }
        return JournalHead(sequence: check.sequence - 1, hash: hash, time: check.time)
    }

    /// The segment being read and where in it the next entry begins.
    var place: (segment: String, offset: UInt64)? { stream.map { ($0.name, $0.offset) } }

    /// Moves past the next committed entry.
    mutating func nextFrame() throws(JournalError) -> EntryFrame? {
        if check.sequence > bound {
            bound = archive.source.head.sequence
            guard check.sequence <= bound else { return nil }
            // What was read ahead of the old bound may have been taken back and written anew.
            stream?.refresh()
        }
        if stream == nil { try seek() }
        while true {
            let offset = stream?.offset ?? 0
            switch try stream?.step() {
            case nil, .end: try openNextSegment()
            case .broken(let reason): throw corrupt(at: offset, reason)
            case .entry(let frame):
                if let stream, let reason = check.problem(frame, stream.buffer, hashing: hashing) {
                    throw corrupt(at: offset, reason)
                }
                return frame
            }
        }
    }

    private func corrupt(at offset: UInt64, _ reason: String, segment: String? = nil)
        -> JournalError
    {
        let name = segment ?? stream?.name ?? SegmentName.name(first: check.sequence)
        let place = JournalPlace(segment: name, offset: offset, sequence: check.sequence)
        return .corrupt(place, reason: reason)
    }

    /// Goes on to the segment that must begin with the next entry.
    private mutating func openNextSegment() throws(JournalError) {
        let first = check.sequence
        let name = SegmentName.name(first: first)
        guard try archive.folder.segments()?.contains(first) == true, stream?.name != name else {
            throw corrupt(
                at: stream?.offset ?? 0,
                "the segment ends here, but entries up to \(bound) were committed")
        }
        try open(first)
    }

    private mutating func open(_ first: UInt64) throws(JournalError) {
        var opened = try SegmentStream(first: first, in: archive.folder, chunk: chunk)
        switch try opened.header() {
        case .failure(let problem):
            throw corrupt(at: 0, problem.reason, segment: opened.name)
        case .success(let header):
            guard header.first == first else {
                throw corrupt(
                    at: 0, "its header says that it begins with entry \(header.first)",
                    segment: opened.name)
            }
            if check.sequence == first {
                if let previous = check.previous, previous != header.previous {
                    throw corrupt(
                        at: 0, "its header doesn't continue the entry before", segment: opened.name)
                }
                check = ChainCheck(sequence: first, previous: header.previous, time: check.time)
            }
        }
        stream = opened
    }

    /// Finds the entry to begin with.
    private mutating func seek() throws(JournalError) {
        let target = check.sequence
        let segments = try archive.folder.segments() ?? []
        guard let first = SegmentIndex.segment(holding: target, in: segments) else {
            throw corrupt(at: 0, "the segment is missing", segment: SegmentName.name(first: 1))
        }
        try open(first)
        guard target > first, var opened = stream else { return }
        var place = archive.index.place(notAfter: target, in: first)
        var passed: [SegmentIndex.Place] = []
        var before: EntryHash?
        opened.seek(to: place.offset)
        while place.sequence < target {
            guard case .entry(let frame) = try opened.step(checkingChecksum: false),
                frame.sequence == place.sequence
            else {
                // Let the reader itself say what is wrong, beginning with the first bad entry.
                check = ChainCheck(sequence: first, previous: nil)
                return try throwDamage(before: target)
            }
            if (place.sequence - first).isMultiple(of: SegmentIndex.spacing) {
                passed.append(place)
            }
            before = frame.hash(opened.buffer)
            place = SegmentIndex.Place(sequence: place.sequence + 1, offset: opened.offset)
        }
        archive.index.add(passed, in: first)
        check = ChainCheck(sequence: target, previous: before ?? check.previous)
        stream = opened
    }

    /// Reads the segment from its start, which must fail before the entry `target`.
    private mutating func throwDamage(before target: UInt64) throws(JournalError) {
        stream?.seek(to: UInt64(SegmentHeader.length))
        while check.sequence < target { _ = try nextFrame() }
    }
}
