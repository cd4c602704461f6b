public import Exchange

/// The plan of a session: its phases and when each begins by the place's clock.
///
/// ```json
/// {"code": "DAY", "phases": [{"kind": "preOpening", "at": "09:30"},
///   {"kind": "openingCall", "at": "09:55"}, {"kind": "trading", "at": "10:00"},
///   {"kind": "closed", "at": "12:00"}]}
/// ```
public struct PlanForm: Codable, Sendable, Equatable {
    /// What holds in a phase, where it isn't what is usual for its kind.
    public struct Rules: Codable, Sendable, Equatable {
        /// Of `enterBuy`, `enterSell`, `cancelBuy`, `cancelSell`, `replaceBuy`, `replaceSell`,
        /// `improveBuy`, `improveSell`, `bid`, `deal`.
        public var allowed: [String]
        /// What the books do with orders: `closed`, `call` or `continuous`.
        public var book: String
        /// Whether the books find a call's price at the phase's end; false if left out.
        public var uncrosses: Bool?
    }

    /// A phase.
    public struct Phase: Codable, Sendable, Equatable {
        /// `announcement`, `preOpening`, `openingCall`, `trading`, `sellersCorrection`,
        /// `dealMaking`, `closingCall` or `closed`.
        public var kind: String
        /// When it begins, `09:30` or `09:30:15`; up to `47:59` for after midnight.
        public var at: String
        /// What holds in it; left out: what is usual for its kind.
        public var rules: Rules?
    }

    /// A short name, unique in its timetable.
    public var code: String
    /// Its name for readers; the code if left out.
    public var name: String?
    /// The phases in the order of time, the last `closed`.
    public var phases: [Phase]
    /// Records of the places whose firms may take part; left out: everybody.
    public var places: [String]?
    /// Whether orders that are good for longer stand on; true if left out.
    public var carriesOver: Bool?
    /// How long a call lasts after a price band was met; `5 minutes` if left out.
    public var bandCall: String?
    /// How long the call after a halt lasts; `5 minutes` if left out.
    public var resumeCall: String?

    /// A plan as a form that says the same.
    public init(_ plan: SessionPlan) {
        code = plan.code
        name = plan.name == plan.code ? nil : plan.name
        phases = plan.phases.map { phase in
            Phase(
                kind: "\(phase.kind)", at: phase.start.text,
                rules: phase.rules == .usual(phase.kind) ? nil : Rules(phase.rules))
        }
        places = plan.places.isEmpty ? nil : plan.places.map(\.text)
        carriesOver = plan.carriesOver ? nil : false
        bandCall = LengthText.text(plan.bandCall)
        resumeCall = LengthText.text(plan.resumeCall)
    }

    /// The plan that the form says.
    public func plan(at path: String = "") throws(FormError) -> SessionPlan {
        let five = "5 minutes"
        var planned: [PlannedPhase] = []
        for (number, phase) in phases.enumerated() {
            planned.append(try phase.planned(at: FormError.join(path, "phases[\(number)]")))
        }
        let band = try LengthText.milliseconds(
            bandCall ?? five, at: FormError.join(path, "bandCall"))
        let resume = try LengthText.milliseconds(
            resumeCall ?? five, at: FormError.join(path, "resumeCall"))
        do throws(CalendarError) {
            return try SessionPlan(
                code: code, name: name ?? code, phases: planned,
                places: (places ?? []).map { RecordName($0) }, carriesOver: carriesOver ?? true,
                bandCall: band, resumeCall: resume)
        } catch {
            throw FormError(FormError.join(path, error.member), error.description, "")
        }
    }
}

extension PlanForm.Rules {
    /// The permissions by their names.
    static let permissions: [(name: String, bit: PhasePermissions)] = [
        ("enterBuy", .enterBuy), ("enterSell", .enterSell), ("cancelBuy", .cancelBuy),
        ("cancelSell", .cancelSell), ("replaceBuy", .replaceBuy), ("replaceSell", .replaceSell),
        ("improveBuy", .improveBuy), ("improveSell", .improveSell), ("bid", .bid),
        ("deal", .deal),
    ]

    init(_ rules: PhaseRules) {
        allowed = Self.permissions.filter { rules.allowed.contains($0.bit) }.map(\.name)
        book = "\(rules.book)"
        uncrosses = rules.uncrosses ? true : nil
    }

    func rules(at path: String) throws(FormError) -> PhaseRules {
        var permissions: PhasePermissions = []
        for (number, name) in allowed.enumerated() {
            guard let known = Self.permissions.first(where: { $0.name == name }) else {
                throw FormError(
                    "\(path).allowed[\(number)]", "\"\(name.prefix(40))\" isn't one of its words",
                    "it is one of " + Self.permissions.map(\.name).joined(separator: ", "))
            }
            permissions.insert(known.bit)
        }
        return PhaseRules(
            allowed: permissions,
            book: try Words.choice(BookPhase.self, book, at: "\(path).book"),
            uncrosses: uncrosses ?? false)
    }
}

extension PlanForm.Phase {
    func planned(at path: String) throws(FormError) -> PlannedPhase {
        guard let start = LocalTime(at) else {
            throw FormError(
                "\(path).at", "\"\(at.prefix(40))\" isn't a time of day", "write it like 09:30")
        }
        let kind = try Words.choice(PhaseKind.self, kind, at: "\(path).kind")
        guard let rules else { return PlannedPhase(kind, at: start) }
        return PlannedPhase(kind, at: start, rules: try rules.rules(at: "\(path).rules"))
    }
}

extension CalendarError {
    /// The member of a plan or timetable that it is about.
    var member: String {
        switch self {
        case .offsetOutOfRange(let position, _):
            position.map { "zone.transitions[\($0)].offset" } ?? "zone.offset"
        case .transitionNotLater(let position): "zone.transitions[\(position)].at"
        case .phaseCount: "phases"
        case .phaseNotLater(let position): "phases[\(position)].at"
        case .closedMisplaced(let position): "phases[\(position)].kind"
        case .callNotUncrossed(let position), .uncrossWithoutCall(let position),
            .closedBookOpen(let position):
            "phases[\(position)].rules"
        case .durationOutOfRange(let name, _): name
        case .planCodeTwice(let position, _): "plans[\(position)].code"
        case .unknownPlan(let position, _): "weekly[\(position)].plan"
        case .exceptionNotLater(let position): "exceptions[\(position)].day"
        }
    }
}
