import Exchange
import Foundation
import Testing
import TradingFloor

struct BundleTests {
    /// A day: orders, a session with an opening call, a firm admitted in it, another session.
    private func day(_ scratch: Scratch, _ random: inout Seeded) throws {
        let clock = HandClock()
        let floor = try TradingFloor.open(
            dataDirectory: scratch.folder, options: FloorOptions(clock: clock.clock))
        let section = try floor.makeSection("steel", limits: SectionLimits(orders: 1 << 16))
        _ = try section.submitAndWait(Market.opening)
        _ = try section.submitAndWait(Market.flow(200, &random))
        for session in 0..<2 as Range<UInt64> {
            let start = clock.now
            let times = [1_000, 2_000, 3_000, 9_000].map { Instant(start + $0) }
            let phases: [(PhaseKind, String)] = [
                (.preOpening, "09:00"), (.openingCall, "09:10"), (.trading, "09:20"),
                (.closed, "10:00"),
            ]
            let plan = try SessionPlan(
                code: "STEEL-\(session + 1)", name: "",
                phases: phases.compactMap { kind, time in
                    LocalTime(time).map { PlannedPhase(kind, at: $0) }
                })
            _ = try section.submitAndWait([
                .openSession(
                    plan,
                    ScheduledSession(
                        plan: 0, day: CivilDay(0), starts: times, isLastOfDay: true))
            ])
            clock.set(start + 1_500)
            _ = try section.submitAndWait(
                Market.flow(100, &random, from: 10_000 + session * 10_000))
            _ = try section.submitAndWait([
                .admit(
                    Participant(
                        code: "LATE-\(session)", name: "Secret Late",
                        organisation: RecordName("organisation/secret-late")))
            ])
            clock.set(start + 4_000)
            _ = try section.submitAndWait(
                Market.flow(300, &random, from: 11_000 + session * 10_000))
            clock.set(start + 20_000)
            _ = try section.submitAndWait([])
        }
        floor.close()
    }

    private func write(_ session: UInt32, _ scratch: Scratch) throws -> BundleReport {
        try SessionBundle.write(
            of: session, section: "steel", folder: scratch.path("exchange/steel"),
            to: scratch.path("bundle.jsonl"))
    }

    @Test func everythingIsRecomputedFromTheFileAlone() throws {
        var random = Seeded("bundle")
        let scratch = try Scratch()
        try day(scratch, &random)
        for session in 1...2 as ClosedRange<UInt32> {
            let written = try write(session, scratch)
            let report = try SessionBundle.check(scratch.path("bundle.jsonl"))
            #expect(report == written)
            #expect(report.plan == "STEEL-\(session)")
            #expect(report.deals > 20)
            #expect(report.quotations == 2)
            // All but the entry with a firm's name.
            #expect(report.hashed == report.entries - 1)
            let text = String(decoding: try scratch.read("bundle.jsonl"), as: UTF8.self)
            #expect(!text.contains("Secret") && !text.contains("secret"))
            #expect(text.contains("FIRM-1 ") && text.contains("LATE-\(session - 1)"))
            for line in text.split(separator: "\n") {
                let row = try JSONSerialization.jsonObject(with: Data(line.utf8))
                for key in ["state", "payload"] {
                    let field = (row as? [String: Any])?[key] as? String ?? ""
                    let bytes = try #require(Data(base64Encoded: field))
                    #expect(!bytes.contains(Data("Secret".utf8)))
                    #expect(!bytes.contains(Data("secret".utf8)))
                }
            }
        }
        #expect(throws: BundleError.noSession(9, over: [1, 2])) { try write(9, scratch) }
    }

    @Test func everyChangeIsFound() throws {
        var random = Seeded("altered bundles")
        let scratch = try Scratch()
        try day(scratch, &random)
        _ = try write(1, scratch)
        let good = try scratch.read("bundle.jsonl")
        for _ in 0..<60 {
            var bytes = good
            let place = Int.random(in: bytes.indices, using: &random)
            let new = UInt8.random(in: 0x21...0x7E, using: &random)
            guard bytes[place] != new, bytes[place] != 0x0A else { continue }
            bytes[place] = new
            try scratch.write(bytes, "altered.jsonl")
            #expect(throws: BundleError.self, "byte \(place), seed \(random.seed)") {
                try SessionBundle.check(scratch.path("altered.jsonl"))
            }
        }
        let lines = good.split(separator: 0x0A)
        let missing = lines.indices.dropLast().randomElement(using: &random) ?? 0
        var cut = lines
        cut.remove(at: missing)
        try scratch.write(Array(cut.joined(separator: [0x0A])), "altered.jsonl")
        #expect(throws: BundleError.self) {
            try SessionBundle.check(scratch.path("altered.jsonl"))
        }
    }

    @Test func aChangedResultIsFoundEvenUnderANewSeal() throws {
        var random = Seeded("forged bundles")
        let scratch = try Scratch()
        try day(scratch, &random)
        _ = try write(1, scratch)
        let text = String(decoding: try scratch.read("bundle.jsonl"), as: UTF8.self)
        var lines = text.split(separator: "\n").map(String.init)
        let results = lines.count - 2
        let forged = lines[results].replacing(
            "\"price\":1", with: "\"price\":2", maxReplacements: 1)
        #expect(forged != lines[results])
        lines[results] = forged
        try scratch.write(
            Array((lines.joined(separator: "\n") + "\n").utf8), "forged.jsonl")
        #expect {
            try SessionBundle.check(scratch.path("forged.jsonl"))
        } throws: { error in
            "\(error)".contains("line \(results + 1)") && "\(error)".contains("deal")
        }
    }

    @Test func anEntrysHashIsComputedAgain() throws {
        var random = Seeded("forged entries")
        let scratch = try Scratch()
        try day(scratch, &random)
        _ = try write(1, scratch)
        let text = String(decoding: try scratch.read("bundle.jsonl"), as: UTF8.self)
        let forged = text.replacing(
            "\"actor\":\"floor\"", with: "\"actor\":\"flood\"", maxReplacements: 1)
        try scratch.write(Array(forged.utf8), "forged.jsonl")
        #expect {
            try SessionBundle.check(scratch.path("forged.jsonl"))
        } throws: { error in
            "\(error)".contains("line 2") && "\(error)".contains("hash of entry")
        }
    }
}
