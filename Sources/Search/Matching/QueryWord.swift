/// A word of the query with all that it can be found by.
struct QueryWord: Sendable {
    let bytes: [UInt8]
    let isLast: Bool
    /// The word is so common in names (a legal form, "of") that a document may lack it.
    var isOptional = false
    /// The word itself in the vocabulary.
    var exact: UInt32?
    /// The words that begin with it, itself included if it is there; empty if that isn't wanted.
    var prefix: Range<Int> = 0..<0
    /// Other words, best first.
    var expansions: [Expansion] = []
    /// The same, by word.
    private var byTerm: [Expansion] = []
    /// Neighbouring words of names that make this one when written together.
    var splits: [(UInt32, UInt32)] = []
    /// Documents with such names.
    var splitDocuments: [UInt32] = []
    /// True once typing errors have been allowed for.
    var isFuzzy = false

    init(_ bytes: [UInt8], isLast: Bool) {
        self.bytes = bytes
        self.isLast = isLast
    }

    /// How good it is to find this word of the vocabulary; 0 if it isn't one of ours.
    func quality(of term: UInt32, _ vocabulary: Vocabulary) -> Int {
        if term == exact { return MatchQuality.exact }
        var best = expansionQuality(of: term)
        if prefix.contains(Int(term)) {
            best = max(
                best,
                MatchQuality.prefix(
                    length: bytes.count, of: vocabulary.length(of: Int(term))))
        }
        return best
    }

    /// Makes the words found ready to be looked up.
    mutating func arrange() {
        byTerm = expansions.sorted { $0.term < $1.term }
    }

    private func expansionQuality(of term: UInt32) -> Int {
        var low = 0
        var high = byTerm.count
        while low < high {
            let middle = (low + high) / 2
            if byTerm[middle].term < term { low = middle + 1 } else { high = middle }
        }
        return low < byTerm.count && byTerm[low].term == term ? byTerm[low].quality : 0
    }
}
