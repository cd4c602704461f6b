import Exchange
import Foundation
import Testing
import TradingFloor

/// Runs a real process against the real file system and kills it under load, over and over.
@Suite(.serialized) struct KillTests {
    /// Starts the program, kills it after some lines (or lets it end), gives the whole lines.
    private func run(_ folder: String, _ mode: String, first: UInt64, lines limit: Int?) throws
        -> [String]
    {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = try Program("floor-torture").url
        process.arguments = [folder, mode, String(first)]
        process.standardOutput = pipe
        try process.run()
        var output: [UInt8] = []
        while output.count(where: { $0 == 0x0A }) < limit ?? .max {
            let piece = pipe.fileHandleForReading.availableData
            if piece.isEmpty { break }
            output += piece
        }
        if limit != nil { kill(process.processIdentifier, SIGKILL) }
        output += pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).dropLast().map(String.init)
    }

    /// Everything acknowledged is there, once, under the number it was acknowledged with.
    private func check(_ lines: [String], in folder: String, _ comment: Comment) throws {
        let keeper = try SectionKeeper.open("torture", folder: "\(folder)/exchange/torture")
        var seen: Set<UInt64> = []
        for line in lines {
            let numbers = line.split(separator: " ").compactMap { UInt64($0) }
            guard numbers.count == 3 else { continue }
            #expect(seen.insert(numbers[0]).inserted, "command \(numbers[0]) twice; \(comment)")
            #expect(numbers[0] <= keeper.commands, "command \(numbers[0]) is lost; \(comment)")
            let order = keeper.section.order(
                OrderName(sender: UInt32(numbers[1]), clientOrder: numbers[2]))
            #expect(order != nil, "the order of \(line) is lost; \(comment)")
        }
        #expect(keeper.section.checkInvariants() == [], comment)
        let outcome = Outcome(keeper)
        keeper.close()
        let aside = try Scratch()
        for part in ["journal"] {
            try FileManager.default.copyItem(
                atPath: "\(folder)/exchange/torture/\(part)", toPath: aside.path(part))
        }
        let plain = try SectionKeeper.open("torture", folder: aside.folder)
        #expect(Outcome(plain) == outcome, comment)
        plain.close()
    }

    @Test func nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws {
        var random = Seeded("kill -9")
        let scratch = try Scratch()
        var lines: [String] = []
        for round in 0..<12 {
            let limit = Int.random(in: 1...1_500, using: &random)
            lines += try run(
                scratch.folder, "kill", first: 1 + UInt64(round) * 1_000_000, lines: limit)
            try check(lines, in: scratch.folder, "seed \(random.seed), round \(round)")
        }
        print("kill -9: \(lines.count) acknowledged orders in 12 rounds, none lost")
        #expect(lines.count > 100)
    }

    @Test func aFullDiskStopsTheSectionAndNothingAcknowledgedIsLost() throws {
        let scratch = try Scratch()
        let lines = try run(scratch.folder, "full", first: 10, lines: nil)
        #expect(lines.suffix(2) == ["stopped", "refused"])
        try check(lines, in: scratch.folder, "full disk")
    }
}
