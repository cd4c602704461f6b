import Records
import Register

/// The sources that a page's facts rest on, looked up all at once.
struct CitedSources: Sendable {
    private let sources: [RecordID: Source]
    private let words: Catalogue

    /// Looks up the sources of these citations.
    init(_ citations: some Sequence<Citation>, _ context: PageContext) throws {
        words = context.words
        let ids = Set(citations.map(\.source))
        var sources: [RecordID: Source] = [:]
        for (id, record) in try context.register.records(Array(ids)) {
            if case .source(let source) = record.body { sources[id] = source }
        }
        self.sources = sources
    }

    /// The citations as notes: one a source, in the order cited, with its lines, or for a
    /// footnote its number and its original.
    func notes(_ citations: [Citation]) -> [SourceNote] {
        grouped(citations).map { id, locators in
            guard let source = sources[id] else {
                return SourceNote(id.text, address: SiteAddress.record(id))
            }
            return SourceNote(
                source.shortLabel(id, words), address: SiteAddress.record(id),
                place: place(locators, in: source), original: source.url.map { Address($0) })
        }
    }

    /// The citations in the narrow column of a table: the first sources, footnotes with the way
    /// to their original, and how many more there are.
    func marks(_ citations: [Citation], of record: RecordID, limit: Int = 2) -> Inline {
        let groups = grouped(citations)
        let shown = groups.count == limit + 1 ? limit + 1 : limit
        var pieces = groups.prefix(shown).map { id, locators -> Inline in
            guard let source = sources[id] else {
                return .link(id.text, to: SiteAddress.record(id))
            }
            var parts: [Inline] = [
                .link(source.shortLabel(id, words), to: SiteAddress.record(id))
            ]
            if let place = place(locators, in: source) { parts.append(.muted("\u{A0}" + place)) }
            parts += original(of: source, id)
            return .sequence(parts)
        }
        if groups.count > shown {
            let more = words(.moreSources(groups.count - shown))
            pieces.append(.link(more, to: SiteAddress.record(record)))
        }
        return .joined(pieces, separator: "; ")
    }

    /// The citations in as few words as they can have: the places in the sources, whose names a
    /// pointer shows.
    func shortMarks(_ citations: [Citation], of record: RecordID, limit: Int = 2) -> Inline {
        let groups = grouped(citations)
        var pieces = groups.prefix(limit).map { id, locators -> Inline in
            guard let source = sources[id] else {
                return .link(id.text, to: SiteAddress.record(id))
            }
            let label = source.shortLabel(id, words)
            let mark = SafeHTML { page in
                page.link(to: SiteAddress.record(id), .title(label)) { link in
                    link.text(place(locators, in: source) ?? label)
                }
            }
            return .sequence([.markup(mark)] + original(of: source, id))
        }
        if groups.count > limit {
            let more = words(.more(groups.count - limit))
            pieces.append(.link(more, to: SiteAddress.record(record)))
        }
        return .joined(pieces)
    }

    /// The way to a source's own address elsewhere.
    private func original(of source: Source, _ id: RecordID) -> [Inline] {
        guard let url = source.url else { return [] }
        let label = words(.originalOf(source.shortLabel(id, words)))
        let mark = SafeHTML { page in
            page.link(
                to: Address(url), class: "original", .rel("external noopener"), .label(label)
            ) { $0.text("↗") }
        }
        return ["\u{A0}", .markup(mark)]
    }

    /// The locators of each source, in the order of its first citation.
    private func grouped(_ citations: [Citation]) -> [(id: RecordID, locators: [String])] {
        var groups: [(id: RecordID, locators: [String])] = []
        for citation in citations {
            let locators = citation.locator.map { [$0] } ?? []
            if let index = groups.firstIndex(where: { $0.id == citation.source }) {
                groups[index].locators += locators
            } else {
                groups.append((citation.source, locators))
            }
        }
        return groups
    }

    private func place(_ locators: [String], in source: Source) -> String? {
        if !locators.isEmpty { return Locator.words(locators, words) }
        // A footnote of which nothing else is known has its number for a name already.
        guard source.hasName else { return nil }
        return source.noteNumber.map { words(.note(String($0))) }
    }
}

/// Places in a source, such as the lines `L12-L15`.
enum Locator {
    /// The places in words: "lines 12–15, 20"; what isn't lines is left as it is.
    static func words(_ locators: [String], _ words: Catalogue) -> String {
        let lines = locators.compactMap(lines)
        guard lines.count == locators.count, let first = lines.first else {
            return locators.joined(separator: ", ")
        }
        if lines.count == 1, !first.contains("–") { return words(.line(first)) }
        let shown = lines.count == 4 ? 4 : 3
        let more = lines.count > shown ? ", …" : ""
        return words(.lines(lines.prefix(shown).joined(separator: ", ") + more))
    }

    /// `L12-L15` as `12–15`, `L12` as `12`; nil for anything else.
    private static func lines(_ locator: String) -> String? {
        let ends = locator.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(ends.count) else { return nil }
        let numbers = ends.compactMap { end -> Substring? in
            guard end.hasPrefix("L") else { return nil }
            let digits = end.dropFirst()
            let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
            return isNumber ? digits : nil
        }
        return numbers.count == ends.count ? numbers.joined(separator: "–") : nil
    }
}

extension Source {
    /// Whether anything but the number of its footnote is known of it.
    fileprivate var hasName: Bool { author != nil || publisher != nil || title != nil }

    /// The source in a few words: who published or wrote it, and when; else its title, else the
    /// number of its footnote, else its id.
    func shortLabel(_ id: RecordID, _ words: Catalogue) -> String {
        let who = citedIn == nil ? author ?? publisher : publisher ?? author
        let when = date.map { words.date($0.description, .short) }
        if let who { return [Self.cut(who), when].compactMap(\.self).joined(separator: ", ") }
        if let title { return Self.cut(title) }
        if let noteNumber { return words(.note(String(noteNumber))) }
        return id.text
    }

    /// Its title; else what comes nearest to one.
    func longLabel(_ id: RecordID, _ words: Catalogue) -> String {
        title ?? shortLabel(id, words)
    }

    private static let longestLabel = 48

    private static func cut(_ text: String) -> String {
        guard text.count > longestLabel else { return text }
        let start = text.prefix(longestLabel)
        let end = start.lastIndex(of: " ") ?? start.endIndex
        return start[..<end].trimmingSuffix { ",;:".contains($0) } + "…"
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ isSuperfluous: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isSuperfluous(last) { text.removeLast() }
        return String(text)
    }
}
