/// The first bad entry that verification found.
public struct JournalDamage: Sendable, Hashable {
    /// Where it is.
    public let place: JournalPlace
    /// What is wrong with it.
    public let reason: String
}

/// What verification found.
public struct JournalReport: Sendable, Hashable {
    /// How many entries were found good, counted from the first.
    public let entries: UInt64
    /// The last good entry; compare it with a head that was noted elsewhere.
    public let head: JournalHead
    /// How many segment files there are.
    public let segments: Int
    /// Their size in bytes.
    public let bytes: UInt64
    /// The first bad entry; nil if all are good.
    public let damage: JournalDamage?
    /// Bytes after the last committed entry: a batch being written, or one that was cut off and will
    /// be removed when the journal is opened for writing.
    public let uncommittedBytes: UInt64
}

extension Archive {
    /// How often verification tells its progress: every so many entries.
    private static let progressInterval: UInt64 = 16_384

    /// Reads all committed entries and checks checksums, hashes, chain, order and times.
    func verify(progress: ((_ done: UInt64, _ total: UInt64) -> Void)?) throws(JournalError)
        -> JournalReport
    {
        let target = source.head
        var reader = JournalReader(self, from: 1, .chain, chunk: SegmentStream.longChunk)
        var damage: JournalDamage?
        do throws(JournalError) {
            while reader.position <= target.sequence, try reader.nextFrame() != nil {
                let done = reader.position - 1
                if done.isMultiple(of: Self.progressInterval) { progress?(done, target.sequence) }
            }
        } catch .corrupt(let place, let reason) {
            damage = JournalDamage(place: place, reason: reason)
        }
        let reached = reader.head
        if damage == nil, reached != target {
            damage = JournalDamage(
                place: JournalPlace(
                    segment: reader.place?.segment ?? SegmentName.name(first: 1),
                    offset: reader.place?.offset ?? 0, sequence: target.sequence),
                reason: "it isn't the entry that was acknowledged")
        }
        progress?(reached.sequence, target.sequence)
        return try report(reader, damage)
    }

    private func report(
        _ reader: JournalReader, _ damage: JournalDamage?
    ) throws(JournalError) -> JournalReport {
        let segments = try folder.segments() ?? []
        var bytes: UInt64 = 0
        var uncommitted: UInt64 = 0
        for first in segments {
            let name = SegmentName.name(first: first)
            let size = try folder.files.open(folder.path(name), .reading).size()
            bytes += size
            if first >= reader.position {
                uncommitted += size
            } else if let place = reader.place, place.segment == name {
                uncommitted += size - min(size, place.offset)
            }
        }
        return JournalReport(
            entries: reader.position - 1, head: reader.head, segments: segments.count,
            bytes: bytes, damage: damage, uncommittedBytes: damage == nil ? uncommitted : 0)
    }
}
