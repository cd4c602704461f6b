/// Where the parts of an entry lie; Documentation/journal-format.md is the reference.
enum EntryLayout {
    /// The bytes `FJE` and the format's version, 1.
    static let magic: UInt32 = 0x0145_4A46

    static let magicAt = 0
    static let lengthAt = 4
    static let marksAt = 8
    /// What the hash covers begins here: the parts before are this file's own affair.
    static let hashedFrom = 12
    static let kindLengthAt = 12
    static let actorLengthAt = 13
    static let flagsAt = 14
    static let reservedAt = 15
    static let sequenceAt = 16
    static let timeAt = 24
    static let previousAt = 32
    static let kindAt = 64

    static let hashLength = EntryHash.byteCount
    static let checksumLength = 4
    /// The length of an entry whose kind, actor and payload were empty.
    static let fixedLength = kindAt + hashLength + checksumLength

    static let longestActor = 255
    static let longestKind = 64
    static let longestPayload = 16 << 20
    static let lengths = fixedLength...(fixedLength + longestKind + longestActor + longestPayload)

    /// Flag: the entry is the last of its batch.
    static let endsBatch: UInt8 = 1
    /// Mark: all before this entry was committed when it was written.
    static let followsCommit: UInt32 = 1
}

/// One entry's bytes in a buffer, checked as far as its checksum goes.
struct EntryFrame {
    /// Where in the buffer it begins.
    let start: Int
    let length: Int
    let sequence: UInt64
    let time: Int64
    let flags: UInt8
    let marks: UInt32
    private let kindLength: Int
    private let actorLength: Int

    var endsBatch: Bool { flags & EntryLayout.endsBatch != 0 }
    var followsCommit: Bool { marks & EntryLayout.followsCommit != 0 }

    private var hashAt: Int { start + length - EntryLayout.checksumLength - EntryLayout.hashLength }

    /// Reads the fixed part at `start`, all of which must be in the buffer; the lengths aren't
    /// believed before `problem` says that the checksum is right.
    init(_ buffer: borrowing ByteBuffer, at start: Int) {
        self.start = start
        length = Int(buffer.integer(at: start + EntryLayout.lengthAt, as: UInt32.self))
        sequence = buffer.integer(at: start + EntryLayout.sequenceAt, as: UInt64.self)
        time = buffer.integer(at: start + EntryLayout.timeAt, as: Int64.self)
        flags = buffer.integer(at: start + EntryLayout.flagsAt, as: UInt8.self)
        marks = buffer.integer(at: start + EntryLayout.marksAt, as: UInt32.self)
        kindLength = Int(buffer.integer(at: start + EntryLayout.kindLengthAt, as: UInt8.self))
        actorLength = Int(buffer.integer(at: start + EntryLayout.actorLengthAt, as: UInt8.self))
    }

    /// Whether an entry may begin at `start`, as far as its first eight bytes tell.
    static func begins(_ buffer: borrowing ByteBuffer, at start: Int) -> Bool {
        buffer.integer(at: start + EntryLayout.magicAt, as: UInt32.self) == EntryLayout.magic
    }

    /// What is wrong with the bytes, all `length` of which must be in the buffer; nil if nothing.
    func problem(_ buffer: borrowing ByteBuffer) -> String? {
        let end = start + length - EntryLayout.checksumLength
        let stored = buffer.integer(at: end, as: UInt32.self)
        guard buffer.checksum(start..<end) == stored else { return "its checksum is wrong" }
        guard EntryLayout.fixedLength + kindLength + actorLength <= length else {
            return "its parts are longer than the whole"
        }
        return nil
    }

    func previous(_ buffer: borrowing ByteBuffer) -> EntryHash {
        buffer.hash(at: start + EntryLayout.previousAt)
    }

    func hash(_ buffer: borrowing ByteBuffer) -> EntryHash {
        buffer.hash(at: hashAt)
    }

    /// The hash that the entry should have.
    func computedHash(_ buffer: borrowing ByteBuffer) -> EntryHash {
        buffer.digest(start + EntryLayout.hashedFrom..<hashAt)
    }

    /// The entry's value; nil if kind or actor isn't text.
    func entry(_ buffer: borrowing ByteBuffer) -> JournalEntry? {
        let kindEnd = start + EntryLayout.kindAt + kindLength
        let actorEnd = kindEnd + actorLength
        guard let kind = buffer.text(start + EntryLayout.kindAt..<kindEnd),
            let actor = buffer.text(kindEnd..<actorEnd)
        else { return nil }
        return JournalEntry(
            sequence: sequence, time: time, actor: actor, kind: kind,
            payload: buffer.bytes(actorEnd..<hashAt), endsBatch: endsBatch,
            previous: previous(buffer), hash: hash(buffer))
    }
}
