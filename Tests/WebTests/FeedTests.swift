import Foundation
import Records
import Testing

@testable import Web

/// iCalendar and Atom as bytes; that programs can read them is tested from outside.
struct FeedTests {
    private func lines(_ text: String) -> [String] {
        var writer = ICalendarWriter()
        writer.text("SUMMARY", text)
        return String(decoding: writer.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    /// Lines are short, whole characters, and the text comes back.
    @Test(arguments: [
        String(repeating: "a", count: 300), String(repeating: "Гродно", count: 40),
        String(repeating: "🏛", count: 40), "a,b;c\\d\ne", "\u{0}\u{7}\u{1B}",
        String(repeating: "à", count: 33),
    ])
    func linesAreFolded(_ text: String) {
        let lines = lines(text)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\u{FFFD}") })
        #expect(lines.dropFirst().dropLast().allSatisfy { $0.hasPrefix(" ") })
        let joined = lines.dropLast().enumerated().map { $0 == 0 ? $1 : String($1.dropFirst()) }
            .joined()
        let expected = text.replacingOccurrences(of: "\\", with: "\\\\")
            .replacingOccurrences(of: ",", with: "\\,").replacingOccurrences(of: ";", with: "\\;")
            .replacingOccurrences(of: "\n", with: "\\n")
            .filter { !$0.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control } }
        #expect(joined == "SUMMARY:" + expected)
    }

    @Test func aValueEndsItsLineNowhere() {
        var writer = ICalendarWriter()
        writer.value("URL", "http://a/\r\nBEGIN:VEVENT")
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "URL:http://a/BEGIN:VEVENT\r\n")
    }

    @Test func atomIsEscaped() {
        var writer = AtomWriter()
        writer.text("title", "<a> & \"b\"\u{1}", [("x", "\"<")])
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "<title x=\"&quot;&lt;\">&lt;a&gt; &amp; &quot;b&quot;\u{FFFD}</title>")
    }

    @Test func tagsFollowTheDay() throws {
        let finishers = [20_210_629 as Int32, 20_210_630].map { day in
            Finisher(salt: "s", version: { 1 }, day: { day })
        }
        let tag = { (finisher: Finisher) in
            try finisher.tag(target: "/calendar", origin: "http://a", language: .english)
        }
        let (one, other) = (try tag(finishers[0]), try tag(finishers[1]))
        #expect(one != other)
        #expect(try tag(finishers[0]) == one)
    }
}
