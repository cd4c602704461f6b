import Simulation
import Testing

/// The power fails at every single change of the disk in turn: each write, each sync, each name.
struct BoundaryTests {
    private static func run(_ seed: UInt64, powerFailsAt place: Int) -> RunReport {
        var options = RunOptions()
        options.commands = 36
        options.powerFailsAt = place
        return Simulation.run(seed: seed, options: options)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func thePowerMayFailAnywhere(_ seed: UInt64) {
        let undisturbed = Self.run(seed, powerFailsAt: 1 << 40)
        let changes = undisturbed["changes before the end"]
        #expect(undisturbed.finding == nil)
        #expect(changes > 40)
        print("simulation: seed \(seed), \(changes) places at which the power may fail")
        for place in 0..<changes {
            let report = Self.run(seed, powerFailsAt: place)
            #expect(
                report.finding == nil,
                "fondaco-sim \(seed) --commands 36 --power-fails-at \(place): \(report.line)")
            #expect(report["power failures"] + report["crashes in recovery"] >= 1)
        }
    }
}
