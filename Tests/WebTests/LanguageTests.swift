import Testing

@testable import Web

@Suite struct LanguageTests {
    @Test(
        arguments: [
            (nil, "en"), ("", "en"), ("it", "it"), ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
            ("de,fr;q=0.9", "en"), ("en;q=0.3, it;q=0.7", "it"), ("IT-ch", "it"),
            ("en;q=0, ru;q=0.001", "ru"), ("en;q=0,*", "it"), ("fr, *;q=0.5", "en"),
            ("it;q=2, ru;q=0.5", "ru"), ("it;q=abc", "en"), ("it;q=0.5,ru;q=0.5", "it"),
            ("it ; q=0.2 , ru ; q=0.4", "ru"), (";;;,,,", "en"), ("it;q=0.1234,ru;q=0.1", "ru"),
        ] as [(String?, String)])
    func negotiatesByQuality(_ header: String?, _ expected: String) {
        #expect(Language.preferred(acceptLanguage: header).rawValue == expected)
    }

    @Test func choiceBeatsBrowser() {
        let header = "ru"
        #expect(Language.preferred(acceptLanguage: header, cookie: "it") == .italian)
        #expect(Language.preferred(acceptLanguage: header, cookie: "it", query: "en") == .english)
        #expect(
            Language.preferred(acceptLanguage: header, cookie: "xx", query: "\u{0}") == .russian)
        let long = String(repeating: "xx,", count: 100_000) + "it"
        #expect(Language.preferred(acceptLanguage: long) == .english)
    }

    @Test(arguments: [
        (0, "0 записей"), (1, "1 запись"), (2, "2 записи"), (5, "5 записей"), (11, "11 записей"),
        (12, "12 записей"), (21, "21 запись"), (22, "22 записи"), (111, "111 записей"),
        (1004, "1 004 записи"),
    ])
    func russianPlurals(_ count: Int, _ expected: String) {
        let text = Catalogue(.russian)(.recordsFound(count)).replacing("\u{A0}", with: " ")
        #expect(text == expected)
    }

    @Test func otherPlurals() {
        #expect(Catalogue(.english).count(1, "agreement") == "1\u{A0}agreement")
        #expect(Catalogue(.english).count(2, "agreement") == "2\u{A0}agreements")
        #expect(Catalogue(.italian).count(1, "organisation") == "1\u{A0}organizzazione")
        #expect(Catalogue(.italian).count(0, "organisation") == "0\u{A0}organizzazioni")
        #expect(Language.russian.form(of: Noun("a", "b", "c", "d"), for: .min) == "c")
    }

    @Test(arguments: [
        ("847900000", "847,900,000", "847.900.000", "847 900 000"),
        ("-1234.50", "−1,234.50", "−1.234,50", "−1 234,50"), ("12", "12", "12", "12"),
        ("1e5", "1e5", "1e5", "1e5"), ("", "", "", ""), ("-", "-", "-", "-"),
        ("1.", "1.", "1.", "1."),
    ])
    func numbers(_ text: String, _ english: String, _ italian: String, _ russian: String) {
        let shown = Language.allCases.map {
            Catalogue($0).number(text).replacing("\u{A0}", with: " ")
        }
        #expect(shown == [english, italian, russian])
    }

    @Test(arguments: [
        ("847900000", "847.9 million USD", "847,9 milioni di USD", "847,9 млн USD"),
        ("1000000", "1 million USD", "1 milione di USD", "1 млн USD"),
        ("12000000000", "12 billion USD", "12 miliardi di USD", "12 млрд USD"),
        ("847912345", "847,912,345 USD", "847.912.345 USD", "847 912 345 USD"),
        ("999999", "999,999 USD", "999.999 USD", "999 999 USD"),
        ("1500000000000", "1.5 trillion USD", "1.500 miliardi di USD", "1,5 трлн USD"),
    ])
    func bigNumbers(_ text: String, _ english: String, _ italian: String, _ russian: String) {
        let shown = Language.allCases.map { language in
            let quantity = Catalogue(language).quantityInWords(text, unit: "USD")
            return quantity.digits.replacing("\u{A0}", with: " ") + " " + (quantity.unit ?? "")
        }
        #expect(shown == [english, italian, russian])
    }

    @Test(arguments: [
        ("2021", "2021", "2021", "2021"),
        ("2021-06", "June 2021", "giugno 2021", "июнь 2021 г."),
        ("2021-06-01", "1 June 2021", "1º giugno 2021", "1 июня 2021 г."),
        ("2021-Q1", "Q1 2021", "I trimestre 2021", "I квартал 2021 г."),
        (
            "2021-01/2021-09", "January–September 2021", "gennaio–settembre 2021",
            "январь–сентябрь 2021 г."
        ),
        ("2014/2020", "2014–2020", "2014–2020", "2014–2020"),
        ("2021-06-03/2021-06-05", "3–5 June 2021", "3–5 giugno 2021", "3–5 июня 2021 г."),
        (
            "2021-06-29/2021-07-02", "29 June – 2 July 2021", "29 giugno – 2 luglio 2021",
            "29 июня – 2 июля 2021 г."
        ),
        ("soon", "soon", "soon", "soon"), ("2021-13", "2021-13", "2021-13", "2021-13"),
        ("2021/2021", "2021", "2021", "2021"),
    ])
    func dates(_ text: String, _ english: String, _ italian: String, _ russian: String) {
        let shown = Language.allCases.map {
            Catalogue($0).date(text).replacing("\u{A0}", with: " ")
        }
        #expect(shown == [english, italian, russian])
    }

    @Test(arguments: [
        ("2021", "in 2021", "nel 2021", "в 2021 году"),
        ("2021-08", "in August 2021", "nell’agosto 2021", "в августе 2021 года"),
        ("2021-06-08", "on 8 June 2021", "l’8 giugno 2021", "8 июня 2021 года"),
        (
            "2021-01/2021-09", "from January to September 2021", "da gennaio a settembre 2021",
            "с января по сентябрь 2021 года"
        ),
        ("2014/2020", "from 2014 to 2020", "dal 2014 al 2020", "с 2014 по 2020 год"),
    ])
    func datesThatAnswerWhen(
        _ text: String, _ english: String, _ italian: String, _ russian: String
    ) {
        let shown = Language.allCases.map { Catalogue($0).date(text, .adverbial) }
        #expect(shown == [english, italian, russian])
    }

    @Test func indicatorsWithAndWithoutAspect() {
        let words = Catalogue(.english)
        #expect(words.indicator("trade-turnover") == "Trade turnover")
        #expect(words.indicator("goods-export-growth") == "Exports of goods, growth")
        #expect(words.indicator("moose-per-hectare") == "Moose per hectare")
        #expect(Catalogue(.russian).indicator("trade-turnover-growth") == "Товарооборот, прирост")
        #expect(words.indicator("-growth-growth-growth").hasSuffix(", growth"))
    }

    @Test(arguments: Language.allCases)
    func everyWordOfTheVocabularyIsThere(_ language: Language) {
        let words = Catalogue(language)
        let labels =
            KindWord.allCases.flatMap { [words.kind($0.rawValue), words.kinds($0.rawValue)] }
            + TypeWord.allCases.map { words.type($0.rawValue, of: "") }
            + StatusWord.allCases.map { words.status($0.rawValue) }
            + SettingWord.allCases.map { words.setting($0.rawValue) }
            + FieldWord.allCases.map { words.field($0.rawValue) }
            + IncomingRole.allCases.map { words.role($0.rawValue, isIncoming: true) }
            + IndicatorWord.allCases.map { words.indicator($0.rawValue) }
            + UnitWord.allCases.map { words.unit($0.rawValue) }
        for label in labels {
            #expect(!label.isEmpty && !label.contains("_"))
        }
        #expect(words.qualifier("exact") == nil)
        #expect(words.qualifier("over")?.mark == ">")
    }

    @Test func sentencesEndOnce() {
        let lead = Catalogue(.russian).lead(
            .organisation(type: "technopark", place: nil, parent: nil, founded: "2002-04"))
        var page = HTMLWriter()
        page.put(Inline.sequence(lead))
        let text = String(decoding: page.finish(), as: UTF8.self)
        #expect(text == "Технопарк. Основание: апрель 2002\u{A0}г.")
    }

    @Test func aTypeIsReadWithinItsKind() {
        let words = Catalogue(.english)
        #expect(words.type("research", of: "organisation") == "Research institute")
        #expect(words.type("research", of: "project") == "Research project")
    }
}
