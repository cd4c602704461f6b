internal import Exchange

/// Writes snapshots so that a crash at any moment leaves the older ones whole, and keeps the two
/// newest.
struct SnapshotStore: Sendable {
    static let kept = 2

    let disk: any SnapshotDisk

    /// Makes a snapshot durable, then removes older ones.
    func write(_ snapshot: Snapshot) throws(FloorError) {
        try disk.create(Snapshot.temporary, snapshot.encoded)
        try disk.sync(Snapshot.temporary)
        try disk.rename(Snapshot.temporary, to: Snapshot.name(snapshot.sequence))
        try disk.syncFolder()
        for sequence in try sequences().dropFirst(Self.kept) {
            try disk.remove(Snapshot.name(sequence))
        }
        try disk.syncFolder()
    }

    /// The entries that there are snapshots of, the newest first.
    func sequences() throws(FloorError) -> [UInt64] {
        try disk.names().compactMap { Snapshot.sequence(of: $0) }.sorted(by: >)
    }

    func read(_ sequence: UInt64) throws(BadSnapshot) -> Snapshot {
        let name = Snapshot.name(sequence)
        let bytes: [UInt8]?
        do throws(FloorError) {
            bytes = try disk.read(name)
        } catch {
            throw BadSnapshot("\(error)")
        }
        guard let bytes else { throw BadSnapshot("it is gone") }
        let snapshot = try Snapshot(bytes)
        guard snapshot.sequence == sequence else {
            throw BadSnapshot("it says that it was taken at entry \(snapshot.sequence)")
        }
        return snapshot
    }
}
