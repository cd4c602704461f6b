internal import Dispatch
internal import Exchange
internal import Journal
internal import Synchronization

/// Commands that are made durable together, and who waits for their answers.
struct Round: Sendable {
    var batch: [FloorCommand] = []
    var submissions: [Submission] = []
    /// What its commands are stamped with.
    var time = Instant.distantPast
    /// Whether there are only orders without a date, cancellations and replacements: nothing that
    /// they bring is due before the section's least delay is over.
    var isOrdinary = true
    /// Its form in the journal, if it is written beside the writer's thread.
    var group: PreparedGroup?

    /// Takes what was laid down, stamped with a moment.
    mutating func fill(_ items: [MailboxItem], at now: Instant) {
        time = now
        for case .commands(let submission) in items {
            submissions.append(submission)
            for action in submission.actions {
                if !action.isOrdinary { isOrdinary = false }
                batch.append(
                    FloorCommand(
                        origin: submission.origin, SectionCommand(time: now, action: action)))
            }
        }
    }

    func answer(_ outcome: GroupOutcome) {
        var start = 0
        for submission in submissions {
            let count = submission.actions.count
            submission.answer(
                .success(BatchReply(group: outcome, start: start, count: count)))
            start += count
        }
    }

    /// An empty one in the same memory.
    consuming func reused() -> Round {
        batch.removeAll(keepingCapacity: true)
        submissions.removeAll(keepingCapacity: true)
        return Round(batch: batch, submissions: submissions)
    }
}

extension SectionAction {
    fileprivate var isOrdinary: Bool {
        switch self {
        case .enter(let entry): entry.order.validity != .goodTillDate
        case .cancel, .replace: true
        default: false
        }
    }
}

/// Writes one group at a time to the journal, on a thread of its own.
final class Press: Sendable {
    private let journal: FileJournal
    private let queue = DispatchQueue(label: "section.journal")
    private let result = Mutex<Result<JournalHead, JournalError>?>(nil)
    private let ready = DispatchSemaphore(value: 0)

    init(_ journal: FileJournal) { self.journal = journal }

    /// Begins to write a group; `wait` is to be called before the next one.
    func start(_ group: PreparedGroup) {
        queue.async { [self] in
            let outcome: Result<JournalHead, JournalError>
            do throws(JournalError) {
                outcome = .success(try group.write(to: journal))
            } catch {
                outcome = .failure(error)
            }
            result.withLock { $0 = outcome }
            ready.signal()
        }
    }

    /// Returns once the group is durable, or can't be made so.
    func wait() -> Result<JournalHead, JournalError> {
        ready.wait()
        return result.withLock { $0.take() } ?? .failure(.closed)
    }
}
