public import Exchange
internal import Foundation

/// Where a floor has the time from.
public struct FloorClock: Sendable {
    /// The present moment.
    public var now: @Sendable () -> Instant

    /// A clock of one's own.
    public init(_ now: @escaping @Sendable () -> Instant) { self.now = now }

    /// The system's clock.
    public static let system = FloorClock {
        Instant(Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }
}
