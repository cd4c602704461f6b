import Register
import Synchronization

/// Tells how far the register has come without asking it at each request: what was read a moment
/// ago still counts. Entity tags may lag behind by that moment, never run ahead: content that is
/// newer than its tag is only sent once more.
final class RegisterClock: Sendable {
    private struct Reading {
        var version: UInt64
        var time: ContinuousClock.Instant
    }

    private static let moment = Duration.milliseconds(20)

    private let register: Register
    private let last = Mutex<Reading?>(nil)

    init(_ register: Register) {
        self.register = register
    }

    /// The version of all that the register shows: its records and its search index.
    func version() throws -> UInt64 {
        let now = ContinuousClock.now
        let known = last.withLock { $0 }
        if let known, now - known.time < Self.moment { return known.version }
        let version = try register.version()
        last.withLock { $0 = Reading(version: version, time: now) }
        return version
    }
}
