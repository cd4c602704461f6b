/// Why a calendar, a plan or a timetable can't be: what, at which place of its list, and by its
/// `description` what would be right.
public enum CalendarError: Error, Sendable, Equatable {
    /// An offset from UTC is beyond 18 hours; no position: the first one.
    case offsetOutOfRange(position: Int?, seconds: Int32)
    /// A change of the clocks isn't later than the one before.
    case transitionNotLater(position: Int)
    /// A plan has no phases, or more than `SessionPlan.mostPhases`.
    case phaseCount(Int)
    /// A phase doesn't begin later than the one before.
    case phaseNotLater(position: Int)
    /// The last phase isn't `closed`, or another one is.
    case closedMisplaced(position: Int)
    /// A call ends without a price, and the next phase isn't a call.
    case callNotUncrossed(position: Int)
    /// A phase uncrosses but its book isn't in a call.
    case uncrossWithoutCall(position: Int)
    /// The closed phase's book isn't closed.
    case closedBookOpen(position: Int)
    /// A duration in milliseconds is out of its range.
    case durationOutOfRange(name: String, milliseconds: Int64)
    /// A plan has the code of one before.
    case planCodeTwice(position: Int, code: String)
    /// An entry or an exception names a plan that isn't there.
    case unknownPlan(position: Int, plan: Int)
    /// An exception's day isn't later than the one before.
    case exceptionNotLater(position: Int)
}

extension CalendarError: CustomStringConvertible {
    /// The error in words.
    public var description: String {
        switch self {
        case .offsetOutOfRange(let position, let seconds):
            let place = position.map { "of transition \($0)" } ?? "at the beginning"
            return "The offset \(place) is \(seconds) s; it must be within ±18 h (64800 s)."
        case .transitionNotLater(let position):
            return "Transition \(position) isn't later than the one before; they must ascend."
        case .phaseCount(let count):
            return "The plan has \(count) phases; it must have 1 to \(SessionPlan.mostPhases)."
        case .phaseNotLater(let position):
            return "Phase \(position) must begin later than the one before."
        case .closedMisplaced(let position):
            return "Phase \(position): a plan ends with one closed phase and has no other."
        case .callNotUncrossed(let position):
            return "Phase \(position) is a call; it must uncross or be followed by another call."
        case .uncrossWithoutCall(let position):
            return "Phase \(position) uncrosses, so its book must be in a call."
        case .closedBookOpen(let position):
            return "Phase \(position) is closed, so its book must be closed too."
        case .durationOutOfRange(let name, let milliseconds):
            return "\(name) is \(milliseconds) ms; see its range in SessionPlan."
        case .planCodeTwice(let position, let code):
            return "Plan \(position) has the code \(code) of one before; codes must differ."
        case .unknownPlan(let position, let plan):
            return "Row \(position) names plan \(plan), which the timetable doesn't have."
        case .exceptionNotLater(let position):
            return "Exception \(position) isn't on a later day than the one before."
        }
    }
}
