import Records
import Testing

@testable import Web

@Suite("The difference of two revisions")
struct RecordDifferenceTests {
    @Test("Applied to the old sequence it gives the new one", arguments: 0..<200)
    func roundTrip(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let old = random.sequence()
        let new = seed % 3 == 0 ? random.sequence() : random.edited(old)
        let difference = SequenceDifference(from: old, to: new)
        #expect(difference.old == old, "seed \(seed)")
        #expect(difference.new == new, "seed \(seed)")
        #expect(difference.keptCount == SlowDifference.kept(old, new), "seed \(seed)")
    }

    @Test("Neighbouring runs have different fates, and none is empty", arguments: 0..<50)
    func runs(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let old = random.sequence()
        let difference = SequenceDifference(from: old, to: random.edited(old))
        let fates = difference.runs.map { run -> Int in
            switch run {
            case .kept(let items): items.isEmpty ? -1 : 0
            case .removed(let items): items.isEmpty ? -1 : 1
            case .added(let items): items.isEmpty ? -1 : 2
            }
        }
        #expect(!fates.contains(-1), "seed \(seed)")
        #expect(zip(fates, fates.dropFirst()).allSatisfy { $0 != $1 }, "seed \(seed)")
    }

    @Test("Long sequences without anything in common are replaced whole")
    func long() {
        let old = Array(0..<5_000)
        let new = Array(5_000..<10_000)
        let difference = SequenceDifference(from: old, to: new)
        #expect(difference.runs == [.removed(old), .added(new)])
    }

    @Test(
        "The words of a text, joined, are the text",
        arguments: [
            "", " ", "a", "two words", "  many   spaces ", "Ҙур ҡала\u{301}", "line\nbreak",
        ])
    func words(text: String) {
        #expect(RecordDifference.words(of: text).joined() == text)
    }

    @Test("Each field's change says what came and what went")
    func fields() throws {
        let old = try json(
            #"{"title":"Plan of work","status":"draft","areas":["trade","culture"],"note":"x"}"#)
        let new = try json(
            #"{"title":"Plan of joint work","areas":["trade","sport"],"note":"y","signed":"2021"}"#)
        let difference = RecordDifference(from: old, to: new)
        #expect(difference.fields.map(\.field) == ["title", "status", "areas", "note", "signed"])
        guard case .edited(let edit) = difference.fields[0].change else {
            Issue.record("an edited title is an edit")
            return
        }
        #expect(
            edit.runs == [
                .kept(["Plan", " ", "of", " "]), .added(["joint", " "]), .kept(["work"]),
            ])
        #expect(difference.fields[1].change == .removed(.string("draft")))
        #expect(difference.fields[3].change == .replaced(.string("x"), by: .string("y")))
        #expect(difference.fields[4].change == .added(.string("2021")))
    }

    @Test("Applied to the old record it gives the new one", arguments: 0..<100)
    func applied(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let (old, new) = (random.record(), random.record())
        let result = RecordDifference(from: old, to: new).applied(to: old)
        guard case .object(let members) = new else { return }
        #expect(result.count == members.count, "seed \(seed)")
        for member in members { #expect(result[member.name] == member.value, "seed \(seed)") }
    }

    @Test("A record has no difference from itself")
    func same() throws {
        let record = try json(#"{"title":"A","areas":["b","c"]}"#)
        #expect(RecordDifference(from: record, to: record).fields.isEmpty)
    }

    private func json(_ text: String) throws -> JSONValue {
        try JSONParser.parse(Array(text.utf8))
    }
}

/// The length of a longest common subsequence by the textbook table.
private enum SlowDifference {
    static func kept(_ old: [Int], _ new: [Int]) -> Int {
        var row = Array(repeating: 0, count: new.count + 1)
        for element in old {
            var diagonal = 0
            for (index, other) in new.enumerated() {
                let above = row[index + 1]
                row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[new.count]
    }
}

/// SplitMix64: a seed gives the same run everywhere.
private struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func sequence() -> [Int] {
        let count = Int.random(in: 0...30, using: &self)
        return (0..<count).map { _ in Int.random(in: 0...6, using: &self) }
    }

    mutating func edited(_ old: [Int]) -> [Int] {
        var new = old
        for _ in 0..<Int.random(in: 0...4, using: &self) {
            if Bool.random(using: &self), !new.isEmpty {
                new.remove(at: Int.random(in: 0..<new.count, using: &self))
            } else {
                let place = Int.random(in: 0...new.count, using: &self)
                new.insert(Int.random(in: 0...6, using: &self), at: place)
            }
        }
        return new
    }

    mutating func record() -> JSONValue {
        var members: [JSONValue.Member] = []
        for name in ["title", "note", "areas", "status", "jobs"] where Bool.random(using: &self) {
            let items = sequence()
            let value: JSONValue =
                switch name {
                case "areas": .array(items.map { .string("area \($0)") })
                case "jobs": .number(ExactDecimal(Int32(items.count)))
                default: .string(items.map { "word\($0)" }.joined(separator: " "))
                }
            members.append(JSONValue.Member(name, value))
        }
        return .object(members)
    }
}
