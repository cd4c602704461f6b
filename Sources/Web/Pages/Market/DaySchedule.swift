import Charts
import Exchange
import TradingFloor

/// What the sections hold on a day: sessions that were held, the one that is on, and those that are
/// to come, with their phases.
struct DaySchedule: Sendable {
    /// A session of the day.
    struct Entry: Sendable {
        let section: String
        /// Its plan's name or code.
        let name: String
        /// The phases with their beginnings, as far as they are known; the last is the end.
        let phases: [(kind: PhaseKind?, start: Instant)]
        let mark: Mark
        /// The session's number, if it has one already.
        let number: UInt32?
    }

    enum Mark: Sendable {
        case held, cancelled, on, planned
    }

    let day: CivilDay
    /// By their beginning.
    let entries: [Entry]
    private let scenes: [SectionScene]
    private let words: Catalogue

    /// The sessions of a day of UTC.
    init(_ scenes: [SectionScene], on day: CivilDay, _ words: Catalogue) {
        self.scenes = scenes
        self.words = words
        self.day = day
        let entries = scenes.flatMap { Self.entries(of: $0, on: day) }
        self.entries = entries.sorted { left, right in
            let (a, b) = (left.phases.first?.start, right.phases.first?.start)
            return (a ?? .distantPast, left.section) < (b ?? .distantPast, right.section)
        }
    }

    private static func entries(of scene: SectionScene, on day: CivilDay) -> [Entry] {
        var entries: [Entry] = []
        for record in scene.sessions {
            guard MarketTime.day(record.opened) == day, let closed = record.closed else { continue }
            entries.append(
                Entry(
                    section: scene.name, name: record.plan,
                    phases: [(nil, record.opened), (.closed, closed)],
                    mark: record.isCancelled ? .cancelled : .held, number: record.number))
        }
        var known: Set<Instant> = []
        if let session = scene.session, !session.isOver, let first = session.starts.first {
            known.insert(first)
            if MarketTime.day(first) == day {
                entries.append(entry(of: session, in: scene.name))
            }
        }
        // What the timetable says of later hours; what is over stands in the day book.
        for scheduled in scene.timetable?.sessions(on: day) ?? [] {
            guard let timetable = scene.timetable, let first = scheduled.starts.first,
                first > scene.now, !known.contains(first)
            else { continue }
            let plan = timetable.plans[scheduled.plan]
            entries.append(
                Entry(
                    section: scene.name, name: plan.name.isEmpty ? plan.code : plan.name,
                    phases: Array(zip(plan.phases.map(\.kind), scheduled.starts)), mark: .planned,
                    number: nil))
        }
        return entries
    }

    private static func entry(of session: SessionState, in section: String) -> Entry {
        let plan = session.plan
        return Entry(
            section: section, name: plan.name.isEmpty ? plan.code : plan.name,
            phases: Array(zip(plan.phases.map(\.kind), session.starts)),
            mark: session.status == .pending ? .planned : .on, number: session.number)
    }

    // MARK: As a drawing

    /// The day as a drawing; nil without a session.
    func plate(now: Instant) -> Plate? {
        guard !entries.isEmpty else { return nil }
        let title = words(.timetableOf(words.date(day.text)))
        let summary = words(.timetableHelp)
        let rows = entries.map { entry in
            ScheduleChart.Row(
                name: SectionScene.title(entry.section) + " · " + entry.name, spans: spans(of: entry)
            )
        }
        let minute = MarketTime.minutes(now, since: day)
        let mark = (0..<1_440).contains(Int(minute)) ? (minute, words(.nowMark)) : nil
        let (clocks, table) = (clocks, table)
        let content = PlateContent(
            title: title, summary: summary,
            chart: { id in
                ScheduleChart(
                    text: words.chartText(id: id, title: title, description: summary), rows: rows,
                    clocks: clocks, now: mark, table: table)
            },
            remarks: clocks.count > 1 ? [words(.clocksOf(clocks[1].name))] : [],
            data: DrawingData(columns: [], rows: []))
        return Plate(id: "today-drawing", content: content, words: words)
    }

    private func spans(of entry: Entry) -> [ScheduleChart.Span] {
        zip(entry.phases, entry.phases.dropFirst()).map { phase, next in
            let name = phase.kind.map { words(.phase($0)) } ?? words(mark: entry.mark)
            return ScheduleChart.Span(
                name: name, start: MarketTime.minutes(phase.start, since: day),
                end: MarketTime.minutes(next.start, since: day),
                tone: tone(phase.kind, entry.mark),
                detail: SectionScene.title(entry.section) + ", " + entry.name + ": " + name + ", "
                    + MarketTime.clock(phase.start) + "–" + MarketTime.clock(next.start) + " UTC")
        }
    }

    private func tone(_ kind: PhaseKind?, _ mark: Mark) -> ScheduleChart.Span.Tone {
        guard let kind else { return mark == .held ? .light : .hollow }
        return switch kind {
        case .trading, .dealMaking: .strong
        case .announcement, .closed: .hollow
        case .preOpening, .openingCall, .sellersCorrection, .closingCall: .light
        }
    }

    /// UTC, and the clock of the first timetable that names another.
    private var clocks: [ScheduleChart.Clock] {
        let utc = ScheduleChart.Clock(name: "UTC", offset: 0)
        guard let scene = scenes.first(where: { MarketTime(words, $0.timetable?.zone).zone != nil }),
            let zone = scene.timetable?.zone
        else { return [utc] }
        let offset = Int(zone.offset(at: scene.now)) / 60
        return [utc, ScheduleChart.Clock(name: zone.name, offset: offset)]
    }

    // MARK: As a table

    private func words(mark: Mark) -> String {
        switch mark {
        case .held: words(.heldMark)
        case .cancelled: words(.cancelledMark)
        case .on: words(.onMark)
        case .planned: words(.plannedMark)
        }
    }

    private var table: ChartTable {
        ChartTable(
            columns: [
                ChartTable.Column(words(.section)), ChartTable.Column(words(.session)),
                ChartTable.Column(words(.phaseName)), ChartTable.Column(words(.from) + " (UTC)"),
                ChartTable.Column(words(.from) + " (" + words(.localClock) + ")"),
                ChartTable.Column(words(.whereItStands)),
            ],
            rows: entries.flatMap { entry in entry.phases.map { row($0, entry) } })
    }

    private func row(
        _ phase: (kind: PhaseKind?, start: Instant), _ entry: Entry
    ) -> [ChartTable.Cell] {
        let scene = scenes.first { $0.name == entry.section }
        let time = MarketTime(words, scene?.timetable?.zone)
        let session = entry.number.map {
            MarketPath.session(String($0), of: entry.section).text
        }
        return [
            ChartTable.Cell(
                SectionScene.title(entry.section), href: MarketPath.section(entry.section).text),
            ChartTable.Cell(entry.name, href: entry.mark == .planned ? nil : session),
            ChartTable.Cell(phase.kind.map { words(.phase($0)) } ?? words(.opened)),
            ChartTable.Cell(MarketTime.clock(phase.start)),
            ChartTable.Cell(time.localHour(phase.start) ?? ""),
            ChartTable.Cell(words(mark: entry.mark)),
        ]
    }
}
