import Records
import Testing

@testable import Web

@Suite("Reconciliation")
struct ReconcileTests {
    private func ask(_ queries: String) async throws -> JSONValue {
        let encoded = queries.utf8.map { byte in
            "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        let answer = try await ServerFixture.client().send(
            "POST", "/api/reconcile", body: "queries=\(encoded)")
        guard answer.status == 200 else { throw ServerClient.Failure.answer(answer.text) }
        return try JSONParser.parse(answer.body)
    }

    @Test("the manifest says where everything is")
    func manifest() async throws {
        let manifest = try await ServerFixture.json("/api/reconcile")
        #expect(manifest["versions"]?.items.first?.text == "0.2")
        #expect(manifest["view"]?["url"]?.text?.hasSuffix("/records/{{id}}") == true)
        #expect(manifest["suggest"]?["entity"]?["service_path"]?.text == "/suggest/entity")
    }

    @Test(
        "a name finds its record, in any script",
        arguments: [
            ("Гродно", "place/by/grodno"), ("Hrodna", "place/by/grodno"), ("BUTB", "org/buce"),
            ("Belgospischeprom", "org/belgospischeprom"),
        ])
    func names(_ name: String, _ expected: String) async throws {
        let answer = try await ask(#"{"q":{"query":"\#(name)","limit":3}}"#)
        let results = answer["q"]?["result"]?.items ?? []
        #expect(results.first?["id"]?.text == expected)
        #expect(results.filter { $0["match"] == .bool(true) }.count <= 1)
    }

    @Test("types choose, properties tell namesakes apart")
    func typesAndProperties() async throws {
        let typed = try await ask(#"{"q":{"query":"Grodno","type":"organisation"}}"#)
        let ids = (typed["q"]?["result"]?.items ?? []).compactMap { $0["id"]?.text }
        #expect(ids.allSatisfy { $0.hasPrefix("org/") })
        let region = try await ask(
            #"{"q":{"query":"Grodno","properties":[{"pid":"type","v":"region"}]}}"#)
        #expect(
            region["q"]?["result"]?.items.first?["id"]?.text == "place/by/grodno-region")
        let unknown = try await ask(#"{"q":{"query":"Grodno","type":"planet"}}"#)
        #expect(unknown["q"]?["result"]?.items.isEmpty == true)
    }

    @Test(
        "what isn't a batch is refused",
        arguments: [
            "{", "[]", "5", #"{"q":5}"#, #"{"q":{}}"#, #"{"q":{"query":5}}"#,
            #"{"q":{"query":"a","limit":0}}"#, #"{"q":{"query":"a","properties":5}}"#,
            #"{"q":{"query":"a","type_strict":"x"}}"#,
        ])
    func refused(_ text: String) {
        #expect(throws: RequestFault.self) { try ReconcileBatch(text) }
    }

    @Test("a preview may be framed, and shows a name as text")
    func preview() async throws {
        let answer = try await ServerFixture.client().get(
            "/api/reconcile/preview?id=place/by/grodno")
        #expect(answer.status == 200)
        #expect(answer.text.contains("Grodno"))
        #expect(answer["content-security-policy"]?.contains("frame-ancestors") == false)
        #expect(answer["x-frame-options"] == nil)
    }

    @Test("a callback is a function's name and nothing else")
    func callbacks() async throws {
        let client = try await ServerFixture.client()
        let good = try await client.get("/api/reconcile?callback=a.b$1")
        #expect(good.text.hasPrefix("/**/a.b$1({"))
        #expect(try await client.get("/api/reconcile?callback=alert(1)").status == 400)
        #expect(try await client.get("/api/reconcile?callback=.a").status == 400)
    }

    @Test("fields of records are given as text, numbers and records")
    func extend() async throws {
        let asked =
            #"{"ids":["place/by/grodno","place/zz"],"properties":[{"id":"parent"},{"id":"type"}]}"#
        let rows = try DataExtensionAnswer.parse(
            try await ServerFixture.client().send(
                "POST", "/api/reconcile", body: "extend=\(asked)"))
        let grodno = rows["place/by/grodno"]
        #expect(grodno?["parent"]?.items.first?["id"]?.text == "place/by/grodno-region")
        #expect(grodno?["type"]?.items.first?["str"]?.text == "city")
        #expect(rows["place/zz"]?["type"]?.items.isEmpty == true)
    }
}

private enum DataExtensionAnswer {
    static func parse(_ answer: ServerClient.Answer) throws -> JSONValue {
        guard answer.status == 200 else { throw ServerClient.Failure.answer(answer.text) }
        return try JSONParser.parse(answer.body)["rows"] ?? .null
    }
}
