import Synchronization

/// What was read as a whole and stays good for as long as the register stays as it is.
final class RegisterShelf: Sendable {
    private struct State {
        var calendar: (sequence: UInt64, calendar: RegisterCalendar)?
        var identity: String?
    }

    private let state = Mutex(State())

    /// The calendar as of a journal entry: the one known, or what `read` gives.
    func calendar(
        at sequence: UInt64, _ read: () throws -> [CalendarMark]
    ) rethrows -> RegisterCalendar {
        let known = state.withLock { $0.calendar }
        if let known, known.sequence == sequence { return known.calendar }
        let calendar = RegisterCalendar(try read())
        state.withLock { $0.calendar = (sequence, calendar) }
        return calendar
    }

    /// The register's identity: the one known, or what `read` gives.
    func identity(_ read: () throws -> String?) rethrows -> String? {
        if let known = state.withLock({ $0.identity }) { return known }
        let identity = try read()
        state.withLock { $0.identity = identity }
        return identity
    }
}
