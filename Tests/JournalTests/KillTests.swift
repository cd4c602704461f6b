import Foundation
import Testing

@testable import Journal

/// Kills a process that writes a journal, over and over, and looks at what it leaves behind.
@Suite(.serialized) struct KillTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    /// The helper that appends until it is killed; it is built beside the tests.
    private static func helper() throws -> URL {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let places = [tests, tests.deletingLastPathComponent()]
        let url = places.map { $0.appendingPathComponent("journal-torture") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return try #require(url, "the target journal-torture isn't built beside \(tests.path)")
    }

    /// Starts the helper and kills it after some lines; returns the lines it managed to write.
    private func run(_ mode: String, seed: Int, lines limit: Int) throws -> [String] {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = try Self.helper()
        process.arguments = [scratch.journal, mode, String(seed)]
        process.standardOutput = pipe
        try process.run()
        var output: [UInt8] = []
        while output.count(where: { $0 == 0x0A }) < limit {
            let piece = pipe.fileHandleForReading.availableData
            if piece.isEmpty { break }
            output += piece
        }
        kill(process.processIdentifier, SIGKILL)
        output += pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // A line that was cut off says nothing.
        return String(decoding: output, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).dropLast().map(String.init)
    }

    /// Holds the journal against what was acknowledged; returns its batches' numbers.
    private func check(_ lines: [String], _ comment: Comment) throws {
        let journal = try FileJournal.open(
            scratch.journal, options: .init(segmentBytes: 20_000, check: .everything))
        var found: Set<Int> = []
        var part = 0
        var reader = journal.entries()
        while let entry = try reader.next() {
            let words = String(decoding: entry.payload, as: UTF8.self).split(separator: " ")
            let numbers = words.prefix(3).compactMap { Int($0) }
            try #require(numbers.count == 3)
            #expect(numbers[1] == part, comment)
            part += 1
            #expect(entry.endsBatch == (part == numbers[2]), comment)
            if entry.endsBatch {
                found.insert(numbers[0])
                part = 0
            }
        }
        #expect(part == 0, "half a batch; \(comment)")
        for line in lines where line != "+" {
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            try #require(numbers.count == 2, "the helper says: \(line)")
            #expect(found.contains(numbers[0]), "batch \(numbers[0]) is lost; \(comment)")
            #expect(journal.head().sequence >= UInt64(numbers[1]), comment)
        }
        journal.close()
    }

    @Test func nothingAcknowledgedIsLostWhenTheWriterIsKilledDuringAppends() throws {
        var random = Seeded(UInt64.random(in: 0...9999))
        print("journal kill test: seed \(random.seed)")
        var acknowledged: [String] = []
        for round in 0..<12 {
            let limit = Int.random(in: 1...60, using: &random)
            acknowledged += try run("appends", seed: round * 1_000_000, lines: limit)
            try check(acknowledged, "seed \(random.seed), round \(round)")
        }
        #expect(!acknowledged.isEmpty)
    }

    @Test func aBatchIsThereWholeOrNotAtAllWhenTheWriterIsKilled() throws {
        var random = Seeded(UInt64.random(in: 0...9999))
        print("journal kill test: seed \(random.seed)")
        var acknowledged: [String] = []
        for round in 0..<6 {
            let limit = Int.random(in: 1...45, using: &random)
            acknowledged += try run("batches", seed: round * 1_000, lines: limit)
            try check(acknowledged, "seed \(random.seed), round \(round)")
        }
    }
}
