import Simulation
import Testing

/// The simulator itself, and the exchange under its faults. More runs: `make simulate SEEDS=N`.
struct SimulationTests {
    /// Commands of a run: few, so that some hundred runs take seconds.
    private static func options(_ sabotage: Sabotage = .none) -> RunOptions {
        var options = RunOptions()
        options.commands = 110
        options.sabotage = sabotage
        return options
    }

    private static func words(_ report: RunReport) -> Comment {
        let steps = report.lastSteps.suffix(6).map { String($0.prefix(600)) }
        return """
            fondaco-sim \(report.seed) --commands 110
            \(report.finding.map { "\($0)" } ?? "")
            \(steps.joined(separator: "\n"))
            """
    }

    /// Twelve parts, so that they run beside each other.
    @Test(arguments: 0..<12)
    func noFaultIsFound(_ part: Int) {
        let first = 1 + UInt64(part) * 20
        print("simulation: seeds \(first) to \(first + 19)")
        for seed in first..<first + 20 {
            let report = Simulation.run(seed: seed, options: Self.options())
            #expect(report.finding == nil, Self.words(report))
        }
    }

    @Test func freshSeeds() {
        let first = UInt64.random(in: 1_000...1 << 40)
        print("simulation: fresh seeds \(first) to \(first + 9)")
        for seed in first..<first + 10 {
            let report = Simulation.run(seed: seed, options: Self.options())
            #expect(report.finding == nil, Self.words(report))
        }
    }

    @Test(arguments: [3, 11, 29] as [UInt64])
    func aSeedGivesTheSameRunAgain(_ seed: UInt64) {
        let first = Simulation.run(seed: seed, options: Self.options())
        let second = Simulation.run(seed: seed, options: Self.options())
        #expect(first == second)
        #expect(first.line == second.line)
        let other = Simulation.run(seed: seed + 1, options: Self.options())
        #expect(first.runHash != other.runHash)
    }
}
