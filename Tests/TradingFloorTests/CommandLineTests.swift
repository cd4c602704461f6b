import Foundation
import Testing

/// The operator's commands, as a real process on real files.
struct CommandLineTests {
    private struct Place {
        let scratch: Scratch
        let program: Program

        init() throws {
            scratch = try Scratch()
            program = try Program("fondaco", leading: ["trade"])
        }

        /// Runs a command that must succeed and gives its JSON.
        func json(_ words: String...) throws -> Any {
            let (code, output, errors) = try program.run(
                words + ["--json", "--data", scratch.path("data")])
            #expect(code == 0, "\(words): \(errors)")
            return try JSONSerialization.jsonObject(
                with: Data(output.utf8), options: .fragmentsAllowed)
        }

        /// Runs a command that must fail; gives its code and what it says.
        func failure(_ words: String...) throws -> (code: Int32, errors: String) {
            let (code, output, errors) = try program.run(words + ["--data", scratch.path("data")])
            #expect(output == "", "\(words)")
            return (code, errors)
        }
    }

    @Test func anOperatorsDay() throws {
        let place = try Place()
        _ = try place.json("section", "make", "metals")
        #expect(try place.json("section", "list") as? [String] == ["metals"])
        _ = try place.json(
            "instrument", "add", "metals", "REBAR", "--name", "steel", "--tick-value", "100")
        _ = try place.json(
            "participant", "admit", "metals", "MILL", "--name", "A Mill", "--places", "place/by")
        _ = try place.json("deposit", "in", "metals", "MILL", "1250.50", "--voucher", "1")
        let rows = try place.json("deposit", "show", "metals", "MILL") as? [[String: Any]]
        #expect(rows?.first?["free"] as? Int == 125_050)
        let repeated = try place.failure("deposit", "in", "metals", "MILL", "1", "--voucher", "1")
        #expect(repeated.code == 1)
        #expect(repeated.errors.contains("repeatedPayment (125)"))
        let session = try place.json(
            "session", "open", "metals", "--day", "2090-01-02", "--phases",
            "preOpening=09:00,openingCall=09:30,closed=10:00")
        #expect((session as? [String: String])?["session"] == "1")
        _ = try place.json("session", "close", "metals")
        let replay = try place.json("replay", "metals") as? [String: Any]
        #expect(replay?["commands"] as? Int == 6)
        #expect(replay?["faults"] as? [String] == [])
        let token = try place.json("token", "issue", "--label", "x") as? [String: Any]
        #expect((token?["token"] as? String)?.hasPrefix("fnd_") == true)
        _ = try place.json("token", "revoke", "1")
        #expect((try place.json("token", "list") as? [Any])?.isEmpty == true)
    }

    @Test func errorsSayWhatWhereAndWhatWouldBeRight() throws {
        let place = try Place()
        let unknown = try place.failure("section", "show", "timber")
        #expect(unknown.code == 1)
        #expect(unknown.errors.contains("no section timber") && unknown.errors.contains("list"))
        #expect(try place.failure("section", "make", "No Such").code == 1)
        _ = try place.json("section", "make", "timber")
        #expect(try place.failure("section", "make", "timber").code == 1)
        let amount = try place.failure("deposit", "in", "timber", "X", "1,5", "--voucher", "1")
        #expect(amount.code == 64)
        #expect(amount.errors.contains("1250.50"))
        let phases = try place.failure(
            "session", "open", "timber", "--day", "2090-01-02", "--phases", "lunch=12:00")
        #expect(phases.code == 64)
        #expect(phases.errors.contains("preOpening"))
        #expect(try place.failure("session", "bundle", "timber", "3", "-o", "/tmp/x").code == 1)
    }

    @Test func theDemonstrationIsTheSameForTheSameSeed() throws {
        let place = try Place()
        var summaries: [[String: Any]] = []
        for name in ["one", "two"] {
            let (code, output, errors) = try place.program.run([
                "demo", "--seed", "7", "--json", "--into", place.scratch.path(name),
            ])
            #expect(code == 0, "\(errors)")
            let row = try JSONSerialization.jsonObject(with: Data(output.utf8))
            summaries.append(try #require(row as? [String: Any]))
        }
        let sessions = try summaries.map { try #require($0["sessions"] as? [[String: Any]]) }
        #expect(sessions[0].count == 4)
        for (one, two) in zip(sessions[0], sessions[1]) {
            for key in ["commands", "deals"] { #expect(one[key] as? Int == two[key] as? Int) }
            #expect((one["deals"] as? Int ?? 0) > 3)
            let bundle = try #require(one["bundle"] as? String)
            #expect(try place.program.run(["check", bundle]).code == 0)
        }
        // Three lots and a tender are sold at three, in a session that ends at four.
        let timber = sessions[0].first { $0["section"] as? String == "timber" }
        #expect(timber?["deals"] as? Int == 4)
        #expect((summaries[0]["transit"] as? Int ?? 0) > 0)
        let again = try place.program.run(["demo", "--into", place.scratch.path("one")])
        #expect(again.code == 1)
        let replay = try place.program.run([
            "replay", "timber", "--data", place.scratch.path("one"),
        ])
        #expect(replay.code == 0 && replay.output.contains("the same from the snapshot"))
    }
}
