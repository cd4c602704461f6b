/// What a caller asks the journal to record: who did what, with which content.
///
/// Sequence number, time and hashes are the journal's to give.
public struct JournalDraft: Sendable, Hashable {
    /// Who caused the entry: 1 to 255 bytes of UTF-8.
    public var actor: String
    /// What happened, such as `record.put`: 1 to 64 of the characters `a-z`, `0-9`, `.`, `-`, `_`.
    public var kind: String
    /// The content, which only the room that wrote it understands; at most 16 MiB.
    public var payload: [UInt8]

    /// Makes a draft; it is checked when it is appended.
    public init(actor: String, kind: String, payload: [UInt8]) {
        self.actor = actor
        self.kind = kind
        self.payload = payload
    }
}

/// One committed entry of the journal.
public struct JournalEntry: Sendable, Hashable {
    /// Its place in the order of all entries, counted from 1 without gaps.
    public let sequence: UInt64
    /// When its batch began, in microseconds since 1970-01-01 UTC; never less than the entry before.
    public let time: Int64
    /// Who caused it.
    public let actor: String
    /// What happened, such as `record.put`.
    public let kind: String
    /// The content as it was given.
    public let payload: [UInt8]
    /// Whether this entry is the last of its batch: a state between batches is consistent.
    public let endsBatch: Bool
    /// The hash of the entry before; ``EntryHash/none`` before the first.
    public let previous: EntryHash
    /// This entry's own hash, which covers everything above.
    public let hash: EntryHash
}

/// Where a journal ends: its last committed entry.
public struct JournalHead: Sendable, Hashable {
    /// The last committed sequence number; 0 while the journal is empty.
    public let sequence: UInt64
    /// The hash of that entry; two journals with equal heads hold equal entries.
    public let hash: EntryHash
    /// The time of that entry, in microseconds since 1970-01-01 UTC; 0 while the journal is empty.
    public let time: Int64

    /// The head of a journal without entries.
    public static let empty = JournalHead(sequence: 0, hash: .none, time: 0)
}
