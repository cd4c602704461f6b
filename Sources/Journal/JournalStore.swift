/// A journal that can be read: on this machine, or a replica elsewhere.
public protocol JournalReading: Sendable {
    /// The last committed entry's sequence number and hash.
    func head() async throws -> JournalHead

    /// At most `limit` committed entries from a sequence number on, in order; fewer, or none, at
    /// the journal's end.
    func read(from sequence: UInt64, limit: Int) async throws -> [JournalEntry]
}

/// A journal that can be appended to: an ordered, durable, hash-chained log.
///
/// ``FileJournal`` keeps it in files on one machine. The protocol asks for no more than what a
/// replicated log offers (ordered appends with an expected sequence, delivery from a sequence on),
/// so that such a log can stand behind it.
public protocol JournalStore: JournalReading {
    /// Appends one batch, whole or not at all, and returns once it is durable.
    ///
    /// - Parameters:
    ///   - drafts: The entries, in order. An empty batch changes nothing.
    ///   - expected: The sequence number that must be the journal's last, or nil if any will do.
    /// - Returns: The head after this batch.
    /// - Throws: ``JournalError/conflict(expected:actual:)`` if the journal's last entry is
    ///   another; ``JournalError/invalidDraft(index:reason:)``; ``JournalError/file(_:path:code:)``
    ///   if it couldn't be made durable, in which case nothing of it stays behind.
    @discardableResult
    func append(_ drafts: [JournalDraft], expecting expected: UInt64?) async throws -> JournalHead

    /// The entries from a sequence number on: those that exist, then new ones as they commit.
    ///
    /// It ends when the journal is closed or the consuming task is cancelled. The stream has one
    /// consumer and fetches an entry only when asked for it, so a slow consumer holds no memory.
    func subscribe(from sequence: UInt64) -> AsyncThrowingStream<JournalEntry, any Error>
}

extension JournalStore {
    /// Appends one batch wherever the journal stands.
    @discardableResult
    public func append(_ drafts: [JournalDraft]) async throws -> JournalHead {
        try await append(drafts, expecting: nil)
    }
}
