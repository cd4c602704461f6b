import Simulation
import Testing

/// A simulator that finds nothing may be looking at nothing: what is broken on purpose it must find.
struct SabotageTests {
    /// The seed of the first run, of a few, that finds what is broken.
    private static func finding(
        _ sabotage: Sabotage, seeds: ClosedRange<UInt64> = 1...25
    ) -> Finding? {
        var options = RunOptions()
        options.commands = 150
        options.sabotage = sabotage
        for seed in seeds {
            if let finding = Simulation.run(seed: seed, options: options).finding {
                print("sabotage \(sabotage): seed \(seed): \("\(finding)".prefix(160))")
                return finding
            }
        }
        return nil
    }

    @Test func whatADiskForgetsIsMissed() {
        let finding = Self.finding(.forgetsSynced)
        #expect(["durability", "recovery"].contains(finding?.rule))
    }

    @Test func aGroupThatIsCutOffIsMissed() {
        #expect(Self.finding(.dropsGroup)?.rule == "durability")
    }

    @Test func aGroupThatIsDoneTwiceIsSeen() {
        #expect(["numbers", "recovery"].contains(Self.finding(.commitsTwice)?.rule))
    }

    @Test func anOrderThatIsDoneTwiceIsSeen() {
        #expect(Self.finding(.renumbersRepeats) != nil)
    }

    @Test func anAlteredAnswerIsSeen() {
        #expect(Self.finding(.altersReply) != nil)
    }

    @Test func aMissingEventIsSeen() {
        #expect(Self.finding(.swallowsEvent) != nil)
    }

    @Test func anExchangedOrderOfCommandsIsSeen() {
        #expect(Self.finding(.reordersGroup) != nil)
    }
}
