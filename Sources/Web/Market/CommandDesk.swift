import Exchange
import Records
import TradingFloor

/// One request's commands on their way to a section: read from forms, let through by the gate, made
/// durable, and answered.
struct CommandDesk: Sendable {
    let floor: SectionFloor
    let names: MarketNames
    private let gate: Gate
    private let visitor: Visitor
    private let request: LiveRequest

    init(_ desk: MarketDesk, _ request: LiveRequest) throws(RequestFault) {
        floor = try desk.section(request)
        visitor = try desk.visitor(request, to: floor)
        names = MarketNames(floor)
        gate = desk.floor.gate
        self.request = request
    }

    /// Does what the forms of the body say: one form, or a list of them, which are journaled together
    /// in their order. Each is taken or refused by itself.
    ///
    /// - Parameter created: the status of a single form's answer when it was taken.
    func submit<Form: CommandForm>(_: Form.Type, created: Int = 200) async throws -> Answer {
        _ = try ParameterReader(request.parameters, knowing: [])
        guard request.contentType.isEmpty || request.contentType == "application/json" else {
            throw RequestFault.unsupportedMediaType(
                "the body is \(request.contentType.prefix(100)); send application/json")
        }
        let (actions, isList) = try await actions(of: Form.self)
        return try await submit(actions, asList: isList, created: created)
    }

    private static let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    static let mostForms = 8_192

    /// The commands that the forms of the body say. Whatever they need to know of the section is asked
    /// at once, as each question holds up its writer.
    private func actions<Form: CommandForm>(
        of _: Form.Type
    ) async throws -> (actions: [SectionAction], isList: Bool) {
        let isList = request.body.first { !Self.blanks.contains($0) } == UInt8(ascii: "[")
        do {
            let forms = try FormJSON.readList(of: Form.self, from: request.body)
            guard (1...Self.mostForms).contains(forms.count) else {
                throw RequestFault.badBody(
                    "the list has \(forms.count) forms; send 1 to \(Self.mostForms)")
            }
            let context = FormContext(floor.directory, sender: visitor.participant)
            let subjects = try forms.enumerated().map { place, form throws(FormError) in
                try Self.at(isList ? place : nil) { () throws(FormError) in
                    try form.subject(in: context)
                }
            }
            let instruments = try await instruments(of: subjects)
            let actions = try forms.indices.map { place throws(FormError) in
                var context = context
                context.instrument = instruments[place]
                return try Self.at(isList ? place : nil) { () throws(FormError) in
                    try forms[place].action(in: context)
                }
            }
            return (actions, isList)
        } catch let error as FormError {
            throw RequestFault(error)
        }
    }

    /// Names the form of a list that a fault is in.
    private static func at<Value>(
        _ place: Int?, _ body: () throws(FormError) -> Value
    ) throws(FormError) -> Value {
        do throws(FormError) {
            return try body()
        } catch {
            guard let place else { throw error }
            throw FormError("[\(place)].\(error.path)", error.problem, error.remedy)
        }
    }

    private func instruments(of subjects: [FormSubject?]) async throws -> [InstrumentIndex?] {
        guard subjects.contains(where: { $0 != nil }) else { return subjects.map { _ in nil } }
        let reader = visitor.participant
        return try await floor.state { section, _ in
            var found: [InstrumentIndex?] = []
            for subject in subjects {
                found.append(subject.flatMap { section.instrument(of: $0, for: reader) })
            }
            return found
        }
    }

    /// Does these.
    func submit(
        _ actions: [SectionAction], asList: Bool = false, created: Int = 200
    ) async throws -> Answer {
        let reply = try await reply(to: actions)
        if !asList, actions.count == 1 {
            return CommandResult(self, reply, 0).answer(created: created)
        }
        return .json(reserving: 256 * actions.count) {
            $0.object {
                $0.member("time", moment: reply.time)
                $0.journal(reply.head)
                $0.name("results")
                $0.array { list in
                    for place in actions.indices {
                        list.object { CommandResult(self, reply, place).write(to: &$0) }
                    }
                }
            }
        }.unkept
    }

    /// Lets the commands through the gate and makes them durable.
    func reply(to actions: [SectionAction]) async throws -> BatchReply {
        do {
            try gate.admit(actions, by: visitor)
            return try await floor.submit(actions, origin: visitor.token.number)
        } catch let refusal as GateRefusal {
            throw RequestFault(refusal)
        } catch let error as FloorError {
            throw RequestFault(error) ?? .internalError
        }
    }

    /// Whoever asks as the section knows it; nil for the operator.
    var participant: ParticipantIndex? { visitor.participant }

    /// Events of a command that the visitor may see: its own, and those of its clients.
    func events(_ reply: BatchReply, _ place: Int) -> [SectionEvent] {
        guard let participant = visitor.participant else { return Array(reply[place]) }
        let readers = names.readers(for: participant)
        return reply[place].compactMap { event in
            readers.lazy.compactMap { event.seen(by: $0) }.first
        }
    }
}

extension MarketNames {
    /// A participant, and those who trade through it.
    func readers(for participant: ParticipantIndex) -> [ParticipantIndex] {
        let clients = participants.indices.dropFirst().filter {
            participants[$0].broker == participant
        }
        return [participant] + clients.map { ParticipantIndex($0) }
    }
}

extension Answer {
    /// The same, not to be kept by anybody: it is for one reader, or about one moment.
    var unkept: Answer {
        var answer = self
        answer.keeping = .never
        return answer
    }
}

extension RequestFault {
    /// What is wrong in a form. What can't be read at all is a bad request; what can be read but says
    /// something impossible is named by its member.
    init(_ error: FormError) {
        self =
            error.path.isEmpty
            ? .badBody(error.description) : .unprocessable(error.description, member: error.path)
    }
}

/// What became of one command.
struct CommandResult {
    private let desk: CommandDesk
    private let reply: BatchReply
    private let place: Int
    private let events: [SectionEvent]

    init(_ desk: CommandDesk, _ reply: BatchReply, _ place: Int) {
        self.desk = desk
        self.reply = reply
        self.place = place
        events = desk.events(reply, place)
    }

    /// The event that refuses the command, if one does. What was refused when it was sent first is
    /// refused again when it is sent again.
    private var refusal: SectionEvent? {
        events.first {
            $0.kind.isRefusal || ($0.kind == .repeated && $0.reason != .none)
        }
    }

    /// The answer to a command sent alone: a refusal is a problem (RFC 9457) with its number.
    func answer(created: Int) -> Answer {
        var answer = Answer.json { $0.object { write(to: &$0) } }.unkept
        if let refusal {
            answer =
                .json(ProblemDetails.contentType) {
                    $0.object {
                        $0.member("type", "about:blank")
                        $0.member("title", "Refused by the section")
                        $0.member("status", 422)
                        $0.member("detail", refusal.reason.words)
                        write(to: &$0)
                    }
                }.unkept
            answer.status = 422
        } else if !events.contains(where: { $0.kind == .repeated }) {
            answer.status = created
        }
        return answer
    }

    func write(to json: inout JSONWriter) {
        json.member("command", large: reply.first + UInt64(place))
        json.member("time", moment: reply.time)
        json.member("result", result)
        if let refusal { json.reason(refusal.reason) }
        if let subject { json.member(subject.name, large: subject.number) }
        json.name("events")
        json.array { list in
            for event in events { list.object { $0.event(event, desk.names) } }
        }
        json.journal(reply.head)
    }

    private var result: String {
        if refusal != nil { return "refused" }
        return events.contains { $0.kind == .repeated } ? "repeated" : "done"
    }

    /// What the command made or changed, by its number.
    private var subject: (name: String, number: UInt64)? {
        guard let event = events.first else { return nil }
        switch event.kind {
        // A refused order has its number too: sent again, it is refused under the same one.
        case .accepted, .repeated, .refused, .cancelled, .replaced, .reduced:
            return event.order > 0 ? ("order", event.order) : nil
        case .dealRegistered, .dealWithdrawn: return ("deal", event.subject)
        case .contractStepped, .endOffered: return ("contract", event.subject)
        case .receiptIssued, .receiptWithdrawn, .receiptsMerged:
            return ("receipt", event.subject)
        case .auctionListed: return ("auction", event.subject)
        case .sessionPlanned: return ("session", event.subject)
        default: return nil
        }
    }
}

extension SectionEventKind {
    /// Whether it says that something wasn't done.
    var isRefusal: Bool {
        switch self {
        case .refused, .cancelRefused, .replaceRefused, .commandRefused, .bidRefused: true
        default: false
        }
    }
}
