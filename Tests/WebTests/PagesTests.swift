import Foundation
import Records
import Register
import Testing

@testable import Web

/// The pages of lists, tables and errors, from the built-in data set.
@Suite("Pages") struct PagesTests {
    let site: PagesSite

    init() throws { site = try PagesSite.atlas.get() }

    static let pages = [
        "/", "/browse", "/search", "/search?q=Grodno", "/places", "/organisations", "/people",
        "/agreements", "/measures", "/events", "/projects", "/offers", "/sources", "/zones",
        "/figures", "/data",
    ]

    @Test(arguments: pages, Language.allCases)
    func everyPageAnswersInEveryLanguage(address: String, language: Language) throws {
        let answer = try site.answer(address, language)
        #expect(answer.status == 200)
        let html = String(decoding: answer.bytes, as: UTF8.self)
        #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(html.components(separatedBy: "<h1").count == 2, "one main heading")
        let ids = PagesSite.values(of: "id", in: html)
        #expect(Set(ids).count == ids.count, "ids are unique")
        #expect(
            !PagesSite.withoutOwnScript(html).contains("<script") && !html.contains(" style=\""))
    }

    @Test func noLinkLeadsNowhere() throws {
        var waiting = Self.pages
        var seen: Set<String> = []
        var broken: [String] = []
        while let address = waiting.popLast(), seen.count < 400 {
            guard seen.insert(address).inserted, !address.hasPrefix("/api"),
                !address.hasPrefix("/zones."), !address.contains("lang=")
            else { continue }
            let answer = try site.answer(address)
            if answer.status != 200 { broken.append("\(address) -> \(answer.status)") }
            guard answer.contentType.hasPrefix("text/html") else { continue }
            let links = PagesSite.links(in: String(decoding: answer.bytes, as: UTF8.self))
            let fresh = links.filter { !seen.contains($0) }
            // A few links of each page, so that the walk goes wide.
            for index in stride(from: 0, to: fresh.count, by: max(1, fresh.count / 12)) {
                waiting.insert(fresh[index], at: waiting.count / 2)
            }
        }
        #expect(broken.isEmpty, "\(broken.prefix(20))")
        #expect(seen.count > 150)
    }

    @Test func homeTellsWhatThereIs() throws {
        let html = try site.html("/")
        #expect(html.contains("1,736") && html.contains("Newest agreements"))
        #expect(html.contains("href=\"/agreements\"") && html.contains("action=\"/search\""))
        #expect(html.contains("17.6\u{A0}billion"))
        #expect(html.contains("/records/seed/000"))
    }

    // MARK: Search

    @Test func searchFindsAnySpelling() throws {
        for words in ["Grodno", "%D0%93%D1%80%D0%BE%D0%B4%D0%BD%D0%BE", "Hrodna"] {
            let html = try site.html("/search?q=\(words)")
            #expect(html.contains("/records/place/by/grodno\""), "\(words)")
            #expect(html.contains("class=\"facets\""))
        }
    }

    @Test func filtersAreReflectedAndCanBeTakenBack() throws {
        let html = try site.html("/search?q=tractor&kind=organisation&type=enterprise")
        #expect(html.contains("href=\"/search?q=tractor&amp;type=enterprise\""))
        #expect(html.contains("href=\"/search?q=tractor&amp;kind=organisation\""))
        #expect(html.contains("name=\"kind\" value=\"organisation\""))
        #expect(
            html.contains(
                "/api/records.csv?q=tractor&amp;kind=organisation&amp;type=enterprise&amp;sort"))
    }

    @Test func emptySearchHelps() throws {
        let html = try site.html("/search?q=xqzwvkjhq")
        #expect(html.contains("Nothing found for") && html.contains("href=\"/browse\""))
        let filtered = try site.html("/search?q=xqzwvkjhq&kind=event")
        #expect(filtered.contains("href=\"/search?q=xqzwvkjhq\""))
    }

    @Test func emptyFieldsOfFormsLeaveTheAddress() throws {
        let answer = try site.answer("/figures?indicator=&subject=place/by&from=")
        #expect(answer.status == 303)
        #expect(
            answer.headers.first { $0.name == "Location" }?.value == "/figures?subject=place/by")
    }

    @Test func languageIsChosenByCookie() throws {
        let answer = try site.answer("/zones?sort=-known&lang=ru")
        #expect(answer.status == 303)
        let headers = Dictionary(uniqueKeysWithValues: answer.headers.map { ($0.name, $0.value) })
        #expect(headers["Location"] == "/zones?sort=-known")
        #expect(headers["Set-Cookie"]?.hasPrefix("language=ru; Path=/;") == true)
    }

    // MARK: Lists

    @Test func listsNarrowAndSort() throws {
        let all = try site.html("/organisations?type=university")
        var query = RecordQuery()
        query.kinds = [.organisation]
        query.types = ["university"]
        let total = try site.register.find(query).total
        #expect(all.contains(">\(total)\u{A0}records<"))
        #expect(!all.contains(">Enterprise</td>"))
        let sorted = try site.html("/agreements?sort=date")
        #expect(sorted.contains("aria-sort=\"ascending\""))
        let page = try site.html("/agreements?page=2")
        #expect(page.contains("51–100") && page.contains("rel=\"prev\""))
        let beyond = try site.html("/agreements?page=999")
        #expect(beyond.contains("There is no page 999"))
    }

    @Test func listsSpeakOfAPlace() throws {
        let html = try site.html("/organisations?place=place/by/grodno-region", .russian)
        #expect(html.contains("FEZ Grodnoinvest") || html.contains("Гродноинвест"))
        #expect(html.contains("Гродненская"))
    }

    // MARK: Zones

    @Test func zonesShowFiguresAndGaps() throws {
        let html = try site.html("/zones")
        #expect(html.contains("FEZ Brest") || html.contains("Brest"))
        #expect(html.contains("936") && html.contains("class=\"gap\""))
        #expect(html.contains("of 20") && html.contains("Not on record"))
        let sorted = try site.html("/zones?sort=-employees")
        #expect(sorted.contains("aria-sort=\"descending\""))
        let rows = sorted.components(separatedBy: "<th class=\"text\" scope=\"row\">")
        #expect(rows[1].contains("/records/org/by-free-economic-zones"))
    }

    @Test func zoneFilesHoldTheTable() throws {
        let csv = String(decoding: try site.answer("/zones.csv").bytes, as: UTF8.self)
        let lines = csv.components(separatedBy: "\r\n").dropLast()
        #expect(lines.count == 8)
        #expect(lines[0].hasPrefix("id,name,type,country,place,founded,managed_by"))
        #expect(lines.contains { $0.contains("org/fez-brest") && $0.contains("936000000,USD") })
        let json = try JSONParser.parse(try site.answer("/zones.json?type=technopark").bytes)
        #expect("\(json)".contains("bntu-polytechnic-technopark"))
    }

    @Test func partOfAZoneIsNotTheWhole() throws {
        let source = #"{"kind":"source","id":"src/a","title":"A","cite":[{"source":"src/a"}]}"#
        let zone =
            #"{"kind":"organisation","id":"org/z","name":"Z","type":"technopark","cite":[{"source":"src/a"}]}"#
        let figure =
            #"{"kind":"observation","id":"obs/z","indicator":"residents","subject":"org/z","product":"woodworking","period":"2021","value":5,"unit":"companies","cite":[{"source":"src/a"}]}"#
        let html = try PagesSite(lines: [source, zone, figure]).html("/zones")
        #expect(html.contains("woodworking</bdi>") && html.contains("0 of 20"))
    }

    // MARK: Figures

    @Test func figuresAreFilteredAndTheirFilesToo() throws {
        let html = try site.html("/figures?indicator=trade-turnover&subject=place/by&from=2020")
        let query =
            "?indicator=trade-turnover&amp;subject=place/by&amp;from=2020"
        #expect(html.contains("/api/observations.csv\(query)"))
        #expect(html.contains("<option value=\"trade-turnover\" selected>"))
        #expect(html.contains("/records/obs/") && html.contains("class=\"source\""))
    }

    @Test func figuresKeepUnitQualifierAndSource() throws {
        let html = try site.html("/figures?subject=org/fez-brest", .italian)
        #expect(html.contains("936\u{A0}milioni di"))
        #expect(html.contains("/records/seed/000"))
        let qualified = try site.html("/figures?subject=org/fez-gomel-raton")
        #expect(qualified.contains("class=\"qualifier\" title=\"over\""))
    }

    @Test func aYearIsAPeriod() throws {
        var query = ObservationQuery()
        query.from = 2021_01_01
        query.to = 2021_12_31
        let total = try site.register.observations(query).total
        let html = try site.html("/figures?year=2021")
        #expect(html.contains(">\(total)\u{A0}figures<"))
    }

    // MARK: Errors

    @Test func errorsHelp() throws {
        let missing = try site.answer("/records/place/by/grodnoo")
        #expect(missing.status == 404)
        let html = String(decoding: missing.bytes, as: UTF8.self)
        #expect(html.contains("/records/place/by/grodno\"") && html.contains("<form"))
        for address in [
            "/nothing", "/records/..", "/records/place/BY", "/history/org/none", "/place/by/minsk",
        ] {
            #expect(try site.answer(address, .russian).status == 404, "\(address)")
        }
        #expect(try site.html("/place/by/minsk").contains("/records/place/by/minsk\""))
    }

    @Test(arguments: [
        "/search?kind=nonsense", "/agreements?page=0", "/agreements?year=abc",
        "/figures?subject=../x", "/figures?from=soon", "/zones?sort=best", "/places?country=XX",
        "/events?sort=sideways", "/search?q=" + String(repeating: "a", count: 600),
        "/organisations?place=place/xx/unknown",
    ])
    func wrongParametersAreNamed(address: String) throws {
        let answer = try site.answer(address)
        #expect(answer.status == 400)
        #expect(String(decoding: answer.bytes, as: UTF8.self).contains("The parameter “"))
    }
}
