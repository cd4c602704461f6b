import Atlas
import Foundation
import Records
import Register
import Testing

@testable import Web

@Suite("The pages of single records")
struct RecordPageTests {
    @Test(
        "Every kind in every language: name, sources, ways on, nothing empty",
        arguments: Language.allCases)
    func everyKind(language: Language) throws {
        let register = try RecordPageRegister.atlas()
        for kind in Kind.allCases {
            for id in try RecordPageRegister.ids(of: kind, in: register) {
                let page = try RecordPageRegister.page(id, register, language)
                #expect(page.contains("<html lang=\"\(language.rawValue)\">"), "\(id)")
                #expect(page.contains("<h1>"), "\(id)")
                #expect(page.contains("href=\"/history/\(id)\""), "\(id)")
                #expect(page.contains("href=\"/api/records/\(id)\""), "\(id)")
                #expect(page.contains("class=\"notes\""), "\(id) shows no source")
                #expect(page.contains("href=\"/records/se") || page.contains("href=\"/records/sr"))
                for empty in Self.emptiness {
                    #expect(!page.contains(empty), "\(id) has an empty part: \(empty)")
                }
            }
        }
    }

    private static let emptiness = [
        "<tbody></tbody>", "role=\"list\"></ol>", "role=\"list\"></ul>", "class=\"facts\"></dl>",
        "class=\"figures\"></dl>", "<p class=\"lead\"></p>", "<ul></ul>", "<dd></dd>", "<h1></h1>",
    ]

    @Test(
        "A page tells what is most telling of its kind",
        arguments: [
            (
                "place/by/grodno-region",
                ["id=\"agreements\"", "FEZ Grodnoinvest", "BY-HR", "id=\"inside\""]
            ),
            (
                "place/by",
                ["id=\"figures\"", "Minsk Region", "Беларусь", "/figures?subject=place/by"]
            ),
            ("org/fez-brest", ["id=\"profile\"", "0 of 12", "936,000,000", "id=\"projects\""]),
            ("org/minsk-tractor-works", ["id=\"projects\"", "id=\"figures\""]),
            (
                "agreement/cis-innovation-programme-2030",
                ["id=\"measures\"", "Build CIS capacity", "<table"]
            ),
            ("measure/cis-innovation-2030-technology-leaders", ["id=\"measures\"", "<strong>"]),
            (
                "event/forum-of-regions-by-ru-8",
                ["id=\"editions\"", "7th Forum of Regions", "id=\"signed\"", "id=\"sections\""]
            ),
            (
                "event/2021-10-days-of-belarus-in-primorsky-krai",
                ["id=\"participants\"", "160", "representatives of trade"]
            ),
            ("project/multipak-expansion", ["Investment project", "planned", "Gomel Region"]),
            ("offer/gomselmash-armenia", ["Palesse agricultural machinery", "/records/place/am"]),
            ("obs/innoprom-2021-enterprises-by", ["over", "20", "companies", "April 2021"]),
            ("person/vladimir-putin", ["President", "/records/place/ru"]),
            ("src/000-n203", ["id=\"facts\"", "rel=\"nofollow noopener external\"", "belta.by"]),
            ("seed/000", ["id=\"footnotes\"", "page=2", "1–100 of 2,561"]),
        ])
    func telling(id: String, parts: [String]) throws {
        let register = try RecordPageRegister.atlas()
        let page = try RecordPageRegister.page(try #require(RecordID(id)), register)
        for part in parts { #expect(page.contains(part), "\(id) lacks \(part)") }
    }

    @Test("Names and figures follow the language")
    func languages() throws {
        let register = try RecordPageRegister.atlas()
        let id = try #require(RecordID("place/by/grodno-region"))
        let russian = try RecordPageRegister.page(id, register, .russian)
        #expect(russian.contains("<h1><bdi>Гродненская область"))
        let italian = try RecordPageRegister.page(id, register, .italian)
        #expect(italian.contains("Accordi"))
    }

    @Test("What doesn't exist isn't found")
    func unknown() throws {
        let register = try RecordPageRegister.atlas()
        let id = try #require(RecordID("place/zz/nowhere"))
        #expect(throws: PageFailure.self) { try RecordPageRegister.page(id, register) }
        #expect(throws: PageFailure.self) {
            try HistoryPage(id, PageContext(register, PageRequest(path: "/history/x")))
        }
        let known = try #require(RecordID("place/by"))
        #expect(throws: PageFailure.self) {
            try RecordPageRegister.page(known, register, query: [("revision", "99")])
        }
        #expect(throws: BadParameter.self) {
            try RecordPageRegister.page(known, register, query: [("revision", "last")])
        }
    }

    @Test("Hostile names stay text, on every kind's page and in the history")
    func hostile() throws {
        let register = try RecordPageRegister.empty()
        try RecordPageRegister.add(RecordPageRegister.hostile, to: register)
        for kind in Kind.allCases {
            for id in try RecordPageRegister.ids(of: kind, in: register) {
                let page = try RecordPageRegister.page(id, register)
                #expect(!PagesSite.withoutOwnScript(page).contains("<script"), "\(id)")
                #expect(!page.contains("<img"), "\(id)")
                #expect(!page.contains("javascript:"), "\(id)")
                let history = try RecordPageRegister.history(id, register)
                #expect(
                    !PagesSite.withoutOwnScript(history).contains("<script")
                        && !history.contains("<img"), "\(id)")
            }
        }
    }

    @Test("An older revision says that it is one; the history shows what changed")
    func revisions() throws {
        let register = try RecordPageRegister.empty()
        let source = #"{"kind":"source","id":"seed/1","title":"S","cite":[{"source":"seed/1"}]}"#
        let place = { (name: String, iso: String) in
            #"{"kind":"place","id":"place/xa","name":"\#(name)","type":"country"\#(iso),"#
                + #""cite":[{"source":"seed/1","at":"L1"}]}"#
        }
        try RecordPageRegister.add([source, place("Land of the old", "")], to: register)
        try RecordPageRegister.add([place("Land of the new", #","iso":"XA""#)], to: register)
        let id = try #require(RecordID("place/xa"))
        let old = try RecordPageRegister.page(id, register, query: [("revision", "1")])
        #expect(old.contains("class=\"notice\""))
        #expect(old.contains("noindex"))
        let current = try RecordPageRegister.page(id, register)
        #expect(!current.contains("class=\"notice\""))
        let history = try RecordPageRegister.history(id, register)
        #expect(history.contains("Land of the <"))
        #expect(history.contains("<del>old</del>"))
        #expect(history.contains("<ins>new</ins>"))
        #expect(history.contains("<ins><bdi>XA</bdi></ins>"))
        let newest = try #require(history.range(of: "revision=2"))
        let first = try #require(history.range(of: "revision=1"))
        #expect(newest.lowerBound < first.lowerBound)
        let json = try RecordPageRegister.history(id, register, query: [("revision", "1")])
        #expect(json.hasPrefix("{\"kind\":\"place\""))
    }
}

/// Registers for the tests of record pages.
enum RecordPageRegister {
    private static let shared = Result {
        let register = try empty()
        try register.importRecords(from: try Atlas.files(), actor: "atlas")
        return register
    }

    /// The built-in data set.
    static func atlas() throws -> Register { try shared.get() }

    /// A register of its own with nothing in it.
    static func empty() throws -> Register {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("fondaco-pages-\(UUID().uuidString)")
        return try Register.open(folder.path, creating: true)
    }

    static func add(_ lines: [String], to register: Register) throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("\(UUID().uuidString).jsonl")
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try register.importRecords(from: [file.path], actor: "<img src=x>")
    }

    /// The records of a kind to which most others refer.
    static func ids(of kind: Kind, in register: Register, most: Int = 6) throws -> [RecordID] {
        var query = RecordQuery()
        query.kinds = [kind]
        query.sort = .rank
        query.limit = most
        return try register.find(query).items.map(\.summary.id)
    }

    static func page(
        _ id: RecordID, _ register: Register, _ language: Language = .english,
        query: [(name: String, value: String)] = []
    ) throws -> String {
        let request = PageRequest(
            path: "/records/" + id.text, remainder: id.text, query: QueryParameters(query),
            language: language)
        let page = try SingleRecordPage(id, PageContext(register, request))
        return String(decoding: page.response.bytes, as: UTF8.self)
    }

    static func history(
        _ id: RecordID, _ register: Register, query: [(name: String, value: String)] = []
    ) throws -> String {
        let request = PageRequest(
            path: "/history/" + id.text, remainder: id.text, query: QueryParameters(query))
        let page = try HistoryPage(id, PageContext(register, request))
        return String(decoding: page.response.bytes, as: UTF8.self)
    }

    /// One record of each kind whose every text is hostile.
    static var hostile: [String] {
        let evil = #"<script>alert(1)</script><img src=x onerror=alert(1)>\"' onload='x &lt;"#
        let cite = #""cite":[{"source":"seed/e","at":"L1<script>"},{"source":"src/e"}]"#
        return [
            #"{"kind":"source","id":"seed/e","title":"\#(evil)","author":"\#(evil)",\#(cite)}"#,
            #"{"kind":"source","id":"src/e","publisher":"\#(evil)","cited_in":"seed/e",\#(cite)}"#,
            #"{"kind":"place","id":"place/xe","name":"\#(evil)","type":"country","#
                + #""aliases":[{"text":"\#(evil)","lang":"it"}],\#(cite)}"#,
            #"{"kind":"organisation","id":"org/e","name":"\#(evil)","type":"technopark","#
                + #""place":"place/xe","note":"\#(evil)","services":["\#(evil)"],"#
                + #""sectors":["\#(evil)"],\#(cite)}"#,
            #"{"kind":"person","id":"person/e","name":"\#(evil)","office":"\#(evil)","#
                + #""of":"org/e",\#(cite)}"#,
            #"{"kind":"agreement","id":"agreement/e","title":"\#(evil)","type":"treaty","#
                + #""parties":["place/xe","org/e"],"areas":["\#(evil)"],"note":"\#(evil)",\#(cite)}"#,
            #"{"kind":"measure","id":"measure/e","title":"\#(evil)","plan":"agreement/e","#
                + #""executor":"\#(evil)",\#(cite)}"#,
            #"{"kind":"event","id":"event/e","title":"\#(evil)","type":"forum","#
                + #""participants":[{"what":"\#(evil)","count":3,"from":"place/xe"}],"#
                + #""sections":["\#(evil)"],"outcome":"\#(evil)",\#(cite)}"#,
            #"{"kind":"project","id":"project/e","title":"\#(evil)","type":"supply","#
                + #""parties":["org/e"],"value":{"amount":1,"unit":"\#(evil)"},"#
                + #""sector":"\#(evil)",\#(cite)}"#,
            #"{"kind":"offer","id":"offer/e","by":"org/e","direction":"offer","what":"\#(evil)","#
                + #""to":"place/xe","note":"\#(evil)",\#(cite)}"#,
            #"{"kind":"observation","id":"obs/e","indicator":"x-y","subject":"org/e","#
                + #""counterpart":"place/xe","product":"\#(evil)","period":"2021","value":1,"#
                + #""unit":"\#(evil)",\#(cite)}"#,
        ]
    }
}
