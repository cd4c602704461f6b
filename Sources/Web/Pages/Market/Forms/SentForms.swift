import Exchange
import Synchronization

/// The forms that were sent lately, with what came of them: one that is sent twice by mistake is done
/// once, and the page after it can say what was done.
///
/// Orders have this from the section itself, which knows each by its sender's number; bids and
/// negotiated deals have no such number there.
final class SentForms: Sendable {
    /// A form of somebody's.
    struct Name: Hashable, Sendable {
        /// The number of the token by which it was sent.
        let token: UInt32
        let number: UInt64
    }

    private struct State {
        /// What came of a form; nil while it is being done.
        var outcomes: [Name: [SectionEvent]?] = [:]
        /// The oldest first.
        var names: [Name] = []
    }

    private static let most = 4_096
    private let state = Mutex(State())

    /// Whether a form comes for the first time; if so it counts as sent.
    func isFirst(_ name: Name) -> Bool {
        state.withLock { state in
            guard state.outcomes[name] == nil else { return false }
            state.outcomes[name] = .some(nil)
            state.names.append(name)
            if state.names.count > Self.most {
                state.outcomes[state.names.removeFirst()] = nil
            }
            return true
        }
    }

    /// Notes what came of a form.
    func note(_ events: [SectionEvent], of name: Name) {
        state.withLock { state in
            if state.outcomes[name] != nil { state.outcomes[name] = .some(events) }
        }
    }

    /// Nothing came of a form: it may be sent again.
    func forget(_ name: Name) {
        state.withLock { state in
            state.outcomes[name] = nil
            state.names.removeAll { $0 == name }
        }
    }

    /// What came of a form; nil if it isn't known.
    func outcome(of name: Name) -> [SectionEvent]? {
        state.withLock { $0.outcomes[name] ?? nil }
    }
}
