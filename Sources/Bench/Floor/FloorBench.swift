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
        let ways: [(outstanding: Int, size: Int)] = [(4, 64), (16, 16)]
        for (index, way) in ways.enumerated() {
            print(
                "64 senders with \(way.outstanding) submissions of \(way.size) commands each on "
                    + "their way:")
            let many = Pipeline.run(
                section, firms: 1...House.firms, outstanding: way.outstanding, size: way.size,
                commands: commands, seed: seed &+ UInt64(index) &+ 1)
            print("  " + many.line + " (at least 1,000,000/s, p99 under 5 ms)")
        }
        let made = section.status.commands
        floor.close()
        try replay(made, folder: "\(folder)/exchange/bench")
    }

    private static func replay(_ made: UInt64, folder: String) throws {
        try FileManager.default.removeItem(atPath: "\(folder)/snapshots")
        var keeper: SectionKeeper?
        let time = try Bench.seconds { keeper = try SectionKeeper.open("bench", folder: folder) }
        guard let opened = keeper.take() else { return }
        print(
            "replay of the whole journal: \(opened.commands) of \(made) commands in "
                + String(
                    format: "%.2f s = %.0f/s (at least 3,000,000/s)", time, Double(made) / time))
        let faults = opened.section.checkInvariants()
        print(faults.isEmpty ? "invariants hold" : "FAULTS: \(faults.prefix(3))")
        opened.close()
    }
}
