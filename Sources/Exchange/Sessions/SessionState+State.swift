extension SessionState: StateCoded {
    /// Writes the plan and all that has become of it.
    public func write(to writer: inout StateWriter) {
        writer.put(number)
        plan.write(to: &writer)
        day.write(to: &writer)
        writer.put(isLastOfDay)
        writer.put(list: starts) { writer, start in writer.put(start) }
        writer.put(status.rawValue)
        writer.put(optional: position) { writer, position in writer.put(count: position) }
        writer.put(now)
        writer.put(optional: haltedAt) { writer, moment in writer.put(moment) }
        writer.put(optional: reopensAt) { writer, moment in writer.put(moment) }
        writer.put(list: calls) { writer, call in
            writer.put(call.instrument)
            writer.put(call.until)
        }
        writer.put(bookPhase.rawValue)
    }

    /// Reads a session; what it allows follows from the rest.
    public init(from reader: inout StateReader) throws(StateError) {
        let number = try reader.uint32()
        let plan = try SessionPlan(from: &reader)
        let day = try CivilDay(from: &reader)
        let isLast = try reader.bool()
        let place = reader.offset
        let starts = try reader.list(least: 8) {
            (reader: inout StateReader) throws(StateError) -> Instant in try reader.instant()
        }
        let scheduled = ScheduledSession(plan: 0, day: day, starts: starts, isLastOfDay: isLast)
        guard var state = SessionState(number: number, plan: plan, scheduled: scheduled) else {
            throw .invalid(offset: place, expected: "a start for each phase, in the order of time")
        }
        let rest = reader.offset
        state.status = try reader.choice(SessionStatus.self)
        state.position = try reader.optional {
            (reader: inout StateReader) throws(StateError) -> Int in Int(try reader.uint32())
        }
        state.now = try reader.instant()
        state.haltedAt = try reader.optional {
            (reader: inout StateReader) throws(StateError) -> Instant in try reader.instant()
        }
        state.reopensAt = try reader.optional {
            (reader: inout StateReader) throws(StateError) -> Instant in try reader.instant()
        }
        state.calls = try reader.list(least: 12) {
            (reader: inout StateReader) throws(StateError) -> InstrumentCall in
            InstrumentCall(instrument: try reader.uint32(), until: try reader.instant())
        }
        state.bookPhase = try reader.choice(BookPhase.self)
        if let fault = state.fault { throw .invalid(offset: rest, expected: fault) }
        state.refreshAllowed()
        self = state
    }

    /// What in the state contradicts itself, said as what would be right; nil if nothing does.
    var fault: String? {
        let last = plan.phases.count - 1
        if let position, !(0...last).contains(position) { return "a position in the plan" }
        if (status == .pending) != (position == nil) && status != .cancelled {
            return "a phase unless the session is pending"
        }
        if (status == .closed) != (position == last) && status != .cancelled {
            return "the last phase exactly if the session is closed"
        }
        if (status == .halted) != (haltedAt != nil) { return "the halt's moment exactly if halted" }
        let inContinuous = status == .running && rules?.book == .continuous
        if reopensAt != nil && !(inContinuous && bookPhase == .call) {
            return "a call after a halt only within continuous trading"
        }
        let wanted: BookPhase =
            status == .running ? reopensAt != nil ? .call : rules?.book ?? .closed : .closed
        if bookPhase != wanted { return "the book's phase that goes with the session's" }
        if !calls.isEmpty && !(inContinuous && reopensAt == nil) {
            return "instruments' calls only within continuous trading"
        }
        let ordered = zip(calls, calls.dropFirst()).allSatisfy {
            ($0.until, $0.instrument) < ($1.until, $1.instrument)
        }
        return ordered ? nil : "calls by their end, then by instrument"
    }
}
