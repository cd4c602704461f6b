import Synchronization

/// Answers that are dear to make, kept while the register stays as it is.
///
/// What is kept is bounded: when it is full, the answer that was asked for longest ago goes. Two
/// threads that ask the same at once both make the answer; neither waits for the other.
public final class Remembered<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    private struct Entry {
        let answer: Answer
        var lastAsked: UInt64
    }

    private struct State {
        var version: UInt64 = 0
        var asked: UInt64 = 0
        var entries: [Question: Entry] = [:]
    }

    private let most: Int
    private let state = Mutex(State())

    /// - Parameter most: how many answers are kept.
    public init(most: Int) { self.most = max(1, most) }

    /// The answer to a question, made unless it is known at this version.
    /// - Parameters:
    ///   - version: the register's version; answers of another one are forgotten.
    ///   - make: makes the answer.
    public func answer(
        to question: Question, at version: UInt64, _ make: () throws -> Answer
    ) rethrows -> Answer {
        let known = state.withLock { state -> Answer? in
            if state.version != version {
                state.entries.removeAll(keepingCapacity: true)
                state.version = version
            }
            state.asked += 1
            state.entries[question]?.lastAsked = state.asked
            return state.entries[question]?.answer
        }
        if let known { return known }
        let answer = try make()
        state.withLock { state in
            guard state.version == version else { return }
            if state.entries.count >= most, state.entries[question] == nil,
                let oldest = state.entries.min(by: { $0.value.lastAsked < $1.value.lastAsked })
            {
                state.entries[oldest.key] = nil
            }
            state.entries[question] = Entry(answer: answer, lastAsked: state.asked)
        }
        return answer
    }
}
