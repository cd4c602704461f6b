import Exchange
import Records
import Synchronization
import TradingFloor

/// What happens, as it happens: market data for everybody, and a drop copy for participants.
struct StreamEndpoints: Sendable {
    let desk: MarketDesk
    private let places = StreamPlaces()

    init(desk: MarketDesk) { self.desk = desk }

    private static let mediaType = "text/event-stream"

    var all: [MarketEndpoint] {
        [
            MarketEndpoint(
                method: "GET", path: "/stream", operation: "stream",
                summary: "Public market data as server-sent events: a snapshot, then numbered "
                    + "messages",
                parameters: ["instruments"], answer: "", contentType: Self.mediaType,
                handler: market),
            MarketEndpoint(
                method: "GET", path: "/drop-copy", operation: "dropCopy",
                summary: "Every event that concerns the participant, and its clients, as "
                    + "server-sent events",
                audience: .holders, parameters: ["participant", "cancelOnDisconnect"], answer: "",
                contentType: Self.mediaType, handler: dropCopy),
        ]
    }

    @Sendable private func market(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        let reader = try ParameterReader(
            request.parameters, knowing: ["instruments"], repeated: ["instruments"])
        let codes = try reader.texts("instruments", limit: 400)
            .flatMap { $0.split(separator: ",").map(String.init) }
        var wanted: Set<InstrumentIndex> = []
        for code in codes {
            guard let index = floor.directory.instrument(code) else {
                throw RequestFault.badParameter(
                    "instruments", "section has no instrument \(ParameterReader.quoted(code))")
            }
            wanted.insert(index)
        }
        let only = codes.isEmpty ? nil : wanted
        return try stream { events in
            let (snapshot, messages) = floor.market.subscribe(instruments: only)
            var position = snapshot.position
            let names = MarketNames(floor)
            try await events.send("snapshot", id: Self.id(position)) {
                $0.snapshot(snapshot, names)
            }
            try await events.follow(messages) { message in
                let names = MarketNames(floor)
                position.sequence = message.sequence
                try await events.send(message.body.name, id: Self.id(position)) {
                    $0.message(message, names)
                }
            }
        }
    }

    @Sendable private func dropCopy(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        let visitor = try desk.visitor(request, to: floor)
        let reader = try ParameterReader(
            request.parameters, knowing: ["participant", "cancelOnDisconnect"])
        let whose = try desk.participant(request, reader, of: visitor, in: floor)
        let cancels =
            try reader.choice("cancelOnDisconnect", of: Flag.self).map { $0 == .true } ?? false
        guard !cancels || visitor.participant == nil || visitor.participant == whose else {
            throw RequestFault.forbidden(
                "a broker's connection isn't its client's; leave cancelOnDisconnect out")
        }
        let readers = Set(MarketNames(floor).readers(for: whose))
        return try stream { events in
            defer { if cancels { floor.disconnect(whose, origin: visitor.token.number) } }
            let (position, copies) = floor.privateFeed.subscribe(participants: readers)
            try await events.send("begin", id: "0") {
                $0.member("participant", MarketNames(floor).firm(whose))
                $0.member("command", large: position.sequence)
            }
            let mayFollow = {
                // Who lost the right, or whose clients are others now, begins again.
                let present = try desk.visitor(request, to: floor)
                return present == visitor
                    && Set(MarketNames(floor).readers(for: whose)) == readers
            }
            try await events.follow(copies, while: mayFollow) { copy in
                let names = MarketNames(floor)
                try await events.send("\(copy.event.kind)", id: String(copy.sequence)) {
                    $0.member("sequence", large: copy.sequence)
                    $0.member("command", large: copy.command)
                    $0.member("time", moment: copy.time)
                    $0.event(copy.event, names)
                }
            }
        }
    }

    private func stream(
        _ content: @escaping @Sendable (EventStream) async throws -> Void
    ) throws(RequestFault) -> Answer {
        guard places.hasRoom else {
            throw .unavailable(
                "\(StreamPlaces.most) clients follow already; try again in a moment")
        }
        var answer = Answer(Self.mediaType, [], keeping: .never)
        answer.body = .stream { write in
            places.take()
            defer { places.leave() }
            try await withoutActuallyEscaping(write) { try await content(EventStream($0)) }
        }
        return answer
    }

    private static func id(_ position: FeedPosition) -> String {
        "\(position.epoch)-\(position.sequence)"
    }
}

/// How many clients follow the market: each costs the feeds time for every message.
private final class StreamPlaces: Sendable {
    static let most = 1_000

    private let taken = Mutex(0)

    var hasRoom: Bool { taken.withLock { $0 < Self.most } }

    func take() { taken.withLock { $0 += 1 } }

    func leave() { taken.withLock { $0 -= 1 } }
}

/// A parameter that is true or false.
private enum Flag: String, CaseIterable {
    case `true`, `false`
}

extension SectionFloor {
    /// Tells the section that a participant's connection is gone. Nobody waits for the answer: there
    /// is nobody left to tell.
    fileprivate func disconnect(_ participant: ParticipantIndex, origin: UInt32) {
        enqueue([.disconnect(participant)], origin: origin) { _ in }
    }
}

extension MarketBody {
    /// The name of its server-sent event.
    fileprivate var name: String {
        switch self {
        case .level: "level"
        case .trade: "trade"
        case .book: "book"
        case .session: "session"
        case .auction: "auction"
        case .quotations: "quotations"
        }
    }
}

extension JSONWriter {
    fileprivate mutating func snapshot(_ snapshot: MarketSnapshot, _ names: MarketNames) {
        member("epoch", String(snapshot.position.epoch))
        member("sequence", large: snapshot.position.sequence)
        name("books")
        array { list in
            for book in snapshot.books {
                list.object { $0.book(book, names.terms(book.instrument)) }
            }
        }
    }

    fileprivate mutating func message(_ message: MarketMessage, _ names: MarketNames) {
        member("sequence", large: message.sequence)
        member("time", moment: message.time)
        switch message.body {
        case .level(let instrument, let side, let level):
            let terms = names.terms(instrument)
            member("instrument", terms?.code)
            member("side", "\(side)")
            member("price", price: level.price, terms)
            members(lots: Int128(level.quantity), terms)
            member("orders", level.orders)
        case .trade(let deal): trade(deal, names.terms(deal.instrument))
        case .book(let instrument, let phase, let last, let indicative):
            let terms = names.terms(instrument)
            member("instrument", terms?.code)
            member("phase", "\(phase)")
            member("last", price: last, terms)
            self.indicative(indicative, terms)
        case .session(let number, let what, let phase, let until):
            member("session", large: number)
            member("what", "\(what)")
            optional("phase", phase.map { "\($0)" })
            member("until", moment: until.rawValue == 0 ? nil : until)
        case .auction(let number, let what, let price, let quantity, let until):
            auction(number, what, price, quantity, until)
        case .quotations(let session, let rows):
            member("session", Int(session))
            name("quotations")
            array { list in
                for row in rows where !row.isEmpty { list.object { $0.quotation(row, names) } }
            }
        }
    }

    /// What an auction is in isn't in its message, so price and quantity are in ticks and lots.
    private mutating func auction(
        _ number: UInt64, _ what: SectionEventKind, _ price: Ticks, _ lots: Int64,
        _ until: Instant
    ) {
        member("auction", large: number)
        member("what", "\(what)")
        name("ticks")
        raw(String(price).utf8)
        name("lots")
        raw(String(lots).utf8)
        member("until", moment: until.rawValue == 0 ? nil : until)
    }
}
