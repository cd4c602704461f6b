extension SessionState {
    /// Lets time pass up to a moment: every phase and call that was due by then begins and ends, in
    /// the order of time, each at its own moment.
    public mutating func advance(to moment: Instant, into events: inout [SessionEvent]) {
        while let due = nextDue, due <= moment {
            now = max(now, due)
            if let until = reopensAt, until == due {
                endReopening(at: due, into: &events)
            } else if let call = calls.first, call.until == due {
                calls.removeFirst()
                events.append(
                    SessionEvent(
                        .bookUncrosses, at: due, phase: phase, book: .continuous,
                        instrument: call.instrument))
            } else {
                enter((position ?? -1) + 1, at: due, into: &events)
            }
        }
        now = max(now, moment)
    }

    /// Begins an instrument's own call because its book met a price band. It lasts as the plan says,
    /// but a call of the whole session takes it in, and the session's end ends it.
    public mutating func bandHalt(
        instrument: InstrumentIndex, at moment: Instant, into events: inout [SessionEvent]
    ) {
        advance(to: moment, into: &events)
        guard status == .running, bookPhase == .continuous else {
            return refuse(refusalOfTime ?? .notContinuous, into: &events)
        }
        guard !calls.contains(where: { $0.instrument == instrument }) else {
            return refuse(.alreadyInCall, into: &events)
        }
        let call = InstrumentCall(
            instrument: instrument, until: now.advanced(by: plan.bandCall))
        let place =
            calls.firstIndex {
                ($0.until, $0.instrument) > (call.until, call.instrument)
            } ?? calls.count
        calls.insert(call, at: place)
        events.append(
            SessionEvent(
                .callStarted, at: now, phase: phase, book: .call, instrument: instrument,
                until: call.until))
    }

    /// Begins a phase: what the one before leaves to do at its end is done first.
    mutating func enter(
        _ next: Int, at moment: Instant, into events: inout [SessionEvent]
    ) {
        let following = plan.phases[next]
        changeBooks(to: following.rules.book, at: moment, into: &events)
        position = next
        status = following.kind == .closed ? .closed : .running
        events.append(
            SessionEvent(
                .phaseEntered, at: moment, phase: phase, book: bookPhase, until: phaseEnd))
        if status == .closed {
            expireOrders(at: moment, into: &events)
            events.append(SessionEvent(.closed, at: moment, phase: .closed))
        }
        refreshAllowed()
    }

    /// Takes the books from what they do to what the next phase wants.
    private mutating func changeBooks(
        to next: BookPhase, at moment: Instant, into events: inout [SessionEvent]
    ) {
        let uncrosses = rules?.uncrosses ?? false
        if next == .continuous && (reopensAt != nil || bookPhase == .continuous) {
            return  // Calls within continuous trading go on in the next phase.
        }
        if next == .closed && bookPhase == .continuous {
            for call in calls {
                events.append(
                    SessionEvent(
                        .bookUncrosses, at: moment, phase: phase, book: .closed,
                        instrument: call.instrument))
            }
        }
        let wasReopening = reopensAt != nil
        calls.removeAll()
        reopensAt = nil
        if bookPhase == .call && next != .call && (uncrosses || wasReopening) {
            events.append(SessionEvent(.bookUncrosses, at: moment, phase: phase, book: next))
        } else if bookPhase == .call && next == .call && uncrosses {
            events.append(SessionEvent(.bookUncrosses, at: moment, phase: phase, book: .closed))
            events.append(SessionEvent(.bookEnters, at: moment, phase: phase, book: .call))
        } else if next == .continuous {
            openContinuous(at: moment, into: &events)
        } else if bookPhase != next {
            events.append(SessionEvent(.bookEnters, at: moment, phase: phase, book: next))
        }
        bookPhase = next
    }

    /// From closed to continuous trading the way leads through a call without length: orders that
    /// were carried over, or left by a halted call, may cross.
    func openContinuous(at moment: Instant, into events: inout [SessionEvent]) {
        events.append(SessionEvent(.bookEnters, at: moment, phase: phase, book: .call))
        events.append(SessionEvent(.bookUncrosses, at: moment, phase: phase, book: .continuous))
    }

    private mutating func endReopening(at moment: Instant, into events: inout [SessionEvent]) {
        reopensAt = nil
        bookPhase = .continuous
        events.append(SessionEvent(.bookUncrosses, at: moment, phase: phase, book: .continuous))
    }

    /// What leaves the books when the session ends, in this order: orders for the session; with the
    /// day's last session those for the day and up to its date; all, if none are carried over.
    func expireOrders(at moment: Instant, into events: inout [SessionEvent]) {
        var expiries: [SessionExpiry] = [.session]
        if isLastOfDay { expiries += [.day, .through(day)] }
        if !plan.carriesOver { expiries = [.everything] }
        for expiry in expiries {
            events.append(SessionEvent(.ordersExpire, at: moment, phase: phase, expiry: expiry))
        }
    }

    func refuse(_ reason: SessionReason, into events: inout [SessionEvent]) {
        events.append(SessionEvent(.refused, at: now, reason: reason, phase: phase))
    }

    /// Why the operator can't act on the session as running; nil if it runs.
    var refusalOfTime: SessionReason? {
        switch status {
        case .pending: .notBegun
        case .running: nil
        case .halted: .halted
        case .closed: .closed
        case .cancelled: .cancelled
        }
    }
}
