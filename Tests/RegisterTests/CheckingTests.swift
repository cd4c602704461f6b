import Foundation
import GRDB
import Register
import Testing

struct CheckingTests {
    @Test func rebuiltProjectionIsTheSame() throws {
        let scratch = try ScratchRegister(withAtlas: true)
        try scratch.take(Sample.source, Sample.place("a"), Sample.figure("a", "a", "1.50"))
        try scratch.take(Sample.place("a", name: "Alpha"), Sample.figure("a", "a", "2"))
        let digest = try scratch.register.digest()
        try scratch.register.close()
        #expect(try Register.rebuild(scratch.directory) == digest)
        try scratch.reopen()
        #expect(try scratch.register.digest() == digest)
        #expect(try Register.verify(scratch.directory).problems == [])
    }

    @Test func projectionInUseIsNotReplaced() throws {
        let scratch = try ScratchRegister()
        try scratch.take(Sample.source, Sample.place("a"))
        let digest = try scratch.register.digest()
        #expect(throws: RegisterError.self) { try Register.rebuild(scratch.directory) }
        #expect(try scratch.register.digest() == digest)
        #expect(try Register.rebuild(scratch.directory, force: true) == digest)
    }

    /// Somebody who checks while somebody else writes sees no damage in it.
    @Test func checkingBesideAWriter() async throws {
        let scratch = try ScratchRegister()
        try scratch.take(Sample.source)
        let files = try (0..<12).map { round in
            try scratch.file(
                (0..<200).map { Sample.place("p\(round)-\($0)") }, "\(round).jsonl")
        }
        let register = scratch.register
        let writing = Task.detached {
            for file in files {
                try register.importRecords(from: [file], actor: "test")
            }
        }
        for _ in 0..<12 {
            let report = try Register.verify(scratch.directory)
            #expect(report.problems == [])
        }
        try await writing.value
        let report = try Register.verify(scratch.directory)
        #expect(report.problems == [] && report.behind == 0 && report.entries == 2_401)
    }

    @Test func projectionCatchesUp() throws {
        let scratch = try ScratchRegister()
        try scratch.take(Sample.source, Sample.place("a"))
        let digest = try scratch.register.digest()
        try scratch.register.close()
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(
                atPath: scratch.directory + "/register.sqlite" + suffix)
        }
        try scratch.reopen()
        #expect(try scratch.register.digest() == digest)
    }

    @Test(arguments: [
        "UPDATE record SET name = 'Wrong' WHERE id = 'place/a'",
        "DELETE FROM record WHERE id = 'place/a'",
        "DELETE FROM link", "DELETE FROM citation WHERE ordinal = 2",
        "UPDATE observation SET coefficient = 7", "UPDATE search SET words = x'61'",
        "INSERT INTO revision VALUES (1, 9, 9, 9, 'x', x'')",
    ])
    func tamperedProjectionIsNoticed(_ sql: String) throws {
        let scratch = try ScratchRegister()
        try scratch.take(
            Sample.source, Sample.place("a"), Sample.place("b", parent: "a"),
            Sample.figure("a", "a", "1"))
        try DatabaseQueue(path: scratch.directory + "/register.sqlite").write { database in
            try database.execute(sql: sql)
        }
        let report = try Register.verify(scratch.directory)
        #expect(!report.problems.isEmpty)
        #expect(report.problems.allSatisfy { $0.hasPrefix("projection: table ") })
        try scratch.register.close()
        try Register.rebuild(scratch.directory)
        #expect(try Register.verify(scratch.directory).problems == [])
        try scratch.reopen()
    }

    @Test func damagedJournalIsNoticed() throws {
        let scratch = try ScratchRegister()
        try scratch.take(Sample.source, Sample.place("a"), Sample.place("b"))
        let files = try FileManager.default.contentsOfDirectory(
            atPath: scratch.directory + "/journal")
        let segment = try #require(files.first { $0.hasSuffix(".log") })
        let url = URL(filePath: scratch.directory + "/journal/" + segment)
        var bytes = try Data(contentsOf: url)
        bytes[bytes.count / 2] ^= 0x20
        try bytes.write(to: url)
        let report = try Register.verify(scratch.directory)
        #expect(report.problems.count == 1)
        #expect(report.problems.first?.contains("entry 2") == true, "\(report.problems)")
    }
}
