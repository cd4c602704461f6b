import Dispatch
import Synchronization

/// One caller's batch and where its answer goes.
struct AppendRequest: Sendable {
    let drafts: [JournalDraft]
    let expected: UInt64?
    let answer: CheckedContinuation<JournalHead, any Error>
    let bytes: Int
}

/// The appends that wait, in order of arrival.
struct Inbox: Sendable {
    var waiting: [AppendRequest] = []
    /// Whether a thread is at work on them.
    var isDraining = false
}

extension FileJournal {
    /// A group is closed when it has this many bytes, so that no caller waits for too many others.
    private static let groupBytes = 8 << 20

    /// Appends one batch; appends that arrive at the same time share one sync of the disk.
    @discardableResult
    public func append(
        _ drafts: [JournalDraft], expecting expected: UInt64? = nil
    ) async throws -> JournalHead {
        try Self.check(drafts)
        let bytes = drafts.reduce(0) { $0 + $1.entryLength }
        return try await withCheckedThrowingContinuation { answer in
            inbox.withLock {
                $0.waiting.append(
                    AppendRequest(drafts: drafts, expected: expected, answer: answer, bytes: bytes))
            }
            startDraining()
        }
    }

    static func check(_ drafts: [JournalDraft]) throws(JournalError) {
        for (index, draft) in drafts.enumerated() {
            if let problem = draft.problem { throw .invalidDraft(index: index, reason: problem) }
        }
    }

    /// Puts a thread to work on the inbox unless one is.
    func startDraining() {
        let starts = inbox.withLock { inbox in
            guard !inbox.isDraining, !inbox.waiting.isEmpty else { return false }
            inbox.isDraining = true
            return true
        }
        if starts { queue.async { self.drain() } }
    }

    private func drain() {
        while true {
            let group = inbox.withLock { Self.nextGroup(&$0) }
            guard !group.isEmpty else { return }
            guard let answers = desk.withLock({ commit(group, &$0) }) else {
                // An open batch has the writer; its end starts the draining again.
                inbox.withLock { inbox in
                    inbox.waiting.insert(contentsOf: group, at: 0)
                    inbox.isDraining = false
                }
                // Unless it ended just before that.
                if desk.withLock({ $0.openBatch == 0 }) { startDraining() }
                return
            }
            for (request, answer) in zip(group, answers) {
                request.answer.resume(with: answer.mapError { $0 as any Error })
            }
        }
    }

    private static func nextGroup(_ inbox: inout Inbox) -> [AppendRequest] {
        var bytes = 0
        let count =
            inbox.waiting.firstIndex { request in
                defer { bytes += request.bytes }
                return bytes >= groupBytes
            } ?? inbox.waiting.count
        let group = Array(inbox.waiting.prefix(count))
        inbox.waiting.removeFirst(count)
        if group.isEmpty { inbox.isDraining = false }
        return group
    }

    /// Commits requests together; nil if the writer isn't free.
    private func commit(
        _ group: [AppendRequest], _ desk: inout Desk
    ) -> [Result<JournalHead, JournalError>]? {
        if desk.isClosed { return group.map { _ in .failure(.closed) } }
        if desk.openBatch != 0 { return nil }
        if let answers = try? together(group, &desk.writer) { return answers }
        // One of them may be too large for the disk; the others shall not fail with it.
        return group.map { request in
            do throws(JournalError) {
                return try together([request], &desk.writer)[0]
            } catch {
                return .failure(error)
            }
        }
    }

    /// Writes all requests that the journal's state admits and syncs once; all of them or none.
    private func together(
        _ group: [AppendRequest], _ writer: inout SegmentWriter
    ) throws(JournalError) -> [Result<JournalHead, JournalError>] {
        if let failure = writer.failure { throw .unusable(reason: failure) }
        var answers: [Result<JournalHead, JournalError>] = []
        do throws(JournalError) {
            for request in group {
                let last = writer.head.sequence
                if let expected = request.expected, expected != last {
                    answers.append(.failure(.conflict(expected: expected, actual: last)))
                    continue
                }
                let time = max(clock(), writer.head.time)
                for draft in request.drafts { try writer.add(draft, time: time) }
                writer.endBatch()
                answers.append(.success(writer.head))
            }
            try writer.commit()
        } catch {
            writer.undo()
            throw error
        }
        published.advance(to: writer.head)
        return answers
    }
}
