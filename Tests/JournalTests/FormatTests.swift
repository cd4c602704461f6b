import Foundation
import Testing

@testable import Journal

/// Holds the files to what the documentation says of them.
@Suite struct FormatTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch(inMemory: true)
    }

    /// CRC-32C bit by bit, as its definition has it.
    private static func slowChecksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
        }
        return ~crc
    }

    private static func buffer(_ bytes: [UInt8]) -> ByteBuffer {
        var buffer = ByteBuffer(capacity: 0)
        buffer.extend(by: bytes.count)
        buffer.put(bytes, at: 0)
        return buffer
    }

    @Test func theChecksumIsTheOneOfItsStandard() {
        #expect(Self.buffer(Array("123456789".utf8)).checksum(0..<9) == 0xE306_9283)
        #expect(Self.buffer([UInt8](repeating: 0, count: 32)).checksum(0..<32) == 0x8A91_36AA)
        #expect(Self.buffer([UInt8](repeating: 255, count: 32)).checksum(0..<32) == 0x62A8_AB43)
        #expect(Self.buffer(Array(0..<32)).checksum(0..<32) == 0x46DD_794E)
    }

    @Test(arguments: seeds(3))
    func theFastChecksumIsTheSlowOne(_ seed: UInt64) {
        var random = Seeded(seed)
        let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
        let buffer = Self.buffer(bytes)
        for _ in 0..<200 {
            let start = Int.random(in: 0...300, using: &random)
            let end = Int.random(in: start...300, using: &random)
            #expect(
                buffer.checksum(start..<end) == Self.slowChecksum(bytes[start..<end]),
                "seed \(seed), \(start)..<\(end)")
        }
    }

    @Test func hashesAreWrittenAndReadBack() throws {
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        let hash = Self.buffer(Array("abc".utf8)).digest(0..<3)
        #expect(hash.description == text)
        #expect(EntryHash(hex: text) == hash)
        #expect(EntryHash(hex: text.uppercased()) == hash)
        #expect(EntryHash(bytes: hash.bytes) == hash)
        #expect(EntryHash(hex: String(text.dropLast())) == nil)
        #expect(EntryHash(hex: "g" + text.dropFirst()) == nil)
        #expect(EntryHash(bytes: []) == nil)
    }

    @Test func segmentNames() {
        #expect(SegmentName.name(first: 1) == "00000000000000000001.log")
        #expect(SegmentName.name(first: .max) == "18446744073709551615.log")
        #expect(SegmentName.first("00000000000000000042.log") == 42)
        for wrong in [
            "", "1.log", "00000000000000000000.log", "+0000000000000000001.log",
            "99999999999999999999.log", "00000000000000000001.txt", "head",
        ] {
            #expect(SegmentName.first(wrong) == nil, "\(wrong)")
        }
    }

    /// A reader written from the documentation alone, without the journal's own code.
    @Test func anEntryIsLaidOutAsDocumented() async throws {
        let journal = try FileJournal.open(scratch.journal)
        var random = Seeded(31)
        let drafts = (0..<20).map { _ in random.draft() }
        for draft in drafts { try await journal.append([draft]) }
        let bytes = try scratch.bytes("00000000000000000001.log")
        func integer(_ offset: Int, _ count: Int) -> UInt64 {
            bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        var offset = 64
        var previous = [UInt8](repeating: 0, count: 32)
        for (index, draft) in drafts.enumerated() {
            let end = offset + Int(integer(offset + 4, 4))
            let kindEnd = offset + 64 + Int(bytes[offset + 12])
            let actorEnd = kindEnd + Int(bytes[offset + 13])
            #expect(Array(bytes[offset..<offset + 4]) == Array("FJE\u{1}".utf8))
            #expect(integer(offset + 8, 4) == 1, "each was the first after a commit")
            #expect(bytes[offset + 14] == 1, "each ended its batch")
            #expect(bytes[offset + 15] == 0)
            #expect(integer(offset + 16, 8) == UInt64(index + 1))
            #expect(Array(bytes[offset + 32..<offset + 64]) == previous)
            #expect(Array(bytes[offset + 64..<kindEnd]) == Array(draft.kind.utf8))
            #expect(Array(bytes[kindEnd..<actorEnd]) == Array(draft.actor.utf8))
            #expect(Array(bytes[actorEnd..<end - 36]) == draft.payload)
            let hashed = Array(bytes[offset + 12..<end - 36])
            previous = Self.buffer(hashed).digest(0..<hashed.count).bytes
            #expect(Array(bytes[end - 36..<end - 4]) == previous)
            #expect(integer(end - 4, 4) == UInt64(Self.slowChecksum(bytes[offset..<end - 4])))
            offset = end
        }
        #expect(offset == bytes.count)
        #expect(journal.head().hash.bytes == previous)
    }

    @Test func theHashDoesNotDependOnSegmentsOrOnHowEntriesWereGrouped() throws {
        var random = Seeded(32)
        let drafts = (0..<50).map { _ in random.draft() }
        var heads: Set<JournalHead> = []
        for (index, segmentBytes) in [UInt64(500), 5000, 500_000].enumerated() {
            let journal = try FileJournal.open(
                scratch.path + "/\(index)",
                options: .init(segmentBytes: segmentBytes, clock: { 1_750_000_000_000_000 }))
            let batch = try journal.beginBatch()
            for draft in drafts { try batch.append(draft) }
            heads.insert(try batch.commit())
        }
        #expect(heads.count == 1)
    }

    /// The worked example of Documentation/journal-format.md.
    @Test func theDocumentedExampleIsTrue() async throws {
        let journal = try FileJournal.open(
            scratch.journal, options: .init(clock: { 1_750_000_000_000_000 }))
        try await journal.append([
            JournalDraft(
                actor: "anna", kind: "record.put", payload: Array("{\"id\":\"place/by\"}".utf8)),
            JournalDraft(actor: "anna", kind: "record.remove", payload: Array("place/xx".utf8)),
        ])
        let dump =
            "00000000000000000001.log\n" + hexDump(try scratch.bytes("00000000000000000001.log"))
            + "head\n" + hexDump(try scratch.bytes("head"))
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appendingPathComponent("Documentation/journal-format.md"),
            encoding: .utf8)
        #expect(page.contains(dump), "the documentation should show:\n\(dump)")
    }

    private func hexDump(_ bytes: [UInt8]) -> String {
        func hex(_ value: Int, _ width: Int) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return stride(from: 0, to: bytes.count, by: 16).map { start in
            let row = bytes[start..<min(start + 16, bytes.count)]
            let digits = row.map { hex(Int($0), 2) }.joined(separator: " ")
            let text = row.map { (32..<127).contains($0) ? String(UnicodeScalar($0)) : "." }
                .joined()
            let pad = String(repeating: " ", count: 47 - digits.count)
            return "\(hex(start, 4))  \(digits)\(pad)  \(text)\n"
        }.joined()
    }
}
