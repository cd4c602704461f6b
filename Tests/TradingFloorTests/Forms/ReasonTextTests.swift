import Exchange
import Foundation
import Testing

@testable import TradingFloor

@Suite("Reasons in words")
struct ReasonTextTests {
    @Test("every reason that has a name has words, and the other way round")
    func complete() {
        for number in UInt16(1)..<400 {
            let reason = SectionReason(rawValue: number)
            #expect(reason.name.isEmpty == reason.words.isEmpty, "\(number) \(reason.name)")
        }
    }

    @Test("the document's table says the same")
    func document() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appending(path: "Documentation/reasons.md"), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
        #expect(
            rows.map(String.init)
                == SectionReason.all.map {
                    "| \($0.rawValue) | `\($0.name)` | \($0.words) |"
                })
    }
}
