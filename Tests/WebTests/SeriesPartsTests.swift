import Foundation
import Records
import Register
import Statistics
import Testing

@testable import Web

/// A small register in which regions stand beside their country and products beside totals.
private enum Sample {
    static let site = Result { try PagesSite(lines: lines) }

    static let lines: [String] = {
        var lines = [
            #"{"kind":"source","id":"src/one","title":"A report","cite":[{"source":"src/one"}]}"#,
            place("place/by", "Belarus"), place("place/kz", "Kazakhstan"),
            place("place/am", "Armenia"), place("place/ru", "Russia"),
            place("place/by/brest", "Brest", "region", "place/by"),
            figure("t-by", "trade-turnover", "place/by", "place/kz", "2020", 848),
            figure("t-brest", "trade-turnover", "place/by/brest", "place/kz", "2020", 130),
            figure("t-ru", "trade-turnover", "place/ru", "place/kz", "2020", 900),
            figure("x-am", "goods-export", "place/by", "place/am", "2020", 100),
            figure("x-ru", "goods-export", "place/by", "place/ru", "2020", 200),
            figure("x-ru-oil", "goods-export", "place/by", "place/ru", "2020", 50, "oil"),
            figure("x-kz-food", "goods-export", "place/by", "place/kz", "2021", 300, "food"),
            figure("b-out", "goods-export", "place/kz", nil, "2020", 30),
            figure("b-in", "goods-import", "place/kz", nil, "2020", 10),
            figure("b-out-am", "goods-export", "place/kz", "place/am", "2020", 9),
            figure("b-in-am", "goods-import", "place/kz", "place/am", "2020", 5),
            figure("n-1", "goods-export", "place/ru", "place/am", "2018", 100),
            figure("n-2", "goods-export", "place/ru", "place/am", "2019", 110),
            figure("n-3", "goods-export", "place/ru", "place/am", "2019-Q1", 20),
            figure("n-4", "goods-export", "place/ru", "place/am", "2020-Q1", 30),
        ]
        for number in 1...10 {
            lines.append(place("place/p\(number)", "Partner \(number)"))
            lines.append(
                figure(
                    "i-\(number)", "goods-import", "place/by", "place/p\(number)", "2020", number))
        }
        return lines
    }()

    private static func place(
        _ id: String, _ name: String, _ type: String = "country", _ parent: String? = nil
    ) -> String {
        let within = parent.map { #""parent":"\#($0)","# } ?? ""
        return #"{"kind":"place","id":"\#(id)","name":"\#(name)","type":"\#(type)",\#(within)"#
            + #""cite":[{"source":"src/one"}]}"#
    }

    private static func figure(
        _ id: String, _ indicator: String, _ subject: String, _ partner: String?,
        _ period: String, _ value: Int, _ product: String? = nil
    ) -> String {
        let with = partner.map { #""counterpart":"\#($0)","# } ?? ""
        let good = product.map { #""product":"\#($0)","# } ?? ""
        return #"{"kind":"observation","id":"obs/\#(id)","indicator":"\#(indicator)","#
            + #""subject":"\#(subject)",\#(with)\#(good)"period":"\#(period)","value":\#(value),"#
            + #""unit":"USD","cite":[{"source":"src/one"}]}"#
    }
}

@Suite("Totals and parts in drawings of figures")
struct SeriesPartsTests {
    private func text(_ address: String) throws -> String {
        let answer = try Sample.site.get().answer(address)
        #expect(answer.status == 200, "\(address)")
        return String(decoding: answer.bytes, as: UTF8.self)
    }

    private func csv(_ query: String) throws -> [[String]] {
        try text("/drawings/series.csv?" + query).split(separator: "\r\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("A stack doesn't add a region to its country, and says so")
    func stacksAreDisjoint() throws {
        let query = "indicator=trade-turnover&counterpart=place/kz&drawing=stacked"
        #expect(try csv(query).map { $0[5] } == ["900", "848"])
        let shown = try text("/track?" + query)
        #expect(shown.contains("Left out, being part of or overlapping with others (1): Brest"))
        let alone = try text("/track?" + query + "&subject=place/by&subject=place/by/brest")
        #expect(alone.contains("are parts of each other or overlap"))
    }

    @Test("A stack is whole: what has no colour of its own stands in it together")
    func stacksAreWhole() throws {
        let query = "indicator=goods-import&subject=place/by&drawing=stacked"
        #expect(try csv(query).map { $0[5] } == (1...10).reversed().map(String.init))
        let shown = try text("/track?" + query)
        #expect(shown.contains("others (3)"))
        #expect(shown.contains("Partner 3 + Partner 2 + Partner 1: 6\u{A0}USD"))
    }

    @Test("A product is drawn where no total of its partner is, else it is named")
    func productsWithoutTotal() throws {
        let query = "indicator=goods-export&subject=place/by&drawing=bars"
        #expect(try csv(query).map { $0[5] }.sorted() == ["100", "200", "300"])
        let shown = try text("/track?" + query)
        #expect(shown.contains("the largest: Kazakhstan, food, 300"))
        #expect(shown.contains("left out (1): Russia, oil."))
    }

    @Test("A balance is called one, and keeps to figures without a partner where asked")
    func balances() throws {
        let query = "indicator=goods-export&subject=place/kz&compute=balance"
        let alone = try csv(query + "&counterpart=none")
        #expect(alone.map { [$0[0], $0[2], $0[5]] } == [["trade-balance", "", "20"]])
        let all = try csv(query + "&drawing=bars&counterpart=place/am")
        #expect(all.map { [$0[0], $0[5], $0[8]] } == [["trade-balance", "4", "balance"]])
    }

    @Test("A sum says over how many partners it goes")
    func partnersOfSums() throws {
        let query = "indicator=goods-import&subject=place/by&compute=sum"
        let rows = try csv(query)
        #expect(rows.map { $0[5] } == ["55"] && rows.map(\.last) == ["10"])
        let shown = try text("/track?" + query)
        #expect(shown.contains("55\u{A0}USD, 10\u{A0}partners"))
    }

    @Test("Each length of period has an index base of its own, which its figures name")
    func bases() throws {
        let query = "indicator=goods-export&subject=place/ru&compute=index&drawing=bars"
        let rows = try csv(query)
        let formulas = Dictionary(uniqueKeysWithValues: rows.map { ($0[4], $0[9]) })
        #expect(formulas["2019"] == "100 × x(t) ÷ x(2018)")
        #expect(formulas["2020-Q1"] == "100 × x(t) ÷ x(2019-Q1)")
        let shown = try text("/track?" + query)
        #expect(shown.contains("x(t₀): that of the base period, which is not the same"))
        #expect(shown.contains("the largest: Russia, 150 (Q1"))
    }

    @Test("The signs of a formula are explained", arguments: Language.allCases)
    func signs(language: Language) throws {
        let words = Catalogue(language)
        for formula: Formula in [.growth, .balance, .share, .sum] {
            let meaning = words(TrackPhrase.formulaSigns(formula))
            #expect(meaning.hasSuffix(".") && meaning.count > 30)
        }
        let address = "/track?indicator=goods-export&subject=place/kz&compute=balance"
        let answer = try Sample.site.get().answer(address, language)
        #expect(
            String(decoding: answer.bytes, as: UTF8.self)
                .contains(words(TrackPhrase.formulaSigns(.balance))))
    }
}
