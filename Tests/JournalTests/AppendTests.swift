import Testing

@testable import Journal

@Suite struct AppendTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch(inMemory: true)
    }

    private func open(_ options: FileJournal.Options = .init()) throws -> FileJournal {
        try FileJournal.open(scratch.journal, options: options)
    }

    @Test func anEmptyJournalHasAnEmptyHead() throws {
        let journal = try open()
        #expect(journal.head() == .empty)
        #expect(try journal.all().isEmpty)
        #expect(try journal.entry(at: 0) == nil)
        #expect(try journal.entry(at: 1) == nil)
        let report = try journal.verify()
        #expect(report.entries == 0 && report.damage == nil && report.segments == 1)
    }

    @Test func whatIsAppendedIsReadBackAndSurvivesReopening() async throws {
        var random = Seeded(1)
        var model = Model()
        var journal = try open()
        for round in 0..<3 {
            for _ in 0..<10 {
                let batch = random.batch()
                model.append(batch)
                let head = try await journal.append(batch)
                #expect(head.sequence == UInt64(model.drafts.count))
                #expect(head == journal.head())
            }
            model.expect(try journal.all(), "round \(round)")
            let head = journal.head()
            journal.close()
            journal = try open()
            #expect(journal.head() == head)
        }
        model.expect(try journal.all())
        #expect(try journal.verify().damage == nil)
    }

    @Test func anUnexpectedHeadIsAConflictAndChangesNothing() async throws {
        let journal = try open()
        var random = Seeded(2)
        try await journal.append([random.draft()], expecting: 0)
        await #expect(throws: JournalError.conflict(expected: 0, actual: 1)) {
            try await journal.append([random.draft()], expecting: 0)
        }
        #expect(throws: JournalError.conflict(expected: 7, actual: 1)) {
            _ = try journal.beginBatch(expecting: 7)
        }
        #expect(journal.head().sequence == 1)
        try await journal.append([random.draft()], expecting: 1)
        #expect(journal.head().sequence == 2)
    }

    @Test func anEmptyBatchChangesNothingButIsHeldAgainstTheExpectedHead() async throws {
        let journal = try open()
        #expect(try await journal.append([]) == .empty)
        #expect(try await journal.append([], expecting: 0) == .empty)
        await #expect(throws: JournalError.conflict(expected: 3, actual: 0)) {
            try await journal.append([], expecting: 3)
        }
        #expect(try journal.beginBatch().commit() == .empty)
    }

    @Test(arguments: [
        JournalDraft(actor: "", kind: "a", payload: []),
        JournalDraft(actor: String(repeating: "я", count: 128), kind: "a", payload: []),
        JournalDraft(actor: "a", kind: "", payload: []),
        JournalDraft(actor: "a", kind: "Record.Put", payload: []),
        JournalDraft(actor: "a", kind: "запись", payload: []),
        JournalDraft(actor: "a", kind: String(repeating: "k", count: 65), payload: []),
    ])
    func aDraftThatCannotBeRecordedIsRefusedWithItsPlace(_ bad: JournalDraft) async throws {
        let journal = try open()
        let good = JournalDraft(actor: "a", kind: "k", payload: [])
        await #expect {
            try await journal.append([good, bad])
        } throws: { error in
            if case .invalidDraft(index: 1, _) = error as? JournalError { true } else { false }
        }
        #expect(journal.head() == .empty)
    }

    @Test func theLargestDraftFits() async throws {
        let journal = try open()
        let draft = JournalDraft(
            actor: String(repeating: "a", count: 255), kind: String(repeating: "k", count: 64),
            payload: [UInt8](repeating: 7, count: 16 << 20))
        try await journal.append([draft, draft])
        #expect(try journal.all().map(\.payload.count) == [16 << 20, 16 << 20])
        var larger = draft
        larger.payload.append(7)
        let isRefused = (try? await journal.append([larger])) == nil
        #expect(isRefused && journal.head().sequence == 2)
    }

    @Test func aClockThatGoesBackRepeatsTheLastTime() async throws {
        let times = Times([100, 50, 200, 10])
        let journal = try open(.init(clock: { times.next() }))
        for _ in 0..<4 {
            try await journal.append([JournalDraft(actor: "a", kind: "k", payload: [])])
        }
        #expect(try journal.all().map(\.time) == [100, 100, 200, 200])
    }

    @Test func aSecondWriterIsToldWhoHasTheJournal() throws {
        let journal = try open()
        let text = String(decoding: try scratch.bytes("lock").dropLast(), as: UTF8.self)
        let own = try #require(Int32(text))
        #expect(throws: JournalError.locked(directory: scratch.journal, holder: own)) {
            _ = try open()
        }
        journal.close()
        try open().close()
    }

    @Test func aClosedJournalRefusesAppendsAndStillReads() async throws {
        let journal = try open()
        let draft = JournalDraft(actor: "a", kind: "k", payload: [1])
        try await journal.append([draft])
        journal.close()
        journal.close()
        await #expect(throws: JournalError.closed) { try await journal.append([draft]) }
        #expect(throws: JournalError.closed) { _ = try journal.beginBatch() }
        #expect(try journal.all().count == 1)
    }

    @Test func concurrentAppendsAllLandWholeAndInTheirOwnOrder() async throws {
        let journal = try open(.init(segmentBytes: 16 << 10))
        let appenders = 32
        let each = 25
        try await withThrowingTaskGroup(of: Void.self) { group in
            for appender in 0..<appenders {
                group.addTask {
                    for round in 0..<each {
                        let size = round % 3 + 1
                        let head = try await journal.append(
                            (0..<size).map { part in
                                JournalDraft(
                                    actor: "a\(appender)", kind: "k",
                                    payload: Array("\(round):\(part)".utf8))
                            })
                        // What was acknowledged is there to read at once.
                        let last = try journal.entry(at: head.sequence)
                        #expect(last?.payload == Array("\(round):\(size - 1)".utf8))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try journal.verify().damage == nil)
        let expected = (0..<each).flatMap { round in
            (0..<round % 3 + 1).map { "\(round):\($0)" }
        }
        let entries = try journal.all()
        for appender in 0..<appenders {
            let own = entries.filter { $0.actor == "a\(appender)" }
            #expect(own.map { String(decoding: $0.payload, as: UTF8.self) } == expected)
        }
        var batchActor: String?
        for entry in entries {
            #expect(batchActor == nil || batchActor == entry.actor, "a batch was split")
            batchActor = entry.endsBatch ? nil : entry.actor
        }
    }

    @Test func ofConcurrentAppendsThatExpectTheSameHeadOneWins() async throws {
        let journal = try open()
        let wins = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<50 {
                group.addTask {
                    let draft = JournalDraft(actor: "a", kind: "k", payload: [UInt8(index)])
                    return (try? await journal.append([draft], expecting: 0)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wins == 1)
        #expect(journal.head().sequence == 1)
    }
}

/// A clock that gives prepared times.
private final class Times: Sendable {
    private let times: [Int64]
    private let counter = tickingClock()
    private let start: Int64

    init(_ times: [Int64]) {
        self.times = times
        start = counter()
    }

    func next() -> Int64 { times[Int(counter() - start - 1) % times.count] }
}
