import Exchange
import Journal
import Records
import TradingFloor

/// What the operator enters, as forms, and any commands as the journal has them.
struct CommandEndpoints: Sendable {
    let desk: MarketDesk

    var all: [MarketEndpoint] {
        forms + [
            MarketEndpoint(
                method: "POST", path: "/commands", operation: "submitCommands",
                summary: "Commands in their binary form, for the command line: each a length of "
                    + "four bytes, little-endian, and so many bytes of the journal's coding",
                audience: .holders, answer: "RawResults", handler: commands),
            MarketEndpoint(
                method: "GET", path: "/directory", operation: "directory",
                summary: "Codes and terms of instruments and participants by their numbers",
                audience: .operators, answer: "Directory", handler: directory),
            MarketEndpoint(
                method: "PUT", path: "/instruments/{code}", operation: "alterInstrument",
                summary:
                    "Alters an instrument: currency, lot and tick never, what else orders go by "
                    + "only while none stand",
                audience: .operators, body: "InstrumentForm", answer: "CommandResult",
                handler: alterInstrument),
            MarketEndpoint(
                method: "PUT", path: "/participants/{code}", operation: "alterParticipant",
                summary: "Alters a participant", audience: .operators, body: "ParticipantForm",
                answer: "CommandResult", handler: alterParticipant),
        ]
    }

    private var forms: [MarketEndpoint] {
        [
            form(
                "/instruments", "listInstruments", "Lists instruments", InstrumentForm.self,
                "InstrumentForm"),
            form(
                "/participants", "admitParticipants", "Admits firms", ParticipantForm.self,
                "ParticipantForm"),
            form(
                "/bars", "barParticipants", "Suspends participants, or turns the kill switch",
                BarForm.self, "BarForm"),
            form(
                "/payments", "bookPayments", "Books deposits that came in or go out, and fees",
                PaymentForm.self, "PaymentForm"),
            form(
                "/receipts", "issueReceipts", "Enters warehouse receipts", ReceiptIssueForm.self,
                "ReceiptIssueForm"),
            form(
                "/session/orders", "leadSession",
                "Extends, halts, resumes or cancels the session, or begins its next phase",
                SessionOrderForm.self, "SessionOrderForm"),
            form(
                "/sessions", "openSessions", "Plans a session beside the timetable",
                SessionForm.self, "SessionForm"),
            form(
                "/timetable", "setTimetable", "From now on sessions are held by a timetable",
                TimetableForm.self, "TimetableForm"),
            form(
                "/auctions", "listAuctions", "Lists lots for auction", AuctionForm.self,
                "AuctionForm"),
        ]
    }

    private func form<Form: CommandForm>(
        _ path: String, _ operation: String, _ summary: String, _: Form.Type, _ body: String
    ) -> MarketEndpoint {
        let desk = desk
        return MarketEndpoint(
            method: "POST", path: path, operation: operation, summary: summary,
            audience: .operators, body: body, answer: "CommandResult",
            handler: { try await CommandDesk(desk, $0).submit(Form.self, created: 201) })
    }

    // MARK: Altering

    @Sendable private func alterInstrument(_ request: LiveRequest) async throws -> Answer {
        _ = try desk.instrument(request, MarketNames(try desk.section(request)))
        return try await alter(request, InstrumentForm.self) { form, directory throws(FormError) in
            try form.alteration(of: request.captured("code"), in: directory)
        }
    }

    @Sendable private func alterParticipant(_ request: LiveRequest) async throws -> Answer {
        let code = request.captured("code")
        guard try desk.section(request).directory.participant(code) != nil else {
            throw RequestFault.notFound(
                "section has no participant \(ParameterReader.quoted(code))")
        }
        return try await alter(request, ParticipantForm.self) { form, directory throws(FormError) in
            try form.alteration(of: request.captured("code"), in: directory)
        }
    }

    private func alter<Form: CommandForm>(
        _ request: LiveRequest, _: Form.Type,
        _ action: (Form, SectionDirectory) throws(FormError) -> SectionAction
    ) async throws -> Answer {
        let commands = try CommandDesk(desk, request)
        _ = try ParameterReader(request.parameters, knowing: [])
        let alteration: SectionAction
        do throws(FormError) {
            let form = try FormJSON.read(Form.self, from: request.body)
            alteration = try action(form, commands.floor.directory)
        } catch {
            throw RequestFault(error)
        }
        return try await commands.submit([alteration])
    }

    @Sendable private func directory(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        try desk.needOperator(try desk.visitor(request, to: floor))
        _ = try ParameterReader(request.parameters, knowing: [])
        let names = MarketNames(floor)
        let instruments = try FormJSON.write(names.instruments.map { InstrumentForm($0) })
        let participants = try FormJSON.write(
            names.participants.dropFirst().map {
                ParticipantForm($0, in: floor.directory)
            })
        return .json(reserving: 16_384) {
            $0.object {
                $0.member("instruments", names.instruments.map(\.code))
                $0.member("participants", names.participants.map(\.code))
                $0.name("instrumentForms")
                $0.raw(instruments)
                $0.name("participantForms")
                $0.raw(participants)
            }
        }.unkept
    }

    // MARK: Binary commands

    /// The media type of commands in their binary form.
    private static let mediaType = "application/vnd.fondaco.commands"

    @Sendable private func commands(_ request: LiveRequest) async throws -> Answer {
        let desk = try CommandDesk(desk, request)
        _ = try ParameterReader(request.parameters, knowing: [])
        guard request.contentType == Self.mediaType else {
            throw RequestFault.unsupportedMediaType(
                "the body is \(request.contentType.prefix(100)); send \(Self.mediaType)")
        }
        let actions = try Self.actions(in: request.body)
        let reply = try await desk.reply(to: actions)
        return .json(reserving: 512 * actions.count) {
            $0.object {
                $0.member("first", large: reply.first)
                $0.member("time", moment: reply.time)
                $0.member("entry", large: reply.head.sequence)
                $0.member("hash", reply.head.hash.description)
                $0.name("results")
                $0.array { list in
                    for place in actions.indices {
                        list.object {
                            $0.member("command", large: reply.first + UInt64(place))
                            $0.name("events")
                            $0.array { list in
                                for event in desk.events(reply, place) {
                                    list.object { $0.plain(event) }
                                }
                            }
                        }
                    }
                }
            }
        }.unkept
    }

    private static func actions(in body: [UInt8]) throws -> [SectionAction] {
        var actions: [SectionAction] = []
        var rest = body[...]
        while !rest.isEmpty {
            let place = actions.count + 1
            guard rest.count >= 4 else {
                throw RequestFault.badBody("command \(place): its length is cut off")
            }
            let length = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            guard length <= rest.count else {
                throw RequestFault.badBody(
                    "command \(place): \(length) bytes are said, \(rest.count) are left")
            }
            do throws(StateError) {
                actions.append(try CommandCodec.decode(Array(rest.prefix(length))).action)
            } catch {
                throw RequestFault.badBody("command \(place) can't be read: \(error)")
            }
            rest = rest.dropFirst(length)
        }
        return actions
    }
}

extension JSONWriter {
    /// An event with its numbers as they are.
    fileprivate mutating func plain(_ event: SectionEvent) {
        member("kind", "\(event.kind)")
        member("reason", Int(event.reason.rawValue))
        member("reasonName", event.reason.name)
        member("side", "\(event.side)")
        member("instrument", Int(event.instrument))
        member("participant", Int(event.participant))
        member("counterparty", Int(event.counterparty))
        member("order", large: event.order)
        member("counter", large: event.counter)
        for (name, number) in [
            ("price", event.price), ("quantity", event.quantity),
            ("remaining", event.remaining), ("amount", event.amount),
        ] {
            self.name(name)
            raw(String(number).utf8)
        }
        member("subject", large: event.subject)
    }
}
