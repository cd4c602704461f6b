import Names
import Records

/// Finds where a query's words stand in a record's texts.
struct SnippetMaker {
    private let wanted: Set<String>
    private let beginnings: [String]

    /// - Parameters:
    ///   - words: the query's folded words.
    ///   - matched: the folded words of the record that they met.
    init(words: [String], matched: [String]) {
        wanted = Set(matched).union(words)
        beginnings = words.filter { $0.utf8.count >= 3 }
    }

    private static let length = 160

    /// The best piece of the record's texts: the one with most matches; nil when no word stands
    /// in them.
    func snippet(of record: Record) -> Snippet? {
        let content = record.content
        var best: (count: Int, words: [Word], text: String)?
        for text in content.aliases.map(\.text) + content.texts + content.topics {
            let words = split(text)
            let count = Set(words.filter(\.isMatch).map(\.folded)).count
            if count > best?.count ?? 0 { best = (count, words, text) }
        }
        return best.map { window($0.words, in: $0.text) }
    }

    private struct Word {
        let range: Range<String.Index>
        let folded: String
        let isMatch: Bool
    }

    private func split(_ text: String) -> [Word] {
        var words: [Word] = []
        var start: String.Index?
        for index in text.indices + [text.endIndex] {
            let isLetter = index < text.endIndex && (text[index].isLetter || text[index].isNumber)
            if isLetter {
                start = start ?? index
            } else if let from = start {
                let range = from..<index
                let folded = NameFolding.tokens(of: String(text[range])).joined()
                words.append(Word(range: range, folded: folded, isMatch: isMatch(folded)))
                start = nil
            }
        }
        return words
    }

    private func isMatch(_ folded: String) -> Bool {
        wanted.contains(folded) || beginnings.contains { folded.hasPrefix($0) }
    }

    private func window(_ words: [Word], in text: String) -> Snippet {
        let first = words.first(where: \.isMatch)?.range.lowerBound ?? text.startIndex
        var from = text.startIndex
        if text.distance(from: from, to: first) > Self.length / 3 {
            let near = text.index(first, offsetBy: -Self.length / 3)
            from = words.first { $0.range.lowerBound >= near }?.range.lowerBound ?? near
        }
        let to = text.index(from, offsetBy: Self.length, limitedBy: text.endIndex) ?? text.endIndex
        var parts: [Snippet.Part] = []
        func add(_ text: Substring, _ isMatch: Bool) {
            if !text.isEmpty { parts.append(.init(text: String(text), isMatch: isMatch)) }
        }
        if from > text.startIndex { add("…", false) }
        var done = from
        for word in words where word.isMatch && word.range.lowerBound >= from {
            guard word.range.upperBound <= to else { break }
            add(text[done..<word.range.lowerBound], false)
            add(text[word.range], true)
            done = word.range.upperBound
        }
        add(text[done..<to], false)
        if to < text.endIndex { add("…", false) }
        return Snippet(parts: parts)
    }
}
