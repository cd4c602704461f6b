import Exchange
import Foundation
import Records
import TradingFloor

/// Sessions: the timetable, those that were held, and what they came to.
struct SessionEndpoints: Sendable {
    let desk: MarketDesk
    private let shelf: BundleShelf

    init(desk: MarketDesk) {
        self.desk = desk
        shelf = BundleShelf(folder: desk.floor.folder)
    }

    var all: [MarketEndpoint] {
        [
            MarketEndpoint(
                method: "GET", path: "/timetable", operation: "timetable",
                summary: "When sessions are held: the timetable, and the coming sessions",
                answer: "MarketTimetable", handler: timetable),
            MarketEndpoint(
                method: "GET", path: "/sessions", operation: "sessions",
                summary: "Sessions that were held, the newest first",
                parameters: ["limit_trades", "cursor_count"], answer: "SessionList",
                handler: sessions),
            MarketEndpoint(
                method: "GET", path: "/sessions/{number}", operation: "session",
                summary: "A session with its results", answer: "Session", handler: session),
            MarketEndpoint(
                method: "GET", path: "/sessions/{number}/quotations",
                operation: "sessionQuotations", summary: "The results of a session",
                answer: "QuotationList", handler: quotations),
            MarketEndpoint(
                method: "GET", path: "/sessions/{number}/quotations.csv",
                operation: "sessionQuotationsAsCSV", summary: "The results of a session as CSV",
                answer: "", contentType: "text/csv", handler: quotationFile),
            MarketEndpoint(
                method: "GET", path: "/sessions/{number}/bundle", operation: "bundle",
                summary: "The session for anybody to recompute, as JSON Lines; "
                    + "`fondaco trade check` does",
                answer: "", contentType: "application/x-ndjson", handler: bundle),
            MarketEndpoint(
                method: "GET", path: "/quotations", operation: "quotations",
                summary: "The results of all sessions that are remembered, the newest first",
                parameters: ["instrument"], answer: "QuotationList", handler: allQuotations),
            MarketEndpoint(
                method: "GET", path: "/quotations.csv", operation: "quotationsAsCSV",
                summary: "The same as CSV", parameters: ["instrument"], answer: "",
                contentType: "text/csv", handler: allQuotationsFile),
        ]
    }

    // MARK: The timetable

    @Sendable private func timetable(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        _ = try ParameterReader(request.parameters, knowing: [])
        let now = floor.now
        let (session, timetable) = try await floor.state { section, _ in
            (section.session, section.timetable)
        }
        let form = try timetable.map { try FormJSON.write(TimetableForm($0)) }
        return .json(reserving: 8_192) {
            $0.object {
                $0.member("time", moment: now)
                $0.name("session")
                if let session { $0.object { $0.session(session) } } else { $0.null() }
                $0.name("timetable")
                if let form { $0.raw(form) } else { $0.null() }
                $0.name("coming")
                $0.array { list in
                    guard let timetable else { return }
                    for next in timetable.coming(after: now, limit: Self.coming) {
                        list.object { $0.scheduled(next, in: timetable) }
                    }
                }
            }
        }
    }

    private static let coming = 20

    // MARK: Sessions and results

    @Sendable private func sessions(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        let reader = try ParameterReader(request.parameters, knowing: ["limit", "cursor"])
        let limit = try reader.integer("limit", in: 1...1_000, standard: 100)
        let before = try reader.integer("cursor", in: 1...Int.max, standard: .max)
        let records = try await floor.state { _, dayBook in
            Array(
                dayBook.sessions.reversed().lazy.filter { Int($0.number) < before }
                    .prefix(limit + 1))
        }
        return .json(reserving: 16_384) {
            $0.object {
                $0.name("sessions")
                $0.array { list in
                    for record in records.prefix(limit) {
                        list.object { $0.session(record, of: floor.name) }
                    }
                }
                let next = records.count > limit ? records[limit - 1].number : nil
                $0.optional("next", next.map { String($0) })
            }
        }
    }

    @Sendable private func session(_ request: LiveRequest) async throws -> Answer {
        let (floor, record) = try await record(request)
        let names = MarketNames(floor)
        return .json(reserving: 16_384) {
            $0.object {
                $0.session(record, of: floor.name)
                $0.name("quotations")
                $0.array { list in
                    for row in record.quotations where !row.isEmpty {
                        list.object { $0.quotation(row, names) }
                    }
                }
            }
        }
    }

    @Sendable private func quotations(_ request: LiveRequest) async throws -> Answer {
        let (floor, record) = try await record(request)
        return QuotationTable([record], MarketNames(floor), floor.name).json
    }

    @Sendable private func quotationFile(_ request: LiveRequest) async throws -> Answer {
        let (floor, record) = try await record(request)
        return QuotationTable([record], MarketNames(floor), floor.name)
            .csv(named: "\(floor.name)-\(record.number)-quotations.csv")
    }

    @Sendable private func allQuotations(_ request: LiveRequest) async throws -> Answer {
        try await table(request).json
    }

    @Sendable private func allQuotationsFile(_ request: LiveRequest) async throws -> Answer {
        let table = try await table(request)
        return table.csv(named: "\(table.section)-quotations.csv")
    }

    private func table(_ request: LiveRequest) async throws -> QuotationTable {
        let floor = try desk.section(request)
        let reader = try ParameterReader(request.parameters, knowing: ["instrument"])
        let names = MarketNames(floor)
        let only = try reader.text("instrument", limit: 16)
        if let only, !names.instruments.contains(where: { $0.code == only }) {
            throw RequestFault.badParameter(
                "instrument", "section has no instrument \(ParameterReader.quoted(only))")
        }
        let records = try await floor.state { _, dayBook in dayBook.sessions }
        return QuotationTable(records.reversed(), names, floor.name, only: only)
    }

    /// The session that the address names.
    private func record(
        _ request: LiveRequest
    ) async throws -> (SectionFloor, SessionRecord) {
        let floor = try desk.section(request)
        _ = try ParameterReader(request.parameters, knowing: [])
        let number = try desk.number("number", request)
        let record = try await floor.state { _, dayBook in
            dayBook.sessions.first { UInt64($0.number) == number }
        }
        guard let record else {
            throw RequestFault.notFound(
                "session \(number) wasn't held in \(floor.name), or is too old to be remembered")
        }
        return (floor, record)
    }

    // MARK: The bundle

    @Sendable private func bundle(_ request: LiveRequest) async throws -> Answer {
        let (floor, record) = try await record(request)
        guard record.closed != nil else {
            throw RequestFault.notFound(
                "session \(record.number) is still on; its bundle is made when it is over")
        }
        let path = try await shelf.path(of: record.number, floor)
        var answer = try Answer("application/x-ndjson", pieces: FilePieces(path))
        answer.headers = [
            (
                "Content-Disposition",
                "attachment; filename=\"\(floor.name)-\(record.number).jsonl\""
            )
        ]
        answer.keeping = .forever
        return answer
    }
}

extension Timetable {
    /// The sessions to come after a moment, the next first.
    func coming(after moment: Instant, limit: Int) -> [ScheduledSession] {
        var found: [ScheduledSession] = []
        var moment = moment
        while found.count < limit, let next = next(after: moment), let start = next.starts.first {
            found.append(next)
            moment = start
        }
        return found
    }
}

extension JSONWriter {
    fileprivate mutating func scheduled(_ session: ScheduledSession, in timetable: Timetable) {
        let plan = timetable.plans[session.plan]
        member("plan", plan.code)
        member("name", plan.name)
        member("day", session.day.text)
        name("phases")
        array { list in
            for (phase, start) in zip(plan.phases, session.starts) {
                list.object {
                    $0.member("phase", "\(phase.kind)")
                    $0.member("begins", moment: start)
                }
            }
        }
        member("places", plan.places.map(\.text))
    }
}
