/// A phase in a plan: what it is for, when it begins by the place's clock, and its rules.
public struct PlannedPhase: Sendable, Equatable {
    /// What it is for.
    public let kind: PhaseKind
    /// When it begins.
    public let start: LocalTime
    /// What holds in it.
    public let rules: PhaseRules

    /// A phase; with its kind's usual rules unless others are given.
    public init(_ kind: PhaseKind, at start: LocalTime, rules: PhaseRules? = nil) {
        self.kind = kind
        self.start = start
        self.rules = rules ?? .usual(kind)
    }
}

/// The plan of a session: which phases it has and when, whom it is for, and what its interruptions
/// look like. A timetable says on which days it is held.
public struct SessionPlan: Sendable, Equatable {
    /// A plan has at most this many phases.
    public static let mostPhases = 64
    /// A call after a price band was met, or after a halt, lasts at most this long: one day.
    public static let longestCall: Int64 = 86_400_000

    /// A short name, unique in its timetable.
    public let code: String
    /// Its name for readers.
    public let name: String
    /// The phases in the order of time; the last one, and only that, is `closed`.
    public let phases: [PlannedPhase]
    /// The places whose participants may take part (a dedicated session); none: everybody.
    public let places: [RecordName]
    /// Whether orders that are good for longer stand on for the next session; else all leave.
    public let carriesOver: Bool
    /// How long, in milliseconds, an instrument's call lasts after a trade would have left its
    /// price band; at least 1.
    public let bandCall: Int64
    /// How long, in milliseconds, the call lasts with which continuous trading begins again after
    /// a halt; 0: the price is found at once.
    public let resumeCall: Int64

    /// A plan; refused if its phases make no session.
    public init(
        code: String, name: String, phases: [PlannedPhase], places: [RecordName] = [],
        carriesOver: Bool = true, bandCall: Int64 = 300_000, resumeCall: Int64 = 300_000
    ) throws(CalendarError) {
        try Self.check(phases)
        guard (1...Self.longestCall).contains(bandCall) else {
            throw .durationOutOfRange(name: "bandCall", milliseconds: bandCall)
        }
        guard (0...Self.longestCall).contains(resumeCall) else {
            throw .durationOutOfRange(name: "resumeCall", milliseconds: resumeCall)
        }
        self.code = code
        self.name = name
        self.phases = phases
        self.places = places
        self.carriesOver = carriesOver
        self.bandCall = bandCall
        self.resumeCall = resumeCall
    }

    /// Whether a participant may take part whose own place, or a place around it, is given.
    public func admits(_ around: [RecordName]) -> Bool {
        places.isEmpty || around.contains { places.contains($0) }
    }

    private static func check(_ phases: [PlannedPhase]) throws(CalendarError) {
        guard (1...mostPhases).contains(phases.count) else { throw .phaseCount(phases.count) }
        for (position, phase) in phases.enumerated() {
            let isLast = position == phases.count - 1
            guard (phase.kind == .closed) == isLast else {
                throw .closedMisplaced(position: position)
            }
            guard position == 0 || phases[position - 1].start < phase.start else {
                throw .phaseNotLater(position: position)
            }
            let isCall = phase.rules.book == .call
            guard !phase.rules.uncrosses || isCall else {
                throw .uncrossWithoutCall(position: position)
            }
            guard !isLast || phase.rules.book == .closed else {
                throw .closedBookOpen(position: position)
            }
            // A crossed book can't go on in continuous trading, nor may it wait for another day.
            guard !isCall || phase.rules.uncrosses || phases[position + 1].rules.book == .call
            else { throw .callNotUncrossed(position: position) }
        }
    }
}
