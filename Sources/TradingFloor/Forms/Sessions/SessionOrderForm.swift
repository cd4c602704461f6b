public import Exchange

/// How the operator changes the course of a session.
///
/// ```json
/// {"order": "extend", "by": "10 minutes"}
/// ```
public struct SessionOrderForm: CommandForm {
    /// `extend`, `halt`, `resume`, `cancel` or `next`.
    public var order: String
    /// For `extend`: how much later the phase ends.
    public var by: String?
    /// For `next`: the phase that begins now.
    public var phase: String?

    /// A change of a session's course.
    public init(order: String, by: String? = nil, phase: String? = nil) {
        self.order = order
        self.by = by
        self.phase = phase
    }

    /// Changes the session.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        guard (by != nil) == (order == "extend") else {
            throw by == nil
                ? FormError("by", "it is missing", "say how much later, like \"10 minutes\"")
                : FormError("by", "\(order) has none", "leave it out")
        }
        guard (phase != nil) == (order == "next") else {
            throw phase == nil
                ? FormError("phase", "it is missing", "name the phase that is next")
                : FormError("phase", "\(order) has none", "leave it out")
        }
        switch order {
        case "extend": return .session(.extend(try LengthText.milliseconds(by ?? "", at: "by")))
        case "halt": return .session(.halt)
        case "resume": return .session(.resume)
        case "cancel": return .session(.cancel)
        case "next":
            return .session(.next(try Words.choice(PhaseKind.self, phase ?? "", at: "phase")))
        default:
            throw FormError(
                "order", "\"\(order.prefix(40))\" isn't one of its words",
                "it is one of extend, halt, resume, cancel, next")
        }
    }
}
