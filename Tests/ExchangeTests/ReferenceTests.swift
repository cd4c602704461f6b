import Exchange
import Testing

/// The book beside the slow reference: every event and the state after every command.
struct ReferenceTests {
    /// Runs a flow through both; stops at the first difference.
    private func compare(_ flavour: CommandSource.Flavour, seed: UInt64, commands: Int) -> Bool {
        var source = CommandSource(flavour, seed: seed)
        var book = Book(source.limits)
        var reference = ReferenceBook(source.limits)
        var events = EventBuffer()
        for step in 0..<commands {
            let command = source.next()
            events.removeAll()
            reference.events.removeAll(keepingCapacity: true)
            book.apply(command, into: &events)
            reference.apply(command)
            let got = events.array()
            guard got == reference.events, book.stateHash == reference.stateHash else {
                Issue.record(
                    """
                    flow \(flavour.rawValue), seed \(seed), step \(step): \(command)
                    \(Self.difference(got, reference.events))
                    book \(book.phase), reference \(reference.phase)
                    book      \(book.standingOrders())
                    reference \(reference.inOrder.map(\.record))
                    """)
                return false
            }
            if step % 16 == 0 {
                let faults = book.checkInvariants()
                guard faults.isEmpty else {
                    Issue.record("flow \(flavour.rawValue), seed \(seed), step \(step): \(faults)")
                    return false
                }
            }
        }
        return true
    }

    private static func difference(_ got: [Event], _ wanted: [Event]) -> String {
        for position in 0..<max(got.count, wanted.count) {
            let one = position < got.count ? got[position] : nil
            let other = position < wanted.count ? wanted[position] : nil
            if one != other {
                return "event \(position): book \(String(describing: one)), "
                    + "reference \(String(describing: other))"
            }
        }
        return "the events are the same, the states are not"
    }

    @Test(arguments: CommandSource.Flavour.allCases)
    func sameAsReference(_ flavour: CommandSource.Flavour) {
        let runs = Scale.runs
        print("flow \(flavour.rawValue): seeds 1…\(runs), \(Scale.commands) commands each")
        for seed in 1...UInt64(runs) where !compare(flavour, seed: seed, commands: Scale.commands) {
            return
        }
    }
}
