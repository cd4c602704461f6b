import Testing

@testable import Web

@Suite("HTTP")
struct ServerHTTPTests {
    static let cached = [
        "/api/records/place/by/grodno", "/api/records?kind=place", "/api/search?q=Grodno",
        "/api/observations", "/api/observations?format=csv", "/api/history/place/by/grodno",
        "/api/sources/seed/003/facts", "/api/openapi.json", "/api/reconcile", "/api",
        "/api/records.csv?kind=place",
    ]

    @Test("a client that has the content isn't sent it again", arguments: cached)
    func conditional(_ path: String) async throws {
        let client = try await ServerFixture.client()
        for coding in ["identity", "gzip"] {
            let first = try await client.get(path, ["Accept-Encoding": coding])
            let tag = try #require(first["etag"])
            #expect(first.status == 200)
            for condition in [tag, "\"x\", \(tag)", "W/\(tag)", "*"] {
                let again = try await client.get(
                    path, ["Accept-Encoding": coding, "If-None-Match": condition])
                #expect(again.status == 304 && again.body.isEmpty && again["etag"] == tag)
            }
            let other = try await client.get(path, ["If-None-Match": "\"x\""])
            #expect(other.status == 200)
        }
    }

    @Test("HEAD is GET without the content", arguments: cached + ["/healthz"])
    func head(_ path: String) async throws {
        let client = try await ServerFixture.client()
        let full = try await client.get(path)
        let head = try await client.send("HEAD", path)
        #expect(head.status == 200 && head.body.isEmpty)
        for name in ["content-type", "etag", "content-length", "cache-control"] {
            #expect(head[name] == full[name], "\(name)")
        }
    }

    @Test("text is compressed for those who take it", arguments: cached)
    func compression(_ path: String) async throws {
        let client = try await ServerFixture.client()
        let plain = try await client.get(path)
        let packed = try await client.get(path, ["Accept-Encoding": "gzip"])
        #expect(plain["content-encoding"] == nil)
        #expect(plain["vary"]?.contains("Accept-Encoding") == true)
        #expect((packed["content-encoding"] == "gzip") == (plain.body.count >= Gzip.worthwhile))
        #expect(packed.body.count <= plain.body.count)
    }

    @Test(
        "every answer tells browsers what they may do with it",
        arguments: [
            "/api", "/api/nothing", "/healthz", "/", "/nothing",
        ])
    func securityHeaders(_ path: String) async throws {
        let answer = try await ServerFixture.client().get(path)
        #expect(answer["content-security-policy"]?.contains("default-src 'none'") == true)
        #expect(answer["content-security-policy"]?.contains("unsafe") == false)
        #expect(answer["x-content-type-options"] == "nosniff")
        #expect(answer["referrer-policy"] != nil && answer["permissions-policy"] != nil)
        let isAPI = path != "/" && path != "/nothing"
        #expect((answer["access-control-allow-origin"] == "*") == isAPI)
    }

    @Test(
        "other methods are refused with the right ones",
        arguments: [
            "POST", "PUT", "DELETE", "PATCH", "TRACE",
        ])
    func methods(_ method: String) async throws {
        let client = try await ServerFixture.client()
        for path in ["/api/records", "/healthz", "/"] {
            let answer = try await client.send(method, path)
            #expect(answer.status == 405)
            #expect(answer["allow"]?.contains("GET") == true)
        }
        let options = try await client.send("OPTIONS", "/api/reconcile")
        #expect(options.status == 204)
        #expect(options["access-control-allow-methods"]?.contains("POST") == true)
    }

    @Test(
        "what can't be read gets a clear answer and never a 500",
        arguments: [
            ("/api/records/%FF", 400), ("/api/records/%00", 400), ("/api/records/%", 400),
            ("/api/records/place/../by", 400), ("/api/records/Place/by", 400),
            ("/api/records/place%20by/x", 400), ("/api/records/nothing", 404),
            ("/api/records/place/by/", 404), ("/api/records/", 404), ("/api/nothing", 404),
            ("/api/search?q=%FF", 400), ("/api/search?q=%00", 400), ("/api/search?q=", 400),
            ("/api/search?q=%22", 200), ("/api/search?q=*", 200), ("/api/search?q=NEAR(", 200),
            ("/api/search?q=%20", 200), ("/api/search?q=a%22b*c:d^e", 200), ("//", 404),
            ("/api/records?q=" + String(repeating: "a", count: 600), 400),
            ("/api/search?q=" + String(repeating: "a", count: 10_000), 400),
            ("/api/search?q=" + String(repeating: "a", count: 40_000), 400),
            ("/api/" + String(repeating: "a", count: 40_000), 414),
            ("/search?q=" + String(repeating: "a", count: 40_000), 414),
            ("/api/search?q=" + String(repeating: "%F0%9F%98%80", count: 400), 200),
        ])
    func hostile(_ target: String, _ status: Int) async throws {
        let answer = try await ServerFixture.client().get(target)
        #expect(answer.status == status, "\(answer.text)")
        if status >= 400, target.hasPrefix("/api") {
            #expect(answer["content-type"] == "application/problem+json")
        }
    }

    @Test("a body that is too long or no form is refused")
    func bodies() async throws {
        let client = try await ServerFixture.client()
        let long = "queries=" + String(repeating: "a", count: RequestLimits.body)
        #expect(try await client.send("POST", "/api/reconcile", body: long).status == 413)
        let json = try await client.send(
            "POST", "/api/reconcile", headers: ["Content-Type": "application/json"], body: "{}")
        #expect(json.status == 415)
    }
}
