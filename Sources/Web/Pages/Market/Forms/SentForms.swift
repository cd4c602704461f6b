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
        /// Who sent a form again while it was being done.
        var waiting: [Name: [CheckedContinuation<Void, Never>]] = [:]
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

    /// Whether a form was sent before.
    func knows(_ name: Name) -> Bool { state.withLock { $0.outcomes[name] != nil } }

    /// Notes what came of a form.
    func note(_ events: [SectionEvent], of name: Name) {
        settle(name) { state in
            if state.outcomes[name] != nil { state.outcomes[name] = .some(events) }
        }
    }

    /// Nothing came of a form: it may be sent again.
    func forget(_ name: Name) {
        settle(name) { state in
            state.outcomes[name] = nil
            state.names.removeAll { $0 == name }
        }
    }

    private func settle(_ name: Name, _ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            return state.waiting.removeValue(forKey: name) ?? []
        }
        for one in waiting { one.resume() }
    }

    /// What came of a form that was sent before, once it is done; nil if it isn't known.
    func settled(_ name: Name) async -> [SectionEvent]? {
        await withCheckedContinuation { continuation in
            let isBeingDone = state.withLock { state in
                guard case .some(.none) = state.outcomes[name] else { return false }
                state.waiting[name, default: []].append(continuation)
                return true
            }
            if !isBeingDone { continuation.resume() }
        }
        return state.withLock { $0.outcomes[name] ?? nil }
    }

    /// What came of a form, to be said on a page: once, for what is said again after a while may
    /// not hold any more.
    func take(_ name: Name) -> [SectionEvent]? {
        state.withLock { state in
            guard let events = state.outcomes[name] ?? nil else { return nil }
            state.outcomes[name] = .some([])
            return events
        }
    }
}
