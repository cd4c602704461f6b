import Foundation
import Testing

/// The walls of the house that the compiler can't hold.
struct TidyTests {
    private struct SourceFile {
        let path: String
        let text: String
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

        func `is`(in rooms: [String]) -> Bool {
            rooms.contains { path.hasPrefix("Sources/\($0)/") }
        }
    }

    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func files(under folder: String, _ ending: String) throws -> [SourceFile] {
        let base = root.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String }
        return try (paths ?? []).filter { $0.hasSuffix(ending) }.sorted().map { path in
            SourceFile(
                path: "\(folder)/\(path)",
                text: try String(contentsOf: base.appending(path: path), encoding: .utf8))
        }
    }

    private static func offences(
        _ pattern: String, in files: [SourceFile]
    ) throws -> [String] {
        let expression = try Regex(pattern)
        return files.flatMap { file in
            file.lines.enumerated().compactMap { number, line in
                let isComment = line.drop { $0 == " " }.hasPrefix("//")
                return !isComment && line.contains(expression)
                    ? "\(file.path):\(number + 1): \(line)" : nil
            }
        }
    }

    private static func code() throws -> [SourceFile] { try files(under: "Sources", ".swift") }

    @Test func sqlStaysInTheRegister() throws {
        let others = try Self.code().filter { !$0.is(in: ["Register"]) }
        #expect(!others.isEmpty)
        #expect(
            try Self.offences(#"^\s*(public |internal )?import (GRDB|SQLite3)"#, in: others).isEmpty
        )
        #expect(
            try Self.offences(#""\s*(SELECT|INSERT|UPDATE|DELETE|CREATE TABLE) "#, in: others)
                .isEmpty)
    }

    @Test func theServerStaysInWeb() throws {
        let others = try Self.code().filter { !$0.is(in: ["Web", "fondaco"]) }
        #expect(try Self.offences(#"import (Hummingbird|NIO)"#, in: others).isEmpty)
        #expect(try Self.offences(#"<(html|body|div|table|p)\b[^"]*>"#, in: others).isEmpty)
    }

    @Test func pureRoomsDoNoInputOrOutput() throws {
        let pure = try Self.code().filter {
            $0.is(in: [
                "Records", "Names", "Search", "Statistics", "SDMX", "Charts", "Exchange",
            ])
        }
        #expect(!pure.isEmpty)
        #expect(
            try Self.offences(
                #"import (Foundation|Glibc|Dispatch)|\bDate\(|ContinuousClock|FileHandle"#,
                in: pure
            ).isEmpty)
    }

    @Test func roomsLookDown() throws {
        let known: [String: Set<String>] = [
            "Records": [], "Names": [], "Journal": [], "Atlas": [], "Search": ["Names"],
            "SDMX": ["Records"], "Statistics": ["Records"], "Charts": [], "Exchange": [],
            "Register": ["Records", "Names", "Search", "Journal"],
            "TradingFloor": ["Exchange", "Journal"],
            "Simulation": ["TradingFloor", "Exchange", "Journal"],
            "MarketRecords": ["Records", "Register", "Exchange", "TradingFloor"],
            "Web": [
                "Records", "Register", "Statistics", "SDMX", "Charts", "Journal", "Exchange",
                "TradingFloor",
            ],
        ]
        for (room, allowed) in known {
            let files = try Self.code().filter { $0.is(in: [room]) }
            for other in known.keys where other != room && !allowed.contains(other) {
                #expect(
                    try Self.offences(#"^\s*(public |internal )?import \#(other)$"#, in: files)
                        .isEmpty, "\(room) must not know \(other)")
            }
        }
    }

    @Test func inputNeverCrashes() throws {
        // The two kernels that touch raw memory stop rather than read beyond it; their callers
        // check what comes from outside.
        // The exchange stops rather than go on with money or goods made from nothing: commands are
        // checked before, so no input reaches these.
        let kernels = [
            "PosixFile.swift", "ByteBuffer.swift", "Ledger/Ledger.swift",
            "Receipts/ReceiptRegister.swift", "Section/Section.swift",
        ]
        let files = try Self.code().filter { file in
            !file.is(in: ["Bench", "JournalTorture"])
                && !kernels.contains { file.path.hasSuffix($0) }
        }
        let offences = try Self.offences(
            #"try!|\bas!|fatalError\(|\bprecondition(Failure)?\(|\b(TODO|FIXME|XXX)\b"#, in: files)
        #expect(offences.isEmpty, "\(offences.joined(separator: "\n"))")
    }

    @Test func uncheckedNeedsAReason() throws {
        for file in try Self.code() {
            let lines = file.lines
            for (number, line) in lines.enumerated()
            where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
                let before = lines[max(0, number - 3)..<number]
                #expect(
                    line.contains("//") || before.contains { $0.contains("//") },
                    "\(file.path):\(number + 1)")
            }
        }
    }

    @Test func filesAreSmall() throws {
        for file in try Self.code() + Self.files(under: "Tests", ".swift") {
            #expect(file.lines.count <= 450, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test func documentsLeadSomewhere() throws {
        let documents = try Self.files(under: "Documentation", ".md")
        #expect(!documents.isEmpty)
        let link = try Regex(#"\]\(([^)#:]+\.md)"#)
        for document in documents {
            let folder = Self.root.appending(path: document.path).deletingLastPathComponent()
            for match in document.text.matches(of: link) {
                guard let target = match.output[1].substring else { continue }
                let path = folder.appending(path: String(target)).path
                #expect(
                    FileManager.default.fileExists(atPath: path), "\(document.path): \(target)")
            }
        }
    }
}
