/// Scores a document by how well its best name meets the words of a query, 0…1000.
///
/// A name's words are paired with the query's words, each with the best that is free. The score is
/// the share of the query that was met, by quality, times a factor for the share of the name that
/// was met; rare words weigh more than common ones, so that legal forms and generic words don't
/// decide.
struct NameScorer {
    private let words: [QueryWord]
    private let index: IndexStorage
    private let ownWeights: [Int]
    private let missing: Int

    init(_ match: TextMatch, _ index: IndexStorage) {
        words = match.words
        self.index = index
        // With all words in the document, those that aren't in the name are in the text.
        missing = match.basis == .allWords ? 20 : 0
        ownWeights = match.words.map { word in
            if word.isOptional { return Self.leastWeight }
            guard let exact = word.exact else { return Self.weight(1, of: index.ordinals.count) }
            return Self.weight(index.postings.count(of: Int(exact)), of: index.ordinals.count)
        }
    }

    /// The score of the document's best name.
    func score(_ document: UInt32) -> Int {
        let range = index.names.range(of: Int(document))
        var best = missing * 5
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound, !index.names.entries[end].startsName { end += 1 }
            best = max(
                best, score(name: start..<end) - (start == range.lowerBound ? 0 : Self.aliasPenalty)
            )
            start = end
        }
        return max(0, best)
    }

    /// The words of names that the query's words met in this document, and for which word.
    func matches(_ document: UInt32) -> [(word: Int, term: UInt32, quality: Int)] {
        var found: [(word: Int, term: UInt32, quality: Int)] = []
        let entries = index.names.entries[index.names.range(of: Int(document))]
        for (number, word) in words.enumerated() {
            for entry in entries where !entry.isInitials {
                let quality = word.quality(of: entry.term, index.vocabulary)
                if quality > 0 { found.append((number, entry.term, quality)) }
            }
            for (left, right) in word.splits {
                for entry in entries where entry.term == left || entry.term == right {
                    found.append((number, entry.term, MatchQuality.joined))
                }
            }
        }
        return found
    }

    private func score(name: Range<Int>) -> Int {
        var used: UInt64 = 0
        var sums = (query: 0, met: 0, met2: 0)
        var previous = -1
        var isInOrder = true
        for (number, word) in words.enumerated() {
            let pair = partner(of: word, in: name, used, previous)
            guard pair.quality > 0 else {
                sums.query += ownWeights[number]
                sums.met += ownWeights[number] * (word.isOptional ? 70 : missing)
                continue
            }
            let weight = word.isOptional ? Self.leastWeight : self.weight(name, pair.places)
            sums.query += weight
            sums.met += weight * pair.quality
            for place in pair.places where place < 64 { used |= 1 << UInt64(place) }
            if pair.places.lowerBound < previous { isInOrder = false }
            previous = pair.places.upperBound - 1
        }
        guard used != 0, sums.query > 0 else { return 0 }
        var all = 0
        var covered = 0
        for (place, position) in name.enumerated() {
            let weight = self.weight(index.names.entries[position].term)
            all += weight
            if place < 64, used & 1 << UInt64(place) != 0 { covered += weight }
        }
        let quality = 10 * sums.met / sums.query
        let score = quality * (75 * all + 25 * covered) / (100 * all)
        return score - (isInOrder ? 0 : 10) - (used & 1 == 0 ? 8 : 0)
    }

    /// The best free place of a name for a word of the query, places counted from the name's start.
    private func partner(
        of word: QueryWord, in name: Range<Int>, _ used: UInt64, _ previous: Int
    ) -> (quality: Int, places: Range<Int>) {
        var best = (quality: 0, places: 0..<0)
        for position in name {
            let place = position - name.lowerBound
            let entry = index.names.entries[position]
            let isUsed = place < 64 && used & 1 << UInt64(place) != 0
            if entry.isInitials {
                if entry.term == word.exact, best.quality < MatchQuality.initials {
                    best = (MatchQuality.initials, place..<(place + 1))
                }
                continue
            }
            let quality = word.quality(of: entry.term, index.vocabulary)
            if quality > 0 {
                // A word that stands for two of the query is met by both, one behind the other.
                if isUsed, quality != MatchQuality.joined || place != previous { continue }
                let isNext = place == previous + 1 && quality == best.quality
                if quality > best.quality || isNext { best = (quality, place..<(place + 1)) }
            } else if !isUsed, !word.splits.isEmpty, position + 1 < name.upperBound {
                let right = index.names.entries[position + 1].term
                if word.splits.contains(where: { $0 == (entry.term, right) }),
                    best.quality < MatchQuality.joined
                {
                    best = (MatchQuality.joined, place..<(place + 2))
                }
            }
        }
        return best
    }

    private func weight(_ name: Range<Int>, _ places: Range<Int>) -> Int {
        places.reduce(0) { $0 + weight(index.names.entries[name.lowerBound + $1].term) }
    }

    private func weight(_ term: UInt32) -> Int {
        if index.genericTerms.contains(term) { return Self.leastWeight }
        return Self.weight(index.postings.count(of: Int(term)), of: index.ordinals.count)
    }

    /// The binary logarithm of the share of documents without the word, from 1.
    private static func weight(_ frequency: Int, of count: Int) -> Int {
        leastWeight + Int.bitWidth - (count / max(1, frequency)).leadingZeroBitCount
    }

    private static let leastWeight = 1
    private static let aliasPenalty = 16
}
