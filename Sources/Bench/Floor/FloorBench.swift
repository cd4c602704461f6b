import Exchange
import Foundation
import TradingFloor

/// The durable pipeline on this machine's disk: from many senders through the journal with real
/// fsync, the section and its ledger to the answers; then a replay of all of it.
enum FloorBench {
    private static let seed: UInt64 = 20_261_121

    static func run(commands: Int = 2_000_000) throws {
        let folder = NSTemporaryDirectory() + "fondaco-floor-bench-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        print("trading floor: seed \(seed), folder \(folder)")
        let floor = try TradingFloor.open(dataDirectory: folder)
        let section = try floor.makeSection("bench", limits: SectionLimits(orders: 1 << 24))
        _ = try section.submitAndWait(House.opening)
        print("one order at a time, 32 senders:")
        let single = Pipeline.run(
            section, firms: 1...32, outstanding: 1, size: 1,
            commands: min(100_000, commands / 20), seed: seed)
        print("  " + single.line)
        try offered(section, seconds: Double(commands) / 1_000_000)
        saturated(section, commands)
        let made = section.status.commands
        floor.close()
        try replay(made, folder: "\(folder)/exchange/bench")
    }

    /// What is acknowledged when at a load that the machine carries.
    private static func offered(_ section: SectionFloor, seconds: Double) throws {
        let loads: [(rate: Double, size: Int)] = [(50_000, 1), (100_000, 1), (300_000, 8)]
        for (index, load) in loads.enumerated() {
            print(
                "\(Int(load.rate)) commands/s offered at random moments in submissions of "
                    + "\(load.size) (p99 under 5 ms):")
            let result = try OpenLoop(section).run(
                firms: 1...House.firms, rate: load.rate, size: load.size, seconds: seconds,
                seed: seed &+ 100 &+ UInt64(index))
            print("  " + result.line)
        }
    }

    /// What it carries at most. Then a command waits as long as all those before it take: with so
    /// many on their way, the mean is their number divided by the rate.
    private static func saturated(_ section: SectionFloor, _ commands: Int) {
        let ways: [(outstanding: Int, size: Int)] = [(4, 64), (16, 16), (1, 64)]
        for (index, way) in ways.enumerated() {
            print(
                "64 senders with \(way.outstanding) submissions of \(way.size) commands each on "
                    + "their way, \(64 * way.outstanding * way.size) in all:")
            let many = Pipeline.run(
                section, firms: 1...House.firms, outstanding: way.outstanding, size: way.size,
                commands: commands, seed: seed &+ UInt64(index) &+ 1)
            print("  " + many.line + " (at least 1,000,000/s)")
        }
    }

    private static func replay(_ made: UInt64, folder: String) throws {
        try FileManager.default.removeItem(atPath: "\(folder)/snapshots")
        for _ in 0..<2 {
            var keeper: SectionKeeper?
            let processor = clock()
            let time = try Bench.seconds {
                keeper = try SectionKeeper.open("bench", folder: folder)
            }
            let busy = Double(clock() - processor) / Double(CLOCKS_PER_SEC)
            guard let opened = keeper.take() else { return }
            print(
                "replay of the whole journal: \(opened.commands) of \(made) commands in "
                    + String(
                        format: "%.2f s = %.0f/s; processor %.2f s of two threads", time,
                        Double(made) / time, busy) + " (at least 3,000,000/s)")
            let faults = opened.section.checkInvariants()
            print(faults.isEmpty ? "invariants hold" : "FAULTS: \(faults.prefix(3))")
            opened.close()
        }
    }
}
