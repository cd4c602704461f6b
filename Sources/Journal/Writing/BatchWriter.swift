import Synchronization

extension FileJournal {
    /// Begins a batch that is written as it comes, however large; whole or not at all.
    ///
    /// Other appends wait until it ends.
    ///
    /// - Parameter expected: The sequence number that must be the journal's last, or nil.
    /// - Throws: ``JournalError/batchOpen`` if another one is open, or a conflict as for an append.
    public func beginBatch(expecting expected: UInt64? = nil) throws(JournalError) -> BatchWriter {
        let clock = clock
        let (ticket, time) = try desk.withLock { desk throws(JournalError) in
            if desk.isClosed { throw .closed }
            if let failure = desk.writer.failure { throw .unusable(reason: failure) }
            if desk.openBatch != 0 { throw .batchOpen }
            let head = desk.writer.head
            if let expected, expected != head.sequence {
                throw .conflict(expected: expected, actual: head.sequence)
            }
            desk.lastBatch += 1
            desk.openBatch = desk.lastBatch
            return (desk.lastBatch, max(clock(), head.time))
        }
        return BatchWriter(self, ticket, time: time)
    }
}

/// One batch being written to a ``FileJournal``.
///
/// A batch that is dropped without ``commit()`` is abandoned.
public final class BatchWriter {
    private let journal: FileJournal
    /// Says that the writer is still ours: closing the journal takes it away.
    private let ticket: UInt64
    private var count = 0
    /// The time that all entries of the batch bear, in microseconds since 1970-01-01 UTC.
    public let time: Int64

    fileprivate init(_ journal: FileJournal, _ ticket: UInt64, time: Int64) {
        self.journal = journal
        self.ticket = ticket
        self.time = time
    }

    deinit {
        abandon()
    }

    /// Adds an entry.
    ///
    /// - Returns: The sequence number that the entry will have.
    /// - Throws: ``JournalError/invalidDraft(index:reason:)``, after which the batch goes on without
    ///   it; any other error ends the batch, and nothing of it stays behind.
    @discardableResult
    public func append(_ draft: JournalDraft) throws(JournalError) -> UInt64 {
        if let problem = draft.problem { throw .invalidDraft(index: count, reason: problem) }
        let sequence = try withWriter { writer throws(JournalError) in
            try writer.add(draft, time: time)
            return writer.head.sequence
        }
        count += 1
        return sequence
    }

    /// Makes the batch durable and visible, and ends it.
    ///
    /// - Returns: The head after it; an empty batch leaves the journal as it was.
    @discardableResult
    public func commit() throws(JournalError) -> JournalHead {
        let head = try withWriter { writer throws(JournalError) in
            writer.endBatch()
            try writer.commit()
            return writer.head
        }
        // Before the writer is free for others, whose entries would be published out of order.
        journal.published.advance(to: head)
        end { _ in }
        return head
    }

    /// Takes everything back and ends the batch; does nothing if it has ended.
    public func abandon() {
        end { $0.undo() }
    }

    private func end(_ last: (inout SegmentWriter) -> Void) {
        let ticket = ticket
        journal.desk.withLock { desk in
            guard desk.openBatch == ticket else { return }
            last(&desk.writer)
            desk.openBatch = 0
        }
        journal.startDraining()
    }

    /// Uses the writer if it is ours; a failure undoes the batch and ends it.
    private func withWriter<Value: Sendable>(
        _ body: (inout SegmentWriter) throws(JournalError) -> Value
    ) throws(JournalError) -> Value {
        let ticket = ticket
        do throws(JournalError) {
            return try journal.desk.withLock { desk throws(JournalError) in
                if desk.isClosed { throw .closed }
                guard desk.openBatch == ticket else { throw .batchEnded }
                return try body(&desk.writer)
            }
        } catch {
            abandon()
            throw error
        }
    }
}
