import Exchange
import Testing

/// A session's phases, its operator's commands and its calls, each rule with a table of its own.
struct SessionTables {
    /// A plan from `kind time` pairs with the usual rules.
    static func plan(
        _ text: String, code: String = "M1", places: [String] = [], carriesOver: Bool = true,
        bandCall: Int64 = 5 * 60_000, resumeCall: Int64 = 2 * 60_000,
        rules: [PhaseKind: PhaseRules] = [:]
    ) throws -> SessionPlan {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let phases = try stride(from: 0, to: words.count, by: 2).map { place in
            let kind = try #require(PhaseKind.allCases.first { "\($0)" == words[place] })
            let start = try #require(LocalTime(words[place + 1]))
            return PlannedPhase(kind, at: start, rules: rules[kind])
        }
        return try SessionPlan(
            code: code, name: "Rolled metal", phases: phases, places: places.map(RecordName.init),
            carriesOver: carriesOver, bandCall: bandCall, resumeCall: resumeCall)
    }

    /// The five periods of the Belarusian Universal Commodity Exchange's regulation for metal
    /// products as of 19 February 2018: opening, trading, correction of sellers' orders, deal-making,
    /// closing.
    @Test func fivePeriods() throws {
        let plan = try Self.plan(
            """
            preOpening 10:00 trading 10:30 sellersCorrection 11:30 dealMaking 11:45 closed 12:15
            """,
            rules: [.preOpening: PhaseRules(allowed: .orders, book: .call, uncrosses: true)])
        try SessionTable.check(
            plan,
            """
            09:59 advance | 
            09:59 ask buy sell bid deal cancelsell | no buy notBegun; no sell notBegun; no bid notBegun;
                          | no deal notBegun
            10:00 advance | books call; begins preOpening to 10:30
            10:05 ask buy sell cancelbuy replacesell | all allowed
            10:05 ask bid deal | no bid notInPhase; no deal notInPhase
            10:30 advance | books uncross then continuous; begins trading to 11:30
            10:31 ask buy sell replacebuy replacesell bid | all allowed
            11:30 advance | books call; begins sellersCorrection to 11:45
            11:31 ask buy sell cancelbuy cancelsell bid | no buy notInPhase; no sell notInPhase;
                          | no cancelbuy notInPhase; no cancelsell notInPhase; no bid notInPhase
            11:31 ask bettersell | all allowed
            11:31 ask replacesell betterbuy | no replacesell onlyImprovement; no betterbuy notInPhase
            11:45 advance | books uncross then continuous; begins dealMaking to 12:15
            11:50 ask buy deal cancelsell | all allowed
            11:50 ask sell replacesell | no sell notInPhase; no replacesell notInPhase
            12:15 advance | books closed; begins closed; expire session; expire day;
                          | expire through 2026-11-23; closed
            12:16 ask buy cancelbuy | no buy closed
            """)
    }

    /// All phases that there are, entered in one leap: each at its own time.
    @Test func oneLeap() throws {
        let plan = try Self.plan(
            """
            announcement 08:00 preOpening 09:00 openingCall 09:30 trading 09:45 closingCall 17:00
            closed 17:10
            """)
        try SessionTable.check(
            plan, isLastOfDay: false,
            """
            07:00 next announcement | begins announcement to 09:00
            07:30 ask buy cancelbuy | no buy notInPhase
            18:00 advance | 09:00 books call; 09:00 begins preOpening to 09:30;
                          | 09:30 begins openingCall to 09:45;
                          | 09:45 books uncross then continuous; 09:45 begins trading to 17:00;
                          | 17:00 books call; 17:00 begins closingCall to 17:10;
                          | 17:10 books uncross then closed; 17:10 begins closed;
                          | 17:10 expire session; 17:10 closed
            18:00 next closed | no closed
            18:00 halt    | no closed
            18:00 cancel  | no closed
            """)
    }

    @Test func continuousTradingAlone() throws {
        let plan = try Self.plan("trading 10:00 closed 11:00", carriesOver: false)
        try SessionTable.check(
            plan,
            """
            10:00 advance | books call; books uncross then continuous; begins trading to 11:00  # carried over orders may cross
            11:00 advance | books closed; begins closed; expire everything; closed
            """)
    }

    @Test func twoCallsInARow() throws {
        let plan = try Self.plan("openingCall 10:00 closingCall 10:30 closed 11:00")
        try SessionTable.check(
            plan,
            """
            10:00 advance | books call; begins openingCall to 10:30
            10:30 advance | books uncross then closed; books call; begins closingCall to 11:00
            11:00 advance | books uncross then closed; begins closed; expire session; expire day;
                          | expire through 2026-11-23; closed
            """)
    }

    @Test func prolongation() throws {
        let plan = try Self.plan("openingCall 10:00 trading 10:30 closed 11:00")
        try SessionTable.check(
            plan,
            """
            09:00 extend 10 | no notBegun
            10:00 advance   | books call; begins openingCall to 10:30
            10:29 extend 10 | extended to 10:40
            10:30 advance   |
            10:40 advance   | books uncross then continuous; begins trading to 11:10
            10:50 extend 0  | no extensionOutOfRange
            10:50 extend 1441 | no extensionOutOfRange
            11:09 extend 1  | extended to 11:11
            11:11 extend 5  | books closed; begins closed; expire session; expire day; expire through 2026-11-23; closed; no closed
            """)
    }

    /// What began keeps its moment; only what lies ahead moves.
    @Test func startsAfterAnExtension() throws {
        let plan = try Self.plan("openingCall 10:00 trading 10:30 closed 11:00")
        let starts = plan.phases.map { SessionTable.instant($0.start.text, SessionTable.day) }
        let scheduled = ScheduledSession(
            plan: 0, day: SessionTable.day, starts: starts, isLastOfDay: true)
        var session = try #require(SessionState(number: 1, plan: plan, scheduled: scheduled))
        var events: [SessionEvent] = []
        session.extend(by: 60_000, at: starts[1].advanced(by: 5), into: &events)
        #expect(session.starts == [starts[0], starts[1], starts[2].advanced(by: 60_000)])
    }

    @Test func haltAndResume() throws {
        let plan = try Self.plan("openingCall 10:00 trading 10:30 closed 11:00")
        try SessionTable.check(
            plan,
            """
            10:10 halt   | 10:00 books call; 10:00 begins openingCall to 10:30; halted; books closed
            10:11 ask buy sell bid deal cancelbuy cancelsell | no buy halted; no sell halted;
                         | no bid halted; no deal halted
            10:12 halt   | no halted
            10:12 next trading | no halted
            10:15 extend 5 | extended to 10:35
            10:35 advance |                                         # time stands still
            10:40 resume | resumed to 11:05; books call            # 25 minutes were left
            10:41 resume | no notHalted
            11:05 advance | books uncross then continuous; begins trading to 11:35
            11:10 halt   | halted; books closed
            11:20 resume | resumed to 11:45; books call; books in call to 11:22
            11:21 band 3 | no notContinuous
            11:22 advance | books uncross then continuous
            11:45 advance | books closed; begins closed; expire session; expire day;
                         | expire through 2026-11-23; closed
            """)
    }

    @Test func haltsNearAnEnd() throws {
        let plan = try Self.plan("trading 10:00 closingCall 11:00 closed 11:10")
        try SessionTable.check(
            plan,
            """
            10:59 halt    | 10:00 books call; 10:00 books uncross then continuous;
                          | 10:00 begins trading to 11:00; halted; books closed
            11:30 resume  | resumed to 11:31; books call; books in call to 11:32
            11:31 advance | begins closingCall to 11:41               # one call becomes the other
            11:41 advance | books uncross then closed; begins closed; expire session; expire day;
                          | expire through 2026-11-23; closed
            """)
        try SessionTable.check(
            try Self.plan("trading 10:00 dealMaking 11:00 closed 12:00"),
            """
            10:59 halt    | 10:00 books call; 10:00 books uncross then continuous;
                          | 10:00 begins trading to 11:00; halted; books closed
            11:30 resume  | resumed to 11:31; books call; books in call to 11:32
            11:31 advance | begins dealMaking to 12:31                # the call goes on
            11:31 ask buy deal | all allowed
            11:32 advance | books uncross then continuous
            """)
        try SessionTable.check(
            try Self.plan("trading 10:00 closed 11:00", resumeCall: 0),
            """
            10:00 next trading | books call; books uncross then continuous; begins trading to 11:00; no notNext
            10:10 halt   | halted; books closed
            10:20 resume | resumed to 11:10; books call; books uncross then continuous
            """)
        try SessionTable.check(
            try Self.plan("trading 10:00 closed 11:00"),
            """
            10:59 halt    | 10:00 books call; 10:00 books uncross then continuous;
                          | 10:00 begins trading to 11:00; halted; books closed
            11:59 resume  | resumed to 12:00; books call; books in call to 12:01
            12:00 advance | books uncross then closed; begins closed; expire session; expire day;
                          | expire through 2026-11-23; closed
            """)
    }

    /// As Xetra's protective mechanisms have it: a trade outside the corridor begins a call of the
    /// instrument alone; if a closing auction is due meanwhile, the call becomes that one.
    @Test func priceBands() throws {
        let plan = try Self.plan(
            "preOpening 09:00 openingCall 09:30 trading 10:00 closingCall 11:00 closed 11:10")
        try SessionTable.check(
            plan,
            """
            09:10 band 7  | 09:00 books call; 09:00 begins preOpening to 09:30; no notContinuous
            10:00 advance | 09:30 begins openingCall to 10:00; books uncross then continuous;
                          | begins trading to 11:00
            10:10 band 7  | book 7 in call to 10:15
            10:11 band 7  | no alreadyInCall
            10:12 band 3  | book 3 in call to 10:17
            10:12 band 9  | book 9 in call to 10:17
            10:16 advance | 10:15 book 7 uncross then continuous
            10:16 band 7  | book 7 in call to 10:21
            10:30 advance | 10:17 book 3 uncross then continuous; 10:17 book 9 uncross then continuous;
                          | 10:21 book 7 uncross then continuous
            10:58 band 7  | book 7 in call to 11:03
            11:00 advance | books call; begins closingCall to 11:10
            11:03 advance |
            11:10 advance | books uncross then closed; begins closed; expire session; expire day;
                          | expire through 2026-11-23; closed
            """)
        try SessionTable.check(
            try Self.plan("trading 10:00 dealMaking 11:00 closed 11:02"),
            """
            10:58 band 7  | 10:00 books call; 10:00 books uncross then continuous;
                          | 10:00 begins trading to 11:00; book 7 in call to 11:03
            11:00 advance | begins dealMaking to 11:02                # the call goes on
            11:02 advance | book 7 uncross then closed; books closed; begins closed;
                          | expire session; expire day; expire through 2026-11-23; closed
            """)
        try SessionTable.check(
            try Self.plan("trading 10:00 closed 11:00"),
            """
            10:00 advance | books call; books uncross then continuous; begins trading to 11:00
            10:10 band 7  | book 7 in call to 10:15
            10:12 halt    | halted; books closed
            10:15 advance |
            10:20 resume  | resumed to 11:08; books call; books in call to 10:22
            10:22 advance | books uncross then continuous
            """)
    }

    /// The next phase by hand, named: a second press does nothing.
    @Test func phasesByHand() throws {
        let plan = try Self.plan("preOpening 10:00 openingCall 10:30 trading 11:00 closed 12:00")
        try SessionTable.check(
            plan,
            """
            09:40 next preOpening | books call; begins preOpening to 10:30
            09:50 next openingCall | begins openingCall to 11:00
            10:00 advance |
            10:55 next trading | books uncross then continuous; begins trading to 12:00
            11:00 advance |
            11:30 next dealMaking | no notNext
            11:30 next closed | books closed; begins closed; expire session; expire day;
                          | expire through 2026-11-23; closed
            """)
    }

    @Test func cancellation() throws {
        let plan = try Self.plan("openingCall 10:00 trading 10:30 closed 11:00")
        try SessionTable.check(
            plan,
            """
            09:00 cancel  | expire session; expire day; expire through 2026-11-23; cancelled
            10:00 advance |
            10:00 ask buy cancelbuy | no buy cancelled
            10:01 resume  | no cancelled
            10:01 extend 5 | no cancelled
            """)
        try SessionTable.check(
            plan,
            """
            10:10 cancel  | 10:00 books call; 10:00 begins openingCall to 10:30; books closed;
                          | expire session; expire day; expire through 2026-11-23; cancelled
            """)
        try SessionTable.check(
            plan,
            """
            10:10 halt    | 10:00 books call; 10:00 begins openingCall to 10:30; halted; books closed
            10:20 cancel  | expire session; expire day; expire through 2026-11-23; cancelled
            10:21 cancel  | no cancelled
            """)
    }

    /// Time never goes back: an earlier moment counts as the latest seen.
    @Test func clockGoesBack() throws {
        try SessionTable.check(
            try Self.plan("openingCall 10:00 trading 10:30 closed 11:00"),
            """
            10:20 advance | 10:00 books call; 10:00 begins openingCall to 10:30
            10:10 halt    | 10:20 halted; 10:20 books closed
            10:40 resume  | resumed to 10:50; books call
            """)
    }

    @Test func dedicatedSession() throws {
        let plan = try Self.plan("trading 10:00 closed 11:00", places: ["place/ru/karelia"])
        let karelia = RecordName("place/ru/karelia")
        let russia = RecordName("place/ru")
        #expect(plan.admits([RecordName("place/ru/karelia/petrozavodsk"), karelia, russia]))
        #expect(!plan.admits([RecordName("place/ru/pskov"), russia]))
        #expect(!plan.admits([]))
        #expect(try Self.plan("trading 10:00 closed 11:00").admits([]))
    }

    @Test func unsoundPlansAreRefusedByName() throws {
        func fault(_ text: String, _ rules: [PhaseKind: PhaseRules] = [:]) -> CalendarError? {
            do {
                _ = try Self.plan(text, rules: rules)
                return nil
            } catch {
                return error as? CalendarError
            }
        }
        #expect(fault("") == .phaseCount(0))
        #expect(fault("trading 10:00") == .closedMisplaced(position: 0))
        #expect(fault("closed 10:00 closed 11:00") == .closedMisplaced(position: 0))
        #expect(fault("trading 10:00 closed 10:00") == .phaseNotLater(position: 1))
        #expect(
            fault("preOpening 09:00 trading 10:00 closed 11:00") == .callNotUncrossed(position: 0))
        #expect(
            fault(
                "trading 10:00 closed 11:00",
                [.trading: PhaseRules(allowed: .orders, book: .continuous, uncrosses: true)])
                == .uncrossWithoutCall(position: 0))
        #expect(
            fault(
                "trading 10:00 closed 11:00",
                [.closed: PhaseRules(allowed: .orders, book: .continuous)])
                == .closedBookOpen(position: 1))
        #expect(
            CalendarError.callNotUncrossed(position: 0).description
                == "Phase 0 is a call; it must uncross or be followed by another call.")
        #expect(throws: CalendarError.durationOutOfRange(name: "bandCall", milliseconds: 0)) {
            try Self.plan("trading 10:00 closed 11:00", bandCall: 0)
        }
    }
}
