/// What an event of a session says happened, or what the section now does to its books.
public enum SessionEventKind: UInt8, Sendable, CaseIterable {
    /// A phase began; `until` is when the next one will.
    case phaseEntered = 1
    /// The books (of `instrument`, or all) go to the phase `book`.
    case bookEnters = 2
    /// The books (of `instrument`, or all) find their call's price and go on in the phase `book`.
    case bookUncrosses = 3
    /// Orders leave the books, as `expiry` says.
    case ordersExpire = 4
    /// The operator stopped the session: only cancellations are taken.
    case halted = 5
    /// The session goes on; what was left of the phase is still ahead: it ends `until`.
    case resumed = 6
    /// The phase ends later, `until`, and so do all that follow.
    case extended = 7
    /// The operator cancelled what was left of the session.
    case cancelled = 8
    /// The session is over.
    case closed = 9
    /// A call of the books (of `instrument`, or all) lasts `until`.
    case callStarted = 10
    /// A command was not done.
    case refused = 11
}

/// Why a session refused something. The numbers are part of the face and never change.
public enum SessionReason: UInt8, Sendable, CaseIterable {
    /// No reason is needed.
    case none = 0
    /// The session hasn't begun.
    case notBegun = 1
    /// The session is halted.
    case halted = 2
    /// The session is over.
    case closed = 3
    /// The session was cancelled.
    case cancelled = 4
    /// The phase doesn't allow it.
    case notInPhase = 5
    /// In this phase an order may only be improved: no worse price, no smaller quantity.
    case onlyImprovement = 6
    /// The session isn't halted.
    case notHalted = 7
    /// The extension isn't 1 ms … `SessionState.longestExtension`.
    case extensionOutOfRange = 8
    /// The instrument is in a call already.
    case alreadyInCall = 9
    /// The books don't trade continuously.
    case notContinuous = 10
    /// Another phase comes next.
    case notNext = 11
}

/// Which orders leave the books.
public enum SessionExpiry: Sendable, Equatable {
    /// Orders for this session.
    case session
    /// Orders for this day.
    case day
    /// Orders good till a date, up to and including this one.
    case through(CivilDay)
    /// All orders: the plan carries none over.
    case everything
}

/// One thing that happened in a session, in the order in which it happened.
public struct SessionEvent: Sendable, Equatable {
    /// What happened.
    public var kind: SessionEventKind
    /// When.
    public var at: Instant
    /// Why something was refused.
    public var reason: SessionReason = .none
    /// The phase that is on.
    public var phase: PhaseKind?
    /// What the books do from now on.
    public var book: BookPhase?
    /// The instrument this is about; nil: all of the session's.
    public var instrument: InstrumentIndex?
    /// Which orders leave.
    public var expiry: SessionExpiry?
    /// Until when it lasts.
    public var until: Instant?

    /// An event; what isn't said is nothing.
    public init(
        _ kind: SessionEventKind, at: Instant, reason: SessionReason = .none,
        phase: PhaseKind? = nil, book: BookPhase? = nil, instrument: InstrumentIndex? = nil,
        expiry: SessionExpiry? = nil, until: Instant? = nil
    ) {
        self.kind = kind
        self.at = at
        self.reason = reason
        self.phase = phase
        self.book = book
        self.instrument = instrument
        self.expiry = expiry
        self.until = until
    }
}
