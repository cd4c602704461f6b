/// One action of a plan or programme.
public struct Measure: CodedBody {
    /// The kind.
    public static let kind = Kind.measure

    /// The kind's own fields in canonical order.
    public static let fields = ["title", "plan", "executor", "deadline", "status"]

    /// What shall be done.
    public let name: String
    /// The plan that it belongs to.
    public let plan: RecordID
    /// Who does it.
    public let executor: Party?
    /// Until when.
    public let deadline: PartialDate?
    /// How far it has come.
    public let status: Project.Status?

    init?(_ reader: inout FieldReader) {
        let name = reader.required("title") { $0.text($1) }
        let plan = reader.required("plan") { $0.reference($1, to: [.agreement]) }
        executor = reader.party("executor")
        deadline = reader.date("deadline")
        status = reader.choice("status")
        guard let name, let plan else { return nil }
        self.name = name
        self.plan = plan
    }

    func write(_ writer: inout JSONWriter) {
        writer.member("title", name)
        writer.member("plan", plan.text)
        switch executor {
        case .record(let id): writer.member("executor", id.text)
        case .words(let words): writer.member("executor", words)
        case nil: break
        }
        writer.member("deadline", deadline?.description)
        writer.member("status", status?.rawValue)
    }

    /// Its name or title.
    public var title: String? { name }

    /// The phrases by which it can be found besides its names.
    public var texts: [String] {
        if case .words(let words) = executor { [words] } else { [] }
    }

    /// The days that it speaks of, as yyyymmdd.
    public var days: ClosedRange<Int32>? { Self.days(deadline) }

    /// The records that it refers to.
    public var links: [Link] {
        var links = [Link(role: .plan, target: plan)]
        if let id = executor?.id { links.append(Link(role: .executor, target: id)) }
        return links
    }
}
