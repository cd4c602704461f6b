/// How much of a journal is checked when it is opened for writing.
public enum OpeningCheck: Sendable {
    /// The newest segment, and older ones back to the last committed entry; the rest is checked
    /// when it is read or verified.
    case lastSegment
    /// Every segment, as ``FileJournal/verify(progress:)`` does.
    case everything
}

/// What a look at the files tells of a journal's state, and what is to be cut from its end.
///
/// A crash can leave behind, after the last committed entry, a part of a batch: entries without the
/// batch's end, torn ones, or newer segments that hold only such. Nothing else can come of a
/// crash, so damage anywhere else is refused.
struct Survey {
    /// The last committed entry.
    let head: JournalHead
    /// The segment that holds it; nil if the journal has no segment yet.
    let segment: UInt64?
    /// Where in that segment its bytes end.
    let offset: UInt64
    /// Whether the first segment was torn while it was made, so that it is to be made anew.
    let isUnbegun: Bool
    /// Newer segments, which hold nothing committed.
    let surplus: [UInt64]

    /// Looks at a journal's files, without changing them.
    ///
    /// - Throws: ``JournalError/corrupt(_:reason:)`` for damage before the last committed entry, and
    ///   ``JournalError/lost(directory:committed:found:)`` if acknowledged entries are missing.
    init(_ folder: JournalFolder, _ check: OpeningCheck) throws(JournalError) {
        let segments = try folder.segments() ?? []
        let recorded = try folder.recordedHead()
        let scans = try Self.scans(of: segments, in: folder, check, recorded)
        if let damage = Self.damage(in: scans, segments), let newest = segments.last {
            try Self.refuse(damage, unlessTornIn: newest, folder, recorded)
        }
        let last = scans.last { $0.committed != nil }
        head = last?.committed?.head ?? .empty
        segment = last?.first ?? segments.first
        offset = last?.committed?.offset ?? UInt64(SegmentHeader.length)
        isUnbegun = last == nil && scans.first?.hasHeader != true
        let base = segment ?? 0
        surplus = segments.filter { $0 > base }
        if let recorded, recorded.sequence > head.sequence {
            throw .lost(
                directory: folder.directory, committed: recorded.sequence, found: head.sequence)
        }
    }

    /// Scans segments from the newest back to the one with the last committed entry, or all.
    private static func scans(
        of segments: [UInt64], in folder: JournalFolder, _ check: OpeningCheck,
        _ recorded: JournalHead?
    ) throws(JournalError) -> [SegmentScan] {
        var scans: [SegmentScan] = []
        for first in segments.reversed() {
            let scan = try SegmentScan(first: first, in: folder, recorded)
            scans.append(scan)
            if check == .lastSegment, scan.committed != nil { break }
        }
        return scans.reversed()
    }

    /// The first damage, in a segment or between two.
    private static func damage(in scans: [SegmentScan], _ segments: [UInt64]) -> SegmentScan.Damage?
    {
        if let first = segments.first, first != 1 {
            return SegmentScan.Damage(
                place: JournalPlace(segment: SegmentName.name(first: 1), offset: 0, sequence: 1),
                reason: "the segment is missing; the oldest is \(SegmentName.name(first: first))",
                neverTorn: true)
        }
        var before: SegmentScan?
        for scan in scans {
            if let before, let damage = scan.damage(after: before) { return damage }
            if var damage = scan.damage {
                // A segment is synced before the next one is made, so only the newest can be torn.
                damage.neverTorn = damage.neverTorn || scan.first != segments.last
                return damage
            }
            before = scan
        }
        return nil
    }

    /// Throws unless the damage, in the newest segment, lies in what a crash can tear.
    private static func refuse(
        _ damage: SegmentScan.Damage, unlessTornIn newest: UInt64, _ folder: JournalFolder,
        _ recorded: JournalHead?
    ) throws(JournalError) {
        let refusal = JournalError.corrupt(damage.place, reason: damage.reason)
        if damage.neverTorn || damage.place.sequence <= recorded?.sequence ?? 0 { throw refusal }
        // An entry further on that was written when all before it had been committed proves that
        // the damaged one had been, too.
        var stream = try SegmentStream(first: newest, in: folder)
        stream.seek(to: damage.place.offset)
        while let frame = try stream.resynchronise() {
            if frame.followsCommit && frame.sequence > damage.place.sequence { throw refusal }
        }
    }
}

/// What one segment file holds.
struct SegmentScan {
    /// A place where a segment isn't as it was written.
    struct Damage {
        let place: JournalPlace
        let reason: String
        /// Whether no crash can have caused it.
        var neverTorn: Bool
    }

    let first: UInt64
    /// The last entry that ends a batch, and where its bytes end.
    private(set) var committed: (head: JournalHead, offset: UInt64)?
    private(set) var damage: Damage?
    private var header: SegmentHeader?
    var hasHeader: Bool { header != nil }
    private var next: UInt64
    private var hash: EntryHash?

    /// Reads a segment to its end or its first damage.
    ///
    /// - Parameter recorded: The entry that was acknowledged last, if that is known.
    init(first: UInt64, in folder: JournalFolder, _ recorded: JournalHead?) throws(JournalError) {
        self.first = first
        next = first
        var stream = try SegmentStream(first: first, in: folder)
        switch try stream.header() {
        case .failure(let problem):
            // A header is on the disk before the first entry is written, so a longer file with a
            // bad one wasn't torn.
            let longer = try stream.file.size() > UInt64(SegmentHeader.length)
            damage = damage(at: 0, stream, problem.reason, neverTorn: longer)
        case .success(let found) where found.first != first:
            damage = damage(
                at: 0, stream, "its header says that it begins with entry \(found.first)",
                neverTorn: true)
        case .success(let found):
            header = found
            try read(&stream, ChainCheck(sequence: first, previous: found.previous), recorded)
        }
    }

    private mutating func read(
        _ stream: inout SegmentStream, _ start: ChainCheck, _ recorded: JournalHead?
    ) throws(JournalError) {
        var check = start
        hash = start.previous
        while true {
            let offset = stream.offset
            switch try stream.step() {
            case .end: return
            case .broken(let reason):
                damage = damage(at: offset, stream, reason)
                return
            case .entry(let frame):
                if let reason = check.problem(frame, stream.buffer, hashing: true) {
                    damage = damage(at: offset, stream, reason)
                    return
                }
                hash = check.previous
                let head = JournalHead(
                    sequence: frame.sequence, hash: frame.hash(stream.buffer), time: frame.time)
                if let recorded, recorded.sequence == head.sequence, recorded != head {
                    damage = damage(
                        at: offset, stream, "it isn't the entry that was acknowledged")
                    return
                }
                next = check.sequence
                if frame.endsBatch { committed = (head, stream.offset) }
            }
        }
    }

    private func damage(
        at offset: UInt64, _ stream: SegmentStream, _ reason: String, neverTorn: Bool = false
    ) -> Damage {
        Damage(
            place: JournalPlace(segment: stream.name, offset: offset, sequence: next),
            reason: reason, neverTorn: neverTorn)
    }

    /// What is wrong between the segment before and this one.
    func damage(after before: SegmentScan) -> Damage? {
        guard let header, header.first != before.next || header.previous != before.hash else {
            return nil
        }
        let place = JournalPlace(
            segment: SegmentName.name(first: first), offset: 0, sequence: before.next)
        return Damage(
            place: place,
            reason: "the segment doesn't continue the one before, which ends with entry "
                + "\(before.next - 1)",
            neverTorn: true)
    }
}
