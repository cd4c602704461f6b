import Testing

@testable import Journal

@Suite struct ReadingTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch(inMemory: true)
    }

    private func open(segmentBytes: UInt64 = 3000) throws -> FileJournal {
        try FileJournal.open(scratch.journal, options: .init(segmentBytes: segmentBytes))
    }

    @Test func aReaderStartsAnywhereAndGoesOnAsTheJournalGrows() async throws {
        let journal = try open()
        var random = Seeded(21)
        var model = Model()
        var readers: [JournalReader] = []
        var received: [[UInt64]] = []
        for round in 0..<80 {
            let batch = random.batch()
            model.append(batch)
            try await journal.append(batch)
            if round % 8 == 0 {
                let from = UInt64.random(in: 1...UInt64(model.drafts.count + 1), using: &random)
                readers.append(journal.entries(from: from))
                received.append([])
                #expect(readers.last?.position == from)
            }
            for index in readers.indices {
                while let entry = try readers[index].next() {
                    received[index].append(entry.sequence)
                    #expect(entry.payload == model.drafts[Int(entry.sequence) - 1].payload)
                }
            }
        }
        for sequences in received {
            let first = try #require(sequences.first)
            #expect(sequences == Array(first...UInt64(model.drafts.count)))
        }
    }

    @Test func aReaderDoesNotKeepWhatWasTakenBack() throws {
        let journal = try open(segmentBytes: 1 << 20)
        let draft = JournalDraft(actor: "a", kind: "k", payload: Array("first".utf8))
        let first = try journal.beginBatch()
        try first.append(draft)
        try first.commit()
        // Enough to be handed to the system before the batch is abandoned.
        let abandoned = try journal.beginBatch()
        let filler = JournalDraft(
            actor: "a", kind: "k", payload: [UInt8](repeating: 9, count: 1 << 18))
        for _ in 0..<12 { try abandoned.append(filler) }
        var reader = journal.entries()
        #expect(try reader.next()?.payload == draft.payload)
        #expect(try reader.next() == nil)
        abandoned.abandon()
        let second = try journal.beginBatch()
        try second.append(JournalDraft(actor: "b", kind: "k", payload: Array("second".utf8)))
        try second.commit()
        #expect(try reader.next()?.payload == Array("second".utf8))
    }

    @Test func pagesOfEntries() async throws {
        let journal = try open()
        var random = Seeded(22)
        try await journal.append((0..<25).map { _ in random.draft() })
        #expect(try journal.read(from: 1, limit: 10).map(\.sequence) == Array(1...10))
        #expect(try journal.read(from: 21, limit: 10).map(\.sequence) == Array(21...25))
        #expect(try journal.read(from: 26, limit: 10).isEmpty)
        #expect(try journal.read(from: 900, limit: 10).isEmpty)
        #expect(try journal.read(from: 0, limit: 1).map(\.sequence) == [1])
        #expect(try journal.read(from: 1, limit: 0).isEmpty)
    }

    @Test func aViewSeesWhatIsCommittedAndNothingElse() throws {
        let journal = try open()
        let draft = JournalDraft(actor: "a", kind: "k", payload: [UInt8](repeating: 3, count: 500))
        let view = try FileJournal.openReading(scratch.journal)
        #expect(view.head() == .empty)
        var reader = view.entries()
        for round in 1...5 {
            let batch = try journal.beginBatch()
            // Over segment borders.
            for _ in 0..<10 { try batch.append(draft) }
            #expect(view.head().sequence == UInt64(10 * (round - 1)))
            #expect(try reader.next() == nil)
            let late = try FileJournal.openReading(scratch.journal)
            #expect(late.head() == view.head())
            try batch.commit()
            #expect(view.head() == journal.head())
            #expect(try reader.all().count == 10)
            while try reader.next() != nil {}
        }
        #expect(try view.verify().entries == 50)
        #expect(try view.entry(at: 37)?.sequence == 37)
        journal.close()
        #expect(try view.verify().damage == nil)
    }

    @Test func verificationTellsItsProgress() throws {
        let journal = try open(segmentBytes: 1 << 20)
        let batch = try journal.beginBatch()
        let draft = JournalDraft(actor: "a", kind: "k", payload: [])
        for _ in 0..<40_000 { try batch.append(draft) }
        try batch.commit()
        var steps: [UInt64] = []
        let report = try journal.verify { done, total in
            #expect(total == 40_000)
            steps.append(done)
        }
        #expect(steps == [16_384, 32_768, 40_000])
        #expect(report.entries == 40_000 && report.head == journal.head())
        #expect(report.segments == (try scratch.segments().count))
    }

    @Test func aSubscriptionGetsWhatIsThereThenWhatComesUntilTheJournalIsClosed() async throws {
        let journal = try open()
        var random = Seeded(23)
        var model = Model()
        for _ in 0..<10 {
            let batch = random.batch()
            model.append(batch)
            try await journal.append(batch)
        }
        let stream = journal.subscribe(from: 1)
        let tail = journal.subscribe(from: UInt64(model.drafts.count) + 1)
        let consumer = Task {
            var entries: [JournalEntry] = []
            for try await entry in stream { entries.append(entry) }
            return entries
        }
        let before = model.drafts.count
        var arrivals = tail.makeAsyncIterator()
        for _ in 0..<40 {
            let batch = random.batch()
            model.append(batch)
            try await journal.append(batch)
            for _ in batch { _ = try await arrivals.next() }
        }
        // Closed only after the other consumer has had its chance to be told of the end.
        var everything = journal.subscribe(from: 1).makeAsyncIterator()
        for _ in model.drafts { _ = try await everything.next() }
        journal.close()
        #expect(try await arrivals.next() == nil)
        model.expect(try await consumer.value)
        #expect(model.drafts.count > before)
    }

    @Test func aCancelledSubscriptionEnds() async throws {
        let journal = try open()
        let stream = journal.subscribe(from: 1)
        let consumer = Task {
            var count = 0
            for try await _ in stream { count += 1 }
            return count
        }
        consumer.cancel()
        #expect(try await consumer.value == 0)
    }
}
