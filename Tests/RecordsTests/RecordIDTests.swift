import Records
import Testing

struct RecordIDTests {
    @Test(arguments: [
        ("place/by/grodno-region", Kind.place), ("org/minsk-tractor-works", .organisation),
        ("seed/000", .source), ("src/000-n84", .source), ("obs/a-1", .observation),
    ])
    func ids(_ text: String, _ kind: Kind) throws {
        let id = try #require(RecordID(text))
        #expect(id.text == text)
        #expect(id.kind == kind)
    }

    @Test(arguments: [
        "", "place", "place/", "/place", "place//by", "Place/by", "place/BY", "place/by/..",
        "place/../by", "place/by/", "place/-by", "place/by-", "place/гродно", "thing/one",
        "place/by grodno", "place/by\u{0}", "place/" + String(repeating: "a", count: 200),
    ])
    func noIDs(_ text: String) { #expect(RecordID(text) == nil) }
}
