import Dispatch
import Exchange
import Journal
import Synchronization
import Testing
import TradingFloor

/// Groups that are written to the journal while those before them are applied.
struct BesideTests {
    private static let limits = SectionLimits(orders: 1 << 16, ordersPerBook: 1 << 14)

    /// A clock that goes on by a millisecond whenever somebody looks at it.
    private static func runningClock() -> FloorClock {
        let moment = Mutex<Int64>(1_800_000_000_000)
        let read: @Sendable () -> Instant = {
            moment.withLock {
                $0 += 1
                return Instant($0)
            }
        }
        return FloorClock(read)
    }

    /// Sends random commands by many small submissions at once; gives what was answered, in order.
    private func play(_ scratch: Scratch, signing: Int64, beside: Int) throws -> UInt64 {
        let floor = try TradingFloor.open(
            dataDirectory: scratch.folder,
            options: FloorOptions(
                clock: Self.runningClock(), groupCommands: 16, besideCommands: beside))
        let section = try floor.makeSection("steel", limits: Self.limits)
        var opening = Market.opening
        var steel = Market.instrument("STEEL")
        steel.deadlines.signing = signing
        opening[0] = .list(steel)
        _ = try section.submitAndWait(opening)
        var random = Seeded(7)
        let flow = Market.flow(2_000, &random)
        let numbers = Mutex<[UInt64]>([])
        let done = DispatchGroup()
        for start in stride(from: 0, to: flow.count, by: 4) {
            done.enter()
            section.enqueue(Array(flow[start..<start + 4])) { result in
                if case .success(let reply) = result, reply.count == 4 {
                    numbers.withLock { $0.append(reply.first) }
                }
                done.leave()
            }
        }
        done.wait()
        let answered = numbers.withLock { $0 }
        #expect(answered.count == flow.count / 4)
        #expect(answered == answered.sorted())
        let hash = try section.readAndWait { section, _ in section.stateHash }
        floor.close()
        return hash
    }

    /// The commands of the journal, applied one by one: none was stamped past a moment at which
    /// something was due.
    private func replay(_ scratch: Scratch) throws -> (hash: UInt64, orders: Int, advances: Int) {
        let journal = try FileJournal.openReading(scratch.path("exchange/steel/journal"))
        var section = Section(Self.limits)
        var events = SectionEvents()
        var (orders, advances, late) = (0, 0, 0)
        var reader = journal.entries(from: 2)
        while let entry = try reader.next() {
            var block = try BlockReader(entry.payload)
            for _ in 0..<block.count {
                let command = try block.next().command
                if command.action == .advance {
                    advances += 1
                } else {
                    orders += 1
                    if section.nextMoment <= command.time { late += 1 }
                }
                section.apply(command, into: &events)
                events.removeAll()
            }
        }
        #expect(late == 0)
        return (section.stateHash, orders, advances)
    }

    @Test(arguments: [1, 8, 1 << 20], [1, 40, 1 << 36])
    func theJournalGivesTheSameStateAndNothingIsStampedTooLate(
        beside: Int, signing: Int64
    ) throws {
        let scratch = try Scratch()
        let live = try play(scratch, signing: signing, beside: beside)
        let replayed = try replay(scratch)
        #expect(replayed.hash == live)
        #expect(replayed.orders == 2_000 + Market.opening.count)
        if signing < 100 { #expect(replayed.advances > 0) }
        let keeper = try SectionKeeper.open("steel", folder: scratch.path("exchange/steel"))
        #expect(keeper.section.stateHash == live)
        keeper.close()
    }
}
