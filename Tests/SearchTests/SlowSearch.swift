import Names

@testable import Search

/// A record of a test, in words.
struct Sample: Sendable {
    var document: SearchDocument
    var names: [[String]]
    var text: [String]

    var nameKeys: [UInt8] {
        Array(names.map { $0.joined(separator: " ") }.joined(separator: "\u{1F}").utf8)
    }
    var textKeys: [UInt8] { Array(text.joined(separator: " ").utf8) }

    /// The main name as it sorts.
    var sortName: String { names.first?.prefix(16).joined(separator: " ") ?? "" }

    /// The initials by which the record is found, too.
    var initials: Set<String> {
        let functionWords: Set<String> = ["of", "the", "and", "de"]
        return Set(
            names.compactMap { name in
                let kept = name.filter { !functionWords.contains($0) }
                let isPossible = name.allSatisfy { $0.first?.isLetter ?? false }
                return isPossible && (3...8).contains(kept.count)
                    ? String(kept.compactMap(\.first)) : nil
            })
    }
}

func makeIndex(_ samples: [Sample]) -> SearchIndex {
    var builder = SearchIndexBuilder()
    for sample in samples {
        builder.add(sample.document, nameKeys: sample.nameKeys, textKeys: sample.textKeys)
    }
    return builder.build()
}

/// What a search should find, by looking at each record.
struct SlowSearch {
    let samples: [Sample]
    let vocabulary: Set<String>
    let nameWords: Set<String>

    init(_ samples: [Sample]) {
        self.samples = samples
        nameWords = Set(samples.flatMap { $0.names.flatMap { $0 } })
        vocabulary = nameWords.union(samples.flatMap(\.text))
    }

    /// The words that one word of a query may be found by.
    struct Word {
        var text: String
        var isPrefix: Bool
        var isOptional: Bool
        var others: Set<String> = []
        var splits: [(String, String)] = []
    }

    func matches(_ text: String, _ scope: SearchScope) -> (SearchBasis, [Sample]) {
        var words = expand(text, scope)
        let needed = words.filter { !$0.isOptional }
        var found = samples.filter { sample in needed.allSatisfy { has(sample, $0, scope) } }
        if found.isEmpty {
            for place in words.indices { addTypos(&words[place], scope) }
            let needed = words.filter { !$0.isOptional }
            found = samples.filter { sample in needed.allSatisfy { has(sample, $0, scope) } }
            if found.isEmpty, needed.count > 1 {
                let counts = samples.map { sample in needed.count { has(sample, $0, scope) } }
                let most = counts.max() ?? 0
                if most > 0 {
                    return (.someWords, zip(samples, counts).filter { $1 == most }.map(\.0))
                }
            }
        }
        return (.allWords, found)
    }

    private func expand(_ text: String, _ scope: SearchScope) -> [Word] {
        var texts: [String] = []
        for token in NameFolding.tokens(of: text) where !texts.contains(token) {
            texts.append(token)
        }
        var words = texts.enumerated().map { place, text in
            Word(
                text: text, isPrefix: place == texts.count - 1 || text.utf8.count >= 3,
                isOptional: GenericWords.contains(Array(text.utf8)))
        }
        if words.allSatisfy(\.isOptional) {
            for place in words.indices { words[place].isOptional = false }
        }
        let sought = scope == .names ? nameWords : vocabulary
        for place in words.indices.dropFirst() {
            let joined = words[place - 1].text + words[place].text
            if sought.contains(joined) {
                words[place - 1].others.insert(joined)
                words[place].others.insert(joined)
            }
        }
        for place in words.indices {
            let word = words[place].text
            addSkeletons(&words[place])
            guard !sought.contains(word) else { continue }
            addSplits(&words[place])
            if !words[place].isPrefix || completions(word) < 16 { addTypos(&words[place], scope) }
        }
        return words
    }

    private func addSkeletons(_ word: inout Word) {
        guard word.text.utf8.count >= 3 else { return }
        let own = Set(NameFolding.skeletons(of: word.text))
        let bytes = Array(word.text.utf8)
        var likeness = SpellingLikeness(bytes)
        for other in nameWords
        where other != word.text && !own.isDisjoint(with: NameFolding.skeletons(of: other)) {
            let otherBytes = Array(other.utf8)
            let alike = likeness.likeness(to: otherBytes.span, 0..<otherBytes.count)
            if alike
                >= MatchQuality.leastLikeness(
                    length: min(bytes.count, otherBytes.count))
            {
                word.others.insert(other)
            }
        }
    }

    private func addSplits(_ word: inout Word) {
        let letters = Array(word.text)
        guard letters.count >= 4 else { return }
        for cut in 2...(letters.count - 2) {
            word.splits.append((String(letters[..<cut]), String(letters[cut...])))
        }
    }

    private func addTypos(_ word: inout Word, _ scope: SearchScope) {
        let length = word.text.utf8.count
        let errors = length < 4 ? 0 : length < 8 ? 1 : 2
        guard errors > 0 else { return }
        for other in scope == .names ? nameWords : vocabulary
        where slowDistance(word.text, other) <= errors { word.others.insert(other) }
    }

    /// How many postings there are of words that begin so.
    private func completions(_ prefix: String) -> Int {
        samples.reduce(0) { sum, sample in
            let words = Set(sample.names.flatMap { $0 } + sample.text).union(sample.initials)
            return sum + words.count { $0.hasPrefix(prefix) }
        }
    }

    private func has(_ sample: Sample, _ word: Word, _ scope: SearchScope) -> Bool {
        if sample.initials.contains(word.text) { return true }
        var words = sample.names.flatMap { $0 }
        if scope == .everything { words += sample.text }
        if words.contains(where: {
            $0 == word.text || word.others.contains($0)
                || word.isPrefix && $0.hasPrefix(word.text)
        }) {
            return true
        }
        return sample.names.contains { name in
            zip(name, name.dropFirst()).contains { left, right in
                word.splits.contains { $0.0 == left && $0.1 == right }
            }
        }
    }
}

/// Optimal string alignment by the textbook's table.
func slowDistance(_ one: String, _ other: String) -> Int {
    let left = Array(one.utf8)
    let right = Array(other.utf8)
    var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count { table[row][0] = row }
    for column in 0...right.count { table[0][column] = column }
    for row in 0..<left.count {
        for column in 0..<right.count {
            var best = table[row][column] + (left[row] == right[column] ? 0 : 1)
            best = min(best, table[row][column + 1] + 1, table[row + 1][column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                best = min(best, table[row - 1][column - 1] + 1)
            }
            table[row + 1][column + 1] = best
        }
    }
    return table[left.count][right.count]
}
