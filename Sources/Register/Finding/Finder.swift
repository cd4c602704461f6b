import GRDB
import Search
import Synchronization

/// The search index of the projection as it stands, made anew when the projection has moved on.
/// Whoever asks meanwhile gets the one before.
final class Finder: Sendable {
    private struct State {
        var index: SearchIndex?
        var parties = PartyTable()
        var sequence: Int64 = -1
        var isLoading = false
        var checked: ContinuousClock.Instant?
    }

    /// How long an index counts as fresh before the projection is asked again.
    private static let freshness = Duration.milliseconds(100)

    private let state = Mutex(State())
    private let pool: DatabasePool

    init(_ pool: DatabasePool) { self.pool = pool }

    /// The journal entry up to which the present index knows everything; nil before there is one:
    /// the first question makes it.
    var sequence: UInt64? {
        state.withLock { $0.index == nil ? nil : UInt64(clamping: $0.sequence) }
    }

    /// The index, at most a moment behind the projection. The first call makes it.
    func index() throws -> SearchIndex {
        let now = ContinuousClock.now
        let (known, shallCheck) = state.withLock { state in
            let isFresh = state.checked.map { now - $0 < Self.freshness } ?? false
            let shallCheck = !isFresh && !state.isLoading
            if shallCheck { state.checked = now }
            return (state.index, shallCheck)
        }
        guard let known else { return try load() }
        guard shallCheck, try pool.view(Self.sequence) != state.withLock({ $0.sequence })
        else { return known }
        reloadInBackground()
        return known
    }

    /// The index, and who takes part in what as of the same moment.
    func indexWithParties() throws -> (SearchIndex, PartyTable) {
        let index = try index()
        return state.withLock { ($0.index ?? index, $0.parties) }
    }

    /// Makes the index from the projection and keeps it.
    @discardableResult
    func load() throws -> SearchIndex {
        let (index, parties, sequence) = try pool.view { database in
            var loader = IndexLoader(database)
            return (try loader.load(), loader.parties, try Self.sequence(database))
        }
        state.withLock { state in
            guard sequence > state.sequence else { return }
            state.index = index
            state.parties = parties
            state.sequence = sequence
        }
        return index
    }

    private func reloadInBackground() {
        let mine = state.withLock { state in
            guard !state.isLoading else { return false }
            state.isLoading = true
            return true
        }
        guard mine else { return }
        Task.detached(priority: .utility) {
            defer { self.state.withLock { $0.isLoading = false } }
            // A failure leaves the old index; the next question tries again.
            _ = try? self.load()
        }
    }

    private static func sequence(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT value FROM state WHERE key = 'sequence'")) ?? 0
    }
}
