import Testing

@testable import Names

@Suite("Folding")
struct NameFoldingTests {
    @Test(
        "Names of every script become plain tokens",
        arguments: [
            ("Гродненская обл.", "grodnenskaya obl"),
            ("Łódź", "lodz"),
            (
                "Øresund Straße Æther œuvre Đà Nẵng İzmir Þór",
                "oresund strasse aether oeuvre da nang izmir thor"
            ),
            ("Магілёў", "magileu"),
            ("Қасым-Жомарт Тоқаев", "qasym zhomart toqaev"),
            ("Ҷирғатол", "jirghatol"),
            ("Ђорђе Љубљана", "djordje ljubljana"),
            ("Κυριάκος Μητσοτάκης", "kyriakos mitsotakis"),
            ("Μπουένος Άιρες", "bouenos aires"),
            ("Երևան", "erevan"),
            ("ሀ Թումանյան", "ሀ tumanyan"),
            ("თბილისი", "tbilisi"),
            ("باراك", "barak"),
            ("ירושלים", "irvshlim"),
            ("トウキョウ", "toukyou"),
            ("バラク・オバマ", "baraku obama"),
            ("서울", "seoul"),
            ("北京市", "北 京 市"),
            ("ＡＢＣ １２", "abc 12"),
            ("٣٤", "34"),
        ])
    func scripts(name: String, folded: String) {
        #expect(NameFolding.tokens(of: name).joined(separator: " ") == folded)
    }

    @Test(
        "Punctuation separates or vanishes",
        arguments: [
            ("S.p.A.", "spa"), ("G.m.b.H.", "gmbh"), ("A/S", "as"), ("Sp. z o.o.", "sp z oo"),
            ("O'Neil", "oneil"), ("L’Aquila", "laquila"), ("Joint-Stock", "joint stock"),
            ("al-Assad", "al assad"), ("V.Putin", "v putin"), ("К.П. Орлов", "kp orlov"),
            ("Amazon.com, Inc.", "amazon com inc"), ("AT&T", "at t"), ("2007-AHL1", "2007 ahl1"),
            ("Па\u{301}рк", "park"), ("so\u{AD}ft", "soft"), ("«ООО»(БАЙ)", "ooo bay"),
            ("", ""), (" .,;!? ", ""), ("1.5", "1 5"), ("Маг'ілёў", "magileu"),
        ])
    func punctuation(name: String, folded: String) {
        #expect(NameFolding.tokens(of: name).joined(separator: " ") == folded)
    }

    @Test("Tokens are appended behind what is there, without a separator of their own")
    func appends() {
        var keys = Array("x".utf8) + [0x1F]
        NameFolding.appendTokens(of: "Минск - Brest", to: &keys)
        keys.append(0x1F)
        NameFolding.appendTokens(of: "Лида"[...], to: &keys)
        #expect(keys == Array("x\u{1F}minsk brest\u{1F}lida".utf8))
    }

    @Test("Invalid UTF-8 separates and does no harm")
    func invalidUTF8() {
        for bytes: [UInt8] in [
            [0x61, 0xFF, 0x62], [0x61, 0xD0], [0xE2, 0x82], [0xF8, 0x88, 0x80, 0x80, 0x80],
            [0xED, 0xA0, 0x80, 0x61], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        ] {
            var keys: [UInt8] = []
            NameFolding.appendTokens(of: bytes.span, to: &keys)
            #expect(String(validating: keys, as: UTF8.self) != nil)
        }
    }

    @Test("Folding what is folded changes nothing, and random text does no harm")
    func idempotence() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<3_000 {
            let name = random.text(most: 24)
            let once = NameFolding.tokens(of: name)
            #expect(
                NameFolding.tokens(of: once.joined(separator: " ")) == once,
                "seed \(seed), name \(name.debugDescription)")
        }
    }
}
