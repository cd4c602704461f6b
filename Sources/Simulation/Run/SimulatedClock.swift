internal import Synchronization

/// The time of a run: it goes on only when the run says so, and can be set.
public final class SimulatedClock: Sendable {
    private let moment: Mutex<Int64>

    /// A clock that shows a moment, in milliseconds since 1970 UTC.
    public init(_ start: Int64 = 1_800_000_000_000) { moment = Mutex(start) }

    /// Milliseconds since 1970 UTC.
    public var now: Int64 { moment.withLock { $0 } }

    /// Time goes on, or back if the number is below zero: somebody set the clock.
    public func pass(_ milliseconds: Int64) { moment.withLock { $0 += milliseconds } }
}
