import Charts
import Foundation
import Records
import Register
import Testing

@testable import Web

/// The map, the network and GeoJSON, from the built-in data set.
@Suite("Map and network") struct AtlasPagesTests {
    let site: PagesSite

    init() throws { site = try PagesSite.atlas.get() }

    static let pages = [
        "/map", "/map?level=country", "/map?kind=organisation&type=technopark",
        "/map?indicator=residents", "/map?extent=all", "/map?mode=flows",
        "/map?mode=flows&level=region",
        "/map?mode=flows&kind=event", "/map?mode=flows&indicator=trade-turnover",
        "/map?mode=flows&indicator=goods-export", "/map?q=xqzwvkjhq", "/network",
        "/network?level=country", "/network?who=organisation&least=2",
        "/network?of=place/by/grodno-region", "/network?of=place/by/grodno-region&depth=2",
        "/network?kind=event&kind=project", "/network?q=xqzwvkjhq",
    ]

    @Test(arguments: pages, Language.allCases)
    func everyPageAnswersInEveryLanguage(address: String, language: Language) throws {
        let answer = try site.answer(address, language)
        #expect(answer.status == 200)
        let html = String(decoding: answer.bytes, as: UTF8.self)
        #expect(html.components(separatedBy: "<h1").count == 2, "one main heading")
        let ids = PagesSite.values(of: "id", in: html)
        #expect(Set(ids).count == ids.count, "ids are unique")
        #expect(!html.contains(" style=\""))
        let isEmpty = address.contains("xqz")
        #expect(html.contains("class=\"empty\"") == isEmpty)
    }

    @Test(arguments: pages) func noLinkLeadsNowhere(_ address: String) throws {
        for link in Set(PagesSite.links(in: try site.html(address))).sorted().prefix(20) {
            guard !link.hasPrefix("/api"), !link.hasSuffix(".png"), !link.contains(".png?") else {
                continue
            }
            let status = try site.answer(link).status
            #expect([200, 303].contains(status), "\(link) on \(address)")
        }
    }

    @Test(arguments: [
        ("/map?mode=here", "mode"), ("/map?level=party", "level"), ("/map?period=soon", "period"),
        ("/map?extent=some", "extent"),
        ("/map?country=nowhere", "country"), ("/network?least=0", "least"),
        ("/network?depth=9", "depth"), ("/network?who=event", "who"),
        ("/network?kind=source", "kind"), ("/network?of=place/unknown", "of"),
        ("/network?of=UNKNOWN", "of"), ("/drawings/map.svg?mode=flows", "mode"),
    ])
    func whatIsWrongIsNamed(_ address: String, _ name: String) throws {
        let answer = try site.answer(address)
        #expect(answer.status == 400)
        #expect(String(decoding: answer.bytes, as: UTF8.self).contains(name))
    }

    @Test(arguments: pages) func anAddressIsReadAsItIsWritten(_ address: String) throws {
        let query = address.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        let parameters = try QueryParameters(encoded: Array(query.utf8))
        func reread(_ written: Address) throws -> QueryParameters {
            let text = written.text.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
            return try QueryParameters(encoded: Array(text.utf8))
        }
        if address.hasPrefix("/map") {
            let state = try MapState(parameters)
            #expect(try MapState(reread(state.address)) == state)
        } else {
            let state = try NetworkState(parameters)
            #expect(try NetworkState(reread(state.address)) == state)
        }
    }

    @Test(arguments: ["map", "flows", "network"]) func drawingsAreTheSameTwice(_ name: String)
        throws
    {
        for ending in ["svg", "csv", "json"] {
            let address = "/drawings/\(name).\(ending)"
            let first = try site.answer(address)
            #expect(first.status == 200 && !first.bytes.isEmpty)
            #expect(try site.answer(address).bytes == first.bytes)
        }
        #expect(try site.answer("/embed/\(name)").status == 200)
    }

    @Test func theMapsFileHoldsWhatTheMapShows() throws {
        for mode in MapState.Mode.allCases {
            let answer = try site.answer("/map.geojson?mode=\(mode.rawValue)")
            #expect(answer.contentType == "application/geo+json")
            let json = try JSONSerialization.jsonObject(with: Data(answer.bytes))
            let collection = try #require(json as? [String: Any])
            #expect(collection["type"] as? String == "FeatureCollection")
            let features = try #require(collection["features"] as? [[String: Any]])
            let context = PageContext(
                site.register, PageRequest(path: "/map.geojson", language: .english))
            let scene = try MapScene.of(MapState().with { $0.mode = mode }, context)
            #expect(features.count == scene.spots.count + scene.arcs.count)
        }
    }
}
