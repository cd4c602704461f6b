internal import Exchange
internal import Journal
internal import TradingFloor

extension Run {
    /// What is always so with this run's disk.
    private var baseFaults: DiskFaults {
        var faults = DiskFaults()
        faults.slowness = temper.isSlow ? 900 : 0
        faults.longestWrite = temper.longestWrite
        return faults
    }

    /// Something goes wrong soon, if this run has such things and nothing does already.
    func armFaults() {
        var faults = disk.faults
        guard options.powerFailsAt == nil, faults.changesLeft == .max, faults.spaceLeft == nil,
            !faults.failsSync
        else { return }
        if chance.happens(temper.crashes) {
            faults.changesLeft = chance.number(0...25)
            faults.tears = chance.happens(600)
            if temper.lies && chance.happens(500) {
                faults.liesPermille = chance.number(100...1_000)
            }
        } else if chance.happens(temper.fullDisks) {
            faults.spaceLeft = chance.number(0...3_000)
        } else if chance.happens(temper.failedSyncs) {
            faults.failsSync = true
            faults.failsTruncate = chance.happens(300)
        }
        if options.sabotage == .forgetsSynced { faults.liesPermille = 1_000 }
        disk.faults = faults
    }

    /// The process is gone, or the whole machine; then it starts again.
    func crash() throws(Finding) {
        let wasDown = disk.isDown
        // Nothing that this process still does reaches the disk.
        disk.cutPower()
        letGo()
        let isPower = options.powerFailsAt != nil || chance.happens(wasDown ? 750 : 300)
        trace.add(isPower ? "power fails" : "process dies")
        tally.add(isPower ? "power failures" : "killed processes")
        let backup = disk.files
        let isWeak = start(afterPowerFailure: isPower)
        if options.sabotage == .dropsGroup { disk.restore(before) }
        try recover(backup: backup, isWeak: isWeak)
    }

    /// Lets go of the section, as an orderly stop does; after a crash that reaches nothing.
    func letGo() {
        desk?.journal.close()
        desk = nil
    }

    /// - Returns: Whether the disk lost what it had said to be durable: then less is promised.
    private func start(afterPowerFailure isPower: Bool) -> Bool {
        var lost = false
        if isPower { lost = disk.restart(&chance) } else { disk.restartProcess() }
        disk.faults = baseFaults
        if lost { tally.add("losses by lies") }
        return lost && options.sabotage != .forgetsSynced
    }

    /// Opens the section, again and again if the power fails meanwhile, and looks at what is there.
    ///
    /// - Parameters:
    ///   - backup: what was written when the disk lost what it had promised.
    ///   - isWeak: whether it did. Then the section is refused by name, or what is left is some
    ///     first groups of what was acknowledged.
    func recover(backup: [String: [UInt8]] = [:], isWeak: Bool = false) throws(Finding) {
        var isWeak = isWeak
        for attempt in 1...60 {
            disturbOpening(attempt)
            guard let error = openingError() else {
                disk.faults.readFailuresPermille = 0
                tally.add("recoveries")
                return try settle(isWeak)
            }
            trace.add("opening failed: \(error)")
            if disk.isDown {
                tally.add("crashes in recovery")
                let lost = start(afterPowerFailure: chance.happens(700))
                isWeak = isWeak || lost
            } else if disk.faults.readFailuresPermille > 0, Self.isReading(error) {
                tally.add("openings with failed reads")
                disk.faults.readFailuresPermille = 0
            } else if isWeak {
                try checkNames(error)
                tally.add("refused after lies: \(Self.name(of: error))")
                disk.restore(backup)
                isWeak = false
            } else {
                throw Finding("recovery", "refused without a cause: \(error)")
            }
        }
        throw Finding("recovery", "it doesn't come to an end")
    }

    private func disturbOpening(_ attempt: Int) {
        guard options.powerFailsAt == nil, attempt < 5, disk.faults.changesLeft == .max else {
            return
        }
        if chance.happens(temper.crashes) {
            disk.faults.changesLeft = chance.number(0...12)
            disk.faults.tears = chance.happens(500)
        } else if chance.happens(temper.failedReads) {
            disk.faults.readFailuresPermille = chance.number(1...300)
        }
    }

    /// Opens the section; why that can't be, if it can't.
    func openingError() -> FloorError? {
        do throws(FloorError) {
            try open()
            return nil
        } catch {
            return error
        }
    }

    /// Opens journal and section; what was opened halfway is let go.
    func open() throws(FloorError) {
        let clock = clock
        let check: OpeningCheck = chance.happens(500) ? .everything : .lastSegment
        let options = FileJournal.Options(
            segmentBytes: temper.segmentBytes, check: check, clock: { clock.now * 1_000 })
        let journal: FileJournal
        do throws(JournalError) {
            journal = try FileJournal.open(
                "\(Self.folder)/journal", options: options, files: disk)
        } catch {
            throw .journal(error)
        }
        do throws(FloorError) {
            if !hasBegun { try SectionKeeper.begin(limits, on: journal) }
            desk = Desk(
                try SectionKeeper.open(
                    Self.name, journal: journal,
                    snapshots: SnapshotShelf(disk: disk, folder: "\(Self.folder)/snapshots"),
                    mixingKey: limits.mixingKey), journal)
        } catch {
            journal.close()
            throw error
        }
        hasBegun = true
    }

    /// After each recovery: what was acknowledged is there, in its numbers; the group whose fate
    /// wasn't known is there as a whole or not at all; the state is that of the undisturbed run and
    /// of plain replay.
    private func settle(_ isWeak: Bool) throws(Finding) {
        guard let desk else { return }
        let found = Int(clamping: desk.keeper.commands)
        trace.add("recovered with \(found) commands, \(desk.keeper.report)")
        if desk.keeper.report.snapshot != nil { tally.add("recoveries from a snapshot") }
        if found == history.count + inFlight.count {
            if !inFlight.isEmpty { try adopt() }
        } else if found < history.count, isWeak, history.endsGroup(found) {
            try rewind(to: found)
        } else if found != history.count {
            throw Finding(
                "durability",
                "\(history.count) commands were acknowledged, \(inFlight.count) were under way, "
                    + "\(found) are there")
        }
        inFlight = []
        latest = desk.keeper.section.clock
        let hash = desk.keeper.section.stateHash
        guard hash == shadow.stateHash else {
            throw Finding("recovery", "after \(found) commands the state is another one")
        }
        if let dayBook = history.dayBook, dayBook != desk.keeper.dayBook {
            throw Finding("recovery", "after \(found) commands the day book is another one")
        }
        guard try history.check(desk.journal, limits) == hash else {
            throw Finding("replay", "plain replay of \(found) commands gives another state")
        }
        try auditor.compare(with: desk.keeper.section)
        trace.mix(hash)
    }

    /// The operator stops the section and starts it again; meanwhile the machine may be turned off,
    /// or a bit of a file may turn over.
    func restartOrderly() throws(Finding) {
        disk.faults = baseFaults
        if chance.happens(500) { takeSnapshot() }
        letGo()
        tally.add("orderly restarts")
        trace.add("orderly restart")
        let backup = disk.files
        let isWeak = start(afterPowerFailure: chance.happens(300))
        if !isWeak && chance.happens(temper.flips) { return try damage() }
        try recover(backup: backup, isWeak: isWeak)
    }

    /// The end of a run: stopped in order and started once more.
    func finish() throws(Finding) {
        while disk.isDown || desk?.keeper.failure != nil { try crash() }
        if let place = options.powerFailsAt, disk.faults.changesLeft < place {
            tally.add("changes before the end", place - disk.faults.changesLeft)
        }
        disk.faults = baseFaults
        letGo()
        disk.restartProcess()
        disk.faults = baseFaults
        if let error = openingError() {
            throw Finding("recovery", "refused at the end: \(error)")
        }
        try settle(false)
        letGo()
    }
}
