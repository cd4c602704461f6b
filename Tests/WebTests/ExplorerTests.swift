import Foundation
import Records
import Register
import Statistics
import Testing

@testable import Web

/// A small register whose figures are known by heart.
private enum Sample {
    static let site = Result { try PagesSite(lines: lines) }

    static let lines: [String] = {
        var lines = [
            #"{"kind":"source","id":"src/one","title":"A report","cite":[{"source":"src/one"}]}"#,
            place("place/by", "Belarus"), place("place/kz", "Kazakhstan"),
            place("place/am", "Armenia"),
        ]
        let exports = [(2018, 100), (2019, 110), (2020, 121), (2022, 150)]
        for (year, value) in exports {
            lines.append(figure("e-kz-\(year)", "goods-export", "place/kz", String(year), value))
        }
        lines += [
            figure("e-am-2019", "goods-export", "place/am", "2019", 40),
            figure("e-am-2020", "goods-export", "place/am", "2020", 50),
            figure("e-am-9m", "goods-export", "place/am", "2021-01/2021-09", 45),
            figure("e-all-2020", "goods-export", nil, "2020", 342),
            figure("i-kz-2020", "goods-import", "place/kz", "2020", 21),
            figure("b-kz-2020", "trade-balance", "place/kz", "2020", 90),
            figure("e-rub", "goods-export", "place/kz", "2020", 9, unit: "RUB"),
        ]
        return lines
    }()

    private static func place(_ id: String, _ name: String) -> String {
        #"{"kind":"place","id":"\#(id)","name":"\#(name)","type":"country","cite":[{"source":"src/one"}]}"#
    }

    private static func figure(
        _ id: String, _ indicator: String, _ partner: String?, _ period: String, _ value: Int,
        unit: String = "USD"
    ) -> String {
        let with = partner.map { #""counterpart":"\#($0)","# } ?? ""
        return #"{"kind":"observation","id":"obs/\#(id)","indicator":"\#(indicator)","#
            + #""subject":"place/by",\#(with)"period":"\#(period)","value":\#(value),"#
            + #""unit":"\#(unit)","cite":[{"source":"src/one"}]}"#
    }
}

@Suite("Figures drawn, side by side, and checked")
struct ExplorerTests {
    private func csv(_ query: String, _ name: String = "series") throws -> [[String]] {
        let answer = try Sample.site.get().answer("/drawings/\(name).csv?\(query)")
        #expect(answer.status == 200, "\(query)")
        return String(decoding: answer.bytes, as: UTF8.self).split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func page(_ address: String, _ language: Language = .english) throws -> String {
        let answer = try Sample.site.get().answer(address, language)
        return String(decoding: answer.bytes, as: UTF8.self)
    }

    @Test("The file of a drawing holds the figures of one unit, each with its id")
    func statedFigures() throws {
        let rows = try csv("indicator=goods-export&subject=place/by&counterpart=place/kz")
        #expect(rows.dropFirst().map { $0[5] } == ["100", "110", "121", "150"])
        #expect(rows.dropFirst().allSatisfy { $0[6] == "USD" && $0[10].hasPrefix("obs/e-kz-") })
        let rubles = try csv("indicator=goods-export&counterpart=place/kz&unit=RUB")
        #expect(rubles.dropFirst().map { $0[5] } == ["9"])
    }

    @Test(
        "Computed figures are right and say their formula",
        arguments: [
            ("compute=growth&counterpart=place/kz", ["10", "10"], "growth"),
            (
                "compute=index&base=2018&counterpart=place/kz", ["100", "110", "121", "150"],
                "index"
            ),
            ("compute=balance&counterpart=place/kz", ["100"], "balance"),
            ("compute=share&counterpart=place/am", ["14.6"], "share"),
            // 2018, 2022 and the nine months are of one partner alone: there is nothing to add.
            ("compute=sum", ["150", "171"], "sum"),
        ])
    func computedFigures(query: String, values: [String], formula: String) throws {
        let rows = try csv("indicator=goods-export&subject=place/by&drawing=bars&" + query)
        #expect(rows.dropFirst().map { $0[5] } == values)
        #expect(rows.dropFirst().allSatisfy { $0[8] == formula && !$0[9].isEmpty })
    }

    @Test("A time that is chosen narrows what is shown, not what growth is computed from")
    func timeOfComputed() throws {
        let rows = try csv(
            "indicator=goods-export&counterpart=place/kz&compute=growth&from=2020&to=2020")
        #expect(rows.dropFirst().map { $0[5] } == ["10"])
    }

    @Test("A ranking leaves out the total of those ranked, and figures of other periods")
    func ranking() throws {
        let rows = try csv("indicator=goods-export&subject=place/by&period=2020", "partners")
        #expect(rows.dropFirst().map { $0[5] } == ["121", "50"])
    }

    @Test("The address of a drawing leads back to the same choice")
    func roundTrip() throws {
        let items = [
            ("indicator", "goods-export"), ("subject", "place/by"), ("counterpart", "none"),
            ("product", "none"), ("from", "2018"), ("to", "2020"), ("compute", "index"),
            ("base", "2019"), ("unit", "USD"), ("period", "2021-01/2021-09"),
            ("drawing", "bars"),
        ].map { (name: $0.0, value: $0.1) }
        let choice = try SeriesChoice(QueryParameters(items))
        #expect(try SeriesChoice(QueryParameters(choice.items)) == choice)
        #expect(choice.items.count == items.count)
    }

    @Test(
        "Parameters that can't be understood are refused with what would be right",
        arguments: [
            "/track?drawing=pie", "/track?compute=guess", "/track?from=never",
            "/track?subject=nobody", "/compare?of=nobody", "/compare?of=place/xx",
            "/compare?of=obs/e-rub", "/findings?kind=bad", "/findings?grade=agreement",
            "/drawings/series.svg?drawing=pie", "/drawings/series.svg?colour=red",
        ])
    func badParameters(address: String) throws {
        #expect(try Sample.site.get().answer(address).status == 400)
    }

    @Test("The explorer names what it draws, its sources, and the ways that aren't open")
    func track() throws {
        let shown = try page("/track?indicator=goods-export&subject=place/by")
        #expect(shown.contains("Exports of goods: Belarus"))
        #expect(shown.contains("href=\"/records/obs/e-kz-2020\""))
        #expect(shown.contains("href=\"/records/src/one\""))
        #expect(shown.contains("&lt;iframe src="))
        #expect(shown.contains("Not available for these figures"))
        let nothing = try page("/track?indicator=goods-export&from=1990&to=1991")
        #expect(nothing.contains("No figure fits this choice"))
    }

    @Test("Every page stands in every language", arguments: Language.allCases)
    func languages(language: Language) throws {
        for address in ["/track", "/compare", "/compare?of=place/by&of=place/kz", "/findings"] {
            let shown = try page(address, language)
            #expect(shown.contains("<html lang=\"\(language.rawValue)\">"))
            #expect(shown.contains("class=\"subnav\""))
        }
    }

    @Test("A stated balance that exports and imports contradict is a finding with its figures")
    func finding() throws {
        let book = try FindingsBook(of: Sample.site.get().register)
        let examination = try #require(book.examination)
        let finding = try #require(examination.findings.first { $0.kind == .balance })
        #expect(finding.stated.description == "90" && finding.expected.description == "100")
        let text = String(decoding: FindingsFile.csv(examination.findings), as: UTF8.self)
        #expect(text.contains(finding.id))
        #expect(text.contains("obs/b-kz-2020"))
        // The page of it comes as soon as the background has it too.
        let answer = try Sample.site.get().answer("/findings/" + finding.id)
        let shown = String(decoding: answer.bytes, as: UTF8.self)
        #expect(answer.status == 202 || shown.contains("exports less imports give"))
    }

    @Test("A value is remembered for its state of the register only")
    func remembered() {
        let remembered = MadeInBackground<Int>()
        var first: Int?
        while first == nil { first = remembered.value(of: 1) { 11 } }
        #expect(first == 11)
        #expect(remembered.value(of: 1) { 12 } == 11)
        var second: Int?
        while second == nil { second = remembered.value(of: 2) { 22 } }
        #expect(second == 22)
    }
}
