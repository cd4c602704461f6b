import Testing

@testable import Journal

/// Every byte of a small journal is cut at and changed once.
@Suite struct RecoveryTests {
    private let scratch: Scratch
    private let model: Model
    private let files: [String: [UInt8]]
    /// The last sequence number after each batch.
    private let ends: [UInt64]
    /// The recorded head as it was before the last two batches.
    private let staleHead: [UInt8]

    init() throws {
        var random = Seeded(5)
        var model = Model()
        var ends: [UInt64] = []
        var staleHead: [UInt8] = []
        scratch = try Scratch(inMemory: true)
        let journal = try FileJournal.open(
            scratch.journal, options: .init(segmentBytes: 900, clock: tickingClock()))
        for round in 0..<6 {
            if round == 4 { staleHead = try scratch.bytes("head") }
            let drafts = (0..<round % 3 + 1).map { _ in random.draft(longest: 40) }
            model.append(drafts)
            let batch = try journal.beginBatch()
            for draft in drafts { try batch.append(draft) }
            ends.append(try batch.commit().sequence)
        }
        journal.close()
        self.model = model
        self.ends = ends
        self.staleHead = staleHead
        files = try scratch.snapshot()
    }

    private func open(_ check: OpeningCheck = .everything) throws -> FileJournal {
        try FileJournal.open(scratch.journal, options: .init(segmentBytes: 900, check: check))
    }

    /// The segments in order, with their bytes.
    private var segments: [(name: String, bytes: [UInt8])] {
        files.filter { $0.key.hasSuffix(".log") }.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
    }

    /// Where each entry of a segment begins, read off the length fields.
    private func starts(_ bytes: [UInt8]) -> [(sequence: UInt64, offset: Int)] {
        func integer(_ offset: Int, _ count: Int) -> UInt64 {
            bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        var found: [(UInt64, Int)] = []
        var offset = 64
        while offset < bytes.count {
            found.append((integer(offset + 16, 8), offset))
            offset += Int(integer(offset + 4, 4))
        }
        return found
    }

    /// The last batch end up to which all bytes are there when the last segments are cut to `size`.
    private func committed(upTo complete: UInt64) -> UInt64 {
        ends.last { $0 <= complete } ?? 0
    }

    @Test func aCutAtEveryByteOfTheLastBatchesLeavesTheCommittedPrefix() async throws {
        let boundary = ends[3]
        for (index, segment) in segments.enumerated() {
            let entries = starts(segment.bytes)
            guard let last = entries.last, last.sequence > boundary else { continue }
            for size in stride(from: segment.bytes.count, through: 0, by: -1) {
                let complete =
                    entries.last { entry in
                        let next = entries.first { $0.offset > entry.offset }?.offset
                        return (next ?? segment.bytes.count) <= size
                    }?.sequence ?? (entries[0].sequence - 1)
                guard complete >= boundary else { break }
                // As after a power failure: the recorded head lags behind, newer segments are gone.
                var damaged = files
                for newer in segments[(index + 1)...] { damaged[newer.name] = nil }
                damaged[segment.name] = Array(segment.bytes[..<size])
                damaged["head"] = staleHead
                try scratch.restore(damaged)
                let expected = committed(upTo: complete)
                let journal = try open(size % 2 == 0 ? .everything : .lastSegment)
                #expect(journal.head().sequence == expected, "\(segment.name) cut to \(size)")
                model.prefix(expected).expect(try journal.all(), "\(segment.name) cut to \(size)")
                #expect(try journal.verify().uncommittedBytes == 0)
                // What comes next is as good as if nothing had happened.
                let batch = try journal.beginBatch(expecting: expected)
                try batch.append(model.drafts[0])
                try batch.commit()
                journal.close()
                let again = try open()
                #expect(again.head().sequence == expected + 1)
                again.close()
            }
        }
    }

    @Test func acknowledgedEntriesThatAreMissingAreNotPassedOver() throws {
        let last = try #require(segments.last)
        for size in [last.bytes.count - 1, last.bytes.count / 2, 64, 63, 0] {
            var damaged = files
            damaged[last.name] = Array(last.bytes[..<size])
            try scratch.restore(damaged)
            #expect(throws: JournalError.self, "cut to \(size)") { _ = try open() }
            #expect(throws: JournalError.self, "cut to \(size)") { _ = try open(.lastSegment) }
            #expect(try scratch.bytes(last.name).count == size, "a refusal changes nothing")
        }
        var without = files
        without[last.name] = nil
        try scratch.restore(without)
        let error = #expect(throws: JournalError.self) { _ = try open() }
        #expect(
            error
                == .lost(
                    directory: scratch.journal, committed: ends[5],
                    found: committed(upTo: (starts(last.bytes).first?.sequence ?? 0) - 1)))
    }

    @Test func aMissingSegmentIsNamed() throws {
        for segment in segments.dropLast() {
            var damaged = files
            damaged[segment.name] = nil
            try scratch.restore(damaged)
            #expect(throws: JournalError.self) { _ = try open() }
            let report = try FileJournal.openReading(scratch.journal).verify()
            #expect(report.damage != nil)
            try scratch.restore(files)
        }
    }

    @Test func aChangeOfAnyByteIsFoundAndNamed() throws {
        try scratch.restore(files)
        for segment in segments {
            let entries = starts(segment.bytes)
            for index in segment.bytes.indices {
                var bytes = segment.bytes
                bytes[index] ^= 1 << (index % 8)
                try scratch.write(bytes, segment.name)
                let start = entries.last { $0.offset <= index } ?? (entries[0].sequence, 0)
                let place = JournalPlace(
                    segment: segment.name, offset: UInt64(start.offset),
                    sequence: start.sequence)
                let error = #expect(throws: JournalError.self, "\(place) byte \(index)") {
                    _ = try open()
                }
                guard case .corrupt(place, _) = error else {
                    Issue.record("\(segment.name) byte \(index): \(String(describing: error))")
                    continue
                }
                let report = try FileJournal.openReading(scratch.journal).verify()
                #expect(report.damage?.place == place, "byte \(index)")
                #expect(report.entries == place.sequence - 1)
            }
            try scratch.write(segment.bytes, segment.name)
        }
        try open().close()
    }

    @Test(arguments: [1500, 1 << 20])
    func withoutTheRecordedHeadOnlyTheLastBatchCanBeTakenForTorn(_ segmentBytes: UInt64) throws {
        let scratch = try Scratch(inMemory: true)
        let options = FileJournal.Options(segmentBytes: segmentBytes, check: .everything)
        let journal = try FileJournal.open(scratch.journal, options: options)
        var written: UInt64 = 0
        for end in ends {
            let batch = try journal.beginBatch()
            for index in written..<end { try batch.append(model.drafts[Int(index)]) }
            written = try batch.commit().sequence
        }
        journal.close()
        try scratch.remove("head")
        let headless = try scratch.snapshot()
        for name in try scratch.segments() {
            let bytes = try scratch.bytes(name)
            for index in bytes.indices {
                var changed = bytes
                changed[index] ^= 0x55
                try scratch.write(changed, name)
                if let journal = try? FileJournal.open(scratch.journal, options: options) {
                    let head = journal.head().sequence
                    #expect(head >= ends[4], "\(name) byte \(index) lost entries")
                    model.prefix(head).expect(try journal.all())
                    journal.close()
                }
                try scratch.restore(headless)
            }
        }
    }

    @Test func aDamagedRecordedHeadIsMadeAnew() throws {
        for index in 0..<64 {
            var damaged = files
            damaged["head"]?[index] ^= 0xFF
            try scratch.restore(damaged)
            let view = try FileJournal.openReading(scratch.journal)
            #expect(view.head().sequence == ends[5])
            try open().close()
            #expect(try scratch.bytes("head") == files["head"])
        }
    }

    @Test func aForeignFileIsRefused() throws {
        var foreign = files
        foreign[SegmentName.name(first: ends[5] + 1)] = Array(
            String(repeating: "Dear diary, ", count: 20).utf8)
        try scratch.restore(foreign)
        #expect(throws: JournalError.self) { _ = try open() }
        #expect(try scratch.snapshot() == foreign)
    }

    @Test func thereIsNothingToReadWhereThereIsNoJournal() {
        #expect(throws: JournalError.missing(directory: "/nowhere/at/all")) {
            _ = try FileJournal.openReading("/nowhere/at/all")
        }
    }
}
