import Register
import Synchronization

/// Tells how far the register has come without asking it at each request: what was read a moment
/// ago still counts. Entity tags may lag behind by that moment, never run ahead: content that is
/// newer than its tag is only sent once more.
final class RegisterClock: Sendable {
    private struct Reading {
        var sequence: UInt64
        var time: ContinuousClock.Instant
    }

    private static let moment = Duration.milliseconds(20)

    private let register: Register
    private let last = Mutex<Reading?>(nil)

    init(_ register: Register) {
        self.register = register
    }

    /// The journal entry up to which the register holds everything.
    func sequence() throws -> UInt64 {
        let now = ContinuousClock.now
        let known = last.withLock { $0 }
        if let known, now - known.time < Self.moment { return known.sequence }
        let sequence = try register.sequence()
        last.withLock { $0 = Reading(sequence: sequence, time: now) }
        return sequence
    }
}
