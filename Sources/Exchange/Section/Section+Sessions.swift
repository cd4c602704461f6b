internal import BasicContainers

extension Section {
    /// From now on sessions are held by a timetable. A session that is on ends as planned; one that
    /// hasn't begun gives way to the new timetable's first.
    mutating func setTimetable(_ next: Timetable, into events: inout SectionEvents) {
        timetable = next
        if session == nil || session?.status == .pending { planNext(from: clock, into: &events) }
    }

    /// A session beside the timetable; what hasn't begun gives way to it.
    mutating func openSession(
        _ plan: SessionPlan, _ scheduled: ScheduledSession, into events: inout SectionEvents
    ) {
        guard session == nil || session?.status == .pending else {
            refuseCommand(SectionReason(.sessionRuns), into: &events)
            return
        }
        let state = SessionState(
            number: sessionsPlanned + 1, plan: plan, scheduled: scheduled)
        guard let state, state.nextDue ?? .distantPast > clock else {
            refuseCommand(SectionReason(.unsoundRecord), into: &events)
            return
        }
        begin(state, into: &events)
    }

    /// The operator changes the course of the session.
    mutating func changeSession(_ order: SessionOrder, into events: inout SectionEvents) {
        guard session != nil else {
            refuseCommand(SectionReason(.noSession), into: &events)
            return
        }
        var steps: [SessionEvent] = []
        switch order {
        case .extend(let length): session?.extend(by: length, at: clock, into: &steps)
        case .halt: session?.halt(at: clock, into: &steps)
        case .resume: session?.resume(at: clock, into: &steps)
        case .cancel: session?.cancel(at: clock, into: &steps)
        case .next(let phase): session?.enter(next: phase, at: clock, into: &steps)
        }
        follow(steps, into: &events)
    }

    /// Whatever of the session is due happens.
    mutating func advanceSession(into events: inout SectionEvents) {
        // A session that ends may be followed by one that has begun by now.
        while let due = session?.nextDue, due <= clock {
            var steps: [SessionEvent] = []
            session?.advance(to: due, into: &steps)
            follow(steps, into: &events)
            // A book that a price found at this moment halts has its call before what comes later.
            if !bandHalts.isEmpty { callHaltedBooks(at: due, into: &events) }
        }
    }

    /// Books that met their band in this command gather orders for a call of their own.
    mutating func callHaltedBooks(at moment: Instant, into events: inout SectionEvents) {
        let halted = bandHalts
        bandHalts.removeAll(keepingCapacity: true)
        guard session != nil else { return }
        for instrument in halted {
            var steps: [SessionEvent] = []
            session?.bandHalt(instrument: instrument, at: moment, into: &steps)
            follow(steps.filter { $0.kind != .refused }, into: &events)
        }
    }

    /// Why the phase doesn't permit something; no reason if it does.
    @inline(__always)
    func refusalByPhase(_ activity: SessionActivity) -> SectionReason {
        guard let reason = session?.refusal(of: activity) else { return .none }
        return SectionReason(reason)
    }

    // MARK: -

    /// Plans the first session that begins at or after a moment and isn't over by now: after a long
    /// silence, what would have begun and ended in it isn't held.
    private mutating func planNext(from moment: Instant, into events: inout SectionEvents) {
        session = nil
        // No session is longer than that.
        var from = max(moment, clock.advanced(by: -3 * 86_400_000)).advanced(by: -1)
        while let timetable, let scheduled = timetable.next(after: from),
            let first = scheduled.starts.first, let last = scheduled.starts.last
        {
            from = first
            guard last > clock,
                let state = SessionState(
                    number: sessionsPlanned + 1, plan: timetable.plans[scheduled.plan],
                    scheduled: scheduled)
            else { continue }
            begin(state, into: &events)
            return
        }
        refreshSession()
    }

    private mutating func begin(_ state: SessionState, into events: inout SectionEvents) {
        session = state
        sessionsPlanned += 1
        for index in 1..<max(1, participants.count) {
            firms[index].isInvited = isInvited(participants[index])
        }
        refreshSession()
        events.append(
            SectionEvent(
                .sessionPlanned, remaining: state.starts.first?.rawValue ?? 0,
                subject: UInt64(state.number)))
    }

    func isInvited(_ participant: Participant) -> Bool {
        session?.plan.admits(participant.places) ?? true
    }

    /// What is looked at for every order follows from the session.
    mutating func refreshSession() {
        allowed = session?.allowed ?? .all
        refreshDue()
    }

    mutating func refreshDue() {
        nextDue = min(session?.nextDue ?? .distantFuture, auctions.nextDue)
    }

    /// Does to the books what the session says, and tells of it.
    private mutating func follow(_ steps: [SessionEvent], into events: inout SectionEvents) {
        refreshSession()
        for step in steps { follow(step, into: &events) }
        guard session?.isOver ?? false else { return }
        for index in 1..<max(1, firms.count) { firms[index].isInvited = true }
        planNext(from: session?.now ?? clock, into: &events)
    }

    private mutating func follow(_ step: SessionEvent, into events: inout SectionEvents) {
        switch step.kind {
        case .bookEnters:
            let phase = step.book ?? .closed
            forEachBook(step.instrument, into: &events) { section, index, events in
                section.enterPhase(index, phase, into: &events)
            }
        case .bookUncrosses:
            let next = step.book ?? .closed
            forEachBook(step.instrument, into: &events) { section, index, events in
                section.uncross(index, nil, next, into: &events)
            }
        case .ordersExpire:
            // The first to leave are the session's orders, or all: this is the close.
            if step.expiry == .session || step.expiry == .everything { quoteBest() }
            expire(step.expiry, into: &events)
        case .phaseEntered:
            if let session, session.number != quotedSession {
                quotationBook.reset()
                quotedSession = session.number
            }
            tell(.phaseEntered, step, into: &events)
        case .halted:
            tell(.sessionHalted, step, into: &events)
            changeAuctions(.halt, into: &events)
        case .resumed:
            tell(.sessionResumed, step, into: &events)
            changeAuctions(.resume, into: &events)
        case .extended: tell(.sessionExtended, step, into: &events)
        case .callStarted: tell(.callStarted, step, into: &events)
        case .refused: refuseCommand(SectionReason(step.reason), into: &events)
        case .cancelled, .closed:
            if step.kind == .cancelled { changeAuctions(.cancel, into: &events) }
            dropProposals(into: &events)
            tell(step.kind == .closed ? .sessionClosed : .sessionCancelled, step, into: &events)
        }
    }

    /// Good-till-date orders end by their own moments, so `through` has nothing to do here.
    private mutating func expire(_ expiry: SessionExpiry?, into events: inout SectionEvents) {
        switch expiry {
        case .session: expire(Validity.session, into: &events)
        case .day: expire(Validity.day, into: &events)
        case .everything:
            cancelAll(
                MassCancel(participant: 0), reason: SectionReason(Reason.expired),
                into: &events)
        case .through, nil: break
        }
    }

    private mutating func quoteBest() {
        for index in 0..<boards.count {
            quotationBook.setBest(
                row: boards[index].quotationRow, bid: boards[index].book.bestBid?.price,
                offer: boards[index].book.bestOffer?.price)
        }
    }

    private func tell(
        _ kind: SectionEventKind, _ step: SessionEvent, into events: inout SectionEvents
    ) {
        let isPhase = kind == .phaseEntered
        let number =
            isPhase ? Int64(step.phase?.rawValue ?? 0) : step.instrument == nil ? 1 : 0
        events.append(
            SectionEvent(
                kind, instrument: step.instrument ?? 0, quantity: number,
                remaining: step.until?.rawValue ?? 0, subject: UInt64(session?.number ?? 0)))
    }

    /// The quotations of the session that is on, or was last, by instrument, basis and region.
    public var quotations: [Quotation] { quotationBook.quotations }
}
