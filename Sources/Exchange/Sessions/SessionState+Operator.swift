extension SessionState {
    /// Lets the phase that is on, and with it all that follow, last longer by so many milliseconds
    /// (1 … `longestExtension`). Also while halted.
    public mutating func extend(
        by milliseconds: Int64, at moment: Instant, into events: inout [SessionEvent]
    ) {
        advance(to: moment, into: &events)
        if status != .halted, let reason = refusalOfTime {
            return refuse(reason, into: &events)
        }
        guard (1...Self.longestExtension).contains(milliseconds) else {
            return refuse(.extensionOutOfRange, into: &events)
        }
        shiftRest(by: milliseconds)
        events.append(SessionEvent(.extended, at: now, phase: phase, until: phaseEnd))
    }

    /// Stops the session: the books close, only cancellations are taken, and the phase's time stands
    /// still. Calls that were on end without a price.
    public mutating func halt(at moment: Instant, into events: inout [SessionEvent]) {
        advance(to: moment, into: &events)
        if let reason = refusalOfTime { return refuse(reason, into: &events) }
        status = .halted
        haltedAt = now
        events.append(SessionEvent(.halted, at: now, phase: phase))
        if bookPhase != .closed {
            events.append(SessionEvent(.bookEnters, at: now, phase: phase, book: .closed))
        }
        bookPhase = .closed
        reopensAt = nil
        calls.removeAll()
        refreshAllowed()
    }

    /// Lets a halted session go on: the rest of the phase is as long as it was when the halt began.
    /// A call gathers orders again; continuous trading begins again with a call of the plan's length.
    public mutating func resume(at moment: Instant, into events: inout [SessionEvent]) {
        advance(to: moment, into: &events)
        guard status == .halted, let haltedAt, let rules else {
            let reason = status == .running ? .notHalted : refusalOfTime ?? .notHalted
            return refuse(reason, into: &events)
        }
        shiftRest(by: haltedAt.milliseconds(to: now))
        status = .running
        self.haltedAt = nil
        refreshAllowed()
        events.append(SessionEvent(.resumed, at: now, phase: phase, until: phaseEnd))
        bookPhase = rules.book
        switch rules.book {
        case .closed: break
        case .call:
            events.append(SessionEvent(.bookEnters, at: now, phase: phase, book: .call))
        case .continuous where plan.resumeCall == 0: openContinuous(at: now, into: &events)
        case .continuous:
            let until = now.advanced(by: plan.resumeCall)
            reopensAt = until
            bookPhase = .call
            events.append(SessionEvent(.bookEnters, at: now, phase: phase, book: .call))
            events.append(
                SessionEvent(.callStarted, at: now, phase: phase, book: .call, until: until))
        }
    }

    /// Begins the next phase now; those after it keep their times. The phase is named, so that a
    /// command which comes just after its phase began by itself doesn't end it.
    public mutating func enter(
        next kind: PhaseKind, at moment: Instant, into events: inout [SessionEvent]
    ) {
        advance(to: moment, into: &events)
        if status != .pending, let reason = refusalOfTime {
            return refuse(reason, into: &events)
        }
        let next = (position ?? -1) + 1
        guard plan.phases[next].kind == kind else { return refuse(.notNext, into: &events) }
        starts[next] = now
        enter(next, at: now, into: &events)
    }

    /// Ends the session early, whether it has begun or not: no call's price is found, the books
    /// close, and orders leave as at a session's end. Deals that were made stand.
    public mutating func cancel(at moment: Instant, into events: inout [SessionEvent]) {
        advance(to: moment, into: &events)
        guard !isOver else { return refuse(refusalOfTime ?? .closed, into: &events) }
        status = .cancelled
        if bookPhase != .closed || !calls.isEmpty {
            events.append(SessionEvent(.bookEnters, at: now, phase: phase, book: .closed))
        }
        bookPhase = .closed
        haltedAt = nil
        reopensAt = nil
        calls.removeAll()
        expireOrders(at: now, into: &events)
        events.append(SessionEvent(.cancelled, at: now, phase: phase))
        refreshAllowed()
    }

    private mutating func shiftRest(by milliseconds: Int64) {
        for place in starts.indices where place > position ?? -1 {
            starts[place] = starts[place].advanced(by: milliseconds)
        }
    }
}
