internal import Exchange
internal import TradingFloor

/// The fault simulator of the exchange: one seed, one run, always the same.
public enum Simulation {
    /// Plays a run.
    public static func run(seed: UInt64, options: RunOptions = RunOptions()) -> RunReport {
        let run = Run(seed: seed, options)
        var report = RunReport(seed: seed)
        do throws(Finding) {
            try run.play()
        } catch {
            report.finding = error
            report.lastSteps = run.trace.last + run.lastCommands
        }
        report.counts = run.counts
        report.refusals = run.refusals.all
        report.stateHash = run.shadow.stateHash
        report.runHash = run.trace.hash.value
        return report
    }
}

extension Run {
    /// The last commands that were acknowledged, and the group after them, in words.
    var lastCommands: [String] {
        let first = max(0, history.count - 8)
        let told = history.commands[first...] + inFlight
        return told.enumerated().map { place, item in
            let number = first + place + 1
            let isDone = number <= history.count
            return "command \(number)\(isDone ? "" : ", not acknowledged"), at "
                + "\(item.command.time.rawValue): \(item.command.action)"
                .replacing("Exchange.", with: "")
        }
    }

    /// All that was counted, the disk's own counts included.
    var counts: [(name: String, count: Int)] {
        var tally = tally
        let disk = disk.tally
        tally.add("disk changes", disk.changes)
        tally.add("syncs", disk.syncs)
        tally.add("torn writes", disk.torn)
        tally.add("lies", disk.lies)
        tally.add("disk errors", disk.failures)
        tally.add("full disks", disk.full)
        tally.add("slow syncs", disk.slow)
        return tally.all
    }
}
