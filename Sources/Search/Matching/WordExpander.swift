/// Finds what a query's words can be found by.
struct WordExpander {
    private let index: IndexStorage
    private let scope: SearchScope

    init(_ index: IndexStorage, _ scope: SearchScope) {
        self.index = index
        self.scope = scope
    }

    /// The word itself, words that begin with it, that sound like it, that are joined or split
    /// otherwise; words with typing errors only where that gives too little.
    func expand(_ words: inout [QueryWord]) {
        for place in words.indices { addExactAndPrefix(&words[place]) }
        for place in words.indices.dropFirst() { addJoined(&words, place - 1, place) }
        defer { for place in words.indices { words[place].arrange() } }
        for place in words.indices {
            addSkeleton(&words[place])
            if isUnknown(words[place]) {
                addSplits(&words[place])
                if !hasCompletions(words[place]) { addTypos(&words[place]) }
            }
        }
    }

    /// Allows for typing errors in all words that have none yet; false if nothing came of it.
    func expandFurther(_ words: inout [QueryWord]) -> Bool {
        var found = false
        for place in words.indices where !words[place].isFuzzy {
            let before = words[place].expansions.count
            addTypos(&words[place])
            words[place].arrange()
            if words[place].expansions.count > before { found = true }
        }
        return found
    }

    private var ways: PostingFlags { scope == .names ? .names : [.names, .text] }

    private func isUnknown(_ word: QueryWord) -> Bool {
        guard let exact = word.exact else { return true }
        return !index.standing(of: Int(exact)).intersects(ways)
    }

    /// So many words begin so that this is probably a word half typed.
    private func hasCompletions(_ word: QueryWord) -> Bool {
        index.postings.range(of: word.prefix).count >= Self.manyCompletions
    }

    private func addExactAndPrefix(_ word: inout QueryWord) {
        word.exact = index.vocabulary.term(word.bytes).map { UInt32($0) }
        if word.isLast || word.bytes.count >= Self.shortestPrefix {
            word.prefix = index.vocabulary.terms(withPrefix: word.bytes)
        }
    }

    /// "Good will" is also "Goodwill": a word that stands for both.
    private func addJoined(_ words: inout [QueryWord], _ first: Int, _ second: Int) {
        guard let term = index.vocabulary.term(words[first].bytes + words[second].bytes),
            index.standing(of: term).intersects(ways)
        else { return }
        let joined = Expansion(term: UInt32(term), quality: MatchQuality.joined)
        words[first].expansions.append(joined)
        words[second].expansions.append(joined)
    }

    /// "Goodwill" is also "Good Will": documents with a name that has both parts side by side.
    private func addSplits(_ word: inout QueryWord) {
        let bytes = word.bytes
        guard bytes.count >= 2 * Self.shortestPart else { return }
        var documents: Set<UInt32> = []
        for cut in Self.shortestPart...(bytes.count - Self.shortestPart) {
            guard let left = index.vocabulary.term(Array(bytes[..<cut])),
                let right = index.vocabulary.term(Array(bytes[cut...])),
                index.standing(of: left).intersects(.names),
                index.standing(of: right).intersects(.names)
            else { continue }
            let found = index.neighbours(left, right)
            guard !found.isEmpty else { continue }
            word.splits.append((UInt32(left), UInt32(right)))
            documents.formUnion(found)
        }
        word.splitDocuments = documents.sorted()
    }

    private func addSkeleton(_ word: inout QueryWord) {
        guard word.bytes.count >= Self.shortestSound else { return }
        var likeness = SpellingLikeness(word.bytes)
        let vocabulary = index.vocabulary
        var found: [Expansion] = []
        index.skeletons.forEach(like: word.bytes) { term in
            if UInt32(term) == word.exact { return }
            // The shorter of the two decides: a short word is soon like some other.
            let length = min(word.bytes.count, vocabulary.range(of: term).count)
            let least = MatchQuality.leastLikeness(length: length)
            let alike = likeness.likeness(to: vocabulary, term, atLeast: least)
            if alike >= least {
                found.append(
                    Expansion(
                        term: UInt32(term), quality: MatchQuality.skeleton(likeness: alike)))
            }
        }
        add(found, to: &word)
    }

    private func addTypos(_ word: inout QueryWord) {
        word.isFuzzy = true
        let errors = MatchQuality.errors(length: word.bytes.count)
        guard errors > 0 else { return }
        var likeness = SpellingLikeness(word.bytes)
        let vocabulary = index.vocabulary
        var found: [Expansion] = []
        index.shapes.forEach(near: word.bytes, within: errors, in: index.vocabulary) {
            term, distance in
            if UInt32(term) == word.exact || !index.standing(of: term).intersects(ways) { return }
            let alike = likeness.likeness(to: vocabulary, term, atLeast: 0)
            found.append(
                Expansion(
                    term: UInt32(term),
                    quality: MatchQuality.typo(distance: distance, likeness: alike)))
        }
        add(found, to: &word)
    }

    /// Adds the best of these words; a word that is there keeps its best quality.
    private func add(_ found: [Expansion], to word: inout QueryWord) {
        var best: [UInt32: Int] = [:]
        for expansion in word.expansions { best[expansion.term] = expansion.quality }
        for expansion in found {
            best[expansion.term] = max(best[expansion.term] ?? 0, expansion.quality)
        }
        word.expansions = best.map { Expansion(term: $0.key, quality: $0.value) }
            .sorted { ($1.quality, $0.term) < ($0.quality, $1.term) }
        if word.expansions.count > Self.mostExpansions {
            word.expansions.removeLast(word.expansions.count - Self.mostExpansions)
        }
    }

    private static let shortestPrefix = 3
    private static let shortestPart = 2
    private static let shortestSound = 3
    private static let manyCompletions = 16
    private static let mostExpansions = 256
}
