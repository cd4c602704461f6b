extension JournalDraft {
    /// What keeps this draft from becoming an entry; nil if nothing.
    var problem: String? {
        if !(1...EntryLayout.longestActor).contains(actor.utf8.count) {
            return "its actor has \(actor.utf8.count) bytes; 1 to \(EntryLayout.longestActor) fit"
        }
        if !(1...EntryLayout.longestKind).contains(kind.utf8.count) {
            return "its kind has \(kind.utf8.count) bytes; 1 to \(EntryLayout.longestKind) fit"
        }
        if !kind.utf8.allSatisfy(Self.isKindByte) {
            return "its kind is \"\(kind)\"; a kind is made of a-z, 0-9, '.', '-' and '_'"
        }
        if payload.count > EntryLayout.longestPayload {
            return "its payload has \(payload.count) bytes; \(EntryLayout.longestPayload) fit"
        }
        return nil
    }

    private static func isKindByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// How many bytes the entry takes.
    var entryLength: Int {
        EntryLayout.fixedLength + kind.utf8.count + actor.utf8.count + payload.count
    }
}

extension ByteBuffer {
    /// Adds an entry that has yet to be sealed; returns where it begins.
    mutating func add(
        _ draft: JournalDraft, sequence: UInt64, time: Int64, previous: EntryHash, marks: UInt32
    ) -> Int {
        let start = count
        let length = draft.entryLength
        extend(by: length)
        put(EntryLayout.magic, at: start + EntryLayout.magicAt)
        put(UInt32(length), at: start + EntryLayout.lengthAt)
        put(marks, at: start + EntryLayout.marksAt)
        put(UInt8(draft.kind.utf8.count), at: start + EntryLayout.kindLengthAt)
        put(UInt8(draft.actor.utf8.count), at: start + EntryLayout.actorLengthAt)
        put(UInt16(0), at: start + EntryLayout.flagsAt)
        put(sequence, at: start + EntryLayout.sequenceAt)
        put(time, at: start + EntryLayout.timeAt)
        put(previous, at: start + EntryLayout.previousAt)
        let kindAt = start + EntryLayout.kindAt
        put(draft.kind, at: kindAt)
        put(draft.actor, at: kindAt + draft.kind.utf8.count)
        put(draft.payload, at: kindAt + draft.kind.utf8.count + draft.actor.utf8.count)
        return start
    }

    /// Gives the last entry, which begins at `start`, its flags, hash and checksum.
    mutating func seal(_ start: Int, endsBatch: Bool) -> EntryHash {
        let checksumAt = count - EntryLayout.checksumLength
        let hashAt = checksumAt - EntryLayout.hashLength
        put(endsBatch ? EntryLayout.endsBatch : 0, at: start + EntryLayout.flagsAt)
        let hash = digest(start + EntryLayout.hashedFrom..<hashAt)
        put(hash, at: hashAt)
        put(checksum(start..<checksumAt), at: checksumAt)
        return hash
    }
}
