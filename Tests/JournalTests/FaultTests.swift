import Foundation
import Simulation
import Testing

@testable import Journal

/// Disks that fill up, fail, and lose power.
@Suite struct FaultTests {
    private let disk = SimulatedDisk()

    private func open(
        segmentBytes: UInt64 = 1000, check: OpeningCheck = .everything
    ) throws -> FileJournal {
        try FileJournal.open(
            "/j", options: .init(segmentBytes: segmentBytes, check: check, clock: tickingClock()),
            files: disk)
    }

    private static func isFull(_ error: any Error) -> Bool {
        guard case .file(_, _, ENOSPC) = error as? JournalError else { return false }
        return true
    }

    @Test func aDiskThatFillsUpAtAnyByteTakesTheBatchBackWhole() async throws {
        var random = Seeded(11)
        let first = random.batch()
        let second = (0..<4).map { _ in random.draft(longest: 60) }
        var fits = false
        for room in 0... {
            if fits { break }
            let disk = SimulatedDisk()
            let options = FileJournal.Options(segmentBytes: 400, clock: tickingClock())
            let journal = try FileJournal.open("/j", options: options, files: disk)
            try await journal.append(first)
            let before = disk.files
            let head = journal.head()
            disk.faults.spaceLeft = room
            do {
                try await journal.append(second)
                fits = true
            } catch {
                #expect(Self.isFull(error), "\(error) with room for \(room)")
                #expect(journal.head() == head)
                #expect(disk.files == before, "room for \(room)")
                disk.faults = .init()
                // Still of use once there is room again.
                #expect(try await journal.append(second).sequence == head.sequence + 4)
            }
            let entries = try journal.all()
            #expect(entries.map(\.payload) == (first + second).map(\.payload))
        }
    }

    @Test func shortWritesGoOnWhereTheyStopped() async throws {
        disk.faults.longestWrite = 7
        var random = Seeded(12)
        var model = Model()
        let journal = try open()
        for _ in 0..<10 {
            let batch = random.batch()
            model.append(batch)
            try await journal.append(batch)
        }
        model.expect(try journal.all())
        #expect(try journal.verify().damage == nil)
    }

    @Test func aBatchThatDoesNotFitDoesNotTakeItsNeighboursWithIt() async throws {
        let journal = try open(segmentBytes: 1 << 20)
        let small = JournalDraft(actor: "a", kind: "k", payload: [1])
        let large = JournalDraft(
            actor: "a", kind: "k", payload: [UInt8](repeating: 1, count: 100_000))
        disk.faults.spaceLeft = 50_000
        // The batch keeps the others waiting, so that they end in one group.
        let batch = try journal.beginBatch()
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<20 {
                group.addTask {
                    let draft = index == 7 ? large : small
                    return (try? await journal.append([draft])) != nil
                }
            }
            batch.abandon()
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(outcomes == 19)
        #expect(journal.head().sequence == 19)
    }

    @Test func aFailedSyncTakesTheBatchBack() async throws {
        let journal = try open()
        var random = Seeded(13)
        try await journal.append(random.batch())
        let head = journal.head()
        disk.faults.failsSync = true
        await #expect(throws: JournalError.self) { try await journal.append([random.draft()]) }
        #expect(journal.head() == head)
        // The taking back couldn't be synced either, so nothing more is accepted.
        disk.faults.failsSync = false
        let error = await #expect(throws: JournalError.self) {
            try await journal.append([random.draft()])
        }
        guard case .unusable = error else {
            Issue.record("expected a refusal, got \(String(describing: error))")
            return
        }
        #expect(throws: JournalError.self) { _ = try journal.beginBatch() }
        journal.close()
        let again = try open()
        #expect(again.head().sequence >= head.sequence)
        try await again.append([random.draft()])
    }

    @Test func whenTakingBackFailsTheJournalRefusesUntilItIsReopened() async throws {
        let journal = try open()
        let draft = JournalDraft(actor: "a", kind: "k", payload: [UInt8](repeating: 1, count: 300))
        try await journal.append([draft])
        disk.faults.spaceLeft = 100
        disk.faults.failsTruncate = true
        let batch = try journal.beginBatch()
        try batch.append(draft)
        #expect(throws: JournalError.self) { try batch.commit() }
        disk.faults = .init()
        #expect(throws: JournalError.self) { _ = try journal.beginBatch() }
        #expect(try journal.all().count == 1)
        journal.close()
        let again = try open()
        #expect(again.head().sequence == 1)
        #expect(try await again.append([draft]).sequence == 2)
    }

    /// The power fails at a random operation, over and over, also during recovery.
    @Test(arguments: seeds(60))
    func afterAPowerFailureAllThatWasAcknowledgedIsThere(_ seed: UInt64) async throws {
        var random = Seeded(seed)
        var model = Model()
        for _ in 0..<12 {
            // What was under way when the power failed: it may be there or not, but whole.
            var underWay: [[JournalDraft]] = []
            disk.faults.changesLeft = Int.random(in: 0...60, using: &random)
            do {
                let journal = try open(segmentBytes: UInt64.random(in: 300...3000, using: &random))
                while true {
                    let drafts = random.batch(upTo: 8, longest: 900)
                    underWay = [drafts]
                    if Bool.random(using: &random) {
                        try await journal.append(drafts)
                    } else {
                        let batch = try journal.beginBatch()
                        for draft in drafts { try batch.append(draft) }
                        try batch.commit()
                    }
                    model.append(drafts)
                    underWay = []
                }
            } catch {
                // The power failed, or only the process died and the system kept what it had.
            }
            if Bool.random(using: &random) { disk.restart(&random) }
            let check: OpeningCheck = Bool.random(using: &random) ? .everything : .lastSegment
            // A second failure, while the first one is recovered from.
            disk.faults.changesLeft = Int.random(in: 0...40, using: &random)
            if (try? open(check: check)) == nil { disk.restart(&random) }
            disk.faults = .init()
            let journal = try open(check: check)
            let head = journal.head().sequence
            if head > UInt64(model.drafts.count) { underWay.forEach { model.append($0) } }
            #expect(head == UInt64(model.drafts.count), "seed \(seed)")
            model.expect(try journal.all(), "seed \(seed)")
            #expect(try journal.verify().damage == nil, "seed \(seed)")
            journal.close()
        }
    }
}
