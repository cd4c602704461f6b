import Records
import Testing

struct RecordTests {
    private func record(_ text: String) throws(RecordProblems) -> Record {
        try Record(json: Array(text.utf8))
    }

    private func problems(_ text: String) -> [String] {
        do throws(RecordProblems) {
            _ = try record(text)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    private static let cite = #""cite":[{"source":"seed/000","at":"L1-L2"}]"#

    @Test func canonicalFormOrdersFieldsAndNumbers() throws {
        let text = """
            { "cite": [{"at":"L1-L2","source":"seed/000"}], "lon": 23.80, "lat": 53.6, \
            "type": "city", "name": "Grodno", "id": "place/by/grodno", "kind": "place", \
            "aliases": [{"lang":"ru","text":"Гродно"}, {"text":"Hrodna"}] }
            """
        let expected = """
            {"kind":"place","id":"place/by/grodno","name":"Grodno","type":"city",\
            "lat":53.6,"lon":23.8,"aliases":[{"text":"Гродно","lang":"ru"},{"text":"Hrodna"}],\
            \(Self.cite)}
            """
        let once = try record(text)
        #expect(String(decoding: once.canonicalJSON, as: UTF8.self) == expected)
        #expect(try Record(json: once.canonicalJSON) == once)
    }

    @Test func everythingWrongIsSaidAtOnce() {
        let found = problems(
            #"{"kind":"agreement","id":"agreement/x","titel":"A","type":"pact","parties":[],"#
                + #""signed":"2021-02-30","valid_from":"2022","valid_to":"2021","#
                + #""value":{"amount":"1","unit":"USD"}}"#)
        let fields = found.map { $0.prefix { $0 != ":" } }
        for field in [
            "title", "type", "parties", "signed", "valid_to", "value.amount", "cite", "titel",
        ] {
            #expect(fields.contains { $0 == field }, "\(field) in \(found)")
        }
        #expect(found.contains { $0.hasPrefix("titel:") && $0.contains("did you mean title?") })
    }

    @Test(arguments: [
        (#""name":"A","type":"enterprise","area":{"amount":1,"unit":"ha"}"#, "area"),
        (#""name":"A","type":"enterprise","website":"javascript:alert(1)""#, "website"),
        (#""name":"A","type":"enterprise","parent":"place/by""#, "parent"),
        (#""name":"A","type":"enterprise","parent":"org/../etc""#, "parent"),
        (#""name":"A\u0000","type":"enterprise""#, "name"),
        (#""name":" ","type":"enterprise""#, "name"),
        (#""name":"A","type":"enterprise","note":null"#, "note"),
        (
            #""name":"A","type":"enterprise","aliases":[{"lang":"english","text":"A"}]"#,
            "aliases[0].lang"
        ),
        (#""name":"A","type":"enterprise","sectors":["a",1]"#, "sectors[1]"),
        (#""name":7,"type":"enterprise""#, "name"),
    ])
    func organisationMistakes(_ fields: String, _ field: String) {
        let found = problems(
            #"{"kind":"organisation","id":"org/a",\#(fields),\#(Self.cite)}"#)
        #expect(found.count == 1 && found.first?.hasPrefix("\(field): ") == true, "\(found)")
    }

    @Test(arguments: [
        (#"[1]"#, "record"), (#"{"id":"org/a"}"#, "kind"), (#"{"kind":"thing"}"#, "kind"),
        (#"{"kind":"place","id":"org/a","name":"A","type":"city",\#(cite)}"#, "id"),
    ])
    func recordMistakes(_ text: String, _ field: String) {
        #expect(problems(text).first?.hasPrefix("\(field): ") == true, "\(problems(text))")
    }

    @Test func referencesAreFound() throws {
        let event = try record(
            #"{"kind":"event","id":"event/a","title":"A","type":"fair","place":"place/by","#
                + #""participants":[{"id":"org/a"},{"what":"firms","count":3,"from":"place/by"}],"#
                + Self.cite + "}")
        let place = try #require(RecordID("place/by"))
        #expect(event.fields(referringTo: place) == ["place", "participants[1].from"])
        #expect(event.content.links.map(\.role) == [.place, .participant, .from])
    }
}
