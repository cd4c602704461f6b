import Crypto

/// A growing block of bytes with the few operations that the hot path needs.
///
/// This and `PosixFile` are the only places with unsafe code: every access is checked
/// against `storage` before memory is touched.
struct ByteBuffer: Sendable {
    /// The memory; only the first `count` bytes mean anything.
    private(set) var storage: [UInt8]
    /// How many bytes are in use.
    private(set) var count = 0

    init(capacity: Int) {
        storage = [UInt8](repeating: 0, count: capacity)
    }

    mutating func removeAll() {
        count = 0
    }

    /// Makes room for `extra` bytes more and counts them as used; their content is arbitrary.
    mutating func extend(by extra: Int) {
        count += extra
        if count > storage.count {
            let old = storage
            storage = [UInt8](repeating: 0, count: max(count, 2 * old.count))
            put(old, at: 0)
        }
    }

    /// Moves the bytes from `start` on to the front and forgets those before.
    mutating func drop(before start: Int) {
        precondition(start >= 0 && start <= count)
        let kept = count - start
        if start > 0 && kept > 0 {
            unsafe storage.withUnsafeMutableBytes { bytes in
                unsafe bytes.copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[start..<count]))
            }
        }
        count = kept
    }

    /// Forgets the bytes from `end` on.
    mutating func truncate(to end: Int) {
        precondition(end >= 0 && end <= count)
        count = end
    }

    /// Lets `read` fill up to `room` bytes behind the used ones; it returns how many it filled.
    mutating func fill<Failure: Error>(
        room: Int, _ read: (inout [UInt8], Int) throws(Failure) -> Int
    ) throws(Failure) -> Int {
        let start = count
        extend(by: room)
        count = start
        let filled = try read(&storage, start)
        count = start + min(max(filled, 0), room)
        return filled
    }

    /// Writes an integer at `offset`, least significant byte first.
    mutating func put<Value: FixedWidthInteger & BitwiseCopyable>(_ value: Value, at offset: Int) {
        precondition(offset >= 0 && offset + MemoryLayout<Value>.size <= count)
        unsafe storage.withUnsafeMutableBytes { bytes in
            unsafe bytes.storeBytes(of: value.littleEndian, toByteOffset: offset, as: Value.self)
        }
    }

    /// Reads an integer at `offset`, least significant byte first.
    func integer<Value: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as: Value.Type)
        -> Value
    {
        precondition(offset >= 0 && offset + MemoryLayout<Value>.size <= count)
        return unsafe storage.withUnsafeBytes { bytes in
            unsafe Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Value.self))
        }
    }

    mutating func put(_ hash: EntryHash, at offset: Int) {
        put(hash.word0, at: offset)
        put(hash.word1, at: offset + 8)
        put(hash.word2, at: offset + 16)
        put(hash.word3, at: offset + 24)
    }

    func hash(at offset: Int) -> EntryHash {
        EntryHash(
            word0: integer(at: offset, as: UInt64.self),
            word1: integer(at: offset + 8, as: UInt64.self),
            word2: integer(at: offset + 16, as: UInt64.self),
            word3: integer(at: offset + 24, as: UInt64.self))
    }

    mutating func put(_ source: [UInt8], at offset: Int) {
        precondition(offset >= 0 && offset + source.count <= count)
        unsafe storage.withUnsafeMutableBytes { bytes in
            unsafe source.withUnsafeBytes { other in
                unsafe UnsafeMutableRawBufferPointer(
                    rebasing: bytes[offset..<offset + other.count]
                ).copyMemory(from: other)
            }
        }
    }

    mutating func put(_ text: String, at offset: Int) {
        var position = offset
        for byte in text.utf8 {
            precondition(position < count)
            storage[position] = byte
            position += 1
        }
    }

    func bytes(_ range: Range<Int>) -> [UInt8] {
        precondition(range.upperBound <= count)
        return Array(storage[range])
    }

    /// The text of `range` if it is valid UTF-8.
    func text(_ range: Range<Int>) -> String? {
        precondition(range.upperBound <= count)
        return String(validating: storage[range], as: UTF8.self)
    }

    /// The SHA-256 of `range`.
    func digest(_ range: Range<Int>) -> EntryHash {
        precondition(range.upperBound <= count)
        var sha = SHA256()
        unsafe storage.withUnsafeBytes { bytes in
            unsafe sha.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[range]))
        }
        return unsafe sha.finalize().withUnsafeBytes { digest in
            func word(_ offset: Int) -> UInt64 {
                unsafe UInt64(
                    littleEndian: digest.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            }
            return EntryHash(word0: word(0), word1: word(8), word2: word(16), word3: word(24))
        }
    }

    /// The CRC-32C of `range`.
    func checksum(_ range: Range<Int>) -> UInt32 {
        precondition(range.upperBound <= count)
        return unsafe storage.withUnsafeBytes { bytes in
            unsafe Checksum.tables.withUnsafeBufferPointer { table in
                unsafe Self.checksum(UnsafeRawBufferPointer(rebasing: bytes[range]), table)
            }
        }
    }

    private static func checksum(
        _ bytes: UnsafeRawBufferPointer, _ table: UnsafeBufferPointer<UInt32>
    ) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        var position = 0
        while position + 8 <= bytes.count {
            let word =
                unsafe UInt64(
                    littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                ^ UInt64(crc)
            crc = unsafe table[Int(word & 255) + 7 * 256]
            for lane in 1..<8 {
                let byte = Int(truncatingIfNeeded: word >> (8 * UInt64(lane))) & 255
                unsafe crc ^= table[byte + (7 - lane) * 256]
            }
            position += 8
        }
        while position < bytes.count {
            unsafe crc = crc >> 8 ^ table[Int((crc ^ UInt32(bytes[position])) & 255)]
            position += 1
        }
        return ~crc
    }
}
