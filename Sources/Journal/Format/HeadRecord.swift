/// The content of the file `head`: the last entry that was acknowledged.
///
/// It is written after each commit but not synced each time, so it may lag behind after a power
/// failure, yet never runs ahead: entries up to it must be there.
enum HeadRecord {
    static let length = 64
    /// The bytes `FONDACOH`.
    private static let magic: UInt64 = 0x484F_4341_444E_4F46
    private static let checksumAt = 60

    static func encoded(_ head: JournalHead) -> ByteBuffer {
        var buffer = ByteBuffer(capacity: length)
        buffer.extend(by: length)
        buffer.put(magic, at: 0)
        buffer.put(head.sequence, at: 8)
        buffer.put(head.time, at: 16)
        buffer.put(head.hash, at: 24)
        buffer.put(UInt32(0), at: 56)
        buffer.put(buffer.checksum(0..<checksumAt), at: checksumAt)
        return buffer
    }

    /// The head that the bytes state; nil if they are damaged.
    static func read(_ buffer: borrowing ByteBuffer) -> JournalHead? {
        guard buffer.count == length, buffer.integer(at: 0, as: UInt64.self) == magic,
            buffer.checksum(0..<checksumAt) == buffer.integer(at: checksumAt, as: UInt32.self)
        else { return nil }
        return JournalHead(
            sequence: buffer.integer(at: 8, as: UInt64.self), hash: buffer.hash(at: 24),
            time: buffer.integer(at: 16, as: Int64.self))
    }
}
