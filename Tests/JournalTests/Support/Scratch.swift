import Foundation
import Testing

@testable import Journal

/// A directory of a test's own, which is removed with it.
final class Scratch: Sendable {
    let path: String
    /// The journal's directory within.
    var journal: String { path + "/journal" }

    /// - Parameter inMemory: Whether to take a file system in memory if there is one, for tests
    ///   that open a journal thousands of times and would wait for the disk to sync.
    init(inMemory: Bool = false) throws {
        let memory = "/dev/shm"
        let parent =
            inMemory && FileManager.default.isWritableFile(atPath: memory)
            ? memory : FileManager.default.temporaryDirectory.path
        path = parent + "/journal-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The content of one of the journal's files.
    func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: journal + "/" + name)))
    }

    func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: journal + "/" + name))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: journal + "/" + name)
    }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: journal).sorted()
    }

    /// The segment files' names, oldest first.
    func segments() throws -> [String] {
        try names().filter { $0.hasSuffix(".log") }
    }

    /// The content of all files, by name.
    func snapshot() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try names() { files[name] = try bytes(name) }
        return files
    }

    /// Makes the directory hold exactly these files.
    func restore(_ files: [String: [UInt8]]) throws {
        for name in try names() where files[name] == nil { try remove(name) }
        for (name, content) in files { try write(content, name) }
    }
}

/// A clock that ticks once a look, so that journals can be compared byte by byte.
func tickingClock() -> @Sendable () -> Int64 {
    let counter = Counter()
    return { 1_750_000_000_000_000 + counter.next() }
}

private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Int64 = 0
    func next() -> Int64 {
        lock.withLock {
            value += 1
            return value
        }
    }
}

/// A random generator whose seed tells all: SplitMix64.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    let seed: UInt64

    init(_ seed: UInt64) {
        self.seed = seed
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// A draft with a payload of up to `longest` bytes.
    mutating func draft(longest: Int = 120) -> JournalDraft {
        let actors = ["anna", "Ведомство", "import:42"]
        let kinds = ["record.put", "record.remove", "order_1-x"]
        return JournalDraft(
            actor: actors[Int.random(in: 0..<3, using: &self)],
            kind: kinds[Int.random(in: 0..<3, using: &self)],
            payload: (0..<Int.random(in: 0...longest, using: &self)).map { _ in
                UInt8.random(in: 0...255, using: &self)
            })
    }

    mutating func batch(upTo count: Int = 5, longest: Int = 120) -> [JournalDraft] {
        (0..<Int.random(in: 1...count, using: &self)).map { _ in draft(longest: longest) }
    }
}

/// Seeds for property tests: fixed ones, and one that is new each time and printed.
func seeds(_ count: Int) -> [UInt64] {
    let fresh = UInt64.random(in: 0...UInt64(UInt32.max))
    print("journal tests: fresh seed \(fresh)")
    return (1..<UInt64(count)).map { $0 } + [fresh]
}

/// What a journal should hold: the drafts in order, and where batches end.
struct Model {
    private(set) var drafts: [JournalDraft] = []
    private(set) var ends: Set<UInt64> = []

    mutating func append(_ batch: [JournalDraft]) {
        drafts += batch
        if !batch.isEmpty { ends.insert(UInt64(drafts.count)) }
    }

    /// The model as it was when the journal ended with `sequence`.
    func prefix(_ sequence: UInt64) -> Model {
        var model = self
        model.drafts = Array(drafts.prefix(Int(sequence)))
        model.ends = ends.filter { $0 <= sequence }
        return model
    }

    /// Holds entries against the model, with the rules of numbering, time and chain.
    func expect(_ entries: [JournalEntry], _ comment: Comment? = nil) {
        #expect(entries.count == drafts.count, comment)
        var previous = EntryHash.none
        var time = Int64.min
        for (index, pair) in zip(entries, drafts).enumerated() {
            let (entry, draft) = pair
            let isRight =
                entry.sequence == UInt64(index + 1) && entry.actor == draft.actor
                && entry.kind == draft.kind && entry.payload == draft.payload
                && entry.previous == previous && entry.time >= time
                && entry.endsBatch == ends.contains(entry.sequence)
            guard isRight else {
                Issue.record("entry \(index + 1) isn't the model's; \(comment ?? "")")
                return
            }
            previous = entry.hash
            time = entry.time
        }
    }
}

extension JournalReader {
    /// All entries that are left.
    func all() throws -> [JournalEntry] {
        var reader = self
        var entries: [JournalEntry] = []
        while let entry = try reader.next() { entries.append(entry) }
        return entries
    }
}

extension FileJournal {
    func all() throws -> [JournalEntry] { try entries().all() }
}
