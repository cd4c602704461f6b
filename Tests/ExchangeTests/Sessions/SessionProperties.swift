import Exchange
import Testing

/// Random operators, clocks and traders over real books.
struct SessionProperties {
    /// Whatever the operator does and whenever, books that do what the events say never refuse, are
    /// in the phase that the session says, and the session ends once.
    @Test func booksFollowTheSession() throws {
        for seed in 1...UInt64(Scale.runs) {
            var run = try SessionRun(seed: seed)
            for step in 0..<120 where !run.session.isOver {
                try run.step()
                try Coding.expectSame(run.session)
                if step % 40 == 7 {
                    Coding.expectNoTrap(run.session, seed: seed) { session in
                        var events: [SessionEvent] = []
                        session.bandHalt(instrument: 5, at: session.now, into: &events)
                        session.resume(at: session.now, into: &events)
                        session.enter(next: .trading, at: session.now, into: &events)
                        session.advance(to: .distantFuture, into: &events)
                        session.cancel(at: .distantFuture, into: &events)
                    }
                }
                if !run.faults.isEmpty {
                    Issue.record("seed \(seed): \(run.faults.joined(separator: "; "))")
                    return
                }
            }
            run.finish()
            #expect(run.session.isOver, "seed \(seed)")
            #expect(run.faults.isEmpty, "seed \(seed): \(run.faults)")
            Coding.expectNoTrap(run.session, seed: seed)
        }
    }

    /// Time in one leap does what it does in small steps.
    @Test func leapsAndSteps() throws {
        for seed in 1...UInt64(Scale.runs) {
            var run = try SessionRun(seed: seed)
            for _ in 0..<10 where !run.session.isOver { try run.step() }
            var (leap, steps) = (run.session, run.session)
            var (leapEvents, stepEvents): ([SessionEvent], [SessionEvent]) = ([], [])
            let end = leap.starts[leap.starts.count - 1].advanced(by: 60_000)
            leap.advance(to: end, into: &leapEvents)
            var random = SeededRandom(seed: seed)
            var moment = steps.now
            while moment < end {
                let from = max(moment, Instant(0))
                moment = min(end, from.advanced(by: .random(in: 1...900_000, using: &random)))
                steps.advance(to: moment, into: &stepEvents)
            }
            #expect(leap == steps, "seed \(seed)")
            #expect(leapEvents == stepEvents, "seed \(seed)")
        }
    }
}

/// A session of a random plan, its books, and random commands from one seed.
private struct SessionRun: ~Copyable {
    var session: SessionState
    var faults: [String] = []
    private var first = Book(BookLimits(orders: 256))
    private var second = Book(BookLimits(orders: 256))
    private var random: SeededRandom
    private var moment: Instant
    private var order: UInt64 = 0
    private var closings = 0

    init(seed: UInt64) throws {
        random = SeededRandom(seed: seed)
        let plan = try Self.plan(&random)
        let starts = plan.phases.map { SessionTable.instant($0.start.text, SessionTable.day) }
        let scheduled = ScheduledSession(
            plan: 0, day: SessionTable.day, starts: starts, isLastOfDay: random.chance(50))
        session = try #require(SessionState(number: 1, plan: plan, scheduled: scheduled))
        moment = starts[0].advanced(by: -600_000)
        // Orders that another day carried over cross.
        var events = EventBuffer()
        first.enter(.call, into: &events)
        first.limit(id: 1 << 60, side: .buy, price: 105, quantity: 3, into: &events)
        first.limit(id: 1 << 61, side: .sell, price: 95, quantity: 3, into: &events)
        first.enter(.closed, into: &events)
        second.enter(.closed, into: &events)
    }

    private static func plan(_ random: inout SeededRandom) throws -> SessionPlan {
        var minute: Int32 = 600
        var phases: [PlannedPhase] = []
        let kinds: [PhaseKind] = [.announcement, .openingCall, .trading, .dealMaking, .closingCall]
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
            let start = try #require(LocalTime(seconds: minute * 60))
            phases.append(PlannedPhase(kind, at: start))
            minute += Int32.random(in: 1...40, using: &random)
        }
        phases.append(PlannedPhase(.closed, at: try #require(LocalTime(seconds: minute * 60))))
        return try SessionPlan(
            code: "R", name: "random", phases: phases, carriesOver: random.chance(50),
            bandCall: 60_000 * Int64.random(in: 1...9, using: &random),
            resumeCall: 60_000 * Int64.random(in: 0...4, using: &random))
    }

    mutating func step() throws {
        moment = moment.advanced(by: .random(in: -30_000...300_000, using: &random))
        var events: [SessionEvent] = []
        switch Int.random(in: 0..<100, using: &random) {
        case ..<3: session.halt(at: moment, into: &events)
        case ..<12: session.resume(at: moment, into: &events)
        case ..<15:
            session.extend(by: .random(in: -1...900_000, using: &random), at: moment, into: &events)
        case ..<18:
            let kind = PhaseKind.allCases[Int.random(in: 0..<8, using: &random)]
            session.enter(next: kind, at: moment, into: &events)
        case ..<19 where random.chance(20): session.cancel(at: moment, into: &events)
        case ..<60: trade(into: &events)
        default: session.advance(to: moment, into: &events)
        }
        follow(events)
        compare()
    }

    mutating func finish() {
        var events: [SessionEvent] = []
        if session.status == .halted { session.resume(at: moment, into: &events) }
        session.advance(to: .distantFuture, into: &events)
        follow(events)
        compare()
        if closings != 1 { faults.append("\(closings) closings") }
    }

    /// An order in the first book; a narrow band makes some of them halt it.
    private mutating func trade(into events: inout [SessionEvent]) {
        session.advance(to: moment, into: &events)
        follow(events)
        events.removeAll()
        let side: Side = random.chance(50) ? .buy : .sell
        guard session.refusal(of: .enter(side)) == nil else { return }
        var answers = EventBuffer()
        order += 1
        first.setBands(PriceBands(dynamic: 3))
        first.limit(
            id: order, side: side, price: 100 + Int64.random(in: -6...6, using: &random),
            quantity: .random(in: 1...5, using: &random), into: &answers)
        if answers.array().contains(where: { $0.kind == .halted }) {
            session.bandHalt(instrument: 0, at: moment, into: &events)
            if events.last?.kind != .callStarted { faults.append("band: \(events)") }
        }
    }

    private mutating func follow(_ events: [SessionEvent]) {
        for event in events {
            var answers = EventBuffer()
            for instrument in 0..<2 as Range<UInt32> {
                guard event.instrument ?? instrument == instrument else { continue }
                if instrument == 0 { Self.apply(event, to: &first, into: &answers) }
                if instrument == 1 { Self.apply(event, to: &second, into: &answers) }
            }
            for answer in answers.array() where answer.kind == .refused {
                faults.append("\(event) refused: \(answer.reason)")
            }
            if event.kind == .closed || event.kind == .cancelled { closings += 1 }
        }
    }

    private static func apply(
        _ event: SessionEvent, to book: inout Book, into answers: inout EventBuffer
    ) {
        switch (event.kind, event.book, event.expiry) {
        case (.bookEnters, let phase?, _): book.enter(phase, into: &answers)
        case (.bookUncrosses, let phase?, _):
            book.uncross(reference: 100, then: phase, into: &answers)
        case (.ordersExpire, _, .session?): book.expire(.session, into: &answers)
        case (.ordersExpire, _, .day?): book.expire(.day, into: &answers)
        case (.ordersExpire, _, .through(let day)?):
            book.expire(.through(UInt64(day.rawValue)), into: &answers)
        case (.ordersExpire, _, .everything?): book.cancelAll(into: &answers)
        default: break
        }
    }

    private mutating func compare() {
        let inCall = session.calls.contains { $0.instrument == 0 }
        let wanted = inCall ? .call : session.bookPhase
        if first.phase != wanted { faults.append("book \(first.phase), session \(wanted)") }
        if second.phase != session.bookPhase { faults.append("second book \(second.phase)") }
    }
}
