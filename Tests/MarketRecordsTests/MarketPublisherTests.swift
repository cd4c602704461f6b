import Exchange
import Foundation
import Records
import Register
import Synchronization
import Testing
import TradingFloor

@testable import MarketRecords

struct MarketPublisherTests {
    private static let world = """
        {"kind":"source","id":"src/a","title":"A","cite":[{"source":"src/a"}]}
        {"kind":"place","id":"place/xx","name":"Xx","type":"country","cite":[{"source":"src/a"}]}

        """

    private final class Clock: Sendable {
        let moment = Mutex(Instant(1_795_417_200_000))
        var floor: FloorClock { FloorClock { self.moment.withLock { $0 } } }
        func pass(_ minutes: Int64) {
            moment.withLock { $0 = $0.advanced(by: minutes * 60_000) }
        }
    }

    private static func order(_ firm: UInt32, _ side: Side) -> SectionAction {
        .enter(
            OrderEntry(
                sender: firm, clientOrder: 1, instrument: 0,
                order: NewOrder(id: 0, side: side, price: 100, quantity: 3)))
    }

    /// A section with one deal at 100 in a session of an hour, which is over.
    private static func trade(_ floor: TradingFloor, _ clock: Clock) async throws -> SectionFloor {
        let roubles = try #require(CurrencyCode("RUB"))
        let section = try floor.makeSection("dairy")
        var actions: [SectionAction] = [
            .list(
                Instrument(
                    code: "MILK", name: "milk", commodity: RecordName(""),
                    lotSize: Exchange.ExactDecimal(1), unit: "t", tickValue: 100,
                    tickSize: Exchange.ExactDecimal(1), currency: roubles,
                    basis: Basis(rule: .fca, place: "Xx", region: RecordName("place/xx")),
                    deadlines: ContractTerms(
                        signing: 1 << 30, payment: 0, shipment: 0, acceptance: 0, claims: 0)))
        ]
        for firm in 1...2 as ClosedRange<UInt32> {
            actions.append(
                .admit(
                    Participant(code: "F\(firm)", name: "f", organisation: RecordName(""))))
            actions.append(
                .payIn(
                    Payment(
                        voucher: UInt64(firm), participant: firm, currency: roubles,
                        amount: 1 << 40)))
        }
        let phases = try [("10:01", PhaseKind.trading), ("11:00", .closed)].map { time, kind in
            PlannedPhase(kind, at: try #require(LocalTime(time)))
        }
        let day = try #require(CivilDay("2026-11-23"))
        let zone = try TimeZoneTable(name: "+03:00", initialOffset: 10_800)
        actions.append(
            .openSession(
                try SessionPlan(code: "DAY", name: "day", phases: phases),
                ScheduledSession(
                    plan: 0, day: day, starts: phases.map { zone.instant(of: day, at: $0.start) },
                    isLastOfDay: true)))
        _ = try await section.submit(actions)
        clock.pass(5)
        _ = try await section.submit([order(1, .buy), order(2, .sell)])
        clock.pass(60)
        _ = try await section.submit([])
        return section
    }

    @Test func sessionsThatEndedGoIntoTheRegisterOnce() async throws {
        let folder = NSTemporaryDirectory() + "market-records-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let clock = Clock()
        let register = try Register.open(folder, creating: true)
        let world = Array(Self.world.utf8)
        #expect(
            try register.importRecords(lines: world, named: "world", actor: "test").added == 2)
        let floor = try TradingFloor.open(
            dataDirectory: folder, options: FloorOptions(clock: clock.floor))
        defer { floor.close() }
        let section = try await Self.trade(floor, clock)
        let notes = Mutex<[String]>([])
        let publisher = MarketPublisher(floor: floor, register: register) { note in
            notes.withLock { $0.append("\(note)") }
        }
        let task = Task { await publisher.run(every: .milliseconds(20)) }
        let source = try #require(SessionPublisher.source(section: "dairy", session: 1))
        for _ in 0..<500 where try register.summary(source) == nil {
            try await Task.sleep(for: .milliseconds(20))
        }
        task.cancel()
        await task.value
        let sequence = try register.sequence()
        #expect(try register.record(source)?.actor == MarketPublisher.actor)
        var query = ObservationQuery()
        query.indicators = ["exchange-closing-price"]
        let found = try register.observations(query)
        #expect(found.items.map { "\($0.observation.value)" } == ["100"])
        #expect(found.items.first?.citations.map(\.source) == [source])
        // Again, nothing is read and nothing is written.
        #expect(await publisher.publish(section))
        #expect(try register.sequence() == sequence)
        #expect(notes.withLock { $0.count } == 1)
        // The files say the same without the lock.
        let held = try HeldSession.all(of: "dairy", folder: "\(floor.folder)/dairy")
        let again = try register.take(
            SessionPublisher().publication(of: held[0]) { _ in true }, of: held[0])
        #expect((again.added, again.changed, again.unchanged) == (0, 0, 9))
        #expect(try register.sequence() == sequence)
    }

    @Test func aRegisterThatRefusesIsTriedAgain() async throws {
        let folder = NSTemporaryDirectory() + "market-records-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let clock = Clock()
        let register = try Register.open(folder, creating: true)
        let floor = try TradingFloor.open(
            dataDirectory: folder, options: FloorOptions(clock: clock.floor))
        defer { floor.close() }
        let section = try await Self.trade(floor, clock)
        let notes = Mutex<[String]>([])
        let publisher = MarketPublisher(floor: floor, register: register) { note in
            notes.withLock { $0.append("\(note)") }
        }
        // Nothing is at place/xx: the session is a source, its figures are passed over.
        #expect(await publisher.publish(section))
        #expect(notes.withLock { $0.contains { $0.contains("place/xx") } })
        try register.close()
        #expect(await publisher.publish(section) == false)
        #expect(notes.withLock { $0.last?.contains("failed") } == true)
    }
}
