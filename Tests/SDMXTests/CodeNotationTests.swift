import Records
import Testing

@testable import SDMX

struct CodeNotationTests {
    @Test(arguments: [
        ("place/by/grodno-region", "place_by_grodno-region"), ("seed/000", "seed_000"),
    ])
    func recordIDs(_ id: String, _ code: String) throws {
        let id = try #require(RecordID(id))
        #expect(CodeNotation.code(id) == code)
        #expect(CodeNotation.id(code) == id)
    }

    @Test(arguments: [
        ("food products", "food_products"), ("pieces/month", "pieces$2Fmonth"),
        ("KZS-10 MAX", "KZS-10_MAX"), (" x", "$20x"), ("a_b", "a$5Fb"), ("", "$"), ("$", "$24"),
        ("м²", "$D0$BC$C2$B2"), ("_Z", "$5FZ"),
    ])
    func phrases(_ phrase: String, _ code: String) {
        #expect(CodeNotation.code(phrase: phrase) == code)
        #expect(CodeNotation.phrase(code) == phrase)
    }

    @Test(arguments: [("%", "PT"), ("PT", "$50T"), ("USD", "USD"), ("m2", "m2")])
    func units(_ unit: String, _ code: String) {
        #expect(CodeNotation.code(unit: unit) == code)
        #expect(CodeNotation.unit(code) == unit)
    }

    @Test(arguments: ["$2", "$zz", "$2f", "$41", "_a", "a b", "$FF", "a$"])
    func whatIsNoPhrase(_ code: String) { #expect(CodeNotation.phrase(code) == nil) }

    @Test(arguments: ["place", "place/by", "PLACE_BY", "place__by", "_Z", "place_by_"])
    func whatIsNoRecordID(_ code: String) { #expect(CodeNotation.id(code) == nil) }

    @Test(arguments: ["", "a.b", "a+b", "a b", "ж", "a/b"])
    func whatIsNoCode(_ text: String) { #expect(!CodeNotation.isCode(text)) }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func anyTextHasOneCodeOfItsOwn(_ seed: UInt64) {
        print("seed \(seed)")
        var dice = Dice(seed: seed)
        let alphabet = Array(" _$@-%/PTZaż9\u{0}\n\"<é₽😀").map(String.init) + ["PT", "$24", "_Z"]
        var texts: [String: String] = [:]
        for _ in 0..<3_000 {
            let text = (0..<dice.roll(7)).map { _ in dice.pick(alphabet) }.joined()
            for (code, back) in [
                (CodeNotation.code(phrase: text), CodeNotation.phrase),
                (CodeNotation.code(unit: text), CodeNotation.unit),
            ] {
                #expect(CodeNotation.isCode(code))
                #expect(code != CodeNotation.notApplicable)
                #expect(back(code).map { Array($0.utf8) } == Array(text.utf8))
            }
            let code = CodeNotation.code(unit: text)
            if let other = texts[code] { #expect(other.utf8.elementsEqual(text.utf8)) }
            texts[code] = text
        }
    }

    @Test(arguments: [4, 5] as [UInt64])
    func anyRecordIDHasOneCodeOfItsOwn(_ seed: UInt64) throws {
        print("seed \(seed)")
        var dice = Dice(seed: seed)
        var found = 0
        for _ in 0..<3_000 {
            let text =
                dice.pick(["place", "org", "project", "seed"]) + "/"
                + (0..<(1 + dice.roll(9))).map { _ in dice.pick(["a", "7", "-", "/", "xyz"]) }
                .joined()
            guard let id = RecordID(text) else { continue }
            found += 1
            #expect(CodeNotation.isCode(CodeNotation.code(id)))
            #expect(CodeNotation.id(CodeNotation.code(id)) == id)
        }
        #expect(found > 500)
    }
}
