internal import Crypto
internal import Exchange
internal import Journal

/// A section's state at an entry of its journal, as a file.
///
/// ```
///   0   8  FONDACOX
///   8   4  version, 1
///  12   4  length of this header, 128
///  16   8  sequence number of the last entry that was applied
///  24  32  hash of that entry
///  56   8  number of the last command that was applied
///  64   8  the section's state hash
///  72   8  length of the section's state in bytes
///  80   8  length of the day book in bytes
///  88   8  the section's clock, signed: milliseconds since 1970 UTC
///  96  32  SHA-256 of bytes 0 to 95 and of all from 128 on
/// 128      the section's state, then the day book
/// ```
struct Snapshot {
    static let headerLength = 128
    static let version: UInt32 = 1
    static let suffix = ".snapshot"
    static let temporary = "snapshot.new"
    private static let magic = Array("FONDACOX".utf8)

    var sequence: UInt64
    var hash: EntryHash
    var command: UInt64
    var stateHash: UInt64
    var clock: Instant
    var section: [UInt8]
    var dayBook: [UInt8]

    /// The name that a snapshot at an entry has.
    static func name(_ sequence: UInt64) -> String {
        let number = String(sequence)
        return String(repeating: "0", count: max(0, 20 - number.utf8.count)) + number + suffix
    }

    /// The entry that a file's name says; nil if it isn't a snapshot's name.
    static func sequence(of name: String) -> UInt64? {
        guard name.hasSuffix(suffix), let number = UInt64(name.dropLast(suffix.count)),
            Self.name(number) == name
        else { return nil }
        return number
    }

    var encoded: [UInt8] {
        var head = StateWriter()
        for byte in Self.magic { head.put(byte) }
        head.put(Self.version)
        head.put(UInt32(Self.headerLength))
        head.put(sequence)
        for byte in hash.bytes { head.put(byte) }
        head.put(command)
        head.put(stateHash)
        head.put(UInt64(section.count))
        head.put(UInt64(dayBook.count))
        head.put(clock)
        let front = head.bytes
        return front + Self.digest(front, section[...], dayBook[...]) + section + dayBook
    }

    private static func digest(
        _ front: [UInt8], _ section: ArraySlice<UInt8>, _ dayBook: ArraySlice<UInt8>
    ) -> [UInt8] {
        var digest = SHA256()
        digest.update(data: front)
        digest.update(data: section)
        digest.update(data: dayBook)
        return Array(digest.finalize())
    }

    init(
        sequence: UInt64, hash: EntryHash, command: UInt64, stateHash: UInt64, clock: Instant,
        section: [UInt8], dayBook: [UInt8]
    ) {
        self.sequence = sequence
        self.hash = hash
        self.command = command
        self.stateHash = stateHash
        self.clock = clock
        self.section = section
        self.dayBook = dayBook
    }

    /// Reads a file; what is wrong with it is said in words.
    init(_ bytes: [UInt8]) throws(BadSnapshot) {
        guard bytes.count >= Self.headerLength else {
            throw BadSnapshot("it has \(bytes.count) bytes, fewer than its header")
        }
        guard Array(bytes[..<8]) == Self.magic else {
            throw BadSnapshot("it doesn't begin as a snapshot does")
        }
        var reader = StateReader(Array(bytes[8..<Self.headerLength]))
        do throws(StateError) {
            let version = try reader.uint32()
            guard version == Self.version else {
                throw .version(found: version, known: Self.version)
            }
            _ = try reader.uint32()
            sequence = try reader.uint64()
            var hash: [UInt8] = []
            for _ in 0..<32 { hash.append(try reader.uint8()) }
            guard let entry = EntryHash(bytes: hash) else { throw .truncated(offset: 24) }
            self.hash = entry
            command = try reader.uint64()
            stateHash = try reader.uint64()
            let lengths = (try reader.uint64(), try reader.uint64())
            clock = try reader.instant()
            let rest = UInt64(bytes.count - Self.headerLength)
            guard lengths.0 <= rest, lengths.1 == rest - lengths.0 else {
                throw .invalid(offset: 72, expected: "the lengths of its parts")
            }
            let middle = Self.headerLength + Int(lengths.0)
            section = Array(bytes[Self.headerLength..<middle])
            dayBook = Array(bytes[middle...])
        } catch {
            throw BadSnapshot(error.words)
        }
        let digest = Self.digest(Array(bytes[..<96]), section[...], dayBook[...])
        guard Array(bytes[96..<128]) == digest else { throw BadSnapshot("its checksum is wrong") }
    }
}

/// Why a snapshot isn't used.
struct BadSnapshot: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
