import CZlib
import Testing

@testable import Web

@Suite("Queries")
struct QueryParameterTests {
    private func read(_ text: String) throws -> [String] {
        try QueryParameters(encoded: text.utf8).items.map { "\($0.name)=\($0.value)" }
    }

    @Test(
        "names and values are decoded and keep their order",
        arguments: [
            ("", []), ("a=1&b=2&a=3", ["a=1", "b=2", "a=3"]), ("a=x+y%20z", ["a=x y z"]),
            ("q=%D0%93%d0%b0", ["q=Га"]), ("a", ["a="]), ("a=&&b=1", ["a=", "b=1"]),
            ("a=1=2", ["a=1=2"]), ("%61=%2B", ["a=+"]),
        ])
    func decoding(_ text: String, _ expected: [String]) throws {
        #expect(try read(text) == expected)
    }

    @Test(
        "what isn't UTF-8, or holds NUL, is refused",
        arguments: [
            "a=%", "a=%1", "a=%zz", "a=%FF", "a=%C3", "a=%00", "%ED%A0%80=1", "a=%F4%90%80%80",
        ])
    func refused(_ text: String) {
        #expect(throws: RequestFault.self) { try read(text) }
    }

    @Test("a number of parameters over the limit is refused")
    func tooMany() {
        let text = String(repeating: "a=1&", count: RequestLimits.parameters + 1)
        #expect(throws: RequestFault.self) { try read(text) }
    }

    @Test("a percent-encoded text comes back", arguments: 0..<200)
    func roundTrip(_ seed: Int) throws {
        var random = SplitMix(state: UInt64(seed))
        let text = String(
            String.UnicodeScalarView(
                (0..<20).compactMap { _ in Unicode.Scalar(UInt32(random.next() % 0x3000 + 1)) }))
        let encoded = text.utf8.map { byte in
            "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        #expect(try QueryParameters(encoded: "q=\(encoded)".utf8)["q"] == text, "seed \(seed)")
    }
}

@Suite("Content coding")
struct AcceptEncodingTests {
    @Test(
        "gzip is taken when it is welcome and not less so than plain content",
        arguments: [
            (nil, false), ("", false), ("gzip", true), ("GZIP", true), ("gzip;q=0", false),
            ("gzip;q=0.0", false), ("gzip; q=0.001", true), ("br, gzip", true), ("*", true),
            ("*;q=0", false), ("identity", false), ("gzip;q=0.5, identity;q=0.8", false),
            ("gzip;q=0.8, identity;q=0.5", true), ("deflate", false), ("gzip;q=2", false),
            ("gzip;q=x", false), ("*, gzip;q=0", false), ("gzip;q=1.0000", false),
        ])
    func takes(_ header: String?, _ expected: Bool) {
        #expect(AcceptEncoding.takesGzip(header) == expected)
    }
}

@Suite("Gzip")
struct GzipTests {
    @Test("content comes back", arguments: [0, 1, 1_000, 32_768, 100_000, 1_000_003])
    func roundTrip(_ count: Int) throws {
        var random = SplitMix(state: UInt64(count))
        let content = (0..<count).map { _ in UInt8(random.next() % 23) + 0x41 }
        let packed = try #require(Gzip.compress(content))
        #expect(unzip(packed, count: count) == content)
    }

    @Test("content in pieces is one stream")
    func pieces() throws {
        let stream = try #require(Gzip())
        var packed: [UInt8] = []
        var content: [UInt8] = []
        for number in 0..<500 {
            let piece = Array("line \(number) of the content\n".utf8)
            content += piece
            packed += stream.compress(piece, isLast: false)
        }
        packed += stream.compress([], isLast: true)
        #expect(unzip(packed, count: content.count) == content)
    }

    private func unzip(_ packed: [UInt8], count: Int) -> [UInt8]? {
        var packed = packed
        var content = [UInt8](repeating: 0, count: count + 1)
        var stream = unsafe z_stream()
        let opened = unsafe inflateInit2_(
            &stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard opened == Z_OK else { return nil }
        let status = unsafe packed.withUnsafeMutableBufferPointer { input in
            unsafe content.withUnsafeMutableBufferPointer { output in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = UInt32(input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(output.count)
                return unsafe inflate(&stream, Z_FINISH)
            }
        }
        let made = Int(unsafe stream.total_out)
        _ = unsafe inflateEnd(&stream)
        return status == Z_STREAM_END ? Array(content[..<made]) : nil
    }
}

@Suite("Entity tags")
struct EntityTagTests {
    private let tag = EntityTag(["a", "b"])

    @Test("a tag depends on each part and on where parts end")
    func parts() {
        #expect(tag == EntityTag(["a", "b"]))
        #expect(tag != EntityTag(["ab", ""]))
        #expect(tag != EntityTag(["a", "c"]))
        #expect(tag.text(gzip: true) != tag.text(gzip: false))
    }

    @Test("a tag is found in a list, weak or strong, and given back as it stands")
    func matching() {
        let plain = tag.text(gzip: false)
        let packed = tag.text(gzip: true)
        #expect(tag.matched(in: plain) == plain)
        #expect(tag.matched(in: packed) == packed)
        #expect(tag.matched(in: "\"x\" ,  \(plain)") == plain)
        #expect(tag.matched(in: "W/\(plain)") == plain)
        #expect(tag.matched(in: "\"x\"") == nil)
        #expect(tag.matched(in: nil) == nil)
        #expect(EntityTag.takesAny(" * "))
        #expect(!EntityTag.takesAny(plain))
    }
}

@Suite("Routes")
struct RouteTableTests {
    private func table(_ patterns: [String]) -> RouteTable {
        var table = RouteTable()
        for pattern in patterns {
            table.add(pattern, Route(get: .endpoint { _ in Answer(pattern, []) }))
        }
        return table
    }

    @Test(
        "the longest pattern that fits decides",
        arguments: [
            ("/", "/", ""), ("/a/**", "/a/b", "b"), ("/a/**", "/a/b/c", "b/c"),
            ("/a/b/**", "/a/b/c/d", "c/d"), ("/a/x", "/a/x", ""),
            ("/s/**/facts", "/s/p/q/facts", "p/q"),
        ])
    func matches(_ pattern: String, _ path: String, _ remainder: String) throws {
        let smaller = pattern == "/a/b/**" ? ["/a/**"] : []
        let found = try #require(table(smaller + [pattern]).match(path))
        #expect(found.remainder == remainder)
        guard case .endpoint(let handler) = found.route.get else { return }
        let request = EndpointRequest(
            remainder: "", parameters: QueryParameters(), origin: "", isPost: false)
        #expect(try handler(request).contentType == pattern)
    }

    @Test("nothing fits elsewhere", arguments: ["/b", "/a", "/a/", "/s/facts", "/s//facts", ""])
    func none(_ path: String) {
        #expect(table(["/a/**", "/s/**/facts"]).match(path) == nil)
    }
}

@Suite("Problem details")
struct ProblemDetailsTests {
    @Test("a problem names status, parameter and remedy")
    func members() throws {
        let answer = ProblemDetails.answer(.badParameter("limit", "\"x\" is no number"))
        guard case .bytes(let bytes) = answer.body else { return }
        #expect(answer.status == 400)
        #expect(answer.contentType == "application/problem+json")
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"type":"about:blank","title":"Bad Request","status":400,"#
                + #""detail":"limit: \"x\" is no number","parameter":"limit"}"#)
    }
}

/// A small generator of numbers that a seed repeats (Steele, Lea, Flood: SplitMix64).
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
