import Names
import Testing

@testable import Search

/// Behaviour by example.
@Suite struct SearchTests {
    /// An index of names (all spellings, main name first), with a rank and a text.
    private func index(
        _ records: [(names: [String], rank: UInt32, text: String)]
    ) -> SearchIndex {
        var builder = SearchIndexBuilder()
        for (number, record) in records.enumerated() {
            var names: [UInt8] = []
            for (place, name) in record.names.enumerated() {
                if place > 0 { names.append(0x1F) }
                NameFolding.appendTokens(of: name, to: &names)
            }
            var text: [UInt8] = []
            NameFolding.appendTokens(of: record.text, to: &text)
            builder.add(
                SearchDocument(ordinal: Int64(number), kind: 1, rank: record.rank),
                nameKeys: names, textKeys: text)
        }
        return builder.build()
    }

    private func names(_ names: String...) -> SearchIndex {
        index(names.map { ([$0], 0, "") })
    }

    private func found(_ text: String, _ index: SearchIndex) -> [Int64] {
        index.search(SearchQuery(text: text)).hits.map(\.ordinal)
    }

    @Test func betterMatchesComeFirst() {
        let index = index([
            (["Dairy plant"], 90, "a supplier of Grodno"), (["Grodna"], 0, ""),
            (["Grodno Azot"], 0, ""), (["New Grodno"], 0, ""), (["Grodno"], 0, ""),
            (["Hrodna", "Grodno"], 0, ""), (["Grodnovka"], 0, ""),
        ])
        #expect(found("grodno", index) == [4, 5, 1, 2, 3, 6, 0])
    }

    @Test func equalNamesComeByRank() {
        let index = index([(["Minsk"], 1, ""), (["Minsk"], 50, ""), (["Minsk"], 7, "")])
        #expect(found("Минск", index) == [1, 2, 0])
    }

    @Test(arguments: [
        ("Гродно", "Grodno"), ("Могилёв", "Mogilev"), ("Mahilioŭ", "Mahiliow"),
        ("Hrodna", "Grodno"), ("Cabardino Balcaria", "Kabardino-Balkaria"), ("Gordno", "Grodno"),
        ("Mogilve", "Mogilev"), ("Novopoltosk", "Novopolotsk"), ("Good will", "Goodwill"),
        ("Goodwill", "Good Will"), ("BUCE", "Belarusian Universal Commodity Exchange"),
        ("Tractor Works Minsk", "Minsk Tractor Works"), ("OAO Grodno Azot", "Grodno Azot JSC"),
        ("Voron", "Voronezh"), ("v", "Voronezh"),
    ])
    func findsAnotherSpelling(query: String, name: String) {
        let index = names("Zzyzx", name, "Qwertz Trust")
        #expect(found(query, index).first == 1, "\(query) should find \(name)")
    }

    @Test func legalFormsDoNotDecide() {
        let index = names("OAO Integral", "OAO Integral Stroy", "OAO Stroy")
        #expect(found("Integral OOO", index) == [0, 1])
    }

    @Test func relaxesAndSaysSo() {
        let index = names("Grodno region", "Brest region", "Minsk")
        let result = index.search(SearchQuery(text: "Grodno region xylophone"))
        #expect(result.relaxed)
        #expect(result.total == 1)
        #expect(result.hits.first?.ordinal == 0)
        let nothing = index.search(SearchQuery(text: "xylophone"))
        #expect(nothing.total == 0 && nothing.basis == .allWords)
    }

    @Test func tellsWhatItTookAWordFor() {
        let result = names("Voronezh", "Minsk").search(SearchQuery(text: "Voronehz"))
        #expect(result.corrections == [SearchCorrection(word: "voronehz", term: "voronezh")])
        #expect(result.hits.first?.matched == ["voronezh"])
    }

    @Test(arguments: ["...", "!?", "\u{0}", "* \" ( )", "—"])
    func punctuationMatchesNothing(text: String) {
        let result = names("Grodno").search(SearchQuery(text: text, facets: [.kind]))
        #expect(result.basis == .noWords && result.total == 0 && result.hits.isEmpty)
    }

    @Test func takesAnyText() {
        let index = names("Grodno", "Łódź", "北京", "القاهرة")
        var random = SeededGenerator(seed: 5)
        for turn in 0..<400 {
            var text = ""
            for _ in 0..<Int.random(in: 0...turn, using: &random) {
                let value = UInt32.random(in: 0...0x1F_FFFF, using: &random) >> (turn % 20)
                if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
            }
            let result = index.search(
                SearchQuery(text: text, offset: .max, limit: .max))
            #expect(result.total <= index.count)
        }
        #expect(found(String(repeating: "grodno ", count: 10_000), index).first == 0)
        #expect(found(String(repeating: "x", count: 10_000), index).isEmpty)
        #expect(found("北京", index).first == 2)
    }

    @Test func ofManyWordsTheRarestCount() {
        let index = index([(["Grodno"], 0, ""), (["Brest"], 0, "")])
        let noise = (0..<40).map { "noise\($0)" }.joined(separator: " ")
        #expect(index.search(SearchQuery(text: noise + " Grodno")).hits.first?.ordinal == 0)
    }

    @Test func emptyIndexAnswers() {
        let index = SearchIndexBuilder().build()
        let facets = Set(SearchFacet.allCases)
        #expect(index.search(SearchQuery(text: "x", facets: facets)).total == 0)
        #expect(index.search(SearchQuery(facets: facets, order: .name)).total == 0)
        #expect(index.suggest(prefix: "x").isEmpty)
    }

    @Test func suggestLooksAtNamesOnly() {
        let index = index([(["Dairy"], 9, "grodno"), (["Grodno"], 0, ""), (["Grodnovka"], 3, "")])
        #expect(index.suggest(prefix: "grodn").map(\.ordinal) == [1, 2])
        #expect(index.suggest(prefix: "grodn", kinds: [2]).isEmpty)
    }
}
