import ArgumentParser
import Exchange
import TradingFloor

struct SessionCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "Sessions of a section.",
        subcommands: [
            Open.self, Phase.self, Extend.self, Halt.self, Resume.self, Close.self, List.self,
            Bundle.self, PublishCommand.self,
        ])

    struct Target: ParsableArguments {
        @Argument(help: "The section.") var section: String
    }

    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Plans a session; its phases begin by themselves.",
            discussion: """
                Phases are announcement, preOpening, openingCall, trading, sellersCorrection, \
                dealMaking, closingCall and closed; the last is closed. Example: \
                --day 2026-11-23 --zone +03:00 --phases \
                preOpening=09:30,openingCall=09:55,trading=10:00,closed=12:00
                """)

        @OptionGroup var options: FloorArguments
        @OptionGroup var target: Target
        @Option(help: "A short name of the plan.") var code = "SESSION"
        @Option(help: "Its name for readers.") var name = ""
        @Option(help: "The day.") var day: String
        @Option(help: "How far the place's clocks are from UTC.") var zone = "+03:00"
        @Option(help: "The phases and when each begins.") var phases: String
        @Option(parsing: .upToNextOption, help: "Records of the places whose firms may take part.")
        var places: [String] = []

        func run() throws {
            let (plan, scheduled) = try SessionText.session(
                code: code, name: name, day: day, zone: zone, phases: phases, places: places)
            let events = try options.with(target.section) { floor in
                try floor.order(.openSession(plan, scheduled))
            }
            let number = events.first { $0.kind == .sessionPlanned }?.subject ?? 0
            try options.show(
                ["section": target.section, "session": "\(number)"],
                [
                    "Session \(number) (\(code)) is planned; it begins "
                        + "\(scheduled.starts.first?.text ?? "")."
                ])
        }
    }

    struct Phase: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Begins the next phase now.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var target: Target
        @Argument(help: "The phase that is next.") var phase: String

        func run() throws {
            try SessionText.change(options, target.section, .next(SessionText.phase(phase)))
        }
    }

    struct Extend: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lets the phase last longer.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var target: Target
        @Argument(help: "By how many minutes.") var minutes: Int64

        func run() throws {
            guard (1...1_440).contains(minutes) else {
                throw ValidationError("\(minutes) minutes: 1 to 1440 may be")
            }
            try SessionText.change(options, target.section, .extend(minutes * 60_000))
        }
    }

    struct Halt: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Halts the session; only cancellations are taken.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var target: Target

        func run() throws { try SessionText.change(options, target.section, .halt) }
    }

    struct Resume: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lets the session go on.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var target: Target

        func run() throws { try SessionText.change(options, target.section, .resume) }
    }

    struct Close: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends the session now, before its plan does.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var target: Target

        func run() throws { try SessionText.change(options, target.section, .cancel) }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists sessions that were held, with their results.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var target: Target

        struct Row: Encodable {
            var session: UInt32
            var plan: String
            var opened: String
            var closed: String?
            var isCancelled: Bool
            var deals: UInt64
            var quotations: [Prices]
        }

        struct Prices: Encodable {
            var instrument: String
            var low: Int64?
            var high: Int64?
            var last: Int64?
            var volume: String
            var deals: Int64
        }

        func run() throws {
            let rows: [Row] = try options.look(target.section) { section, book in
                book.sessions.map { record in
                    Row(
                        session: record.number, plan: record.plan, opened: record.opened.text,
                        closed: record.closed?.text, isCancelled: record.isCancelled,
                        deals: record.deals,
                        quotations: record.quotations.filter { !$0.isEmpty }.map {
                            Prices(
                                instrument: section.instruments[Int($0.key.instrument)].code,
                                low: $0.low, high: $0.high, last: $0.last,
                                volume: "\($0.market.volume)", deals: $0.market.deals)
                        })
                }
            }
            try options.show(
                rows,
                rows.flatMap { row in
                    [
                        "\(row.session)  \(row.plan)  \(row.opened) to \(row.closed ?? "now")"
                            + (row.isCancelled ? ", cancelled" : "") + ", \(row.deals) deals"
                    ]
                        + row.quotations.map {
                            let prices = [$0.low, $0.high, $0.last].map {
                                $0.map { "\($0)" } ?? "-"
                            }
                            return "   \($0.instrument)  low \(prices[0])  high \(prices[1])  "
                                + "last \(prices[2])  volume \($0.volume)  deals \($0.deals)"
                        }
                })
        }
    }

    struct Bundle: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the bundle of a session that is over, for anybody to check.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var target: Target
        @Argument(help: "The session's number.") var session: UInt32
        @Option(name: .shortAndLong, help: "The file to write.") var output: String

        func run() throws {
            let report = try SessionBundle.write(
                of: session, section: target.section, folder: options.folder(of: target.section),
                to: output)
            try options.show(BundleRow(report), ["\(output) is written."] + BundleRow(report).lines)
        }
    }
}

/// Reading what a command line says of sessions.
enum SessionText {
    static func phase(_ text: String) throws -> PhaseKind {
        guard let kind = PhaseKind.allCases.first(where: { "\($0)" == text }) else {
            let names = PhaseKind.allCases.map { "\($0)" }.joined(separator: ", ")
            throw ValidationError("\"\(text)\" isn't a phase; it is one of \(names)")
        }
        return kind
    }

    static func session(
        code: String, name: String, day: String, zone: String, phases: String, places: [String]
    ) throws -> (SessionPlan, ScheduledSession) {
        guard let date = CivilDay(day) else {
            throw ValidationError("--day \(day) isn't a day; write it like 2026-11-23")
        }
        let offset = try offset(zone)
        var planned: [PlannedPhase] = []
        for part in phases.split(separator: ",") {
            let words = part.split(separator: "=")
            guard words.count == 2, let time = LocalTime(String(words[1])) else {
                throw ValidationError(
                    "\"\(part)\" in --phases isn't a phase and a time like trading=10:00")
            }
            planned.append(PlannedPhase(try phase(String(words[0])), at: time))
        }
        let plan = try SessionPlan(
            code: code, name: name, phases: planned, places: places.map { RecordName($0) })
        let clocks = try TimeZoneTable(name: zone, initialOffset: offset)
        return (
            plan,
            ScheduledSession(
                plan: 0, day: date, starts: planned.map { clocks.instant(of: date, at: $0.start) },
                isLastOfDay: true)
        )
    }

    /// Seconds east of UTC of a text like `+03:00`.
    private static func offset(_ text: String) throws -> Int32 {
        let sign: Int32? = text.hasPrefix("+") ? 1 : text.hasPrefix("-") ? -1 : nil
        guard let sign, let time = LocalTime(String(text.dropFirst())) else {
            throw ValidationError("--zone \(text) isn't an offset from UTC like +03:00")
        }
        return sign * time.seconds
    }

    static func change(
        _ options: FloorArguments, _ section: String, _ order: SessionOrder
    ) throws {
        let events = try options.with(section) { try $0.order(.session(order)) }
        let words = events.map { event in
            let moment =
                event.remaining == 0
                    || event.kind.rawValue < SectionEventKind.sessionPlanned.rawValue
                ? "" : ", until \(Instant(event.remaining).text)"
            return "\(event.kind)\(moment)"
        }
        try options.show(words, words.isEmpty ? ["Nothing changed."] : words)
    }
}
