import Dispatch
import Exchange
import Synchronization
import Testing
import TradingFloor

struct SectionFloorTests {
    /// A floor with one section, by a clock that stands.
    private func floor(
        _ scratch: Scratch, _ clock: HandClock, waiting: Int = 1 << 16
    ) throws -> (TradingFloor, SectionFloor) {
        let floor = try TradingFloor.open(
            dataDirectory: scratch.folder,
            options: FloorOptions(clock: clock.clock, waitingCommands: waiting))
        let section =
            try floor.sections["steel"]
            ?? floor.makeSection(
                "steel", limits: SectionLimits(orders: 1 << 16, ordersPerBook: 1 << 14))
        if section.directory.participants.count < 2 {
            _ = try section.submitAndWait(Market.opening)
        }
        return (floor, section)
    }

    @Test func manySendersAreAnsweredOnceEachInOneOrder() async throws {
        let scratch = try Scratch()
        let (floor, section) = try floor(scratch, HandClock())
        let before = section.status.commands
        let numbers = try await withThrowingTaskGroup(of: [UInt64].self) { group in
            for firm in 1...4 as ClosedRange<UInt32> {
                group.addTask {
                    var numbers: [UInt64] = []
                    for order in 1...100 as ClosedRange<UInt64> {
                        let reply = try await section.submit([
                            Market.order(firm, order * 2, .buy, 1, at: 100),
                            Market.order(firm, order * 2 + 1, .sell, 1, at: 100),
                        ])
                        #expect(reply.count == 2)
                        for command in 0..<2 {
                            #expect(reply[command].first?.kind == .accepted)
                            #expect(reply[command].first?.participant == firm)
                        }
                        numbers += [reply.first, reply.first + 1]
                    }
                    return numbers
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(numbers.sorted() == Array(before + 1...before + 800))
        let live = try await section.read { section, book in (section.stateHash, book.dealsMade) }
        floor.close()
        let keeper = try SectionKeeper.open("steel", folder: scratch.path("exchange/steel"))
        #expect(keeper.section.stateHash == live.0)
        #expect(keeper.dayBook.dealsMade == live.1)
        #expect(live.1 > 100)
        keeper.close()
    }

    @Test func theSameClientOrderIsDoneOnceAlsoAfterARestart() async throws {
        let scratch = try Scratch()
        let clock = HandClock()
        let order = Market.order(1, 77, .buy, 5, at: 90)
        let (floor, section) = try floor(scratch, clock)
        let first = try await section.submit([order])[0].first
        #expect(first?.kind == .accepted)
        #expect(try await section.submit([order])[0].first?.kind == .repeated)
        floor.close()
        let (again, reopened) = try self.floor(scratch, clock)
        let repeated = try await reopened.submit([order])[0].first
        #expect(repeated?.kind == .repeated)
        #expect(repeated?.order == first?.order)
        again.close()
    }

    @Test func timeNeverGoesBack() async throws {
        let scratch = try Scratch()
        let clock = HandClock()
        let (floor, section) = try floor(scratch, clock)
        let first = try await section.submit([Market.order(1, 1, .buy, 1, at: 90)])
        clock.pass(-3_600_000)
        let second = try await section.submit([Market.order(1, 2, .buy, 1, at: 90)])
        #expect(second.time == first.time)
        clock.pass(7_200_000)
        let third = try await section.submit([Market.order(1, 3, .buy, 1, at: 90)])
        #expect(first.time.milliseconds(to: third.time) == 3_600_000)
        floor.close()
    }

    @Test func whatIsDueHappensByItself() async throws {
        let scratch = try Scratch()
        let clock = HandClock()
        let (floor, section) = try floor(scratch, clock)
        let until = UInt64(clock.now + 1_000)
        _ = try await section.submit([
            Market.order(1, 1, .buy, 1, at: 90) { order in
                order.validity = .goodTillDate
                order.date = until
            }
        ])
        let (_, messages) = section.privateFeed.subscribe(participants: [1])
        clock.pass(1_001)
        section.tick()
        var copies = messages.makeAsyncIterator()
        let message = try await copies.next()
        #expect(message?.event.kind == .cancelled)
        #expect(message?.time == Instant(clock.now))
        #expect(try await section.read { section, _ in section.openOrders().count } == 0)
        floor.close()
    }

    @Test func aFullMailboxSaysSo() throws {
        let scratch = try Scratch()
        let (floor, section) = try floor(scratch, HandClock(), waiting: 20)
        let (isIn, mayGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) {
            _ = try? section.readAndWait { _, _ in
                isIn.signal()
                mayGo.wait()
            }
        }
        // The writer is held in a reading: what is laid down now waits.
        isIn.wait()
        let answers = Answers()
        section.enqueue((1...20).map { Market.order(1, $0, .buy, 1, at: 90) }) { answers.add($0) }
        section.enqueue([Market.order(1, 99, .buy, 1, at: 90)]) { answers.add($0) }
        #expect(answers.errors == [.busy(waiting: 20, limit: 20)])
        mayGo.signal()
        group.wait()
        _ = try section.submitAndWait([.advance])
        #expect(answers.replies == 1)
        #expect(throws: FloorError.tooMany(commands: 9_000, limit: 8_192)) {
            try section.submitAndWait(Array(repeating: .advance, count: 9_000))
        }
        floor.close()
        #expect(throws: FloorError.closed) { try section.submitAndWait([.advance]) }
    }

    private final class Answers: Sendable {
        private let all = Mutex<[Result<BatchReply, FloorError>]>([])

        func add(_ answer: Result<BatchReply, FloorError>) { all.withLock { $0.append(answer) } }

        var errors: [FloorError] {
            all.withLock {
                $0.compactMap { if case .failure(let error) = $0 { error } else { nil } }
            }
        }

        var replies: Int { all.withLock { $0.count } - errors.count }
    }

    @Test func aSectionThatIsThereIsntMadeAgain() throws {
        let scratch = try Scratch()
        let floor = try TradingFloor.open(dataDirectory: scratch.folder)
        try floor.makeSection("steel")
        #expect(throws: FloorError.sectionExists("steel")) { try floor.makeSection("steel") }
        #expect(throws: FloorError.badName("../x")) { try floor.makeSection("../x") }
        #expect(throws: FloorError.self) { try floor.section("timber") }
        floor.close()
    }
}
