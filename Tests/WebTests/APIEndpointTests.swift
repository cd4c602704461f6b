import Records
import Testing

@testable import Web

@Suite("API endpoints")
struct APIEndpointTests {
    @Test("a record has its own fields and what is tied to it")
    func record() async throws {
        let record = try await ServerFixture.json("/api/records/place/by/grodno")
        #expect(record["id"]?.text == "place/by/grodno")
        #expect(record["kind"]?.text == "place")
        #expect(record["revision"]?.integer == 1)
        let links = record["links"]?.items ?? []
        #expect(links.count == record["links_total"]?.integer)
        #expect(links.contains { $0["direction"]?.text == "in" })
        #expect(
            links.contains {
                $0["role"]?.text == "parent" && $0["direction"]?.text == "out"
                    && $0["id"]?.text == "place/by/grodno-region"
            })
        let few = try await ServerFixture.json("/api/records/place/by?links_limit=2")
        #expect(few["links"]?.items.count == 2)
    }

    @Test("an id may be percent-encoded")
    func encodedIDs() async throws {
        let client = try await ServerFixture.client()
        let plain = try await client.get("/api/records/place/by/grodno")
        for form in ["place%2Fby%2Fgrodno", "%70lace/by/grodno"] {
            #expect(try await client.get("/api/records/\(form)").body == plain.body)
        }
    }

    @Test("the pages of a list give every record once", arguments: ["name", "-name", "-date"])
    func paging(_ sort: String) async throws {
        var ids: [String] = []
        var cursor = ""
        repeat {
            let page = try await ServerFixture.json(
                "/api/records?kind=agreement&limit=37&sort=\(sort)\(cursor)")
            ids += (page["items"]?.items ?? []).compactMap { $0["id"]?.text }
            cursor = page["next"]?.text.map { "&cursor=\($0)" } ?? ""
            if cursor.isEmpty { #expect(page["total"]?.integer == ids.count) }
        } while !cursor.isEmpty && ids.count < 10_000
        #expect(Set(ids).count == ids.count && ids.count > 100)
    }

    @Test("facets count what the filters leave")
    func facets() async throws {
        let page = try await ServerFixture.json("/api/records?place=place/by&facets=kind&limit=1")
        let counts = page["facets"]?["kind"]?.items ?? []
        #expect(counts.compactMap { $0["count"]?.integer }.reduce(0, +) == page["total"]?.integer)
    }

    @Test("a file holds the whole list")
    func files() async throws {
        let client = try await ServerFixture.client()
        let list = try await ServerFixture.json("/api/records?kind=event&limit=1")
        let total = try #require(list["total"]?.integer)
        let lines = try await client.get("/api/records.jsonl?kind=event")
        #expect(lines.text.split(separator: "\n").count == total)
        let csv = try await client.get("/api/records.csv?kind=event")
        #expect(csv.text.split(separator: "\r\n").count == total + 1)
        let json = try await ServerFixture.json("/api/records.json?kind=event")
        #expect(json["items"]?.items.count == total)
        let everything = try await client.get("/api/records.jsonl")
        #expect(everything["transfer-encoding"] == "chunked")
        let whole = try await ServerFixture.json("/api/records?limit=1")
        #expect(everything.text.split(separator: "\n").count == whole["total"]?.integer)
    }

    @Test(
        "search gives the best first, under any spelling",
        arguments: [
            "Grodno", "Hrodna", "%D0%93%D1%80%D0%BE%D0%B4%D0%BD%D0%BE",
        ])
    func search(_ words: String) async throws {
        let answer = try await ServerFixture.json("/api/search?q=\(words)&kind=place&limit=5")
        let items = answer["items"]?.items ?? []
        #expect(items.first?["id"]?.text == "place/by/grodno")
        #expect(items.allSatisfy { $0["snippet"] != nil && $0["score"] != nil })
    }

    @Test("figures are the same in both formats")
    func observations() async throws {
        let target = "/api/observations?indicator=trade-turnover&limit=1000"
        let rows = try await ServerFixture.json(target)["items"]?.items ?? []
        let csv = try await ServerFixture.client().get(target + "&format=csv")
        #expect(csv["content-type"]?.hasPrefix("text/csv") == true)
        let lines = csv.text.split(separator: "\r\n")
        #expect(lines.first == Substring(ObservationEndpoint.columns.joined(separator: ",")))
        #expect(lines.count == rows.count + 1 && rows.count > 5)
        #expect(rows.allSatisfy { $0["base_period"] != nil && !($0["cite"]?.items ?? []).isEmpty })
    }

    @Test("history and facts")
    func historyAndFacts() async throws {
        let history = try await ServerFixture.json("/api/history/place/by/grodno")
        #expect(history["items"]?.items.first?["record"]?["id"]?.text == "place/by/grodno")
        let facts = try await ServerFixture.json("/api/sources/seed/000/facts?limit=5")
        #expect(facts["items"]?.items.count == 5)
        #expect(facts["next"]?.text == "o5")
    }

    @Test(
        "a bad parameter is named",
        arguments: [
            ("/api/records?limit=0", "limit"), ("/api/records?kind=planet", "kind"),
            ("/api/records?colour=red", "colour"), ("/api/records?cursor=nonsense", "cursor"),
            ("/api/records?place=place/zz/nowhere", "place"), ("/api/records?to=2021-13", "to"),
            ("/api/search", "q"), ("/api/observations?format=xml", "format"),
            ("/api/history/place/by?limit=x", "limit"), ("/healthz?x=1", "x"),
        ])
    func badParameters(_ target: String, _ parameter: String) async throws {
        let answer = try await ServerFixture.client().get(target)
        #expect(answer.status == 400)
        #expect(try JSONParser.parse(answer.body)["parameter"]?.text == parameter)
    }

    @Test("the description is one JSON document that names the addresses")
    func description() async throws {
        let document = try await ServerFixture.json("/api/openapi.json")
        #expect(document["openapi"]?.text == "3.1.0")
        for path in ["/api/records/{id}", "/api/search", "/api/reconcile", "/healthz"] {
            #expect(document["paths"]?[path] != nil, "\(path)")
        }
    }
}
