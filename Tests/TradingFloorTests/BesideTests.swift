import Dispatch
import Exchange
import Journal
import Simulation
import Synchronization
import Testing

@testable import TradingFloor

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

    /// Keeps the writer where it answers until `release`, so that what is laid down meanwhile is
    /// cut into the same groups in every run.
    private struct Hold {
        private let gate = DispatchSemaphore(value: 0)

        init(_ section: SectionFloor) {
            let isHeld = DispatchSemaphore(value: 0)
            section.enqueue([]) { [gate] _ in
                isHeld.signal()
                gate.wait()
            }
            isHeld.wait()
        }

        func release() { gate.signal() }
    }

    /// Sends random commands by many small submissions at once; gives the state's hash after them
    /// and how they were handed over.
    private func play(
        _ scratch: Scratch, signing: Int64, beside: Int
    ) throws -> (hash: UInt64, handOvers: HandOvers) {
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
        let before = section.handOvers
        let hold = Hold(section)
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
        hold.release()
        done.wait()
        let answered = numbers.withLock { $0 }
        #expect(answered.count == flow.count / 4)
        #expect(answered == answered.sorted())
        let hash = try section.readAndWait { section, _ in section.stateHash }
        var handOvers = section.handOvers
        handOvers.all -= before.all
        handOvers.overlapping -= before.overlapping
        floor.close()
        return (hash, handOvers)
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
        let (live, handOvers) = try play(scratch, signing: signing, beside: beside)
        let replayed = try replay(scratch)
        #expect(replayed.hash == live)
        #expect(replayed.orders == 2_000 + Market.opening.count)
        if signing < 100 { #expect(replayed.advances > 0) }
        switch (beside, signing) {
        case (1 << 20, _): #expect(handOvers == HandOvers())
        // The clock moves on by the least delay between two groups: each waits for the one before.
        case (_, 1): #expect(handOvers.all > 0 && handOvers.overlapping == 0)
        case (_, 40): #expect(handOvers.overlapping > 0)
        // Nothing is ever due: all groups of sixteen, each but the first behind another.
        default: #expect(handOvers == HandOvers(all: 125, overlapping: 124))
        }
        let keeper = try SectionKeeper.open("steel", folder: scratch.path("exchange/steel"))
        #expect(keeper.section.stateHash == live)
        keeper.close()
    }

    // MARK: A disk that fills up

    private static func keeper(
        on disk: SimulatedDisk, snapshots: String
    ) throws(FloorError) -> SectionKeeper {
        let journal: FileJournal
        do throws(JournalError) {
            journal = try FileJournal.open("/journal", options: .init(), files: disk)
        } catch {
            throw .journal(error)
        }
        try SectionKeeper.begin(limits, on: journal)
        return try SectionKeeper.open(
            "steel", journal: journal, snapshots: SnapshotFolder(snapshots))
    }

    /// Three groups are laid down: one of four commands, one of two submissions for which there is
    /// no room on the disk, and one that would follow it at once.
    @Test func nothingIsAppliedFromAGroupOnThatCannotBeWritten() throws {
        let scratch = try Scratch()
        let disk = SimulatedDisk()
        let snapshots = scratch.path("snapshots")
        let options = FloorOptions(
            clock: Self.runningClock(), groupCommands: 4, besideCommands: 1)
        let section = try SectionFloor.open("steel", options: options) { () throws(FloorError) in
            try Self.keeper(on: disk, snapshots: snapshots)
        }
        _ = try section.submitAndWait(Market.opening)
        let before = section.handOvers
        var random = Seeded(11)
        let flow = Market.flow(2_011, &random)
        let results = Mutex<[Int: Result<BatchReply, FloorError>]>([:])
        let done = DispatchGroup()
        let hold = Hold(section)
        for (place, range) in [0..<4, 4..<7, 7..<2_007, 2_007..<2_011].enumerated() {
            done.enter()
            section.enqueue(Array(flow[range])) { result in
                results.withLock { $0[place] = result }
                done.leave()
            }
        }
        disk.faults.spaceLeft = 8_000
        hold.release()
        done.wait()

        let answers = results.withLock { $0 }
        let acknowledged = UInt64(Market.opening.count + 4)
        #expect(try answers[0]?.get().first == acknowledged - 3)
        for place in [1, 2] {
            guard case .failure(.journal) = answers[place] else {
                Issue.record("\(place): \(String(describing: answers[place]))")
                continue
            }
        }
        guard case .failure(.stopped) = answers[3] else {
            Issue.record("the next group: \(String(describing: answers[3]))")
            return
        }
        // The group that failed was being written while the one before was applied.
        #expect(section.handOvers.all == before.all + 2)
        #expect(section.handOvers.overlapping == before.overlapping + 1)
        #expect(disk.tally.full > 0)
        #expect(section.status.stopped != nil)
        #expect(section.status.commands == acknowledged)
        let live = try section.readAndWait { section, _ in section.stateHash }

        // Room on the disk doesn't bring it back to life; opening it again does.
        disk.faults = .init()
        #expect(throws: FloorError.self) { try section.submitAndWait([flow[0]]) }
        section.close()
        let keeper = try Self.keeper(on: disk, snapshots: snapshots)
        #expect(keeper.report.snapshot == nil)
        #expect(keeper.commands == acknowledged)
        #expect(keeper.section.stateHash == live)
        keeper.close()
    }
}
