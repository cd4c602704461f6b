import Records
import Testing

struct JSONTests {
    private func parse(_ text: String) throws -> JSONValue {
        try JSONParser.parse(Array(text.utf8))
    }

    private func written(_ value: JSONValue) -> String {
        var writer = JSONWriter()
        writer.value(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (#"{"a":[1,2.50,-3e2],"b":null,"c":true}"#, #"{"a":[1,2.5,-300],"b":null,"c":true}"#),
        (#" [ ] "#, "[]"), (#"{ }"#, "{}"),
        (#""\u0413\u0440 \ud83d\ude00 \/ \b\f\n\r\t \u0001""#, #""Гр 😀 / \b\f\n\r\t \u0001""#),
        (#"{"":""}"#, #"{"":""}"#),
    ])
    func values(_ text: String, _ expected: String) throws {
        #expect(written(try parse(text)) == expected)
    }

    @Test(arguments: [
        ("", 1), ("{", 2), (#"{"a":1,}"#, 8), (#"{"a":1,"a":2}"#, 8), ("[1 2]", 4), ("01", 1),
        (#""\ud800""#, 8), (#""\ud800\u0041""#, 14), ("\"a\nb\"", 3), (#"{"a" 1}"#, 6),
        ("nul", 4), ("1e999999", 1), ("[1]]", 4), (#""\x""#, 4), ("'a'", 1),
    ])
    func mistakes(_ text: String, _ column: Int) {
        let error = #expect(throws: JSONSyntaxError.self) { try parse(text) }
        #expect(error?.column == column, "\(text): \(error?.description ?? "")")
    }

    @Test func textThatIsNotUTF8() {
        #expect(throws: JSONSyntaxError.self) { try JSONParser.parse([0x22, 0xFF, 0xFE, 0x22]) }
        #expect(throws: JSONSyntaxError.self) { try JSONParser.parse([0x22, 0xC0, 0x80, 0x22]) }
    }

    @Test func depthIsBounded() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONSyntaxError.self) { try parse(deep) }
    }

    /// Whatever bytes come, the parser answers or throws; it never traps.
    @Test func randomBytes() {
        var generator = SystemRandomNumberGenerator()
        let seed = generator.next()
        print("seed \(seed)")
        var state = seed
        let alphabet = Array(#"{}[]",:0123456789eE+-.\utrfalsn "#.utf8) + [0, 0x80, 0xC3, 0xFF]
        for _ in 0..<20_000 {
            var bytes: [UInt8] = []
            for _ in 0..<(state % 40) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            if let value = try? JSONParser.parse(bytes) {
                #expect((try? JSONParser.parse(Array(written(value).utf8))) == value)
            }
        }
    }
}
