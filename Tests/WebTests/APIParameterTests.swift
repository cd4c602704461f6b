import Records
import Testing

@testable import Web

@Suite("API parameters")
struct APIParameterTests {
    private func reader(_ query: String) throws -> ParameterReader {
        try ParameterReader(
            try QueryParameters(encoded: query.utf8), knowing: ["limit", "kind", "from", "place"],
            repeated: ["kind", "place"])
    }

    private func fault(_ body: () throws -> Void) -> RequestFault? {
        do {
            try body()
            return nil
        } catch {
            return error as? RequestFault
        }
    }

    @Test("an unknown name is refused, with the nearest known one")
    func unknown() {
        let fault = fault { _ = try reader("limti=1") }
        #expect(fault?.parameter == "limti")
        #expect(fault?.detail.contains("limit is") == true)
    }

    @Test("what may stand once may not stand twice")
    func twice() throws {
        #expect(fault { _ = try reader("limit=1&limit=2") }?.parameter == "limit")
        #expect(try reader("kind=place&kind=event").kinds("kind") == [.place, .event])
        #expect(try reader("kind=place,event").kinds("kind") == [.place, .event])
    }

    @Test(
        "numbers are read exactly",
        arguments: [
            ("limit=1", 1), ("limit=200", 200), ("", 20), ("limit=0", nil), ("limit=201", nil),
            ("limit=-1", nil), ("limit=+5", nil), ("limit=1e3", nil), ("limit=1.0", nil),
            ("limit=99999999999999999999", nil), ("limit=", nil), ("limit=%D9%A3", nil),
        ])
    func integers(_ query: String, _ expected: Int?) throws {
        let read = try reader(query)
        #expect((try? read.integer("limit", in: 1...200, standard: 20)) == expected)
    }

    @Test(
        "a date is a year, a month or a day",
        arguments: [
            ("2021", 20_210_101), ("2021-06", 20_210_601), ("2021-06-29", 20_210_629),
            ("2021-13", nil), ("2021-02-30", nil), ("21", nil), ("yesterday", nil), ("", nil),
        ] as [(String, Int32?)])
    func dates(_ text: String, _ expected: Int32?) throws {
        let read = try reader("from=\(text)")
        #expect((try? read.firstDay("from")) == expected)
    }

    @Test("only ids of places are places")
    func places() throws {
        #expect(try reader("place=place/by").places("place").map(\.text) == ["place/by"])
        #expect(fault { _ = try reader("place=org/buce").places("place") }?.parameter == "place")
        #expect(fault { _ = try reader("place=By").places("place") }?.parameter == "place")
    }

    @Test(
        "distances between names",
        arguments: [
            ("limit", "limit", 0), ("limti", "limit", 2), ("lmit", "limit", 1), ("", "abc", 3),
        ])
    func distances(_ left: String, _ right: String, _ expected: Int) {
        #expect(ParameterReader.distance(left, right) == expected)
        #expect(ParameterReader.distance(right, left) == expected)
    }
}

@Suite("API formats")
struct APIFormatTests {
    @Test(
        "CSV quotes what must be quoted and nothing else",
        arguments: [
            (["a", "b"], "a,b\r\n"), ([nil, "b"], ",b\r\n"), (["a,b"], "\"a,b\"\r\n"),
            (["a\"b"], "\"a\"\"b\"\r\n"), (["a\nb"], "\"a\nb\"\r\n"), ([" a"], "\" a\"\r\n"),
            (["=1+1"], "=1+1\r\n"), (["Гродно"], "Гродно\r\n"),
        ] as [([String?], String)])
    func csv(_ fields: [String?], _ expected: String) {
        var bytes: [UInt8] = []
        CSV.append(fields, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test(
        "moments are written in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
            (1_624_961_730_123_456, "2021-06-29T10:15:30.123456Z"),
            (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
            (4_107_542_399_999_999, "2100-02-28T23:59:59.999999Z"),
        ] as [(Int64, String)])
    func timestamps(_ microseconds: Int64, _ expected: String) {
        #expect(Timestamp.text(microseconds: microseconds) == expected)
    }

    @Test("a cursor counts what was given")
    func cursors() throws {
        #expect(try OffsetCursor.offset(nil) == 0)
        #expect(try OffsetCursor.offset("o120") == 120)
        #expect(OffsetCursor.next(after: 0, given: 100, of: 250) == "o100")
        #expect(OffsetCursor.next(after: 200, given: 50, of: 250) == nil)
        for text in ["120", "o", "o-1", "o0", "o01", "o999999999", "nonsense"] {
            #expect(throws: RequestFault.self) { try OffsetCursor.offset(text) }
        }
    }
}
