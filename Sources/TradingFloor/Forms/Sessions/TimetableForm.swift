public import Exchange

/// When sessions are held: a weekly pattern, its exceptions, and the place's clock.
///
/// ```json
/// {"zone": {"name": "Europe/Minsk", "offset": "+03:00"},
///  "plans": [{"code": "DAY", "phases": [{"kind": "trading", "at": "10:00"},
///                                       {"kind": "closed", "at": "12:00"}]}],
///  "weekly": [{"plan": "DAY", "days": ["monday", "wednesday"]}],
///  "exceptions": [{"day": "2026-12-25", "name": "Christmas"}]}
/// ```
public struct TimetableForm: CommandForm {
    /// From a moment on the clocks are so far from UTC.
    public struct Transition: Codable, Sendable, Equatable {
        /// The first moment.
        public var at: String
        /// The offset from then on, `+03:00`.
        public var offset: String

        /// A change of the clocks.
        public init(at: String, offset: String) {
            self.at = at
            self.offset = offset
        }
    }

    /// The place's clock.
    public struct Zone: Codable, Sendable, Equatable {
        /// Its name in the time zone database, such as `Europe/Minsk`.
        public var name: String
        /// How far from UTC it is before the first transition, `+03:00`. The command line fills in
        /// offset and transitions from the machine's database where both are left out.
        public var offset: String?
        /// When it changes.
        public var transitions: [Transition]?

        /// A clock.
        public init(name: String, offset: String?, transitions: [Transition]? = nil) {
            self.name = name
            self.offset = offset
            self.transitions = transitions
        }
    }

    /// A plan is held on these days of the week.
    public struct Week: Codable, Sendable, Equatable {
        /// The plan's code.
        public var plan: String
        /// `monday` to `sunday`.
        public var days: [String]
        /// From this day on, `2026-11-23`; left out: from the beginning.
        public var from: String?
        /// Up to and including this day; left out: for ever.
        public var through: String?
    }

    /// A day on which the weekly pattern doesn't hold.
    public struct Exception: Codable, Sendable, Equatable {
        /// Which day.
        public var day: String
        /// Why, for readers.
        public var name: String
        /// The codes of the plans held on that day instead; left out: none, a holiday.
        public var plans: [String]?
    }

    /// The place's clock.
    public var zone: Zone
    /// The plans that the rest speaks of.
    public var plans: [PlanForm]
    /// The weekly pattern.
    public var weekly: [Week]
    /// The exceptions in any order, at most one a day.
    public var exceptions: [Exception]?

    /// A timetable as a form that says the same.
    public init(_ timetable: Timetable) {
        zone = Zone(timetable.zone)
        plans = timetable.plans.map { PlanForm($0) }
        weekly = timetable.entries.map { entry in
            Week(
                plan: timetable.plans[entry.plan].code,
                days: Weekday.allCases.filter { entry.weekdays.contains($0) }.map { "\($0)" },
                from: entry.first?.text, through: entry.last?.text)
        }
        let exceptions = timetable.exceptions.map { exception in
            Exception(
                day: exception.day.text, name: exception.name,
                plans: exception.plans.isEmpty
                    ? nil : exception.plans.map { timetable.plans[$0].code })
        }
        self.exceptions = exceptions.isEmpty ? nil : exceptions
    }

    /// Sets the timetable.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        .setTimetable(try timetable())
    }

    /// The timetable that the form says.
    public func timetable() throws(FormError) -> Timetable {
        var made: [SessionPlan] = []
        for (number, plan) in plans.enumerated() {
            made.append(try plan.plan(at: "plans[\(number)]"))
        }
        var entries: [TimetableEntry] = []
        for (number, week) in weekly.enumerated() {
            entries.append(try entry(week, at: "weekly[\(number)]"))
        }
        let exceptions = try sortedExceptions()
        let clock = try zone.table(at: "zone")
        do throws(CalendarError) {
            return try Timetable(
                zone: clock, plans: made, entries: entries, exceptions: exceptions)
        } catch {
            throw FormError(error.member, error.description, "")
        }
    }

    // MARK: -

    private func position(of plan: String, at path: String) throws(FormError) -> Int {
        guard let position = plans.firstIndex(where: { $0.code == plan }) else {
            throw FormError(
                path, "there is no plan \(plan)",
                Words.suggestion(plan, from: plans.map(\.code)))
        }
        return position
    }

    private func entry(_ week: Week, at path: String) throws(FormError) -> TimetableEntry {
        var days: [Weekday] = []
        for (number, day) in week.days.enumerated() {
            days.append(try Words.choice(Weekday.self, day, at: "\(path).days[\(number)]"))
        }
        return TimetableEntry(
            plan: try position(of: week.plan, at: "\(path).plan"), weekdays: WeekdaySet(days),
            first: try Self.day(ifGiven: week.from, at: "\(path).from"),
            last: try Self.day(ifGiven: week.through, at: "\(path).through"))
    }

    private func sortedExceptions() throws(FormError) -> [TimetableException] {
        var found: [TimetableException] = []
        for (number, exception) in (exceptions ?? []).enumerated() {
            let path = "exceptions[\(number)]"
            let day = try Self.day(exception.day, at: "\(path).day")
            guard !found.contains(where: { $0.day == day }) else {
                throw FormError("\(path).day", "\(day.text) stands twice", "say it once")
            }
            var held: [Int] = []
            for (place, plan) in (exception.plans ?? []).enumerated() {
                held.append(try position(of: plan, at: "\(path).plans[\(place)]"))
            }
            found.append(TimetableException(day, name: exception.name, plans: held))
        }
        return found.sorted { $0.day < $1.day }
    }

    static func day(_ text: String, at path: String) throws(FormError) -> CivilDay {
        guard let day = CivilDay(text) else {
            throw FormError(
                path, "\"\(text.prefix(40))\" isn't a day", "write it like 2026-11-23")
        }
        return day
    }

    private static func day(
        ifGiven text: String?, at path: String
    ) throws(FormError) -> CivilDay? {
        guard let text else { return nil }
        return try day(text, at: path)
    }
}

extension TimetableForm.Zone {
    init(_ zone: TimeZoneTable) {
        self.init(
            name: zone.name, offset: OffsetText.text(zone.initialOffset),
            transitions: zone.transitions.isEmpty
                ? nil
                : zone.transitions.map {
                    TimetableForm.Transition(
                        at: MomentText.text($0.at), offset: OffsetText.text($0.offset))
                })
    }

    func table(at path: String) throws(FormError) -> TimeZoneTable {
        guard let offset else {
            throw FormError(
                FormError.join(path, "offset"), "it is missing",
                "say how far the clock is from UTC: \"+03:00\"")
        }
        var changes: [TimeZoneTable.Transition] = []
        for (number, change) in (transitions ?? []).enumerated() {
            let place = FormError.join(path, "transitions[\(number)]")
            changes.append(
                TimeZoneTable.Transition(
                    at: try MomentText.moment(change.at, at: "\(place).at"),
                    offset: try OffsetText.seconds(change.offset, at: "\(place).offset")))
        }
        let first = try OffsetText.seconds(offset, at: FormError.join(path, "offset"))
        do throws(CalendarError) {
            return try TimeZoneTable(name: name, initialOffset: first, transitions: changes)
        } catch {
            throw FormError(error.member, error.description, "")
        }
    }
}

/// A session beside the timetable.
///
/// ```json
/// {"day": "2026-11-23", "offset": "+03:00", "plan": {"code": "EXTRA", "phases": [
///   {"kind": "trading", "at": "10:00"}, {"kind": "closed", "at": "12:00"}]}}
/// ```
public struct SessionForm: CommandForm {
    /// The day.
    public var day: String
    /// How far the place's clock is from UTC on that day.
    public var offset: String
    /// Whether day orders leave with it; true if left out.
    public var isLastOfDay: Bool?
    /// Its plan.
    public var plan: PlanForm

    /// Plans the session.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        let day = try TimetableForm.day(day, at: "day")
        let clock = try TimetableForm.Zone(name: offset, offset: offset).table(at: "")
        let plan = try plan.plan(at: "plan")
        return .openSession(
            plan,
            ScheduledSession(
                plan: 0, day: day,
                starts: plan.phases.map { clock.instant(of: day, at: $0.start) },
                isLastOfDay: isLastOfDay ?? true))
    }
}
