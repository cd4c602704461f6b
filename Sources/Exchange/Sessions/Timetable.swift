/// A row of a timetable: a plan is held on these days of the week, from one day through another.
public struct TimetableEntry: Sendable, Equatable {
    /// The plan's position in the timetable.
    public let plan: Int
    /// On which days of the week.
    public let weekdays: WeekdaySet
    /// From this day on; nil: from the beginning.
    public let first: CivilDay?
    /// Up to and including this day; nil: for ever.
    public let last: CivilDay?

    /// A row.
    public init(
        plan: Int, weekdays: WeekdaySet, first: CivilDay? = nil, last: CivilDay? = nil
    ) {
        self.plan = plan
        self.weekdays = weekdays
        self.first = first
        self.last = last
    }

    func covers(_ day: CivilDay) -> Bool {
        guard weekdays.contains(day.weekday) else { return false }
        if let first, day < first { return false }
        if let last, last < day { return false }
        return true
    }
}

/// A day on which the weekly pattern doesn't hold: a holiday, or a day with plans of its own.
public struct TimetableException: Sendable, Equatable {
    /// Which day.
    public let day: CivilDay
    /// Why, for readers.
    public let name: String
    /// The positions of the plans held on that day instead; none on a holiday.
    public let plans: [Int]

    /// An exception.
    public init(_ day: CivilDay, name: String, plans: [Int] = []) {
        self.day = day
        self.name = name
        self.plans = plans
    }
}

/// A session that a timetable says will be held.
public struct ScheduledSession: Sendable, Equatable {
    /// The plan's position in the timetable.
    public let plan: Int
    /// The day by the place's calendar.
    public let day: CivilDay
    /// When each phase begins.
    public let starts: [Instant]
    /// Whether no other session of the day ends later: day orders leave with this one.
    public let isLastOfDay: Bool

    /// A session of given parts.
    public init(plan: Int, day: CivilDay, starts: [Instant], isLastOfDay: Bool) {
        self.plan = plan
        self.day = day
        self.starts = starts
        self.isLastOfDay = isLastOfDay
    }
}

/// When sessions are held: a weekly pattern, its exceptions, and the place's clock.
public struct Timetable: Sendable, Equatable {
    /// The clock.
    public let zone: TimeZoneTable
    /// The plans that the rows speak of.
    public let plans: [SessionPlan]
    /// The weekly pattern.
    public let entries: [TimetableEntry]
    /// The exceptions, in the order of days, at most one a day.
    public let exceptions: [TimetableException]

    /// A timetable; refused if two plans have one code, a row names no plan, or the exceptions
    /// aren't in order.
    public init(
        zone: TimeZoneTable, plans: [SessionPlan], entries: [TimetableEntry],
        exceptions: [TimetableException] = []
    ) throws(CalendarError) {
        for (position, plan) in plans.enumerated()
        where plans.prefix(position).contains(where: { $0.code == plan.code }) {
            throw .planCodeTwice(position: position, code: plan.code)
        }
        for (position, entry) in entries.enumerated() where !plans.indices.contains(entry.plan) {
            throw .unknownPlan(position: position, plan: entry.plan)
        }
        for (position, exception) in exceptions.enumerated() {
            for plan in exception.plans where !plans.indices.contains(plan) {
                throw .unknownPlan(position: position, plan: plan)
            }
            guard position == 0 || exceptions[position - 1].day < exception.day else {
                throw .exceptionNotLater(position: position)
            }
        }
        self.zone = zone
        self.plans = plans
        self.entries = entries
        self.exceptions = exceptions
    }

    /// The exception of a day, if it is one.
    public func exception(on day: CivilDay) -> TimetableException? {
        var low = 0
        var high = exceptions.count
        while low < high {
            let middle = (low + high) / 2
            if exceptions[middle].day < day { low = middle + 1 } else { high = middle }
        }
        return low < exceptions.count && exceptions[low].day == day ? exceptions[low] : nil
    }

    /// The sessions of a day, by their beginning, then by their plan's position; each plan once.
    public func sessions(on day: CivilDay) -> [ScheduledSession] {
        let wanted =
            exception(on: day)?.plans ?? entries.filter { $0.covers(day) }.map(\.plan)
        var found: [(plan: Int, starts: [Instant])] = []
        for plan in plans.indices where wanted.contains(plan) {
            found.append((plan, starts(of: plans[plan], on: day)))
        }
        // Sorting by a pair is the same everywhere, as no two rows are equal in both.
        found.sort { ($0.starts[0], $0.plan) < ($1.starts[0], $1.plan) }
        var last = 0
        for place in found.indices where found[place].starts.last > found[last].starts.last {
            last = place
        }
        return found.enumerated().map { place, session in
            ScheduledSession(
                plan: session.plan, day: day, starts: session.starts, isLastOfDay: place == last)
        }
    }

    /// The first session that begins after a moment, looked for on so many days.
    public func next(after moment: Instant, within days: Int32 = 400) -> ScheduledSession? {
        // A phase may begin after midnight, so yesterday's plans may still be ahead.
        let today = zone.day(at: moment)
        var best: ScheduledSession?
        for distance in -2...max(0, days) {
            let day = today.advanced(by: distance)
            for session in sessions(on: day) where session.starts[0] > moment {
                if let best, best.starts[0] <= session.starts[0] { continue }
                best = session
            }
            // No session of a day after tomorrow begins before one of today or tomorrow.
            if let best, best.day.advanced(by: 2) <= day { return best }
        }
        return best
    }

    private func starts(of plan: SessionPlan, on day: CivilDay) -> [Instant] {
        var starts: [Instant] = []
        for phase in plan.phases {
            let start = zone.instant(of: day, at: phase.start)
            // When clocks are put forward between two phases, the later may not come first.
            starts.append(max(start, starts.last ?? start))
        }
        return starts
    }
}

extension Optional where Wrapped == Instant {
    fileprivate static func > (left: Instant?, right: Instant?) -> Bool {
        (left ?? .distantPast) > (right ?? .distantPast)
    }
}
