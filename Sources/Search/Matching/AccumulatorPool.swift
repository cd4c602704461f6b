private import Synchronization

/// Accumulators that are cleared and wait for the next search, at most one for each search that
/// ran at the same time as others.
final class AccumulatorPool: Sendable {
    private let documentCount: Int
    private let free = Mutex<[Accumulator]>([])

    init(documentCount: Int) {
        self.documentCount = documentCount
    }

    func take() -> Accumulator {
        free.withLock { $0.popLast() } ?? Accumulator(documentCount: documentCount)
    }

    /// Takes an accumulator back and leaves an empty one in its place.
    func giveBack(_ accumulator: inout Accumulator) {
        accumulator.clear()
        let cleared = accumulator
        accumulator = Accumulator(documentCount: 0)
        free.withLock { if $0.count < Self.most { $0.append(cleared) } }
    }

    private static let most = 8
}
