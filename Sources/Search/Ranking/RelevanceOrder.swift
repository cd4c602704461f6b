/// Orders the documents of a text match: a rough order by points for all, then a careful one for
/// the best of them.
struct RelevanceOrder {
    private let match: TextMatch
    private let index: IndexStorage
    private let scorer: NameScorer

    /// So many documents are scored by their names, whatever page is asked for, so that pages fit
    /// together.
    static let candidates = 128

    init(_ match: TextMatch, _ index: IndexStorage) {
        self.match = match
        self.index = index
        scorer = NameScorer(match, index)
    }

    /// The first `count` documents, best first, with their scores, 0…1.
    func best(_ count: Int) -> [(document: UInt32, score: Double)] {
        var selection = TopSelection(max(count, Self.candidates))
        for (place, document) in match.documents.enumerated() {
            let rank = index.facets.ranks[Int(document)]
            let points = UInt64(match.points[place]) * 4 + UInt64(2 * Self.magnitude(rank))
            selection.offer(document, key: points << 32 | UInt64(rank))
        }
        let rough = selection.finished()
        var careful = TopSelection(Self.candidates)
        var scores: [UInt32: Int] = [:]
        for entry in rough.prefix(Self.candidates) {
            let score = scorer.score(entry.document)
            scores[entry.document] = score
            let rank = index.facets.ranks[Int(entry.document)]
            let weighed = UInt64(score + 2 * Self.magnitude(rank))
            careful.offer(entry.document, key: weighed << 32 | UInt64(rank))
        }
        var result = careful.finished().map { entry in
            (document: entry.document, score: Double(scores[entry.document] ?? 0) / 1_000)
        }
        let least = result.map(\.score).min() ?? 0
        for entry in rough.dropFirst(Self.candidates) { result.append((entry.document, least)) }
        return Array(result.prefix(count))
    }

    /// The score of one document, 0…1.
    func score(_ document: UInt32) -> Double {
        min(1, Double(scorer.score(document)) / 1_000)
    }

    /// What the query's words met in a document.
    func matched(_ document: UInt32) -> (terms: [String], corrections: [SearchCorrection]) {
        let found = scorer.matches(document)
        var terms: [String] = []
        var corrections: [SearchCorrection] = []
        for (number, word) in match.words.enumerated() {
            let mine = found.filter { $0.word == number }
            var texts = mine.map { index.vocabulary.text(Int($0.term)) }
            let others = texts.isEmpty ? word.expansions.map(\.term) : []
            for term in [word.exact].compactMap({ $0 }) + others
            where index.postings.flags(of: Int(term), in: document).intersects(.text) {
                texts.append(index.vocabulary.text(Int(term)))
            }
            // What only completes the word in the text isn't looked up: the word speaks for it.
            let own = String(decoding: word.bytes, as: UTF8.self)
            if texts.isEmpty { texts.append(own) }
            for text in texts where !terms.contains(text) { terms.append(text) }
            if let best = mine.max(by: { $0.quality < $1.quality }), word.splits.isEmpty {
                let term = index.vocabulary.text(Int(best.term))
                if !term.hasPrefix(own) {
                    corrections.append(SearchCorrection(word: own, term: term))
                }
            }
        }
        return (terms, corrections)
    }

    /// The number of binary digits: rank counts by orders of magnitude.
    private static func magnitude(_ rank: UInt32) -> Int {
        UInt32.bitWidth - rank.leadingZeroBitCount
    }
}
