/// The first 64 bytes of a segment file.
struct SegmentHeader: Equatable {
    static let length = 64
    static let version: UInt32 = 1
    /// The bytes `FONDACOJ`.
    private static let magic: UInt64 = 0x4A4F_4341_444E_4F46

    private static let checksumAt = 60

    /// The sequence number of the segment's first entry, which also names the file.
    let first: UInt64
    /// The hash of the entry before; ``EntryHash/none`` in the first segment.
    let previous: EntryHash

    init(first: UInt64, previous: EntryHash) {
        self.first = first
        self.previous = previous
    }

    /// Reads a header from the front of a buffer; throws what is wrong with it.
    static func read(_ buffer: borrowing ByteBuffer) -> Result<SegmentHeader, Problem> {
        guard buffer.count >= length else {
            return .failure(Problem(reason: "the file ends within its header"))
        }
        guard buffer.integer(at: 0, as: UInt64.self) == magic else {
            return .failure(Problem(reason: "the file doesn't begin as a journal segment does"))
        }
        let stored = buffer.integer(at: checksumAt, as: UInt32.self)
        guard buffer.checksum(0..<checksumAt) == stored else {
            return .failure(Problem(reason: "the segment header's checksum is wrong"))
        }
        let version = buffer.integer(at: 8, as: UInt32.self)
        guard version == Self.version else {
            return .failure(
                Problem(
                    reason: "the segment has format version \(version); this program reads "
                        + "version \(Self.version)"))
        }
        return .success(
            SegmentHeader(
                first: buffer.integer(at: 16, as: UInt64.self), previous: buffer.hash(at: 24)))
    }

    struct Problem: Error {
        let reason: String
    }

    var encoded: ByteBuffer {
        var buffer = ByteBuffer(capacity: Self.length)
        buffer.extend(by: Self.length)
        buffer.put(Self.magic, at: 0)
        buffer.put(Self.version, at: 8)
        buffer.put(UInt32(Self.length), at: 12)
        buffer.put(first, at: 16)
        buffer.put(previous, at: 24)
        buffer.put(UInt32(0), at: 56)
        buffer.put(buffer.checksum(0..<Self.checksumAt), at: Self.checksumAt)
        return buffer
    }
}

/// The names of the files in a journal's directory.
enum SegmentName {
    private static let digits = 20
    private static let suffix = ".log"

    static func name(first: UInt64) -> String {
        let number = String(first)
        return String(repeating: "0", count: digits - number.utf8.count) + number + suffix
    }

    /// The first sequence number that a file name states; nil if it isn't a segment's name.
    static func first(_ name: String) -> UInt64? {
        guard name.hasSuffix(suffix), name.utf8.count == digits + suffix.utf8.count,
            let first = UInt64(name.dropLast(suffix.count)), first > 0,
            self.name(first: first) == name
        else { return nil }
        return first
    }
}
