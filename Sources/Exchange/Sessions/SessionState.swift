/// Where a session stands.
public enum SessionStatus: UInt8, Sendable, CaseIterable {
    /// It hasn't begun.
    case pending = 0
    /// It is on.
    case running = 1
    /// The operator stopped it; it may go on.
    case halted = 2
    /// It is over.
    case closed = 3
    /// The operator ended it early.
    case cancelled = 4
}

/// A call of one instrument, begun because a trade would have left its price band.
public struct InstrumentCall: Sendable, Equatable {
    /// Which instrument.
    public let instrument: InstrumentIndex
    /// When its price is found and it trades continuously again.
    public let until: Instant
}

/// A session as it goes: a pure state machine, driven by the moments that commands carry and by the
/// operator. It says by events what the section does to its books; it has no books itself.
///
/// A command's moment is first reached as by `advance(to:)`: whatever was due by then happens
/// before the command. An earlier moment than the latest seen counts as the latest seen.
public struct SessionState: Sendable, Equatable {
    /// A phase may be extended by at most this much at a time: one day, in milliseconds.
    public static let longestExtension: Int64 = 86_400_000

    /// The session's number, for the section to name it.
    public let number: UInt32
    /// What it follows.
    public let plan: SessionPlan
    /// Its day by the place's calendar.
    public let day: CivilDay
    /// Whether day orders leave with it.
    public let isLastOfDay: Bool
    /// When each phase begins or began, as moved by extensions and halts.
    public internal(set) var starts: [Instant]
    /// Where it stands.
    public internal(set) var status = SessionStatus.pending
    /// The phase that is on, by its position in the plan; nil before the first.
    public internal(set) var position: Int?
    /// The latest moment seen.
    public internal(set) var now = Instant.distantPast
    /// When the halt began that is on.
    public internal(set) var haltedAt: Instant?
    /// When the call ends with which continuous trading begins again after a halt.
    public internal(set) var reopensAt: Instant?
    /// The instruments' own calls, by their end, then by instrument.
    public internal(set) var calls: [InstrumentCall] = []
    /// What participants may do now.
    public internal(set) var allowed = PhasePermissions.cancel
    /// What the session's books do now, but for those in `calls`.
    public internal(set) var bookPhase = BookPhase.closed

    /// A session that will be held as scheduled. Nil if the schedule has another number of phases
    /// than the plan, or they aren't in the order of time.
    public init?(number: UInt32, plan: SessionPlan, scheduled: ScheduledSession) {
        let starts = scheduled.starts
        guard starts.count == plan.phases.count,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        self.number = number
        self.plan = plan
        day = scheduled.day
        isLastOfDay = scheduled.isLastOfDay
        self.starts = starts
    }

    /// The phase that is on; nil before the first.
    public var phase: PhaseKind? { position.map { plan.phases[$0].kind } }

    /// Whether nothing more can happen in it.
    public var isOver: Bool { status == .closed || status == .cancelled }

    /// When something happens next by itself; nil if nothing does.
    public var nextDue: Instant? {
        guard status == .pending || status == .running else { return nil }
        let next = (position ?? -1) + 1
        var due = next < starts.count ? starts[next] : nil
        for other in [reopensAt, calls.first?.until] {
            if let other { due = min(due ?? other, other) }
        }
        return due
    }

    /// When the phase that is on ends.
    var phaseEnd: Instant? {
        guard let position, position + 1 < starts.count else { return nil }
        return starts[position + 1]
    }

    /// The rules that hold, whether halted or not.
    var rules: PhaseRules? { position.map { plan.phases[$0].rules } }

    mutating func refreshAllowed() {
        guard let rules, !isOver else {
            allowed = .cancel
            return
        }
        allowed = status == .halted ? rules.allowed.intersection(.cancel) : rules.allowed
    }
}

/// Something a participant wants to do in a session.
public enum SessionActivity: Sendable, Equatable {
    /// A new order of a side.
    case enter(Side)
    /// Cancelling an order of a side.
    case cancel(Side)
    /// Replacing an order of a side; whether it gets better for the other side: no worse price and
    /// no smaller quantity.
    case replace(Side, improves: Bool)
    /// A bid in an auction.
    case bid
    /// A negotiated deal.
    case deal
}

extension SessionState {
    /// Why an activity can't be done now; nil if it can. One look at `allowed` when it can.
    public func refusal(of activity: SessionActivity) -> SessionReason? {
        switch activity {
        case .enter(let side): return refusal(without: side == .buy ? .enterBuy : .enterSell)
        case .cancel(let side): return refusal(without: side == .buy ? .cancelBuy : .cancelSell)
        case .bid: return refusal(without: .bid)
        case .deal: return refusal(without: .deal)
        case .replace(let side, let improves):
            let any: PhasePermissions = side == .buy ? .replaceBuy : .replaceSell
            let better: PhasePermissions = side == .buy ? .improveBuy : .improveSell
            if !allowed.contains(any) && allowed.contains(better) {
                return improves ? nil : .onlyImprovement
            }
            return refusal(without: any)
        }
    }

    private func refusal(without needed: PhasePermissions) -> SessionReason? {
        allowed.contains(needed) ? nil : refusalByStatus
    }

    private var refusalByStatus: SessionReason {
        switch status {
        case .pending: .notBegun
        case .running: .notInPhase
        case .halted: .halted
        case .closed: .closed
        case .cancelled: .cancelled
        }
    }
}
