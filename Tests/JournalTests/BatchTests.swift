import Testing

@testable import Journal

@Suite struct BatchTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch(inMemory: true)
    }

    private func open(segmentBytes: UInt64 = 1 << 20) throws -> FileJournal {
        try FileJournal.open(
            scratch.journal, options: .init(segmentBytes: segmentBytes))
    }

    @Test func aBatchBecomesVisibleAsAWhole() throws {
        let journal = try open(segmentBytes: 4096)
        var random = Seeded(3)
        var model = Model()
        let drafts = (0..<200).map { _ in random.draft() }
        model.append(drafts)
        let batch = try journal.beginBatch(expecting: 0)
        for (index, draft) in drafts.enumerated() {
            #expect(try batch.append(draft) == UInt64(index + 1))
            #expect(journal.head() == .empty)
        }
        #expect(try journal.all().isEmpty)
        #expect(try batch.commit().sequence == 200)
        #expect(journal.head().sequence == 200)
        let entries = try journal.all()
        model.expect(entries)
        #expect(entries.allSatisfy { $0.time == batch.time })
        #expect(try scratch.segments().count > 5)
        #expect(try journal.verify().damage == nil)
    }

    @Test func anAbandonedBatchLeavesTheFilesAsTheyWere() async throws {
        let journal = try open(segmentBytes: 2048)
        var random = Seeded(4)
        try await journal.append([random.draft()])
        let before = try scratch.snapshot()
        let batch = try journal.beginBatch()
        for _ in 0..<100 { try batch.append(random.draft()) }
        batch.abandon()
        #expect(try scratch.snapshot() == before)
        #expect(throws: JournalError.batchEnded) { try batch.append(random.draft()) }
        #expect(throws: JournalError.batchEnded) { try batch.commit() }
        _ = try journal.beginBatch().append(random.draft())
        // That one was dropped.
        #expect(try scratch.snapshot() == before)
        #expect(try await journal.append([random.draft()]).sequence == 2)
    }

    @Test func oneBatchAtATimeAndAppendsWaitForItsEnd() async throws {
        let journal = try open()
        let draft = JournalDraft(actor: "a", kind: "k", payload: [])
        let batch = try journal.beginBatch()
        #expect(throws: JournalError.batchOpen) { _ = try journal.beginBatch() }
        async let appended = journal.append([draft])
        try batch.append(draft)
        try batch.append(draft)
        #expect(try batch.commit().sequence <= 3)
        _ = try await appended
        #expect(journal.head().sequence == 3)
        #expect(try journal.verify().damage == nil)
    }

    @Test func anInvalidDraftLeavesTheBatchUsable() throws {
        let journal = try open()
        let batch = try journal.beginBatch()
        let draft = JournalDraft(actor: "a", kind: "k", payload: [])
        try batch.append(draft)
        #expect(throws: JournalError.self) {
            try batch.append(JournalDraft(actor: "", kind: "k", payload: []))
        }
        try batch.append(draft)
        #expect(try batch.commit().sequence == 2)
    }

    @Test func closingUndoesAnOpenBatch() async throws {
        let journal = try open()
        let draft = JournalDraft(actor: "a", kind: "k", payload: [])
        try await journal.append([draft])
        let batch = try journal.beginBatch()
        try batch.append(draft)
        journal.close()
        #expect(throws: JournalError.closed) { try batch.commit() }
        #expect(try open().head().sequence == 1)
    }

    /// Random batches by both ways, with reopening, against the model.
    @Test(arguments: seeds(6))
    func randomBatchesAgainstTheModel(_ seed: UInt64) async throws {
        var random = Seeded(seed)
        var model = Model()
        let segmentBytes = UInt64.random(in: 64...4096, using: &random)
        var journal = try open(segmentBytes: segmentBytes)
        for _ in 0..<60 {
            let drafts = random.batch(upTo: 20, longest: 300)
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                let batch = try journal.beginBatch()
                for draft in drafts { try batch.append(draft) }
                batch.abandon()
            case 1, 2:
                let batch = try journal.beginBatch(expecting: UInt64(model.drafts.count))
                for draft in drafts { try batch.append(draft) }
                try batch.commit()
                model.append(drafts)
            case 3:
                journal.close()
                journal = try open(segmentBytes: segmentBytes)
            default:
                try await journal.append(drafts)
                model.append(drafts)
            }
            #expect(journal.head().sequence == UInt64(model.drafts.count), "seed \(seed)")
        }
        model.expect(try journal.all(), "seed \(seed)")
        for _ in 0..<50 where !model.drafts.isEmpty {
            let sequence = UInt64.random(in: 1...UInt64(model.drafts.count), using: &random)
            let entry = try journal.entry(at: sequence)
            #expect(entry?.sequence == sequence, "seed \(seed)")
            #expect(entry?.payload == model.drafts[Int(sequence) - 1].payload, "seed \(seed)")
        }
        let report = try journal.verify()
        #expect(report.damage == nil && report.uncommittedBytes == 0, "seed \(seed)")
        #expect(report.head == journal.head(), "seed \(seed)")
    }
}
