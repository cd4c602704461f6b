import Exchange
import Testing

/// A table of a session's commands, one a row, each with what must come of it.
///
/// ```
/// 09:30  advance | books call; begins preOpening to 09:45
/// 10:00  halt    | 09:45 …; halted; books closed
/// ```
///
/// Left: the time, then `advance`, `extend MINUTES`, `halt`, `resume`, `cancel`, `next
/// PHASE`, `band INSTRUMENT`, or `ask` with `buy sell cancelbuy cancelsell replacebuy replacesell betterbuy
/// bettersell bid deal` (answers those refused, with the reason, or `all allowed`). Right: the
/// events, separated by `;`, each with its time where that isn't the row's. After each row the state
/// is written, read and compared.
struct SessionTable {
    /// Monday.
    static let day = CivilDay("2026-11-23") ?? CivilDay(0)
    private var session: SessionState

    static func check(
        _ plan: SessionPlan, day: CivilDay = SessionTable.day, isLastOfDay: Bool = true,
        _ text: String
    ) throws {
        let starts = plan.phases.map { instant($0.start.text, day) }
        let scheduled = ScheduledSession(
            plan: 0, day: day, starts: starts, isLastOfDay: isLastOfDay)
        let session = try #require(
            SessionState(number: 1, plan: plan, scheduled: scheduled))
        var table = SessionTable(session: session)
        for row in TextTable.rows(text) {
            let got = try table.run(row.words, day)
            if got != row.wanted {
                Issue.record(
                    "row \(row.number): \(row.words)\n  wanted \(row.wanted)\n  got    \(got)")
                return
            }
        }
    }

    static func instant(_ text: String, _ day: CivilDay) -> Instant {
        let seconds = LocalTime(text)?.seconds ?? 0
        return Instant(Int64(day.rawValue) * 86_400_000 + Int64(seconds) * 1_000)
    }

    private mutating func run(_ words: [String], _ day: CivilDay) throws -> String {
        let moment = Self.instant(words[0], day)
        var events: [SessionEvent] = []
        switch words[1] {
        case "advance": session.advance(to: moment, into: &events)
        case "extend":
            session.extend(by: (Int64(words[2]) ?? 0) * 60_000, at: moment, into: &events)
        case "halt": session.halt(at: moment, into: &events)
        case "resume": session.resume(at: moment, into: &events)
        case "cancel": session.cancel(at: moment, into: &events)
        case "next":
            let kind = try #require(PhaseKind.allCases.first { "\($0)" == words[2] })
            session.enter(next: kind, at: moment, into: &events)
        case "band":
            session.bandHalt(
                instrument: UInt32(words[2]) ?? 0, at: moment, into: &events)
        case "ask":
            session.advance(to: moment, into: &events)
            #expect(events.isEmpty)
            return answers(Array(words.dropFirst(2)))
        default: return "unknown command"
        }
        try Coding.expectSame(session)
        return events.map { Self.text($0, moment) }.joined(separator: "; ")
    }

    private func answers(_ words: [String]) -> String {
        let activities: [String: SessionActivity] = [
            "buy": .enter(.buy), "sell": .enter(.sell), "cancelbuy": .cancel(.buy),
            "cancelsell": .cancel(.sell), "replacebuy": .replace(.buy, improves: false),
            "replacesell": .replace(.sell, improves: false),
            "betterbuy": .replace(.buy, improves: true),
            "bettersell": .replace(.sell, improves: true), "bid": .bid, "deal": .deal,
        ]
        let refused = words.compactMap { word -> String? in
            guard let activity = activities[word] else { return "\(word)?" }
            return session.refusal(of: activity).map { "no \(word) \($0)" }
        }
        return refused.isEmpty ? "all allowed" : refused.joined(separator: "; ")
    }

    private static func clock(_ moment: Instant) -> String {
        let seconds = Int32(truncatingIfNeeded: moment.rawValue / 1_000 % 86_400)
        return LocalTime(seconds: seconds)?.text ?? "?"
    }

    static func text(_ event: SessionEvent, _ moment: Instant) -> String {
        let time = event.at == moment ? "" : clock(event.at) + " "
        return time + text(event)
    }

    private static func text(_ event: SessionEvent) -> String {
        let until = event.until.map { " to \(clock($0))" } ?? ""
        let whose = event.instrument.map { "book \($0)" } ?? "books"
        let phase = event.phase.map { "\($0)" } ?? "no phase"
        let book = event.book.map { "\($0)" } ?? "?"
        switch event.kind {
        case .phaseEntered: return "begins \(phase)\(until)"
        case .bookEnters: return "\(whose) \(book)"
        case .bookUncrosses: return "\(whose) uncross then \(book)"
        case .ordersExpire: return "expire " + (event.expiry.map(text) ?? "?")
        case .callStarted: return "\(whose) in call\(until)"
        case .refused: return "no \(event.reason)"
        case .halted, .cancelled, .closed: return "\(event.kind)"
        case .resumed, .extended: return "\(event.kind)\(until)"
        }
    }

    private static func text(_ expiry: SessionExpiry) -> String {
        switch expiry {
        case .session: "session"
        case .day: "day"
        case .through(let day): "through \(day.text)"
        case .everything: "everything"
        }
    }
}
