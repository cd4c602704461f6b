import Foundation
import Records
import Register
import Testing

@testable import Web

/// Names and questions that want to be markup stay text.
@Suite("Pages and hostile text") struct PagesSafetyTests {
    static let hostile = #"<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;"#

    /// A record of each kind, named as hostile as it gets.
    private static func site() throws -> PagesSite {
        let name = hostile
        let cite = #""cite":[{"source":"src/a","at":"L1"}]"#
        return try PagesSite(lines: [
            #"{"kind":"source","id":"src/a","title":"\#(name)","publisher":"\#(name)",\#(cite)}"#,
            #"{"kind":"source","id":"src/b","title":"\#(name)","cited_in":"src/a",\#(cite)}"#,
            #"{"kind":"place","id":"place/xx","name":"\#(name)","type":"country",\#(cite)}"#,
            #"{"kind":"organisation","id":"org/z","name":"\#(name)","type":"technopark","place":"place/xx","sectors":["\#(name)"],"services":["\#(name)"],\#(cite)}"#,
            #"{"kind":"person","id":"person/p","name":"\#(name)","office":"\#(name)","of":"place/xx",\#(cite)}"#,
            #"{"kind":"agreement","id":"agreement/a","title":"\#(name)","type":"contract","parties":["org/z","place/xx"],"areas":["\#(name)"],\#(cite)}"#,
            #"{"kind":"measure","id":"measure/m","title":"\#(name)","plan":"agreement/a","executor":"\#(name)",\#(cite)}"#,
            #"{"kind":"event","id":"event/e","title":"\#(name)","type":"fair","start":"2021",\#(cite)}"#,
            #"{"kind":"project","id":"project/p","title":"\#(name)","type":"supply","sector":"\#(name)",\#(cite)}"#,
            #"{"kind":"offer","id":"offer/o","by":"org/z","direction":"offer","what":"\#(name)",\#(cite)}"#,
            #"{"kind":"observation","id":"obs/o","indicator":"trade-turnover","subject":"org/z","counterpart":"place/xx","product":"\#(name)","period":"2021","value":5,"unit":"\#(name)",\#(cite)}"#,
        ])
    }

    @Test func namesAreEscapedOnEveryPage() throws {
        let site = try Self.site()
        for address in PagesTests.pages + ["/search?q=alert", "/browse", "/search?kind=offer"] {
            let answer = try site.answer(address)
            #expect(answer.status == 200, "\(address)")
            let html = String(decoding: answer.bytes, as: UTF8.self)
            #expect(
                !PagesSite.withoutOwnScript(html).contains("<script") && !html.contains("<img"),
                "\(address)")
        }
        #expect(try site.html("/offers").contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    }

    @Test func questionsAreEscaped() throws {
        let site = try PagesSite.atlas.get()
        let query = "%3Cscript%3Ealert(1)%3C/script%3E%22%27"
        for address in [
            "/search?q=\(query)", "/organisations?q=\(query)", "/organisations?sector=\(query)",
            "/figures?product=\(query)", "/figures?indicator=\(query)", "/nothing/\(query)",
            "/agreements?type=\(query)", "/zones?type=\(query)",
        ] {
            let html = try site.html(address)
            #expect(!PagesSite.withoutOwnScript(html).contains("<script"), "\(address)")
        }
    }

    @Test(arguments: ["%22", "*", "NEAR(", "%22%22%22", "-", "%F0%9F%98%80", "%E2%80%AE", "a%09b"])
    func oddQuestionsGetAnAnswer(words: String) throws {
        let site = try PagesSite.atlas.get()
        for path in ["/search", "/places", "/sources", "/agreements"] {
            #expect(try site.answer("\(path)?q=\(words)").status == 200, "\(path) \(words)")
        }
    }

    @Test func emptyRegisterHasAllPages() throws {
        let site = try PagesSite(importing: [])
        for address in PagesTests.pages {
            let answer = try site.answer(address)
            #expect(answer.status == 200, "\(address)")
        }
    }

    @Test func pathsAndAddressesAreOne() throws {
        let ids = ["place/by", "org/fez-brest", "seed/000", "obs/x"].compactMap { RecordID($0) }
        var paths: [SitePath] = [.home, .overview, .search, .zones, .figures, .data]
        paths += Kind.allCases.filter { $0 != .observation }.map(SitePath.list)
        paths += ids.flatMap { [.record($0), .history($0)] }
        for path in paths { #expect(SitePath(path.text) == path) }
    }

    @Test func stateSurvivesItsAddress() throws {
        let encoded =
            "q=a+b&kind=event&type=fair&status=planned&country=place/by&region=place/by/x"
            + "&year=2021&sector=%D0%B0%26b&place=place/ru&from=2020&to=2021-06&sort=-date&page=3"
        let state = try ListState(QueryParameters(encoded: encoded.utf8))
        let address = SiteAddress.search(state).text
        let again = try ListState(
            QueryParameters(encoded: address.dropFirst("/search?".count).utf8))
        #expect(again == state)
        #expect(state.toggling(.kind, "event").toggling(.kind, "event").onPage(3) == state)
    }
}
