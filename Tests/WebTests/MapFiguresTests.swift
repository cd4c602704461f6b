import Foundation
import Records
import Register
import Testing

@testable import Web

/// A small register with figures between four places.
private enum Sample {
    static let site = Result { try PagesSite(lines: lines) }

    static let lines: [String] = [
        source("src/one", "2021-06"), source("src/old", "2021-01"),
        place("place/by", "Belarus", 53, 28), place("place/kz", "Kazakhstan", 48, 67),
        place("place/am", "Armenia", 40, 45), place("place/uz", "Uzbekistan", 41, 64),
        figure("kz-plan", "place/kz", "2020", 900_000_000, #""qualifier":"forecast","#),
        figure("kz", "place/kz", "2020", 500_000_000),
        figure("b-am", "place/am", "2020", 80_000_000),
        figure("a-am", "place/am", "2020", 81_000_000, source: "src/old"),
        figure("uz-quarter", "place/uz", "2021-Q1", 60),
        figure("am-1999", "place/am", "1999", 7),
        #"{"kind":"place","id":"place/xx","name":"Nowhere","type":"city","cite":[{"source":"src/one"}]}"#,
        figure("xx-may", "place/xx", "2023-05", 8), figure("am-2023", "place/am", "2023-04", 9),
        figure("kz-oil", "place/kz", "2020", 3, #""product":"oil","#),
    ]

    private static func source(_ id: String, _ date: String) -> String {
        #"{"kind":"source","id":"\#(id)","title":"A report","date":"\#(date)","#
            + #""cite":[{"source":"\#(id)"}]}"#
    }

    private static func place(_ id: String, _ name: String, _ north: Int, _ east: Int) -> String {
        #"{"kind":"place","id":"\#(id)","name":"\#(name)","type":"country","#
            + #""lat":\#(north),"lon":\#(east),"cite":[{"source":"src/one"}]}"#
    }

    private static func figure(
        _ id: String, _ partner: String, _ period: String, _ value: Int, _ more: String = "",
        source: String = "src/one"
    ) -> String {
        #"{"kind":"observation","id":"obs/\#(id)","indicator":"trade-turnover","#
            + #""subject":"place/by","counterpart":"\#(partner)","period":"\#(period)",\#(more)"#
            + #""value":\#(value),"unit":"USD","cite":[{"source":"\#(source)"}]}"#
    }
}

@Suite("Figures on a map")
struct MapFiguresTests {
    private func scene(_ query: String) throws -> MapScene {
        let state = try MapState(
            QueryParameters(encoded: Array(("mode=flows&indicator=trade-turnover" + query).utf8)))
        let context = PageContext(
            try Sample.site.get().register, PageRequest(path: "/map", language: .english))
        return try MapScene.of(state, context)
    }

    private func records(_ query: String) throws -> [String] {
        try scene(query).arcs.compactMap { $0.record?.text }
    }

    @Test("An outcome is drawn, not a greater forecast nor an older figure; the map says so")
    func outcomes() throws {
        #expect(try records("") == ["obs/kz", "obs/b-am"])
        let remarks = try scene("").remarks
        #expect(remarks.contains { $0.contains("2\u{A0}figures are not drawn, stating otherwise") })
    }

    @Test(
        "Every filter that narrows figures does",
        arguments: [
            ("&year=1999", ["obs/am-1999"]), ("&year=2020", ["obs/kz", "obs/b-am"]),
            ("&to=2000", ["obs/am-1999"]), ("&from=2021&to=2022", ["obs/uz-quarter"]),
            ("&country=place/am", ["obs/b-am"]), ("&q=Armenia", ["obs/b-am"]),
            // Its first period has only a figure that has no place.
            ("&year=2023", ["obs/am-2023"]),
            ("&period=2020&year=1999", []), ("&year=1998", []),
        ])
    func filters(query: String, drawn: [String]) throws {
        #expect(try records(query) == drawn)
    }

    @Test(
        "What says which records are counted is refused with the reason",
        arguments: ["kind=event", "type=company", "status=planned"])
    func refused(filter: String) throws {
        for path in ["/drawings/flows.json", "/drawings/map.svg", "/map.geojson"] {
            let answer = try Sample.site.get().answer(
                path + "?indicator=trade-turnover&" + filter)
            let text = String(decoding: answer.bytes, as: UTF8.self)
            #expect(answer.status == 400 && text.contains("can’t narrow figures"), "\(path)")
        }
        #expect(
            try Sample.site.get().answer("/map?indicator=trade-turnover&" + filter).status == 200)
    }

    @Test("Countries are counted as the period that is shown has them")
    func countries() throws {
        func counts(_ query: String) throws -> [String: Int] {
            Dictionary(
                uniqueKeysWithValues: try scene(query).countries.map { ($0.key.text, $0.value) })
        }
        let year = ["place/by": 2, "place/kz": 1, "place/am": 1]
        #expect(try counts("") == year)
        #expect(try counts("&country=place/am") == year)
        #expect(try counts("&period=2021-Q1") == ["place/by": 1, "place/uz": 1])
    }

    @Test("The legend names the unit")
    func legend() throws {
        let answer = try Sample.site.get().answer("/drawings/flows.svg?indicator=trade-turnover")
        let text = String(decoding: answer.bytes, as: UTF8.self)
        #expect(text.contains(">500\u{A0}million\u{A0}USD<"))
    }
}
