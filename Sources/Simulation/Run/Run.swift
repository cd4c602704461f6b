internal import Exchange
internal import Journal
internal import TradingFloor

/// A section that is open, and its journal.
final class Desk {
    var keeper: SectionKeeper
    let journal: FileJournal

    init(_ keeper: consuming SectionKeeper, _ journal: FileJournal) {
        self.keeper = keeper
        self.journal = journal
    }
}

/// One run: a section with its journal and snapshots on a simulated disk, participants, faults, and
/// the auditor. Everything follows from the seed.
final class Run {
    static let folder = "sim"
    static let name = "sim"

    let options: RunOptions
    let temper: Temper
    let limits: SectionLimits
    let clock: SimulatedClock
    let disk: SimulatedDisk
    var chance: Chance
    var clients: Clients
    var auditor = Auditor()
    var history = History()
    var tally = Tally()
    /// What the section refused, by reason.
    var refusals = Tally()
    var trace = Trace()
    /// The section while it is open.
    var desk: Desk?
    /// The same commands, applied without journal, disk and faults.
    var shadow: Section
    /// Stamps never go back, whatever the clock does.
    var latest: Instant
    /// Whether the first entry was acknowledged.
    var hasBegun = false
    /// The group whose fate isn't known.
    var inFlight: [FloorCommand] = []
    /// Who sent it.
    var sent: [Submission] = []
    var events = SectionEvents()
    var ends: [Int] = []
    /// Those whose connection is gone; the house says so with the next group.
    var gone: [ParticipantIndex] = []
    /// What the disk held before the last group, for one kind of sabotage.
    var before: [String: [UInt8]] = [:]

    init(seed: UInt64, _ options: RunOptions) {
        var chance = Chance(seed: seed)
        var temper = Temper(&chance)
        if options.powerFailsAt != nil { temper.calm() }
        if options.sabotage != .none { temper.provoke() }
        self.options = options
        self.temper = temper
        limits = SectionLimits(
            orders: temper.ordersRemembered, ordersPerBook: temper.ordersPerBook, instruments: 12,
            mixingKey: chance.next())
        clock = SimulatedClock()
        disk = SimulatedDisk(chance: chance.branch(), clock: clock)
        clients = Clients(temper, chance.branch())
        shadow = Section(limits)
        latest = Instant(clock.now)
        self.chance = chance
    }

    /// Plays the run to its end, or to the first finding.
    func play() throws(Finding) {
        if let place = options.powerFailsAt {
            disk.faults.changesLeft = place
            disk.faults.tears = chance.happens(500)
        }
        try recover()
        try submitOpening()
        while history.count < options.commands {
            if disk.isDown || desk?.keeper.failure != nil {
                try crash()
            } else if chance.happens(temper.restarts) {
                try restartOrderly()
            }
            try turn()
        }
        try finish()
    }

    private func submitOpening() throws(Finding) {
        var chance = chance.branch()
        for action in House.opening(temper, &chance) {
            try commit([Submission(sender: 0, action: action)])
            while disk.isDown || desk?.keeper.failure != nil { try crash() }
        }
    }

    /// Time passes, something breaks, and a group of commands comes in.
    private func turn() throws(Finding) {
        passTime()
        if chance.happens(temper.clockJumps) {
            tally.add("clock jumps")
            clock.pass(chance.number(-90_000_000...chance.one(of: [10, 90_000_000])))
        }
        armFaults()
        try letTimePass()
        guard let desk, desk.keeper.failure == nil else { return }
        let count = chance.number(1...temper.group)
        var group = gone.map { Submission(sender: 0, action: .disconnect($0)) }
        gone = []
        for _ in 0..<count { group.append(nextSubmission()) }
        try commit(group)
        if chance.happens(temper.snapshots) { takeSnapshot() }
    }

    /// Time goes on at the run's pace, and now and then to the moment at which something is due.
    private func passTime() {
        clock.pass(chance.number(0...temper.pace))
        guard chance.happens(temper.hasTimetable ? 200 : 40), let desk else { return }
        let wait = Instant(clock.now).milliseconds(to: desk.keeper.nextDue)
        if (1...400_000_000).contains(wait) { clock.pass(wait + chance.number(-1...1)) }
    }

    private func nextSubmission() -> Submission {
        guard let desk else { return Submission(sender: 0, action: .advance) }
        return clients.next(desk.keeper.section)
    }

    private func stamp() -> Instant {
        latest = max(latest, Instant(clock.now))
        return latest
    }

    /// What is due by itself gets commands of its own, as the floor's writer does it.
    private func letTimePass() throws(Finding) {
        let now = stamp()
        var stuck: Instant?
        while let due = dueCommand(now, stuck) {
            try commit([Submission(sender: 0, action: .advance)], at: due.command.time)
            guard let desk, desk.keeper.failure == nil else { return }
            if desk.keeper.nextDue <= due.command.time { stuck = desk.keeper.nextDue }
        }
    }

    private func dueCommand(_ now: Instant, _ stuck: Instant?) -> FloorCommand? {
        guard let desk, desk.keeper.failure == nil, desk.keeper.nextDue != stuck else { return nil }
        return desk.keeper.due(at: now)
    }

    func takeSnapshot() {
        do throws(FloorError) {
            try desk?.keeper.takeSnapshot()
            tally.add("snapshots")
        } catch {
            trace.add("snapshot failed: \(error)")
            tally.add("snapshots failed")
        }
    }

    // MARK: Commit

    /// Commits a group, and looks at every answer.
    func commit(_ group: [Submission], at moment: Instant? = nil) throws(Finding) {
        let time = moment ?? stamp()
        inFlight = group.map {
            FloorCommand(
                origin: $0.sender, SectionCommand(time: time, action: $0.action))
        }
        sent = group
        events.removeAll()
        ends.removeAll()
        let first: UInt64
        do throws(FloorError) {
            first = try commitToKeeper()
        } catch {
            try refuseFurther(error)
            return
        }
        try look(first)
    }

    private func commitToKeeper() throws(FloorError) -> UInt64 {
        guard desk != nil else { throw .closed }
        if options.sabotage == .dropsGroup { before = disk.files }
        var group = inFlight
        if options.sabotage == .reordersGroup { group.swapAt(0, group.count - 1) }
        if options.sabotage == .renumbersRepeats { renumberRepeats(&group) }
        let first = try desk?.keeper.commit(group, into: &events, ends: &ends) ?? 0
        if options.sabotage == .commitsTwice && chance.happens(30) {
            var more = SectionEvents()
            var others: [Int] = []
            _ = try desk?.keeper.commit(group, into: &more, ends: &others)
        }
        return first
    }

    private func renumberRepeats(_ group: inout [FloorCommand]) {
        for place in group.indices {
            guard case .enter(var entry) = group[place].command.action,
                case .sent = auditor.knowledge(of: group[place].command.action)
            else { continue }
            entry.clientOrder += 1 << 59
            group[place].command.action = .enter(entry)
        }
    }
}
