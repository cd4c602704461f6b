extension StateReader {
    /// Reads a calendar value that checks itself; its error is named with the place.
    fileprivate mutating func checked<Value>(
        _ make: (inout StateReader) throws(StateError) -> Result<Value, CalendarError>
    ) throws(StateError) -> Value {
        let start = offset
        switch try make(&self) {
        case .success(let value): return value
        case .failure(let error):
            throw .invalid(offset: start, expected: error.description)
        }
    }
}

/// A result of what throws one kind of error.
private func result<Value>(
    _ make: () throws(CalendarError) -> Value
) -> Result<Value, CalendarError> {
    do throws(CalendarError) { return .success(try make()) } catch { return .failure(error) }
}

extension CivilDay: StateCoded {
    /// Writes four bytes: days since 1970-01-01, two's complement.
    public func write(to writer: inout StateWriter) {
        writer.put(UInt32(bitPattern: rawValue))
    }

    /// Reads a day.
    public init(from reader: inout StateReader) throws(StateError) {
        let start = reader.offset
        let days = Int32(bitPattern: try reader.uint32())
        guard Self.range.contains(days) else {
            throw .invalid(offset: start, expected: "a day of the years 1 to 9999")
        }
        self.init(days)
    }
}

extension TimeZoneTable: StateCoded {
    /// Writes the name, the first offset, and the list of changes (moment, offset).
    public func write(to writer: inout StateWriter) {
        writer.put(name)
        writer.put(UInt32(bitPattern: initialOffset))
        writer.put(list: transitions) { writer, transition in
            writer.put(transition.at)
            writer.put(UInt32(bitPattern: transition.offset))
        }
    }

    /// Reads a table.
    public init(from reader: inout StateReader) throws(StateError) {
        self = try reader.checked {
            (reader: inout StateReader) throws(StateError) -> Result<Self, CalendarError> in
            let name = try reader.string()
            let offset = Int32(bitPattern: try reader.uint32())
            let transitions = try reader.list(least: 12) {
                (reader: inout StateReader) throws(StateError) -> Transition in
                Transition(
                    at: try reader.instant(), offset: Int32(bitPattern: try reader.uint32()))
            }
            return result { () throws(CalendarError) -> Self in
                try Self(name: name, initialOffset: offset, transitions: transitions)
            }
        }
    }
}

extension PlannedPhase: StateCoded {
    /// Writes kind, start in seconds, permissions, the books' phase, and whether they uncross.
    public func write(to writer: inout StateWriter) {
        writer.put(kind.rawValue)
        writer.put(UInt32(bitPattern: start.seconds))
        writer.put(rules.allowed.rawValue)
        writer.put(rules.book.rawValue)
        writer.put(rules.uncrosses)
    }

    /// Reads a phase.
    public init(from reader: inout StateReader) throws(StateError) {
        let kind = try reader.choice(PhaseKind.self)
        let place = reader.offset
        guard let start = LocalTime(seconds: Int32(bitPattern: try reader.uint32())) else {
            throw .invalid(offset: place, expected: "seconds of a time below 48 h")
        }
        let rules = PhaseRules(
            allowed: PhasePermissions(rawValue: try reader.uint16()),
            book: try reader.choice(BookPhase.self), uncrosses: try reader.bool())
        self.init(kind, at: start, rules: rules)
    }
}

extension SessionPlan: StateCoded {
    /// Writes code, name, phases, places, carry-over, and the lengths of calls.
    public func write(to writer: inout StateWriter) {
        writer.put(code)
        writer.put(name)
        writer.put(list: phases) { writer, phase in phase.write(to: &writer) }
        writer.put(list: places) { writer, place in writer.put(place) }
        writer.put(carriesOver)
        writer.put(bandCall)
        writer.put(resumeCall)
    }

    /// Reads a plan.
    public init(from reader: inout StateReader) throws(StateError) {
        self = try reader.checked {
            (reader: inout StateReader) throws(StateError) -> Result<Self, CalendarError> in
            let code = try reader.string()
            let name = try reader.string()
            let phases = try reader.list(least: 9) {
                (reader: inout StateReader) throws(StateError) -> PlannedPhase in
                try PlannedPhase(from: &reader)
            }
            let places = try reader.list(least: 4) {
                (reader: inout StateReader) throws(StateError) -> RecordName in
                try reader.recordName()
            }
            let carriesOver = try reader.bool()
            let bandCall = try reader.int64()
            let resumeCall = try reader.int64()
            return result { () throws(CalendarError) -> Self in
                try Self(
                    code: code, name: name, phases: phases, places: places,
                    carriesOver: carriesOver, bandCall: bandCall, resumeCall: resumeCall)
            }
        }
    }
}

extension Timetable: StateCoded {
    /// Writes the zone, the plans, the weekly pattern and the exceptions.
    public func write(to writer: inout StateWriter) {
        zone.write(to: &writer)
        writer.put(list: plans) { writer, plan in plan.write(to: &writer) }
        writer.put(list: entries) { writer, entry in
            writer.put(count: entry.plan)
            writer.put(entry.weekdays.rawValue)
            for day in [entry.first, entry.last] {
                writer.put(optional: day) { writer, day in day.write(to: &writer) }
            }
        }
        writer.put(list: exceptions) { writer, exception in
            exception.day.write(to: &writer)
            writer.put(exception.name)
            writer.put(list: exception.plans) { writer, plan in writer.put(count: plan) }
        }
    }

    /// Reads a timetable.
    public init(from reader: inout StateReader) throws(StateError) {
        self = try reader.checked {
            (reader: inout StateReader) throws(StateError) -> Result<Self, CalendarError> in
            let zone = try TimeZoneTable(from: &reader)
            let plans = try reader.list(least: 30) {
                (reader: inout StateReader) throws(StateError) -> SessionPlan in
                try SessionPlan(from: &reader)
            }
            let entries = try reader.list(least: 7, TimetableEntry.init(from:))
            let exceptions = try reader.list(least: 12, TimetableException.init(from:))
            return result { () throws(CalendarError) -> Self in
                try Self(zone: zone, plans: plans, entries: entries, exceptions: exceptions)
            }
        }
    }
}

extension StateReader {
    fileprivate mutating func day() throws(StateError) -> CivilDay? {
        try optional { (reader: inout StateReader) throws(StateError) -> CivilDay in
            try CivilDay(from: &reader)
        }
    }
}

extension TimetableEntry {
    fileprivate init(from reader: inout StateReader) throws(StateError) {
        self.init(
            plan: Int(try reader.uint32()), weekdays: WeekdaySet(rawValue: try reader.uint8()),
            first: try reader.day(), last: try reader.day())
    }
}

extension TimetableException {
    fileprivate init(from reader: inout StateReader) throws(StateError) {
        self.init(
            try CivilDay(from: &reader), name: try reader.string(),
            plans: try reader.list(least: 4) {
                (reader: inout StateReader) throws(StateError) -> Int in
                Int(try reader.uint32())
            })
    }
}
