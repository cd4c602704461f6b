import Testing

@testable import Web

/// Reads back the little HTML that the writer writes, strictly: it knows elements, quoted
/// attributes and character references, and fails on anything else.
private struct StrictReader {
    enum Failure: Error { case unbalanced(String), malformed(String) }

    private(set) var text = ""
    private(set) var tags: [String] = []
    private(set) var attributes: [(name: String, value: String)] = []

    private static let void = Set(VoidTag.allCases.map(\.rawValue))

    /// Reads code points, as parsers do: a combining mark may follow a quotation mark.
    private typealias Scalars = Substring.UnicodeScalarView

    init(_ bytes: [UInt8]) throws {
        var rest = Substring(String(decoding: bytes, as: UTF8.self)).unicodeScalars
        var open: [String] = []
        while let first = rest.first {
            if first != "<" {
                let run = Scalars(rest.prefix { $0 != "<" })
                text.unicodeScalars.append(contentsOf: try Self.unescaped(run).unicodeScalars)
                rest = rest.dropFirst(run.count)
                continue
            }
            guard let end = Self.endOfTag(rest) else { throw Failure.malformed(String(rest)) }
            let inside = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            if inside.first == "/" {
                guard open.popLast() == String(inside.dropFirst()) else {
                    throw Failure.unbalanced(String(inside))
                }
            } else {
                let name = String(inside.prefix { $0.properties.isAlphabetic || $0.isASCIIDigit })
                tags.append(name)
                // Drawings close their shapes as XML does.
                let closesItself = inside.last == "/"
                try readAttributes(
                    inside.dropFirst(name.unicodeScalars.count).dropLast(closesItself ? 1 : 0))
                if !Self.void.contains(name) && !closesItself { open.append(name) }
            }
        }
        guard open.isEmpty else { throw Failure.unbalanced(open.joined(separator: " ")) }
    }

    private static func endOfTag(_ text: Scalars) -> Scalars.Index? {
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ">" && !isQuoted { return index }
        }
        return nil
    }

    private mutating func readAttributes(_ text: Scalars) throws {
        var rest = text
        while !rest.isEmpty {
            guard rest.popFirst() == " " else { throw Failure.malformed(String(rest)) }
            let name = rest.prefix { $0.properties.isAlphabetic || $0 == "-" }
            guard !name.isEmpty else { throw Failure.malformed(String(rest)) }
            rest = rest.dropFirst(name.count)
            guard rest.starts(with: "=\"".unicodeScalars) else {
                attributes.append((String(name), ""))
                continue
            }
            rest = rest.dropFirst(2)
            let value = rest.prefix { $0 != "\"" }
            attributes.append((String(name), try Self.unescaped(value)))
            rest = rest.dropFirst(value.count + 1)
        }
    }

    private static func unescaped(_ text: Scalars) throws -> String {
        let references = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#13": "\r",
        ]
        var result = ""
        var rest = text
        while let scalar = rest.popFirst() {
            guard scalar == "&" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            let name = String(String.UnicodeScalarView(rest.prefix { $0 != ";" }))
            guard let character = references[name] else { throw Failure.malformed(name) }
            result.unicodeScalars.append(contentsOf: character.unicodeScalars)
            rest = rest.dropFirst(name.unicodeScalars.count + 1)
        }
        return result
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

/// What the writer keeps of a text, written the slow and plain way.
private func kept(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var open: [UInt32] = []
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: result.append(scalar)
        case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
        case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066...0x2068:
            if open.count == 125 {
                result.append("\u{FFFD}")
            } else {
                open.append(scalar.value < 0x2066 ? 0x202C : 0x2069)
                result.append(scalar)
            }
        case 0x202C, 0x2069:
            if open.last == scalar.value {
                open.removeLast()
                result.append(scalar)
            } else {
                result.append("\u{FFFD}")
            }
        default: result.append(scalar)
        }
    }
    for closer in open.reversed() {
        if let scalar = Unicode.Scalar(closer) { result.append(scalar) }
    }
    return String(result)
}

/// A generator that a seed reproduces (SplitMix64).
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func text() -> String {
        let hostile = Array("<>\"'&;=/ \u{0}\u{1}\r\n\u{85}\u{202E}\u{202C}\u{2066}\u{2069}ж—é")
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...40, using: &self) {
            if Bool.random(using: &self) {
                let pick = Int.random(in: 0..<hostile.count, using: &self)
                text.append(contentsOf: hostile[pick].unicodeScalars)
            } else if let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &self)) {
                text.append(scalar)
            }
        }
        return String(text)
    }
}

@Suite struct MarkupTests {
    @Test(arguments: [
        "\"><script>alert(1)</script>", "</title><script>", "a & b &amp; c", "' onload='x",
        "nul\u{0}nul", "\u{202E}gpj.exe", "\u{2069}\u{202C}", "Мінск — «Могилёв»", "a\r\nb", "",
        String(decoding: [0xFFFE, 0xFDD0, 0x9F, 0x7F], as: UTF16.self),
        String(repeating: "\u{202B}", count: 200),
    ])
    func hostileTextStaysText(_ hostile: String) throws {
        var page = HTMLWriter()
        page.element(.p, class: hostile, .title(hostile)) { page in
            page.text(hostile)
        }
        let read = try StrictReader(page.finish())
        #expect(read.tags == ["p"])
        #expect(Array(read.text.unicodeScalars) == Array(kept(hostile).unicodeScalars))
        #expect(read.attributes.map(\.name) == ["class", "title"])
        for attribute in read.attributes {
            #expect(Array(attribute.value.unicodeScalars) == Array(kept(hostile).unicodeScalars))
        }
    }

    @Test func whatIsWrittenIsBalancedAndReadsBack() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var dice = Dice(state: seed)
        for _ in 0..<300 {
            var expected = ""
            var page = HTMLWriter()
            write(&page, depth: 0, &dice, &expected)
            let read = try StrictReader(page.finish())
            let same = Array(read.text.unicodeScalars) == Array(expected.unicodeScalars)
            #expect(same, "seed \(seed)")
        }
    }

    private func write(
        _ page: inout HTMLWriter, depth: Int, _ dice: inout Dice, _ expected: inout String
    ) {
        for _ in 0..<Int.random(in: 0...4, using: &dice) {
            let text = dice.text()
            switch Int.random(in: 0...3, using: &dice) {
            case 0 where depth < 5:
                page.element(.div, class: text, .label(text)) { page in
                    write(&page, depth: depth + 1, &dice, &expected)
                }
            case 1:
                page.link(to: Address(text), text: text)
                expected.unicodeScalars.append(contentsOf: kept(text).unicodeScalars)
            case 2:
                page.void(.input, .value(text))
            default:
                page.text(text)
                expected.unicodeScalars.append(contentsOf: kept(text).unicodeScalars)
            }
        }
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:x",
        "\u{1}javascript:x", "data:text/html,x", "vbscript:x", "//elsewhere.example",
        "/\\elsewhere",
        "", "file:///etc/passwd", "mailto:a@example.org", "http\n://x",
    ])
    func unsafeAddressesAreDropped(_ text: String) throws {
        var page = HTMLWriter()
        page.link(to: Address(text), text: "go")
        page.element(.form, .action(Address(text)), text: "")
        let read = try StrictReader(page.finish())
        #expect(read.tags == ["span", "form"])
        #expect(read.attributes.isEmpty)
    }

    @Test(arguments: [
        "https://example.org/a?b=c#d", "HTTP://example.org", "/zones", "?page=2", "#figures",
        "records/a:b/c".replacing("records", with: "/records"), "/a?x=javascript:y",
    ])
    func safeAddressesStay(_ text: String) {
        #expect(Address(text).text == text)
    }

    @Test func addressesAreEncoded() {
        let address = Address(
            path: "/records/place/by", query: [("q", "a&b=c ж"), ("none", nil), ("k", "x/y")],
            fragment: "f g")
        #expect(address.text == "/records/place/by?q=a%26b%3Dc%20%D0%B6&k=x/y#f%20g")
        #expect(Address(path: "//elsewhere.example").isSafe == false)
    }

    @Test func preformattedTextKeepsItsFirstNewline() {
        var page = HTMLWriter()
        page.element(.pre, text: "\nx")
        #expect(String(decoding: page.finish(), as: UTF8.self) == "<pre>\n\nx</pre>")
    }

    @Test(arguments: Language.allCases)
    func aPageOfHostileNamesIsBalanced(_ language: Language) throws {
        let words = Catalogue(language)
        let evil = "\"><script>alert('x')</script>\u{202E}\u{0}"
        let shell = PageShell(
            words: words, title: evil, description: evil, layout: .record, division: .zones,
            searchText: evil, translations: Language.allCases.map { ($0, Address(evil)) },
            downloads: [.csv(Address("javascript:x"))], dataVersion: evil)
        let bytes = shell.render { page in
            page.put(PageTitle(kicker: [.text(evil)], title: evil, otherNames: [(evil, evil)]))
            page.put(
                FactList(
                    [
                        Fact(
                            evil, .name(evil),
                            sources: [SourceNote(evil, address: "/s", original: Address(evil))])
                    ], words: words))
            page.put(
                DataTable(
                    id: "t", caption: evil, columns: [Column(evil, unit: evil)],
                    rows: [[.text(evil)], [.gap(evil), .quantity(Quantity(evil))]], words: words))
            page.put(ErrorNotice(status: 404, title: evil, explanation: evil, asked: evil))
        }
        let doctype = Array("<!doctype html>".utf8)
        #expect(bytes.starts(with: doctype))
        let read = try StrictReader(Array(bytes.dropFirst(doctype.count)))
        #expect(read.tags.filter { $0 == "script" }.count == 1, "the house's own")
        #expect(!read.attributes.contains { $0.name == "style" || $0.name.hasPrefix("on") })
    }

    @Test func theStylesheetLoadsNothing() {
        #expect(!Stylesheet.text.contains("url("))
        #expect(!Stylesheet.text.contains("@import"))
        let open = Stylesheet.text.filter { $0 == "{" }.count
        #expect(open == Stylesheet.text.filter { $0 == "}" }.count)
        #expect(Stylesheet.address.text.contains(Stylesheet.hash))
    }
}
