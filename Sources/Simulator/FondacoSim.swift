import ArgumentParser
import Foundation
import Simulation

/// The command line of the fault simulator.
@main
struct FondacoSim: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fondaco-sim",
        abstract: "Plays the exchange's whole pipeline with faults; one seed, one run.",
        discussion: """
            A run is a section of the exchange with its journal and snapshots on a simulated disk, \
            random participants, and faults: power failures at any write or sync, torn writes, \
            flipped bits, syncs that fail or lie, full and slow disks, clocks that jump, answers \
            that get lost. An auditor with a model of its own checks every answer and every \
            recovery.

            The same seed and the same options give the same run, to the last digit of what is \
            printed. Documentation/simulator.md says what is simulated and what is promised.

            Exit codes: 0 no fault was found, 1 one was found, 64 the command line isn't right.
            """)

    @Argument(help: "The seed of the first run: a whole number.")
    var seed: UInt64

    @Option(help: "How many runs; each next one has the next seed.")
    var count: UInt64 = 1

    @Option(help: "About how many commands a run has.")
    var commands = 400

    @Option(
        name: .customLong("power-fails-at"),
        help: "Only one fault: the power fails at the disk's change of this number.")
    var powerFailsAt: Int?

    @Option(help: "Put a fault in on purpose, to see that it is found: \(Self.sabotages).")
    var sabotage = "none"

    @Flag(help: "One JSON object a run.")
    var json = false

    @Flag(help: "A line for each run, not only for the sum and for faults.")
    var verbose = false

    private static var sabotages: String {
        Sabotage.allCases.map(\.rawValue).joined(separator: ", ")
    }

    func validate() throws {
        guard count > 0, commands > 0, powerFailsAt ?? 0 >= 0 else {
            throw ValidationError(
                "--count and --commands are above 0, --power-fails-at isn't below.")
        }
        guard Sabotage(rawValue: sabotage) != nil else {
            throw ValidationError("--sabotage is one of \(Self.sabotages).")
        }
    }

    func run() throws {
        var options = RunOptions()
        options.commands = commands
        options.powerFailsAt = powerFailsAt
        options.sabotage = Sabotage(rawValue: sabotage) ?? .none
        var totals = Totals()
        for offset in 0..<count {
            let seed = seed &+ offset
            Progress.begin(seed, of: count, done: offset)
            let report = Simulation.run(seed: seed, options: options)
            totals.add(report)
            if json {
                print(try Self.json(report))
            } else if verbose || count == 1 || report.finding != nil {
                print(report.line)
            }
            guard let finding = report.finding else { continue }
            if !json { explain(finding, report) }
            throw ExitCode(1)
        }
        Progress.end(of: count)
        if count > 1 && !json { print(totals.line) }
    }

    private func explain(_ finding: Finding, _ report: RunReport) {
        print("FAULT FOUND: \(finding)")
        print("last steps:")
        for step in report.lastSteps { print("  \(step.prefix(2_000))") }
        print("the same again: \(again(report.seed))")
    }

    private func again(_ seed: UInt64) -> String {
        var words = ["fondaco-sim", "\(seed)"]
        if commands != 400 { words += ["--commands", "\(commands)"] }
        if let powerFailsAt { words += ["--power-fails-at", "\(powerFailsAt)"] }
        if sabotage != "none" { words += ["--sabotage", sabotage] }
        return words.joined(separator: " ")
    }

    private static func json(_ report: RunReport) throws -> String {
        struct Line: Encodable {
            let seed: UInt64
            let finding: String?
            let counts: [String: Int]
            let refusals: [String: Int]
            let lastSteps: [String]
            let stateHash: String
            let runHash: String
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let line = Line(
            seed: report.seed, finding: report.finding.map { "\($0)" },
            counts: Dictionary(uniqueKeysWithValues: report.counts.map { ($0.name, $0.count) }),
            refusals: Dictionary(
                uniqueKeysWithValues: report.refusals.map { ($0.name, $0.count) }),
            lastSteps: report.lastSteps, stateHash: RunReport.hex(report.stateHash),
            runHash: RunReport.hex(report.runHash))
        return String(decoding: try encoder.encode(line), as: UTF8.self)
    }
}

/// What all runs came to.
struct Totals {
    private var counts: [String: Int] = [:]
    private var runs = 0
    private var hash: UInt64 = 0

    mutating func add(_ report: RunReport) {
        runs += 1
        hash = (hash ^ report.runHash) &* 0x9E37_79B9_7F4A_7C15
        for (name, count) in report.counts { counts[name, default: 0] += count }
    }

    var line: String {
        let words = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return "\(runs) runs: ok, \(words.joined(separator: ", ")), runs \(RunReport.hex(hash))"
    }
}

/// Says on standard error which seed is on, so that it is known even if the process stops in it.
enum Progress {
    static func begin(_ seed: UInt64, of count: UInt64, done: UInt64) {
        guard count > 1 else { return }
        FileHandle.standardError.write(Data("\rseed \(seed) (\(done + 1) of \(count)) ".utf8))
    }

    static func end(of count: UInt64) {
        if count > 1 { FileHandle.standardError.write(Data("\n".utf8)) }
    }
}
